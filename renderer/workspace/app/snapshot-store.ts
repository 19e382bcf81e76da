import { asBalieError, type BalieError } from '#shared/domain/errors.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';
import { shareStructure } from './share-structure.ts';
import { followClock } from './use-now.ts';

const retryMs = 1000;

/**
 * The last {@link MainSnapshot}, for `useSyncExternalStore`. Main is the only writer: nothing here is
 * computed, and nothing in the workspace keeps a second copy. Parts that did not change are the same
 * objects as in the snapshot before.
 */
export class SnapshotStore {
  readonly #main: Client<MainContract>;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #current: MainSnapshot | null = null;
  #error: BalieError | null = null;
  /** Main was replaced and counts anew: what is shown stays until it has answered. */
  #replaced = false;

  constructor(main: Client<MainContract>, clock: Clock) {
    this.#main = main;
    this.#clock = clock;
    main.on('snapshot', (snapshot) => this.#accept(snapshot));
    main.onReset(() => {
      this.#replaced = true;
      this.#ask();
    });
    this.#ask();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** @returns null until main has answered for the first time. */
  readonly current = (): MainSnapshot | null => this.#current;

  /** @returns why there is no snapshot yet, when asking for it failed. */
  readonly error = (): BalieError | null => this.#error;

  #ask(): void {
    this.#main.call('snapshot.get', undefined).then(
      (snapshot) => this.#accept(snapshot),
      (thrown: unknown) => {
        this.#error = asBalieError(thrown);
        this.#tell();
        this.#clock.schedule(retryMs, () => this.#ask());
      },
    );
  }

  #accept(snapshot: MainSnapshot): void {
    // An answer to `snapshot.get` may arrive behind an event that is newer.
    if (this.#current !== null && !this.#replaced && snapshot.revision < this.#current.revision) return;
    this.#replaced = false;
    followClock(snapshot.clockOffsetMs ?? 0);
    this.#current = shareStructure(this.#current, snapshot);
    this.#error = null;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
