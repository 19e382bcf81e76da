/** Milliseconds before the first retry. */
const firstMs = 1_000;

/**
 * Exponential back-off with jitter: half of each delay is certain, half is chance, so that five hundred
 * workplaces do not all return in the second in which central does.
 */
export class Backoff {
  readonly #random: () => number;
  readonly #longestMs: number;
  #failures = 0;

  /**
   * @param random 0 to 1
   * @param longestMs the most that is ever waited by our own choice
   */
  constructor(random: () => number, longestMs: number) {
    this.#random = random;
    this.#longestMs = longestMs;
  }

  /** @param atLeastMs what the server asked for (Retry-After). */
  next(atLeastMs = 0): number {
    const ceiling = Math.min(this.#longestMs, firstMs * 2 ** this.#failures);
    this.#failures++;
    return Math.max(atLeastMs, Math.round(ceiling / 2 + (this.#random() * ceiling) / 2));
  }

  reset(): void {
    this.#failures = 0;
  }
}
