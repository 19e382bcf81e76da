import { asBalieError, type BalieError } from '#shared/domain/errors.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';
import { shareStructure } from './share-structure.ts';
import { followClock } from './use-now.ts';

const retryMs = 1000;
/** Longer than the store takes, shorter than anybody sees. */
const longestHoldMs = 50;

interface Held {
  snapshot: MainSnapshot;
  readonly until: Scheduled;
}

/** @returns what should be there when the snapshot is drawn; null: nothing that is not there already. */
export type DrawnWith = (snapshot: MainSnapshot) => Promise<unknown> | null;

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
  #drawnWith: DrawnWith = () => null;
  /** The newest one, while it waits for what it is drawn with. */
  #held: Held | null = null;

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

  /**
   * Draws snapshots together with what they need, for which they wait a moment: a call that rings and then its file would be two
   * drawings of the desk, and the second waits for the first.
   *
   * @returns a function that ends it.
   */
  drawWith(drawnWith: DrawnWith): () => void {
    this.#drawnWith = drawnWith;
    return () => {
      this.#drawnWith = () => null;
      this.#release(this.#held);
    };
  }

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
    const newest = this.#held?.snapshot ?? this.#current;
    // An answer to `snapshot.get` may arrive behind an event that is newer.
    if (newest !== null && !this.#replaced && snapshot.revision < newest.revision) return;
    this.#replaced = false;
    if (this.#held !== null) {
      this.#held.snapshot = snapshot;
      return;
    }
    const wait = this.#current === null ? null : this.#drawnWith(snapshot);
    if (wait === null) {
      this.#show(snapshot);
      return;
    }
    const release = (): void => this.#release(held);
    const held: Held = { snapshot, until: this.#clock.schedule(longestHoldMs, release) };
    this.#held = held;
    wait.then(release, release);
  }

  #release(held: Held | null): void {
    if (held === null || held !== this.#held) return;
    this.#held = null;
    held.until.cancel();
    this.#show(held.snapshot);
  }

  #show(snapshot: MainSnapshot): void {
    followClock(snapshot.clockOffsetMs ?? 0);
    this.#current = shareStructure(this.#current, snapshot);
    this.#error = null;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
