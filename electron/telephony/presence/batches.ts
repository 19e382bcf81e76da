import type { Clock, Scheduled } from '#shared/domain/clock.ts';

const batch = 10;
const batchMs = 100;

/** A directory of two hundred is not asked for in one breath, by whatever number of event packages. */
export class Batches {
  readonly #clock: Clock;
  #waiting: (() => void)[] = [];
  #timer: Scheduled | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** In its turn. */
  add(task: () => void): void {
    this.#waiting.push(task);
    this.#timer ??= this.#clock.schedule(0, () => this.#next());
  }

  /** What has not begun does not begin any more. */
  clear(): void {
    this.#waiting = [];
    this.#timer?.cancel();
    this.#timer = null;
  }

  #next(): void {
    this.#timer = null;
    for (const task of this.#waiting.splice(0, batch)) task();
    if (this.#waiting.length > 0) this.#timer ??= this.#clock.schedule(batchMs, () => this.#next());
  }
}
