import { isLegal, type CallEvent } from '#shared/domain/call-machine.ts';
import type { Call } from '#shared/domain/call.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { AudioLink } from '../media/audio-link.ts';
import type { CallTable } from './call-table.ts';
import type { Floor } from './floor.ts';
import type { SipCall } from './sip-call.ts';

interface ConferenceOptions {
  readonly table: CallTable;
  readonly call: (id: string) => SipCall;
  readonly floor: Floor;
  readonly link: AudioLink;
  readonly logger: Logger;
}

/**
 * Two calls and the operator in one conversation. Signalling knows nothing of it: two ordinary calls, neither
 * on hold, whose sound the audio window mixes. It ends when one of them ends, is held, or another call
 * takes the floor; what is left is a plain call.
 */
export class Conference {
  readonly #options: ConferenceOptions;
  #members: readonly string[] = [];

  constructor(options: ConferenceOptions) {
    this.#options = options;
  }

  /** Ids of the two calls; none outside a conference. */
  get members(): readonly string[] {
    return this.#members;
  }

  /**
   * Resolves when both can be heard.
   * @throws {BalieError} `conference.full` beside another one, `call.illegal` for calls that are not in conversation,
   *   `media.failed` when one cannot be taken off hold.
   */
  async join(callId: string, withCallId: string): Promise<void> {
    if (this.#members.length > 0) throw new BalieError('conference.full', 'there is a conference already');
    const both = [callId, withCallId];
    const calls = both.map((id) => this.#joinable(id));
    if (callId === withCallId) throw new BalieError('call.illegal', 'a call cannot confer with itself');
    this.#members = both;
    // The operator has one mouth: who was muted in one stays so in both.
    const muted = calls.some((call) => call.muted);
    for (const id of both) {
      if (muted) this.#options.call(id).setMuted(true);
      this.#apply(id, { type: 'conference', joined: true });
    }
    this.tellMix();
    try {
      await Promise.all(both.map((id) => this.#options.floor.resume(id)));
    } catch (error) {
      this.dissolve();
      // Who waited before waits on.
      for (const { id, hold } of calls) if (hold !== 'off') this.#options.floor.resume(id, true).catch(() => undefined);
      throw error;
    }
  }

  /** Ends one call of the conference. @throws {BalieError} `call.illegal` outside it. */
  drop(callId: string): void {
    this.#require(callId);
    this.#options.call(callId).hangUp();
  }

  /** This call stays in conversation, the other is held. @throws {BalieError} `call.illegal`, `media.failed`. */
  async split(callId: string): Promise<void> {
    this.#require(callId);
    await this.#options.floor.take(callId);
  }

  /** Another call takes the floor, or one of the two alone. */
  onFloorTaken(): void {
    if (this.#members.length > 0) this.dissolve();
  }

  /** Follows the call table. */
  observe(calls: readonly Call[]): void {
    if (this.#members.length === 0) return;
    const connected = this.#members.filter((id) => calls.some((call) => call.id === id && call.state === 'connected'));
    if (connected.length < this.#members.length) this.dissolve();
  }

  /** Both go on as plain calls. */
  dissolve(): void {
    const members = this.#members;
    this.#members = [];
    this.tellMix();
    for (const id of members) this.#apply(id, { type: 'conference', joined: false });
  }

  /** Tells the audio window what to mix; again whenever a member has other media, for its slot is another one then. */
  tellMix(): void {
    const { link, call, logger } = this.#options;
    const slots = this.#members.map((id) => call(id).slot).filter((slot) => slot !== null);
    // Without a window nothing is heard at all: it is told again when the calls have new media.
    if (link.isUp) link.call('mix.set', { slots }).catch((error: unknown) => logger.warn({ err: error }, 'the conference could not be mixed'));
  }

  #joinable(id: string): Extract<Call, { state: 'connected' }> {
    const call = this.#options.table.get(id);
    if (call.state !== 'connected' || (call.transfer !== null && call.transfer.phase !== 'failed')) {
      throw new BalieError('call.illegal', 'only calls in conversation can confer', { details: { state: call.state } });
    }
    return call;
  }

  #require(callId: string): void {
    if (!this.#members.includes(callId)) throw new BalieError('call.illegal', 'this call is in no conference');
  }

  #apply(id: string, event: CallEvent): void {
    const { table } = this.#options;
    const call = table.calls.find((one) => one.id === id);
    if (call !== undefined && isLegal(call.state, event.type)) table.apply(id, event);
  }
}
