import type { TelephonePolicy } from '#shared/contract/session.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { CallTable } from './call-table.ts';
import { answerAfter } from './answer-after.ts';
import type { SipMessage } from './jssip.ts';
import type { LineRules } from './line-rules.ts';

interface AutoAnswerOptions {
  readonly policy: TelephonePolicy['autoAnswer'];
  readonly table: CallTable;
  readonly rules: () => Pick<LineRules, 'doNotDisturb' | 'isReady'>;
  /** The audio window is up: a cue would be heard. */
  readonly canCue: () => boolean;
  readonly answer: (callId: string) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Milliseconds: the cue is played once, and a word that was being spoken is finished. */
const cueMs = 1_200;

/**
 * Calls that answer themselves, because the exchange or the queue says so. A live microphone must never come as a surprise: there
 * is always a cue in the headset first, and the operator always sees when it will be. A second call never does it, nor one
 * that comes while the operator wants none.
 */
export class AutoAnswer {
  readonly #options: AutoAnswerOptions;
  readonly #timers = new Map<string, Scheduled>();

  constructor(options: AutoAnswerOptions) {
    this.#options = options;
  }

  /**
   * What the INVITE asks for, as far as the policy listens to it. Asked before the call is on the table, so that it does not ring for a moment.
   * @returns when the call will answer itself; null: it rings.
   */
  plan(callId: string, request: Pick<SipMessage, 'getHeaders'>): string | null {
    const seconds = answerAfter(request, this.#options.policy.headers);
    return seconds === null || !this.#isWanted(callId) ? null : this.#begin(callId, seconds);
  }

  /** The call's queue asks for it. */
  onQueue(callId: string): void {
    if (this.#timers.has(callId) || !this.#isRinging(callId) || !this.#isWanted(callId)) return;
    this.#options.table.apply(callId, { type: 'auto-answer', at: this.#begin(callId, this.#options.policy.queueSeconds) });
  }

  /** Something changed: another call, or what the operator wants. A call that may no longer answer itself rings. */
  reconsider(): void {
    for (const [callId, timer] of [...this.#timers]) {
      if (this.#isRinging(callId) && this.#isWanted(callId)) continue;
      timer.cancel();
      this.#timers.delete(callId);
      if (this.#isRinging(callId)) this.#options.table.apply(callId, { type: 'auto-answer', at: null });
    }
  }

  #begin(callId: string, seconds: number): string {
    const { clock } = this.#options;
    const delay = Math.max(cueMs, seconds * 1_000);
    this.#timers.set(callId, clock.schedule(delay, () => this.#answer(callId)));
    return new Date(clock.now() + delay).toISOString();
  }

  #answer(callId: string): void {
    this.reconsider();
    if (!this.#timers.delete(callId)) return;
    this.#options.answer(callId).catch((error: unknown) => this.#options.logger.warn({ err: error, callId }, 'a call could not answer itself'));
  }

  #isWanted(callId: string): boolean {
    const { table, rules, policy, canCue } = this.#options;
    const { doNotDisturb, isReady } = rules();
    const isAlone = table.live.every(({ id }) => id === callId);
    return isAlone && !doNotDisturb && (isReady || policy.whileNotReady) && canCue();
  }

  #isRinging(callId: string): boolean {
    return this.#options.table.live.some(({ id, state }) => id === callId && state === 'ringing');
  }
}
