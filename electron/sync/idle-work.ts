import type { Clock, Scheduled } from '#shared/domain/clock.ts';

/** Nothing came for this long: nobody is being kept waiting. */
const idleMs = 1_000;
/** Between two slices, so that a batch or a keystroke comes first. */
const pauseMs = 20;

/** Does what can wait, slice by slice, while there is nothing else to do. */
export class IdleWork {
  readonly #clock: Clock;
  readonly #slice: () => boolean;
  #next: Scheduled | null = null;

  /** @param slice does a piece; true when there is more. It may not throw. */
  constructor(clock: Clock, slice: () => boolean) {
    this.#clock = clock;
    this.#slice = slice;
  }

  /** Something else was done: begin again after a while. */
  postpone(): void {
    this.#next?.cancel();
    this.#next = this.#clock.schedule(idleMs, () => this.#work());
  }

  #work(): void {
    this.#next = this.#slice() ? this.#clock.schedule(pauseMs, () => this.#work()) : null;
  }
}
