import type { Clock, Scheduled } from '#shared/domain/clock.ts';

/**
 * The wall clock, except that it does not jump while something is being timed: a call that lasted two
 * minutes lasted two minutes, also when the system's clock was set by an hour meanwhile.
 */
export class SteadyClock implements Clock {
  readonly #source: Clock;
  #wall: number;
  #monotonic: number;

  constructor(source: Clock) {
    this.#source = source;
    this.#wall = source.now();
    this.#monotonic = source.monotonic();
  }

  now(): number {
    return Math.round(this.#wall + this.#source.monotonic() - this.#monotonic);
  }

  monotonic(): number {
    return this.#source.monotonic();
  }

  schedule(delayMs: number, task: () => void): Scheduled {
    return this.#source.schedule(delayMs, task);
  }

  /** How far this clock is from the system's, in milliseconds: positive when it is ahead. */
  get offsetMs(): number {
    return this.now() - Math.round(this.#source.now());
  }

  /** Takes over the system's time. Call it when nothing is being timed. */
  follow(): void {
    this.#wall = this.#source.now();
    this.#monotonic = this.#source.monotonic();
  }
}
