import type { Clock } from '#shared/domain/clock.ts';

const delaysMs = [0, 200, 1_000, 3_000, 5_000];
const windowMs = 60_000;

/** How often something that dies may be started again: five times a minute, each time a little later. */
export class RestartBudget {
  readonly #clock: Clock;
  #deaths: number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a death. @returns milliseconds to wait before the next start, or null when it died too often. */
  next(): number | null {
    const now = this.#clock.monotonic();
    this.#deaths = [...this.#deaths.filter((at) => now - at < windowMs), now];
    return delaysMs[this.#deaths.length - 1] ?? null;
  }
}
