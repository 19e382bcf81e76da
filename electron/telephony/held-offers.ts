import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { IncomingRequest } from './jssip.ts';

/** Shorter than any proxy waits for a final answer; an audio window is back after a fraction of it. */
const patienceMs = 4_000;

interface Held {
  readonly request: IncomingRequest;
  readonly pass: () => void;
  readonly deadline: Scheduled;
}

/**
 * Offers from the other side that came while there was no audio window to answer them. They wait for it:
 * a refusal would be right (491, RFC 3261 section 14.2), but some peers try once again too early,
 * and end the call.
 */
export class HeldOffers {
  readonly #clock: Clock;
  #held: readonly Held[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  hold(request: IncomingRequest, pass: () => void): void {
    const deadline = this.#clock.schedule(patienceMs, () => {
      this.#held = this.#held.filter((one) => one.request !== request);
      request.reply(491);
    });
    this.#held = [...this.#held, { request, pass, deadline }];
  }

  /** They can be answered now. */
  release(): void {
    for (const { pass } of this.#take()) pass();
  }

  /** Nobody will answer them. */
  refuse(status: number): void {
    for (const { request } of this.#take()) request.reply(status);
  }

  #take(): readonly Held[] {
    const held = this.#held;
    this.#held = [];
    for (const { deadline } of held) deadline.cancel();
    return held;
  }
}
