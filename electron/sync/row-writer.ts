import type { EntityName, EntityRow } from '#shared/domain/entities.ts';
import type { WriteDb } from '../store/database/connection.ts';
import type { EntityTable } from '../store/entities/entity-table.ts';
import { tables } from '../store/entities/tables.ts';
import { hasUnsent, waitingFor } from '../store/queries/outbox.ts';
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

function tableOf(entity: EntityName): EntityTable<EntityName> {
  return tables[entity];
}

/**
 * Writes a row from central under what still waits in the outbox: a field that was changed here and is
 * not yet answered keeps the value that was typed.
 * @returns true when the cache changed; false for a duplicate or an older copy.
 */
export function writeRow(db: WriteDb, entity: EntityName, row: EntityRow<EntityName>, options: WriteRowOptions = {}): boolean {
  const table = tableOf(entity);
  const former = table.get(db, row.id);
  const newer = former === undefined ? !isErased(db, entity, row) : row.version > former.version;
  if (!newer && options.anyVersion !== true) {
    if (former !== undefined && options.fill !== undefined) db.run(`UPDATE ${table.name} SET fill = ? WHERE id = ?`, options.fill, row.id);
    return false;
  }
  const waiting = waitingFor(db, entity, row.id);
  // It was removed here, and central has yet to hear of it.
  if (waiting.some(({ mutation }) => mutation.patch === null)) return false;
  const overlay = waiting.reduce<object>((fields, { mutation }) => ({ ...fields, ...mutation.patch }), {});
  table.put(db, { ...row, ...overlay }, options.fill);
  if (options.anyVersion === true) db.run('DELETE FROM tombstone WHERE id = ? AND entity = ?', row.id, entity);
  return true;
}

/** An erased row comes back only as a later version. */
function isErased(db: WriteDb, entity: EntityName, row: { readonly id: string; readonly version: number }): boolean {
  const tombstone = db.one<{ version: number }>('SELECT version FROM tombstone WHERE id = ? AND entity = ?', row.id, entity);
  return tombstone !== undefined && tombstone.version >= row.version;
}

/**
 * Central erased a row. A row with unsent work stays until that work has its answer; it is then central
 * that says what becomes of it.
 * @returns the row that was removed.
 */
export function eraseRow(db: WriteDb, entity: EntityName, id: string, version: number): EntityRow<EntityName> | undefined {
  const table = tableOf(entity);
  const former = table.get(db, id);
  if (former !== undefined && (former.version > version || hasUnsent(db, entity, id))) return undefined;
  table.remove(db, id);
  db.run(
    'INSERT INTO tombstone (entity, id, version) VALUES (?, ?, ?) ON CONFLICT (id, entity) DO UPDATE SET version = max(version, excluded.version)',
    entity,
    id,
    version,
  );
  return former;
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
