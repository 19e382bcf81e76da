import type { Clock } from '#shared/domain/clock.ts';

const firstMs = 800;
/** A centre that comes back is a centre in a hurry. */
const longestMs = 8_000;
/** Registered this long, a server is trusted again: a loss begins a new count. */
const trustedAfterMs = 60_000;

/**
 * Random, doubling, bounded: a centre whose server restarts has a hundred operators who would
 * otherwise all come back in the same second.
 */
export class BackOff {
  readonly #clock: Clock;
  readonly #random: () => number;
  #rounds = 0;
  #trustedSince: number | null = null;

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  /** @returns milliseconds, between half and the whole of a limit that doubles up to eight seconds. */
  next(): number {
    if (this.#trustedSince !== null && this.#clock.monotonic() - this.#trustedSince >= trustedAfterMs) this.#rounds = 0;
    this.#trustedSince = null;
    const limit = Math.min(longestMs, firstMs * 2 ** this.#rounds);
    this.#rounds++;
    return Math.round(limit * (0.5 + this.#random() / 2));
  }

  /** The server took the registration. */
  trust(): void {
    this.#trustedSince ??= this.#clock.monotonic();
  }
}
