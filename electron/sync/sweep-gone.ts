import type { Connection } from '../store/database/connection.ts';
import { tables } from '../store/entities/tables.ts';
import { forgetUnseen, markUnseen } from '../store/queries/unseen-rows.ts';
import { customerWords } from '../store/search/fold.ts';
import { forgetWords } from '../store/search/typing-errors.ts';
import { forgetSuperseded } from '../store/unsent/superseded.ts';
import type { Fill } from './fill.ts';

const sweptPerTransaction = 200;
const customersOwn: ReadonlySet<string> = new Set(['customer', 'contactPoint', 'address']);

/**
 * After a fill, removes what central no longer has, or no longer shows here. Rows with unread newer copies stay, and rows with unsent
 * work until that is done (see {@link markUnseen}).
 */
export function sweepGone(db: Connection, fill: Fill): void {
  db.write(forgetUnseen);
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
  const gone = `SELECT seq FROM ${name} AS gone WHERE seq <= ? AND abs(fill) <> ? AND version > 0
             AND NOT EXISTS (SELECT 1 FROM outbox WHERE entity_id = gone.id AND entity = ?)
             AND NOT EXISTS (SELECT 1 FROM parked_row WHERE id = gone.id AND entity = ?)
           LIMIT ? + 0`;
  const which = [last, fill, entity, entity, sweptPerTransaction];
  return connection.write((db) => {
    // In the transaction that leaves them: the work may be given up at any moment.
    markUnseen(db, { name, entity, fill });
    const people = entity === 'customer' ? db.all(`SELECT ${tables.customer.columns} FROM ${name} WHERE seq IN (${gone})`, ...which).map(tables.customer.decode) : [];
    const removed = db.run(`DELETE FROM ${name} WHERE seq IN (${gone})`, ...which);
    // To the names of who is not here search corrects nothing, and what was written of them is not kept.
    for (const person of people) {
      forgetWords(db, customerWords(person, []));
      forgetSuperseded(db, person.id);
    }
    return removed > 0;
  });
}
