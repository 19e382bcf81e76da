import type { EntityName, EntityRow } from '#shared/domain/entities.ts';
import type { Article } from '#shared/domain/knowledge/article.ts';
import type { WriteDb } from '../store/database/connection.ts';
import type { EntityTable } from '../store/entities/entity-table.ts';
import { tables } from '../store/entities/tables.ts';
import { learnTerms, termsOf } from '../store/knowledge/article-terms.ts';
import { hasUnsent, renewRemoved, waitingFor } from '../store/queries/outbox.ts';
import { seeAgain } from '../store/queries/unseen-rows.ts';
import type { BatchFacts } from './batch-facts.ts';
import type { PoisonRow } from './incoming-row.ts';

export interface WriteRowOptions {
  /** The snapshot that saw the row. */
  readonly fill?: number;
  /**
   * Take the row whatever version the cache has: it is central's own answer to a mutation, or central
   * began another history.
   */
  readonly anyVersion?: boolean;
}

export function tableOf(entity: EntityName): EntityTable<EntityName> {
  return tables[entity];
}

/**
 * Writes a row from central under what still waits in the outbox: a field that was changed here and is
 * not yet answered keeps the value that was typed.
 * @param facts of the transaction; left out, everything is asked of the database.
 * @returns true when the cache changed; false for a duplicate or an older copy.
 */
export function writeRow(db: WriteDb, entity: EntityName, row: EntityRow<EntityName>, options: WriteRowOptions = {}, facts?: BatchFacts): boolean {
  const table = tableOf(entity);
  const hasWork = facts?.unsent.has(row.id) !== false;
  const isAnswer = options.anyVersion === true && options.fill === undefined;
  // Of a fill the sweep asks which rows with work on them it brought. An answer shows also what is no longer for this device.
  if (hasWork && !isAnswer) seeAgain(db, entity, row.id);
  const kept = hasWork ? underUnsent(db, entity, row) : row;
  if (kept === null) {
    renewRemoved(db, entity, row, options.anyVersion === true);
    return false;
  }
  if (entity === 'article') learnTerms(db, termsOf(row as Article));
  if (options.anyVersion === true) {
    table.put(db, kept, options.fill);
    if (facts?.hasTombstones !== false) db.run('DELETE FROM tombstone WHERE id = ? AND entity = ?', row.id, entity);
    return true;
  }
  if (options.fill === undefined && facts?.hasTombstones !== false) seeAgain(db, entity, row.id);
  if (facts?.hasTombstones !== false && isErased(db, entity, row)) return false;
  if (table.putNewer(db, kept, options.fill)) return true;
  if (options.fill !== undefined) db.run(`UPDATE ${table.name} SET fill = ? WHERE id = ?`, options.fill, row.id);
  return false;
}

/** @returns null where the row was removed here, and central has yet to hear of it. */
function underUnsent(db: WriteDb, entity: EntityName, row: EntityRow<EntityName>): EntityRow<EntityName> | null {
  const waiting = waitingFor(db, entity, row.id);
  if (waiting.some(({ mutation }) => mutation.patch === null)) return null;
  return waiting.reduce((fields, { mutation }) => ({ ...fields, ...mutation.patch }), row);
}

/** An erased row comes back only as a later version. */
function isErased(db: WriteDb, entity: EntityName, row: { readonly id: string; readonly version: number }): boolean {
  const tombstone = db.one<{ version: number }>('SELECT version FROM tombstone WHERE id = ? AND entity = ?', row.id, entity);
  return tombstone !== undefined && tombstone.version >= row.version;
}

/**
 * Central erased a row. A row with unsent work stays until that work has its answer and, where central did not take it, until
 * somebody has decided about it; that the row is gone is remembered meanwhile.
 * @returns the row that was removed.
 */
export function eraseRow(db: WriteDb, entity: EntityName, id: string, version: number): EntityRow<EntityName> | undefined {
  const table = tableOf(entity);
  const former = table.get(db, id);
  if (former !== undefined && former.version > version) return undefined;
  const stays = former !== undefined && hasUnsent(db, entity, id);
  if (!stays) table.remove(db, id);
  db.run(
    'INSERT INTO tombstone (entity, id, version) VALUES (?, ?, ?) ON CONFLICT (id, entity) DO UPDATE SET version = max(version, excluded.version)',
    entity,
    id,
    version,
  );
  return stays ? undefined : former;
}

/** Keeps a row that cannot be read, whole, for a version that can. */
export function parkRow(db: WriteDb, poison: PoisonRow, at: string): void {
  db.run(
    `INSERT INTO parked_row (entity, id, row, reason, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id, entity) DO UPDATE SET row = excluded.row, reason = excluded.reason, at = excluded.at`,
    poison.entity,
    poison.id,
    JSON.stringify(poison.row ?? null),
    poison.reason,
    at,
  );
}
