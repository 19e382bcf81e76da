import type { HoldState } from '#shared/domain/call.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { RenegotiationError } from './renegotiation.ts';

export interface NegotiatorOptions {
  /** One re-INVITE. @throws {RenegotiationError} */
  readonly renegotiate: (options: { readonly held: boolean; readonly iceRestart: boolean }) => Promise<void>;
  /** Whether a re-INVITE can leave now: registered, dialog confirmed, audio window up. When that changes, {@link Negotiator.poke}. */
  readonly canRun: () => boolean;
  readonly onHold: (hold: HoldState) => void;
  /** The other side says that there is no such dialog. */
  readonly onGone: () => void;
  /** This side began the dialog: it owns the Call-ID, and waits longer after a glare (RFC 3261 section 14.1). */
  readonly ownsCallId: boolean;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
}

interface Waiter {
  readonly held: boolean;
  readonly resolve: () => void;
  readonly reject: (error: BalieError) => void;
}

const busyMs = 200;
const unreachableMs = 3_000;

/**
 * Brings a dialog to what is wanted of it: on hold or not, verified after an outage, its ICE
 * restarted. One re-INVITE at a time, only when one can leave, and again when it was in the way of
 * another: what the operator asked during an outage happens after it.
 */
export class Negotiator {
  readonly #options: NegotiatorOptions;
  #wantedHeld = false;
  #agreedHeld = false;
  #verify = false;
  #iceRestart = false;
  /** The hold that the present re-INVITE asks for; null when there is none. */
  #running: boolean | null = null;
  #timer: Scheduled | null = null;
  #waiters: Waiter[] = [];
  #isOver = false;
  #agreedAt = -Infinity;

  constructor(options: NegotiatorOptions) {
    this.#options = options;
  }

  /** An offer of ours may be under way: one from the other side has to wait (491). */
  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** When the other side last agreed to something, on the monotonic clock: it was alive then. */
  get agreedAt(): number {
    return this.#agreedAt;
  }

  get held(): boolean {
    return this.#wantedHeld;
  }

  /**
   * Asks for hold or its end. Resolves when it is agreed.
   * @throws {BalieError} `media.failed` when the other side refuses, `call.illegal` when the operator changed their mind or the call ended.
   */
  setHeld(held: boolean): Promise<void> {
    this.#wantedHeld = held;
    const changed = this.#waiters.filter((waiter) => waiter.held !== held);
    this.#waiters = this.#waiters.filter((waiter) => waiter.held === held);
    for (const { reject } of changed) reject(new BalieError('call.illegal', 'the operator wants the opposite by now'));
    this.#announce();
    if (this.#isSettled()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiters.push({ held, resolve, reject });
      this.poke();
    });
  }

  /** Asks whether the dialog still stands, and lays the media path anew when `iceRestart`. */
  verify({ iceRestart }: { readonly iceRestart: boolean }): void {
    this.#verify = true;
    this.#iceRestart ||= iceRestart;
    this.poke();
  }

  /** A new dialog took the place of the former one, with the hold it was asked to have. */
  onReplaced(held: boolean): void {
    this.#agreedHeld = held;
    this.#verify = false;
    this.#iceRestart = false;
    this.#settle();
    this.poke();
  }

  /** Something that `canRun` looks at has changed. */
  poke(): void {
    if (this.#isOver || this.#running !== null || this.#timer !== null || !this.#hasWork() || !this.#options.canRun()) return;
    void this.#run();
  }

  close(): void {
    this.#isOver = true;
    this.#timer?.cancel();
    for (const { reject } of this.#waiters.splice(0)) reject(new BalieError('call.illegal', 'the call is over'));
  }

  #isSettled(): boolean {
    return this.#wantedHeld === this.#agreedHeld && (this.#running === null || this.#running === this.#wantedHeld);
  }

  #hasWork(): boolean {
    return this.#wantedHeld !== this.#agreedHeld || this.#verify || this.#iceRestart;
  }

  async #run(): Promise<void> {
    const held = this.#wantedHeld;
    const iceRestart = this.#iceRestart;
    const verify = this.#verify;
    this.#running = held;
    this.#verify = false;
    this.#iceRestart = false;
    try {
      await this.#options.renegotiate({ held, iceRestart });
      this.#running = null;
      this.#agreedHeld = held;
      this.#agreedAt = this.#options.clock.monotonic();
    } catch (error) {
      this.#running = null;
      this.#onFailed(error, { verify, iceRestart });
    }
    if (this.#isOver) return;
    this.#announce();
    this.#settle();
    this.poke();
  }

  #onFailed(error: unknown, work: { readonly verify: boolean; readonly iceRestart: boolean }): void {
    if (this.#isOver) return;
    const { refusal, sipStatus } = error instanceof RenegotiationError ? error : new RenegotiationError('refused', null, { cause: error });
    this.#options.logger.warn({ refusal, sipStatus, err: error }, 'a renegotiation failed; the call goes on as it was');
    if (refusal === 'refused' || refusal === 'gone' || refusal === 'unheeded') {
      this.#wantedHeld = this.#agreedHeld;
      this.#reject(sipStatus);
      // What was agreed on the wire is taken back: it is neither a hold nor what was there before.
      this.#verify ||= refusal === 'unheeded';
      if (refusal === 'gone') this.#options.onGone();
      return;
    }
    this.#verify ||= work.verify;
    this.#iceRestart ||= work.iceRestart;
    this.#timer = this.#options.clock.schedule(this.#pause(refusal), () => {
      this.#timer = null;
      this.poke();
    });
  }

  #pause(refusal: 'busy' | 'glare' | 'unreachable'): number {
    const { ownsCallId, random } = this.#options;
    if (refusal === 'busy') return busyMs;
    if (refusal === 'unreachable') return unreachableMs;
    return ownsCallId ? 2_100 + random() * 1_900 : random() * 2_000;
  }

  #announce(): void {
    if (this.#isSettled()) this.#options.onHold(this.#agreedHeld ? 'on' : 'off');
    else this.#options.onHold(this.#wantedHeld ? 'holding' : 'resuming');
  }

  #settle(): void {
    if (!this.#isSettled()) return;
    for (const { resolve } of this.#waiters.splice(0)) resolve();
  }

  #reject(sipStatus: number | null): void {
    for (const { reject } of this.#waiters.splice(0)) reject(new BalieError('media.failed', 'the other side refused', { details: { sipStatus } }));
  }
}
