import type { Customer, EntityName, EntityRow } from '#shared/domain/entities.ts';
import type { WriteDb } from '../database/connection.ts';
import type { EntityTable } from '../entities/entity-table.ts';
import { customerWords } from '../search/fold.ts';
import { forgetWords } from '../search/typing-errors.ts';
import { forgetSuperseded } from '../unsent/superseded.ts';
import { hasUnsent } from './outbox.ts';

/**
 * Before the entity's name: a tombstone of a row that the last snapshot did not have, and that stays for the work on it that waits.
 * It keeps no copy of the row away: where central sends the row once more, it is there again.
 */
const unseen = 'unseen:';

/** The same of a row that was removed here, central has not taken that, and the snapshot that is coming in has not brought it yet. */
const sought = 'sought:';

/** A snapshot begins: there is no row left here by which it would show that it has not what was removed. */
export function seekRemoved(db: WriteDb): void {
  db.run(`DELETE FROM tombstone WHERE entity GLOB '${sought}*'`);
  db.run(`INSERT OR REPLACE INTO tombstone (entity, id, version) SELECT '${sought}' || entity, entity_id, base_version FROM outbox WHERE patch = 'null' AND base_version IS NOT NULL`);
}

/** A snapshot begins to be compared with what is here. What was sought and did not come, it does not have. */
export function forgetUnseen(db: WriteDb): void {
  db.run(`DELETE FROM tombstone WHERE entity GLOB '${unseen}*'`);
  db.run(`UPDATE tombstone SET entity = '${unseen}' || substr(entity, ${sought.length + 1}) WHERE entity GLOB '${sought}*'`);
}

/** Of rows that this snapshot did not have, those on which work waits. */
export function markUnseen(db: WriteDb, { name, entity, fill }: { readonly name: string; readonly entity: string; readonly fill: number }): void {
  db.run(
    `INSERT OR REPLACE INTO tombstone (entity, id, version)
       SELECT DISTINCT '${unseen}' || waiting.entity, gone.id, gone.version FROM outbox AS waiting JOIN ${name} AS gone ON gone.id = waiting.entity_id
       WHERE waiting.entity = ? AND abs(gone.fill) <> ? AND gone.version > 0`,
    entity,
    fill,
  );
}

/** Central sent the row again. */
export function seeAgain(db: WriteDb, entity: string, id: string): void {
  db.run('DELETE FROM tombstone WHERE id = ? AND entity IN (?, ?)', id, `${unseen}${entity}`, `${sought}${entity}`);
}

export function isUnseen(db: WriteDb, entity: string, id: string): boolean {
  return db.one('SELECT 1 FROM tombstone WHERE id = ? AND entity = ?', id, `${unseen}${entity}`) !== undefined;
}

/**
 * Work on a row has its answer, or somebody decided about it: where nothing more waits, the row goes that had stayed for it.
 * @returns the row that was removed.
 */
export function leaveUnseen(db: WriteDb, table: EntityTable<EntityName> | undefined, id: string): EntityRow<EntityName> | undefined {
  if (table === undefined || !isUnseen(db, table.entity, id) || hasUnsent(db, table.entity, id)) return undefined;
  const former = table.get(db, id);
  table.remove(db, id);
  if (table.entity === 'customer' && former !== undefined) {
    forgetWords(db, customerWords(former as Customer, []));
    forgetSuperseded(db, id);
  }
  seeAgain(db, table.entity, id);
  return former;
}
