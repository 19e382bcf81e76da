import type { Clock } from '#shared/domain/clock.ts';

/** How many calls may come at once, and how soon after another: far more than a queue offers to one operator. */
const burst = 6;
const everyMs = 1_500;

/**
 * Keeps a flood of calls from the operator, the screen and the history: each that rings costs a media slot, rows and
 * notifications. A bucket that fills up again with time, and with every call that the operator dealt with: however fast one
 * works, one's own calls come in.
 */
export class CallAdmission {
  readonly #clock: Clock;
  #tokens = burst;
  #filledAt: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#filledAt = clock.monotonic();
  }

  /** @returns false for a call that comes too soon after too many others. */
  admit(): boolean {
    const filled = Math.floor((this.#clock.monotonic() - this.#filledAt) / everyMs);
    if (filled > 0) {
      this.#tokens = Math.min(burst, this.#tokens + filled);
      this.#filledAt += filled * everyMs;
    }
    if (this.#tokens === 0) return false;
    this.#tokens--;
    return true;
  }

  /** The operator has answered or declined a call. */
  giveBack(): void {
    this.#tokens = Math.min(burst, this.#tokens + 1);
  }
}
