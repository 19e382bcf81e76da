import { createHash } from 'node:crypto';
import { changeSchema, type Change } from '#shared/contract/sync.ts';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Connection, WriteDb } from '../store/database/connection.ts';
import { tables } from '../store/entities/tables.ts';
import { erasedHere } from '../store/queries/erased-here.ts';
import { dropLetterFiles, keepLetterFile } from '../store/queries/letters.ts';
import { readState, writeState } from '../store/queries/device-state.ts';
import { seekRemoved } from '../store/queries/unseen-rows.ts';
import { catchUp, usualPerWrite, type PerWrite } from '../store/search/fresh-index.ts';
import { mergeIndexes } from '../store/search/merge-indexes.ts';
import { refreshWords } from '../store/search/word-index.ts';
import { ChangeCollector, type AppliedChanges } from './applied-changes.ts';
import { readBatchFacts, type BatchFacts } from './batch-facts.ts';
import { eraseCustomer } from './erase-customer.ts';
import type { Fill } from './fill.ts';
import { clearFillMark, readFillMark, writeFillMark, type FillMark } from './fill-mark.ts';
import { awaitedCustomers, FreshCustomers, KnownRow, lastOfCustomers } from './fresh-customers.ts';
import { readIncoming, type IncomingRow } from './incoming-row.ts';
import { movedFirst } from './moved-first.ts';
import { eraseRow, parkRow, writeRow, type WriteRowOptions } from './row-writer.ts';
import { sweepGone } from './sweep-gone.ts';

/** Measured: smaller transactions make the whole slower, larger ones do not make it faster. */
const rowsPerTransaction = 2_500;
/** Also when somebody waits: some milliseconds, so that sync gets on beside a fast typist. */
const fewestRowsPerTransaction = 20;
/** Each transaction adds a segment to the search indexes. */
const wordsPerTransaction = 10_000;
/** Of a fill, whose search words are written by themselves. */
const filledPerTransaction = 12_000;

interface ApplierOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Somebody waits to write: the transaction should end after this row. */
  readonly pressed?: () => boolean;
  /** How far words and numbers of a first fill may be behind its rows. */
  readonly perWrite?: PerWrite;
}

/** `epoch-sequence` → `epoch`. */
function epochOf(cursor: string): string {
  return cursor.slice(0, cursor.lastIndexOf('-'));
}

/**
 * Writes what central sends into the cache. It needs a connection and nothing else, and answers in plain
 * data: it runs in the worker thread. What comes twice changes nothing, so a page or a batch may be cut
 * into several transactions; only the cursor is written last.
 */
export class Applier {
  readonly #db: Connection;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #pressed: () => boolean;
  readonly #perWrite: PerWrite;

  constructor(db: Connection, { clock, logger, pressed = () => false, perWrite = usualPerWrite }: ApplierOptions) {
    this.#perWrite = perWrite;
    this.#db = db;
    this.#clock = clock;
    this.#logger = logger;
    this.#pressed = pressed;
  }

  get cursor(): string | null {
    return readState(this.#db, 'cursor');
  }

  /** Central sends rows of a shape that is newer than this version's. */
  noteNewer(schemaVersion: number, known: number): void {
    this.#logger.warn({ schemaVersion, known }, 'central is newer than this version of Balie');
  }

  /** Where the stream of a fill that was cut goes on; null: there is none. */
  get fillMark(): FillMark | null {
    return readFillMark(this.#db);
  }

  /**
   * A snapshot begins, or goes on. Until it is whole there is no cursor.
   * @param resumed the mark with which it was asked for.
   */
  beginFill(cursor: string, resumed: FillMark | null): Fill {
    return this.#db.write((db) => {
      const former = Number(readState(db, 'fill') ?? '0');
      const number = resumed === null ? former + 1 : former;
      const anyVersion = readState(db, 'epoch') !== epochOf(cursor);
      const mark = resumed ?? { after: null, rows: 0, awaited: awaitedCustomers(db), before: lastOfCustomers(db) };
      if (resumed === null) {
        writeState(db, 'fill', String(number));
        writeState(db, 'cursor', null);
        clearFillMark(db);
        db.run('DELETE FROM parked_row');
        seekRemoved(db);
      }
      const fresh = mark.awaited === null ? null : new FreshCustomers(number, mark.awaited, this.#perWrite);
      fresh?.index.begin(db);
      return { number, anyVersion, mark, fresh };
    });
  }

  /** A snapshot says who was erased, ever: what is left of them here goes as if that were news. */
  forgetErased(ids: readonly string[]): void {
    for (const id of erasedHere(this.#db, ids)) {
      this.#db.write((db) => eraseCustomer(db, id, (tables.customer.get(db, id)?.version ?? 0) + 1, new ChangeCollector()));
    }
  }

  /** Rows of a snapshot. @param mark how far they are, when the fill can go on after them. */
  applyFill(fill: Fill, rows: readonly IncomingRow[], mark: FillMark | null): void {
    const collector = new ChangeCollector();
    for (let next = 0; next < rows.length; ) {
      const from = next;
      const write = (singly: boolean): number => this.#db.write((db) => this.#fillFrom(db, fill, rows, from, mark, singly, collector));
      try {
        next = write(false);
      } catch (thrown) {
        if (!(thrown instanceof KnownRow)) throw thrown;
        next = write(true);
      }
    }
    this.#index(fill, false);
  }

  /** @returns how far it came. @throws {KnownRow} unless `singly`. */
  #fillFrom(db: WriteDb, fill: Fill, rows: readonly IncomingRow[], from: number, mark: FillMark | null, singly: boolean, collector: ChangeCollector): number {
    const facts = readBatchFacts(db);
    const fresh = fill.fresh?.begin(db, facts, singly);
    let at = from;
    do {
      const taken = fresh?.take(rows, at) ?? 0;
      at += taken;
      if (taken > 0) continue;
      fresh?.resume();
      this.#writeOne(db, rows[at++] as IncomingRow, { fill: fill.number, anyVersion: fill.anyVersion }, collector, facts);
    } while (this.#goesOn(at, from, rows.length, filledPerTransaction));
    fresh?.finish();
    if (at >= rows.length && mark !== null) writeFillMark(db, mark);
    return at;
  }

  /** What the rows of a fill are found by is written as far as the rows are; nothing more will come, or not soon. */
  indexFill(fill: Fill): void {
    this.#index(fill, true);
    this.#db.write((db) => fill.fresh?.index.end(db));
  }

  #index({ fresh }: Fill, all: boolean): void {
    while (fresh?.index.isBehind(all) === true) this.#db.write((db) => fresh.index.write(db, all, this.#pressed));
  }

  /** Words and numbers of a fill whose process was ended. */
  catchUp(): void {
    this.#db.write(catchUp);
  }

  /** @see sweepGone */
  sweep(fill: Fill): void {
    sweepGone(this.#db, fill);
  }

  /** Brings the search words up to date with the rows. */
  refreshWords(): void {
    while (this.#db.write((db) => refreshWords(db, wordsPerTransaction, this.#pressed)));
  }

  /** Merges a piece of the search indexes. @returns true when there is more to do. */
  mergeIndexes(): boolean {
    return this.#db.write(mergeIndexes);
  }

  /** The snapshot is whole: from now on `changes` goes on after its cursor. */
  finishFill(cursor: string): void {
    this.#db.write((db) => {
      clearFillMark(db);
      this.#moveTo(db, cursor);
    });
  }

  /**
   * One page of changes, and with the last of them the cursor: after each commit whoever reads has to fetch again the pages that
   * it knew, so a commit for the cursor alone would cost a search.
   */
  applyChanges(changes: readonly unknown[], cursor: string): AppliedChanges {
    const collector = new ChangeCollector();
    if (changes.length === 0) this.#db.write((db) => this.#moveTo(db, cursor));
    const apply = (db: WriteDb, raw: unknown, facts: BatchFacts): void => this.#applyChange(db, raw, collector, facts);
    this.#inTransactions(movedFirst(changes), apply, (db) => this.#moveTo(db, cursor));
    return collector.changes;
  }

  /**
   * Central no longer knows our cursor: it began another history, or was restored from a backup that is older than what
   * we have, in which case its version numbers say nothing about ours. Nothing is removed until the next snapshot says
   * what is gone.
   */
  forgetCursor(): void {
    this.#db.write((db) => {
      writeState(db, 'cursor', null);
      writeState(db, 'epoch', null);
      clearFillMark(db);
    });
  }

  /** @throws {BalieError} `letter.template-invalid` where these are not the bytes that central has. */
  keepLetter(sha256: string, bytes: Uint8Array): AppliedChanges {
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new BalieError('letter.template-invalid', 'these are not the bytes that central has', { details: { fault: 'damaged', where: sha256 } });
    this.#db.write((db) => keepLetterFile(db, sha256, bytes));
    return { ...new ChangeCollector().changes, letters: true };
  }

  /** Drops documents that no template names any more. */
  tidyLetters(): void {
    this.#db.write(dropLetterFiles);
  }

  /** After an update this version may read what a former one could not. */
  retryParked(): AppliedChanges {
    const parked = this.#db.all<{ entity: string; row: string }>('SELECT entity, row FROM parked_row');
    return this.#writeAll(parked.map(({ entity, row }) => readIncoming(entity, JSON.parse(row))).filter((incoming) => incoming.ok), {});
  }

  #applyChange(db: WriteDb, raw: unknown, collector: ChangeCollector, facts: BatchFacts): void {
    const { entity, row } = typeof raw === 'object' && raw !== null ? (raw as { entity?: unknown; row?: unknown }) : {};
    const erased = row === null ? changeSchema.safeParse(raw) : null;
    if (erased?.success === true) {
      this.#erase(db, erased.data, collector);
      facts.hasTombstones = true;
      return;
    }
    this.#writeOne(db, readIncoming(entity, row), {}, collector, facts);
  }

  #erase(db: WriteDb, { entity, id, version }: Change, collector: ChangeCollector): void {
    if (entity === 'customer') {
      eraseCustomer(db, id, version, collector);
      return;
    }
    const former = eraseRow(db, entity, id, version);
    if (former !== undefined) collector.add(entity, former);
  }

  #writeAll(rows: readonly IncomingRow[], options: WriteRowOptions): AppliedChanges {
    const collector = new ChangeCollector();
    this.#inTransactions(rows, (db, row, facts) => this.#writeOne(db, row, options, collector, facts));
    return collector.changes;
  }

  /** Item by item, in transactions that end early when somebody waits. @param finish goes with the last item. */
  #inTransactions<T>(items: readonly T[], write: (db: WriteDb, item: T, facts: BatchFacts) => void, finish: (db: WriteDb) => void = () => undefined): void {
    for (let next = 0; next < items.length; ) {
      next = this.#db.write((db) => {
        const facts = readBatchFacts(db);
        let at = next;
        do {
          write(db, items[at] as T, facts);
          at++;
        } while (this.#goesOn(at, next, items.length, rowsPerTransaction));
        if (at >= items.length) finish(db);
        return at;
      });
    }
  }

  #goesOn(at: number, from: number, end: number, most: number): boolean {
    return at < end && at - from < most && (at - from < fewestRowsPerTransaction || !this.#pressed());
  }

  #writeOne(db: WriteDb, incoming: IncomingRow, options: WriteRowOptions, collector: ChangeCollector, facts: BatchFacts): void {
    if (!incoming.ok) {
      parkRow(db, incoming, isoNow(this.#clock));
      facts.hasParkedRows = true;
      this.#logger.warn({ entity: incoming.entity, id: incoming.id, reason: incoming.reason }, 'a row from central cannot be read and is kept aside');
      return;
    }
    const { entity, row } = incoming;
    if (!writeRow(db, entity, row, options, facts)) return;
    collector.add(entity, row);
    if (facts.hasParkedRows) db.run('DELETE FROM parked_row WHERE id = ? AND entity = ?', row.id, entity);
  }

  #moveTo(db: WriteDb, cursor: string): void {
    writeState(db, 'cursor', cursor);
    writeState(db, 'epoch', epochOf(cursor));
    writeState(db, 'last-synced-at', isoNow(this.#clock));
  }
}
