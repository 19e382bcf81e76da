import { asBalieError, type ErrorCode } from '#shared/domain/errors.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import { arranged, type FindHit, type FindKind, type FindSection, type FindSource } from './find-hit.ts';

/** What is shown for a text. */
export interface Found {
  /** The text this answers. What is typed may be further already. */
  readonly text: string;
  readonly sections: readonly FindSection[];
  /** Sources that refused, with why. */
  readonly failed: readonly { readonly kind: FindKind; readonly code: ErrorCode }[];
  /** Not every source has answered yet. */
  readonly isPending: boolean;
}

/**
 * So long everything is waited for, so that the list appears once and in order. The sources are on this machine and answer in a
 * few milliseconds; who takes longer comes under what is shown already.
 */
const togetherMs = 60;

/**
 * Asks every source for what is typed, and shows one list. What is on the screen never moves: an answer to an older text is
 * dropped, and one that comes late stands below, so that Enter takes what the eye saw.
 */
export class FindSession {
  readonly #sources: readonly FindSource[];
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #round = 0;
  #timer: Scheduled | null = null;
  #found: Found | null = null;
  /** The round that {@link Found} belongs to. */
  #answeredRound = 0;

  constructor(sources: readonly FindSource[], clock: Clock) {
    this.#sources = sources;
    this.#clock = clock;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** @returns null until the first text was answered. */
  readonly current = (): Found | null => this.#found;

  /** Looks for `text`; what was asked before is no longer waited for. */
  ask(text: string): void {
    const round = ++this.#round;
    this.#timer?.cancel();
    const answers = new Map<FindKind, readonly FindHit[]>();
    const failed: { kind: FindKind; code: ErrorCode }[] = [];
    let waiting = this.#sources.length;
    let shown: readonly FindSection[] | null = null;

    const show = (): void => {
      const fresh = arranged(answers);
      const before = shown;
      shown = before === null ? fresh : [...before, ...fresh.filter(({ kind }) => !before.some((section) => section.kind === kind))];
      this.#found = { text, sections: shown, failed: [...failed], isPending: waiting > 0 };
      this.#answeredRound = round;
      for (const listener of this.#listeners) listener();
    };
    const settle = (keep: () => void): void => {
      if (round !== this.#round) return;
      keep();
      waiting--;
      if (waiting === 0) this.#timer?.cancel();
      if (waiting === 0 || shown !== null) show();
    };
    for (const { kind, find } of this.#sources) {
      Promise.resolve()
        .then(() => find(text))
        .then(
          (hits) => settle(() => answers.set(kind, hits)),
          (thrown: unknown) => settle(() => failed.push({ kind, code: asBalieError(thrown).code })),
        );
    }
    this.#timer = this.#clock.schedule(togetherMs, () => round === this.#round && show());
  }

  /** @returns what was found for the text that was asked last, once every source has answered; never, when another text is asked meanwhile. */
  answered(): Promise<Found> {
    const round = this.#round;
    return new Promise((resolve) => {
      const look = (): void => {
        if (round !== this.#round) stop();
        else if (this.#answeredRound === round && this.#found?.isPending === false) {
          stop();
          resolve(this.#found);
        }
      };
      const stop = this.subscribe(look);
      look();
    });
  }

  /** Nothing more is shown. */
  close(): void {
    this.#round++;
    this.#timer?.cancel();
  }
}
