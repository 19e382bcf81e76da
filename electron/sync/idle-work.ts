import type { Clock, Scheduled } from '#shared/domain/clock.ts';

/** Nothing came for this long: nobody is being kept waiting. */
const idleMs = 1_000;
/** Between two slices, so that a batch or a keystroke comes first. */
const pauseMs = 20;

interface IdleWorkOptions {
  readonly clock: Clock;
  /** Does a piece; true when there is more. It may not throw. */
  readonly slice: () => boolean;
  /** Milliseconds. */
  readonly restMs: number;
  /** All of it is done, and nothing has come for {@link IdleWorkOptions.restMs} since. */
  readonly onRest: () => void;
}

/** Does what can wait, slice by slice, while there is nothing else to do. */
export class IdleWork {
  readonly #options: IdleWorkOptions;
  #next: Scheduled | null = null;

  constructor(options: IdleWorkOptions) {
    this.#options = options;
  }

  /** Something else was done: begin again after a while. */
  postpone(): void {
    this.#next?.cancel();
    this.#next = this.#options.clock.schedule(idleMs, () => this.#work());
  }

  #work(): void {
    const { clock, slice, restMs, onRest } = this.#options;
    this.#next = slice() ? clock.schedule(pauseMs, () => this.#work()) : clock.schedule(restMs, onRest);
  }
}
