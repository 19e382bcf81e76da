import type { Clock, Scheduled } from '#shared/domain/clock.ts';

interface FailBackOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Whether a server that is preferred to the present one does its work; its place in the list, or null. */
  readonly findBetter: () => Promise<number | null>;
  /** Nothing is being set up, and no call has its home on the present server. */
  readonly mayLeave: () => boolean;
  readonly goTo: (index: number) => void;
}

const firstMs = 30_000;
/** A server that takes us and loses us again is asked less and less often. */
const longestMs = 900_000;
/** Until the operator has a moment. */
const againMs = 5_000;
/** It held this long: the next loss begins a new count. */
const goodMs = 300_000;

/**
 * Brings the line home to the server that the centre prefers, once that one works again: after a
 * while that is different for everybody, when no call is in the way, and not back and forth.
 */
export class FailBack {
  readonly #options: FailBackOptions;
  #timer: Scheduled | null = null;
  #waitMs = firstMs;
  #wentAt = -Infinity;
  /** Grows with every start and stop: an answer that came too late is known by it. */
  #round = 0;

  constructor(options: FailBackOptions) {
    this.#options = options;
  }

  /** Registered, and not with the first server. */
  start(): void {
    if (this.#timer !== null) return;
    const { clock, random } = this.#options;
    if (clock.monotonic() - this.#wentAt < goodMs) this.#waitMs = Math.min(longestMs, this.#waitMs * 2);
    else this.#waitMs = firstMs;
    this.#schedule(this.#waitMs * (0.75 + random() / 2));
  }

  /** Connected with the first server, or not at all. */
  stop(): void {
    this.#round++;
    this.#timer?.cancel();
    this.#timer = null;
  }

  #schedule(ms: number): void {
    this.#timer = this.#options.clock.schedule(ms, () => void this.#look());
  }

  async #look(): Promise<void> {
    const { findBetter, mayLeave, goTo, clock, random } = this.#options;
    const round = ++this.#round;
    if (!mayLeave()) {
      this.#schedule(againMs);
      return;
    }
    const index = await findBetter();
    if (round !== this.#round) return;
    if (index === null) this.#schedule(this.#waitMs * (0.75 + random() / 2));
    // A call may have come while we asked.
    else if (!mayLeave()) this.#schedule(againMs);
    else {
      this.stop();
      this.#wentAt = clock.monotonic();
      goTo(index);
    }
  }
}
