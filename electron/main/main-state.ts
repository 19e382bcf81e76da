import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { noDevices } from '#shared/domain/devices.ts';
import { quietLine } from '#shared/domain/line-policy.ts';
import type { MainSnapshot } from '#shared/domain/snapshot.ts';

type Part = Omit<MainSnapshot, 'revision'>;

/**
 * What main knows, in one place: every change makes one new immutable snapshot, which can be read at once. Listeners hear of it
 * after the turn that made it, all of the same one, and once however many changes there were: whoever follows (the
 * page, lights of a headset, notifications, the panel) can take milliseconds, and a 200 leaves in the turn in which the operator
 * answered. A change that changes nothing is not announced.
 */
export class MainState {
  #snapshot: MainSnapshot;
  readonly #listeners = new Set<(snapshot: MainSnapshot) => void>();
  readonly #afterTurn: (run: () => void) => void;
  #announcing = false;

  /** @param afterTurn runs something when the present turn, with its promises, is over. */
  constructor(clock: Clock, afterTurn: (run: () => void) => void = (run) => void setImmediate(run)) {
    this.#afterTurn = afterTurn;
    this.#snapshot = {
      revision: 0,
      session: { state: 'signed-out', centralUrl: null, error: null },
      registration: { state: 'off' },
      agent: { state: 'not-ready', reason: 'signed-in', since: isoNow(clock) },
      calls: [],
      audio: { window: 'starting', microphone: 'unknown' },
      store: { state: 'starting' },
      policy: null,
      line: quietLine,
      presence: [],
      voicemail: null,
      devices: noDevices,
      headset: { state: 'none' },
      dialRequests: [],
    };
  }

  get snapshot(): MainSnapshot {
    return this.#snapshot;
  }

  /** Replaces the given parts. */
  update(change: Partial<Part>): void {
    const same = (Object.keys(change) as (keyof Part)[]).every((key) => Object.is(this.#snapshot[key], change[key]));
    if (same) return;
    this.#snapshot = Object.freeze({ ...this.#snapshot, ...change, revision: this.#snapshot.revision + 1 });
    if (this.#announcing) return;
    this.#announcing = true;
    this.#afterTurn(() => this.#announce());
  }

  /** @returns a function that stops listening. */
  subscribe(listener: (snapshot: MainSnapshot) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #announce(): void {
    this.#announcing = false;
    const snapshot = this.#snapshot;
    for (const listener of this.#listeners) listener(snapshot);
  }
}
