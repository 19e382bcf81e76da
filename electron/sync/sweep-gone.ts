import type { Connection } from '../store/database/connection.ts';
import { tables } from '../store/entities/tables.ts';
import type { Fill } from './fill.ts';

const sweptPerTransaction = 200;
const customersOwn: ReadonlySet<string> = new Set(['customer', 'contactPoint', 'address']);

/** After a fill, removes what central no longer has; rows with unsent work and unread newer copies stay. */
export function sweepGone(db: Connection, fill: Fill): void {
  for (const { name, entity } of Object.values(tables)) {
    // A million rows that this fill has just written need not be looked at.
    const last = fill.fresh !== null && customersOwn.has(entity) ? fill.mark.before : Number.MAX_SAFE_INTEGER;
    while (sweepSlice(db, { name, entity, fill: fill.number, last }));
  }
}

interface Slice {
  readonly name: string;
  readonly entity: string;
  readonly fill: number;
  /** The last row that is looked at. */
  readonly last: number;
}

/** @returns whether there may be more. */
function sweepSlice(connection: Connection, { name, entity, fill, last }: Slice): boolean {
  return connection.write(
    (db) =>
      db.run(
        `DELETE FROM ${name} WHERE seq IN (
           SELECT seq FROM ${name} AS gone WHERE seq <= ? AND fill <> ? AND version > 0
             AND NOT EXISTS (SELECT 1 FROM outbox WHERE entity_id = gone.id AND entity = ?)
             AND NOT EXISTS (SELECT 1 FROM parked_row WHERE id = gone.id AND entity = ?)
           LIMIT ? + 0)`,
        last,
        fill,
        entity,
        entity,
        sweptPerTransaction,
      ) > 0,
  );
}
