import type { Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';

/** Aborts when nothing was heard for a while, or when the outer signal says so. */
export class Patience {
  readonly #controller = new AbortController();
  readonly #clock: Clock;
  readonly #ms: number;
  readonly #outer: AbortSignal;
  readonly #onOuter = (): void => this.#controller.abort(this.#outer.reason);
  #timer: { cancel(): void } | null = null;

  constructor(clock: Clock, ms: number, outer: AbortSignal) {
    this.#clock = clock;
    this.#ms = ms;
    this.#outer = outer;
    if (outer.aborted) this.#onOuter();
    else outer.addEventListener('abort', this.#onOuter, { once: true });
    this.heard();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something came: the time begins anew. */
  heard(): void {
    this.#timer?.cancel();
    this.#timer = this.#clock.schedule(this.#ms, () => this.#controller.abort(new BalieError('sync.unreachable', `nothing was heard for ${this.#ms} ms`)));
  }

  /** Must be called when the exchange is over. */
  done(): void {
    this.#timer?.cancel();
    this.#outer.removeEventListener('abort', this.#onOuter);
  }
}
