/** Milliseconds before the first retry, and the most that is ever waited. */
const firstMs = 1_000;
const longestMs = 60_000;

/**
 * Exponential back-off with jitter: half of each delay is certain, half is chance, so that five hundred
 * workplaces do not all return in the second in which central does.
 */
export class Backoff {
  readonly #random: () => number;
  #failures = 0;

  /** @param random 0 to 1 */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** @param atLeastMs what the server asked for (Retry-After). */
  next(atLeastMs = 0): number {
    const ceiling = Math.min(longestMs, firstMs * 2 ** this.#failures);
    this.#failures++;
    return Math.max(atLeastMs, Math.round(ceiling / 2 + (this.#random() * ceiling) / 2));
  }

  reset(): void {
    this.#failures = 0;
  }
}
