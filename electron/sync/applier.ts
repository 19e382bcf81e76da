import { changeSchema } from '#shared/contract/sync.ts';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Connection, WriteDb } from '../store/database/connection.ts';
import { tables } from '../store/entities/tables.ts';
import { readState, writeState } from '../store/queries/device-state.ts';
import { refreshWords } from '../store/search/word-index.ts';
import { ChangeCollector, type AppliedChanges } from './applied-changes.ts';
import { eraseCustomer } from './erase-customer.ts';
import { readIncoming, type IncomingRow } from './incoming-row.ts';
import { eraseRow, parkRow, writeRow, type WriteRowOptions } from './row-writer.ts';

const wordsPerTransaction = 200;
const sweptPerTransaction = 200;

/** A fill in progress. */
export interface Fill {
  readonly number: number;
  /** Central began another history: its version numbers say nothing about ours. */
  readonly anyVersion: boolean;
}

/** `epoch-sequence` → `epoch`. */
function epochOf(cursor: string): string {
  return cursor.slice(0, cursor.lastIndexOf('-'));
}

/**
 * Writes what central sends into the cache. It needs a connection and nothing else, and answers in
 * plain data, so that a worker thread can run it. Every method is one transaction.
 */
export class Applier {
  readonly #db: Connection;
  readonly #clock: Clock;
  readonly #logger: Logger;

  constructor(db: Connection, { clock, logger }: { readonly clock: Clock; readonly logger: Logger }) {
    this.#db = db;
    this.#clock = clock;
    this.#logger = logger;
  }

  get cursor(): string | null {
    return readState(this.#db, 'cursor');
  }

  get lastSyncedAt(): string | null {
    return readState(this.#db, 'last-synced-at');
  }

  /** A snapshot begins. Until it is whole there is no cursor: after a crash it is taken again. */
  beginFill(cursor: string): Fill {
    return this.#db.write((db) => {
      const number = Number(readState(db, 'fill') ?? '0') + 1;
      const anyVersion = readState(db, 'epoch') !== epochOf(cursor);
      writeState(db, 'fill', String(number));
      writeState(db, 'cursor', null);
      db.run('DELETE FROM parked_row');
      return { number, anyVersion };
    });
  }

  applyFill(fill: Fill, rows: readonly IncomingRow[]): AppliedChanges {
    return this.#db.write((db) => this.#writeAll(db, rows, { fill: fill.number, anyVersion: fill.anyVersion }));
  }

  /** Removes a slice of what central no longer has; rows with unsent work and unread newer copies stay. @returns true when there is more. */
  sweep(fill: Fill): boolean {
    return this.#db.write((db) =>
      Object.values(tables).some(({ name, entity }) => {
        const swept = db.run(
          `DELETE FROM ${name} WHERE seq IN (
             SELECT seq FROM ${name} AS gone WHERE fill <> ? AND version > 0
               AND NOT EXISTS (SELECT 1 FROM outbox WHERE entity_id = gone.id AND entity = ?)
               AND NOT EXISTS (SELECT 1 FROM parked_row WHERE id = gone.id AND entity = ?)
             LIMIT ?)`,
          fill.number,
          entity,
          entity,
          sweptPerTransaction,
        );
        return swept > 0;
      }),
    );
  }

  /** Brings a slice of the search words up to date. @returns true when there is more. */
  refreshWords(): boolean {
    return this.#db.write((db) => refreshWords(db, wordsPerTransaction));
  }

  /** The snapshot is whole: from now on `changes` goes on after its cursor. */
  finishFill(cursor: string): void {
    this.#db.write((db) => this.#moveTo(db, cursor));
  }

  /** One page of changes and the cursor after it, together or not at all. */
  applyChanges(changes: readonly unknown[], cursor: string): AppliedChanges {
    return this.#db.write((db) => {
      const collector = new ChangeCollector();
      for (const raw of changes) this.#applyChange(db, raw, collector);
      this.#moveTo(db, cursor);
      return collector.changes;
    });
  }

  /** Central no longer knows our cursor. Nothing is removed until the next snapshot says what is gone. */
  forgetCursor(): void {
    this.#db.write((db) => writeState(db, 'cursor', null));
  }

  /** After an update this version may read what a former one could not. */
  retryParked(): AppliedChanges {
    return this.#db.write((db) => {
      const parked = db.all<{ entity: string; row: string }>('SELECT entity, row FROM parked_row');
      const readable = parked.map(({ entity, row }) => readIncoming(entity, JSON.parse(row))).filter((incoming) => incoming.ok);
      for (const { entity, row } of readable) db.run('DELETE FROM parked_row WHERE id = ? AND entity = ?', row.id, entity);
      return this.#writeAll(db, readable, {});
    });
  }

  #applyChange(db: WriteDb, raw: unknown, collector: ChangeCollector): void {
    const erased = changeSchema.safeParse(raw);
    if (erased.success && erased.data.row === null) {
      const { entity, id, version } = erased.data;
      if (entity === 'customer') {
        eraseCustomer(db, id, version, collector);
        return;
      }
      const former = eraseRow(db, entity, id, version);
      if (former !== undefined) collector.add(entity, former);
      return;
    }
    const { entity, row } = typeof raw === 'object' && raw !== null ? (raw as { entity?: unknown; row?: unknown }) : {};
    this.#writeOne(db, readIncoming(entity, row), {}, collector);
  }

  #writeAll(db: WriteDb, rows: readonly IncomingRow[], options: WriteRowOptions): AppliedChanges {
    const collector = new ChangeCollector();
    for (const row of rows) this.#writeOne(db, row, options, collector);
    return collector.changes;
  }

  #writeOne(db: WriteDb, incoming: IncomingRow, options: WriteRowOptions, collector: ChangeCollector): void {
    if (!incoming.ok) {
      parkRow(db, incoming, isoNow(this.#clock));
      this.#logger.warn({ entity: incoming.entity, id: incoming.id, reason: incoming.reason }, 'a row from central cannot be read and is kept aside');
      return;
    }
    const { entity, row } = incoming;
    if (!writeRow(db, entity, row, options)) return;
    collector.add(entity, row);
    db.run('DELETE FROM parked_row WHERE id = ? AND entity = ?', row.id, entity);
  }

  #moveTo(db: WriteDb, cursor: string): void {
    writeState(db, 'cursor', cursor);
    writeState(db, 'epoch', epochOf(cursor));
    this.#markSynced(db);
  }

  #markSynced(db: WriteDb): void {
    writeState(db, 'last-synced-at', isoNow(this.#clock));
  }
}
