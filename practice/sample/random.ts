import { v7 } from 'uuid';

/** A stream of numbers that only its seed decides (mulberry32 by T. Ettinger): sample data is the same on every machine. Not for secrets. */
export class Random {
  #state: number;
  #sequence = 0;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** @returns a number from 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @returns a whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.between(0, 9)).join('');
  }

  /** @returns a UUIDv7 made at `at`; ids of one stream never repeat, because each has its own sequence number. */
  id(at: number): string {
    this.#sequence += 1;
    return v7({ msecs: at, seq: this.#sequence, random: Uint8Array.from({ length: 16 }, () => this.between(0, 255)) });
  }
}
