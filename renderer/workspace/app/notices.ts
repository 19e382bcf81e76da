import type { ErrorCode } from '#shared/domain/errors.ts';
import type { Clock } from '#shared/domain/clock.ts';

export type DoneCode = 'done.customerSaved' | 'done.spellingRight' | 'done.followUp' | 'done.promise' | 'done.offerTaken' | 'done.offerRefused' | 'done.merged' | 'done.personExported' | 'done.erased' | 'done.customerCreated' | 'done.closed' | 'done.logExported' | 'done.exported' | 'done.letterSaved' | 'done.documentSaved' | 'done.copied' | 'done.articleFeedback' | 'done.pdfSaved' | 'done.printed' | 'done.compacted' | 'done.repaired' | 'done.repairedPartly';

/** Something that happened, told once and briefly, in the words of the locale files. */
export type PassingNotice = { readonly id: number } & ({ readonly kind: 'error'; readonly code: ErrorCode } | { readonly kind: 'done'; readonly code: DoneCode });

type NewNotice = { readonly kind: 'error'; readonly code: ErrorCode } | { readonly kind: 'done'; readonly code: DoneCode };

const showMs = 9000;

/** What the operator is told beside the work: never a dialog, never in the way of a call. */
export class Notices {
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #list: readonly PassingNotice[] = [];
  #next = 1;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly current = (): readonly PassingNotice[] => this.#list;

  show(notice: NewNotice): void {
    const id = this.#next++;
    // The same thing twice is one thing.
    this.#list = [...this.#list.filter((other) => other.code !== notice.code), { ...notice, id }];
    this.#clock.schedule(showMs, () => this.dismiss(id));
    this.#tell();
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
