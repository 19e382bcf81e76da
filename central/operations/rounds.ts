import type { Clock, Scheduled } from '#shared/domain/clock.ts';

/** Looks for work again and again, each look some time after the last one has ended. Several processes may do the same. */
export class Rounds {
  readonly #clock: Clock;
  readonly #everyMs: number;
  readonly #look: () => Promise<void>;
  #next: Scheduled;
  #round: Promise<void>;
  #stopped = false;

  /** @param look may not reject. @param first a look that is under way already. */
  constructor(clock: Clock, everyMs: number, look: () => Promise<void>, first: Promise<void> = Promise.resolve()) {
    this.#clock = clock;
    this.#everyMs = everyMs;
    this.#look = look;
    this.#round = first;
    this.#next = this.#schedule();
  }

  /** Nothing is looked for any more when this returns. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#next.cancel();
    await this.#round;
  }

  #schedule(): Scheduled {
    return this.#clock.schedule(this.#everyMs, () => {
      this.#round = this.#look().finally(() => {
        if (!this.#stopped) this.#next = this.#schedule();
      });
    });
  }
}
