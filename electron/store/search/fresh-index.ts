import { z } from 'zod';
import type { Address, ContactPoint, Customer } from '#shared/domain/entities.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { readState, writeState } from '../queries/device-state.ts';
import { customerTriples } from './digits.ts';
import { customerWords, mailWords } from './fold.ts';
import { placeOf } from './place.ts';
import { learnWords } from './typing-errors.ts';

/** How many are gathered before they are written. */
export interface PerWrite {
  /** Each time the search indexes get another segment, which every search has to look at. */
  readonly customers: number;
  /** Numbers come in no order: each time every page of their key is written again. */
  readonly numbers: number;
}
export const usualPerWrite: PerWrite = { customers: 32_000, numbers: 128_000 };
const fewestPerWrite = 100;
/** Kept of what was learnt, so that a common name is not learnt a hundred thousand times. */
const mostKnownWords = 200_000;

/** A customer who is new here, whole, with nobody's conversation yet. */
export interface FreshCustomer {
  readonly seq: number;
  readonly customer: Customer;
  readonly contactPoints: readonly ContactPoint[];
  readonly addresses: readonly Address[];
}

interface Entry {
  readonly seq: number;
  /** As one text: a hundred thousand strings that wait cost more than they are. */
  readonly words: string;
  /** Of the names and places those that were not known yet when the entry came: mostly none. */
  readonly unknown: readonly string[];
  readonly triples: string;
}
const none: readonly string[] = [];

const behindSchema = z.object({ customer: z.number().int(), contact: z.number().int() });
/** The last rows of which words and numbers are written; absent where none are behind. */
type Behind = z.infer<typeof behindSchema>;
/** What cannot be read is written again from the first row on. */
const nothingWritten: Behind = { customer: 0, contact: 0 };

/**
 * Writes the search indexes of new customers straight from their rows, which no trigger marks (migration 340): nothing is
 * marked, read back or replaced, and what is written is written in bulk. So it is a little behind the rows; how far is kept in
 * the database, for {@link catchUp}. What it leaves is what the triggers and `refreshWords` would have left.
 */
export class FreshIndex {
  readonly #known = new Set<string>();
  readonly #perWrite: PerWrite;
  #entries: Entry[] = [];
  #numbers = 0;

  constructor(perWrite = usualPerWrite) {
    this.#perWrite = perWrite;
  }

  /** From here on rows are ahead of their words. */
  begin(db: WriteDb): void {
    writeBehind(db, { customer: lastSeq(db, 'customer'), contact: lastSeq(db, 'contact_point') });
  }

  /** Customers come in the order of their `seq`: FTS5 makes a segment of every row that goes back. */
  add({ seq, customer, contactPoints, addresses }: FreshCustomer): void {
    const phones: string[] = [];
    const emails: string[] = [];
    for (const { kind, value } of contactPoints) (kind === 'email' ? emails : phones).push(value);
    this.#numbers += phones.length;
    const words = customerWords(customer, addresses);
    const unknown = words.every((word) => this.#known.has(word)) ? none : words.filter((word) => !this.#known.has(word));
    this.#entries.push({ seq, words: (emails.length === 0 ? words : [...words, ...mailWords(emails)]).join(' '), unknown, triples: customerTriples(customer.customerNumber, phones) });
  }

  /** Whether so much is behind that it should be written. @param all whether anything is. */
  isBehind(all: boolean): boolean {
    return this.#entries.length >= (all ? 1 : this.#perWrite.customers) || this.#numbers >= (all ? 1 : this.#perWrite.numbers);
  }

  /**
   * Writes what is behind, or as much of it as goes until somebody waits. FTS5 writes out what it has gathered whenever a statement
   * begins that could be undone by itself (one that fires a trigger): among rows, every customer would become a segment.
   */
  write(db: WriteDb, all: boolean, pressed: () => boolean): void {
    const behind = readBehind(db) ?? nothingWritten;
    if (this.#numbers >= (all ? 1 : this.#perWrite.numbers)) {
      this.#numbers = 0;
      writeBehind(db, { ...behind, contact: writeNumbers(db, behind.contact) });
      return;
    }
    const written = this.#writeWords(db, pressed);
    const last = this.#entries[written - 1];
    this.#entries.splice(0, written);
    if (last !== undefined) writeBehind(db, { ...behind, customer: last.seq });
  }

  /** Nothing is behind, and nothing will be. */
  end(db: WriteDb): void {
    writeState(db, 'search-behind', null);
  }

  #writeWords(db: WriteDb, pressed: () => boolean): number {
    const changed = changedSince(db, this.#entries[0]?.seq ?? 0, this.#entries.at(-1)?.seq ?? 0);
    const fresh = ({ seq }: Entry): boolean => changed.found.has(seq) && !changed.indexed.has(seq);
    let at = 0;
    const unknown = new Set<string>();
    for (const entry of this.#entries) if (fresh(entry)) for (const word of entry.unknown) if (!this.#known.has(word)) unknown.add(word);
    learnWords(db, unknown);
    if (this.#known.size > mostKnownWords) this.#known.clear();
    for (const word of unknown) this.#known.add(word);
    for (; at < this.#entries.length && (at < fewestPerWrite || !pressed()); at++) {
      const entry = this.#entries[at] as Entry;
      if (entry.words !== '' && fresh(entry)) db.run('INSERT INTO customer_words (rowid, words) VALUES (?, ?)', placeOf(entry.seq, 0), entry.words);
    }
    for (const entry of this.#entries.slice(0, at)) if (entry.triples !== '' && fresh(entry)) db.run('INSERT INTO customer_digits (rowid, triples) VALUES (?, ?)', entry.seq, entry.triples);
    return at;
  }
}

/**
 * A process that was ended left rows ahead of their words and numbers: numbers are written, words are marked for `refreshWords`.
 * Not while a {@link FreshIndex} is at work.
 */
export function catchUp(db: WriteDb): void {
  const behind = readBehind(db);
  if (behind === null) return;
  writeNumbers(db, behind.contact);
  db.run('INSERT OR IGNORE INTO search_stale SELECT id FROM customer WHERE seq > ?', behind.customer);
  writeState(db, 'search-behind', null);
}

/** Whether there are rows that search, or a call, may not find by their words or numbers yet. */
export function isSearchBehind(db: ReadDb): boolean {
  return readState(db, 'search-behind') !== null;
}

/** @returns who is still there to be found, and whom the operator's own work has indexed meanwhile. */
function changedSince(db: ReadDb, first: number, last: number): { readonly found: ReadonlySet<number>; readonly indexed: ReadonlySet<number> } {
  const seqs = (sql: string, from: number, to: number): number[] => db.all<{ seq: number }>(sql, from, to).map(({ seq }) => seq);
  const place = placeOf(0, 0);
  return {
    // Archived customers are not found; their file is reached by its links.
    found: new Set(seqs('SELECT seq FROM customer WHERE seq BETWEEN ? AND ? AND archived = 0', first, last)),
    indexed: new Set([
      ...seqs('SELECT id AS seq FROM customer_words_docsize WHERE id BETWEEN ? AND ?', place + first, place + last).map((at) => at - place),
      ...seqs('SELECT id AS seq FROM customer_digits_docsize WHERE id BETWEEN ? AND ?', first, last),
      ...seqs('SELECT seq FROM contact_day WHERE seq BETWEEN ? AND ?', first, last),
    ]),
  };
}

/** In the order of the key, so that each page of it is written once. @returns the last contact point that is written. */
function writeNumbers(db: WriteDb, after: number): number {
  db.run(
    `INSERT OR IGNORE INTO phone SELECT CAST(substr(k.value, 2) AS INTEGER) AS number, k.seq, c.seq, k.kind = 'mobile', k.preferred
     FROM contact_point AS k LEFT JOIN customer AS c ON c.id = k.customer_id WHERE k.seq > ? AND k.kind IN ('phone', 'mobile') ORDER BY 1`,
    after,
  );
  return lastSeq(db, 'contact_point');
}

function lastSeq(db: ReadDb, table: 'customer' | 'contact_point'): number {
  return db.one<{ seq: number | null }>(`SELECT max(seq) AS seq FROM ${table}`)?.seq ?? 0;
}

function readBehind(db: ReadDb): Behind | null {
  const text = readState(db, 'search-behind');
  return text === null ? null : (behindSchema.safeParse(JSON.parse(text)).data ?? nothingWritten);
}

function writeBehind(db: WriteDb, behind: Behind): void {
  writeState(db, 'search-behind', JSON.stringify(behind));
}
