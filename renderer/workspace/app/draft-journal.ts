import { asBalieError, type BalieError } from '#shared/domain/errors.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Draft } from '#shared/domain/customer-file.ts';

/** A keystroke is on disk within 300 ms; the batch leaves after this, the rest is for the way and the disk. */
const batchMs = 200;
const retryMs = 1000;

export interface JournalState {
  /** Keystrokes that the store has not confirmed yet. */
  readonly pending: boolean;
  /** When the last batch reached the disk, by the store's clock; null before the first one in this page. */
  readonly savedAt: string | null;
  readonly error: BalieError | null;
}

type Write = (interactionId: string, fields: Draft) => Promise<{ readonly savedAt: string }>;

/** The first part of a field's name: what belongs together on the screen, and is drawn again together. */
export type DraftArea = 'note' | 'sentence' | 'outcomeId' | 'handOver' | 'question' | 'promise' | 'customer' | 'form' | 'script' | 'readBack';

interface Page {
  /** What was typed in this page's life, confirmed or not: it stands over what the store last told. */
  typed: Draft;
  /** The same by area; an area's object changes only when something in it was typed. */
  areas: Map<string, Draft>;
  waiting: Draft;
  /** Batches on their way. */
  flying: number;
  timer: Scheduled | null;
  state: JournalState;
}

const blank: JournalState = { pending: false, savedAt: null, error: null };
const nothingTyped: Draft = {};

/**
 * Carries what is typed to the store's journal in batches, one conversation apart from the other. A
 * batch leaves {@link batchMs} after its first keystroke, not after the last: someone who types without
 * a pause is saved as well. What could not be written stays and is tried again. Outside of a conversation what is typed in a
 * customer's file goes by the customer's id.
 */
export class DraftJournal {
  readonly #write: Write;
  readonly #clock: Clock;
  readonly #pages = new Map<string, Page>();
  readonly #listeners = new Set<() => void>();

  constructor(write: Write, clock: Clock) {
    this.#write = write;
    this.#clock = clock;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** @returns the same object until something changes. */
  state(interactionId: string): JournalState {
    return this.#pages.get(interactionId)?.state ?? blank;
  }

  /** @returns what was typed since the page was loaded, all of it or in one area; the same object until something is typed there. */
  typed(interactionId: string, area?: DraftArea): Draft {
    const page = this.#pages.get(interactionId);
    return (area === undefined ? page?.typed : page?.areas.get(area)) ?? nothingTyped;
  }

  record(interactionId: string, fields: Draft): void {
    const page = this.#page(interactionId);
    page.typed = { ...page.typed, ...fields };
    for (const [field, value] of Object.entries(fields)) {
      const area = field.split('.', 1)[0] ?? field;
      page.areas.set(area, { ...page.areas.get(area), [field]: value });
    }
    page.waiting = { ...page.waiting, ...fields };
    page.timer ??= this.#clock.schedule(batchMs, () => void this.flush(interactionId));
    this.#set(page, { pending: true });
  }

  /** Fields say in the file now what was typed, or were given up: they are no draft any more. What was typed in them since stays. */
  forgetFields(interactionId: string, fields: Draft): void {
    const page = this.#pages.get(interactionId);
    if (page === undefined) return;
    const isGone = ([field, value]: [string, string]): boolean => fields[field] === value;
    const left = (draft: Draft): Draft => Object.fromEntries(Object.entries(draft).filter((entry) => !isGone(entry)));
    page.typed = left(page.typed);
    page.waiting = left(page.waiting);
    for (const [area, draft] of page.areas) if (Object.entries(draft).some(isGone)) page.areas.set(area, left(draft));
    this.#set(page, { pending: page.flying > 0 || Object.keys(page.waiting).length > 0 });
  }

  /**
   * Sends now what waits, also while an earlier batch is on its way: the port keeps their order. Resolves when
   * it is on disk, or when writing failed (the state says which).
   */
  async flush(interactionId: string): Promise<void> {
    const page = this.#pages.get(interactionId);
    if (page === undefined) return;
    page.timer?.cancel();
    page.timer = null;
    if (Object.keys(page.waiting).length === 0) return;
    const batch = page.waiting;
    page.waiting = {};
    page.flying += 1;
    try {
      const { savedAt } = await this.#write(interactionId, batch);
      page.flying -= 1;
      this.#set(page, { pending: page.flying > 0 || Object.keys(page.waiting).length > 0, savedAt, error: null });
    } catch (thrown) {
      page.flying -= 1;
      // A later batch may have been written meanwhile: what goes again is what stands there now.
      const again = Object.fromEntries(Object.keys(batch).flatMap((field) => (page.typed[field] === undefined ? [] : [[field, page.typed[field]]])));
      page.waiting = { ...again, ...page.waiting };
      page.timer ??= this.#clock.schedule(retryMs, () => void this.flush(interactionId));
      this.#set(page, { error: asBalieError(thrown) });
    }
  }

  /** Before the page goes away: the messages leave at once, whether or not their answers are still seen. */
  flushAll(): void {
    for (const id of this.#pages.keys()) void this.flush(id);
  }

  /** The interaction is closed: nothing of it is kept. */
  forget(interactionId: string): void {
    this.#pages.get(interactionId)?.timer?.cancel();
    this.#pages.delete(interactionId);
    this.#tell();
  }

  #page(interactionId: string): Page {
    const known = this.#pages.get(interactionId);
    if (known !== undefined) return known;
    const page: Page = { typed: nothingTyped, areas: new Map(), waiting: {}, flying: 0, timer: null, state: blank };
    this.#pages.set(interactionId, page);
    return page;
  }

  #set(page: Page, change: Partial<JournalState>): void {
    page.state = { ...page.state, ...change };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
