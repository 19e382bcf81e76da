import type { Clock } from '#shared/domain/clock.ts';

const firstMs = 800;
/** A centre that comes back is a centre in a hurry. */
const longestMs = 8_000;
/** What no second try mends, as a network that wants a sign-in first, is not hammered upon. */
const calmMs = 30_000;
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

  /** @returns milliseconds, between half and the whole of a limit that doubles up to eight seconds, or thirty when `calm`. */
  next({ calm = false } = {}): number {
    if (this.#trustedSince !== null && this.#clock.monotonic() - this.#trustedSince >= trustedAfterMs) this.#rounds = 0;
    this.#trustedSince = null;
    const limit = Math.min(calm ? calmMs : longestMs, firstMs * 2 ** this.#rounds);
    this.#rounds = Math.min(this.#rounds + 1, 16);
    return Math.round(limit * (0.5 + this.#random() / 2));
  }

  /** The server took the registration. */
  trust(): void {
    this.#trustedSince ??= this.#clock.monotonic();
  }

  /** The network is another one: what was learnt of the former says nothing about it. */
  reset(): void {
    this.#rounds = 0;
  }
}
