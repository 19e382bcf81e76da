import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

/** Whose rows are in a table that names customers; every such table has an index by them. */
const byTable = Object.values(tables)
  .filter(({ fields }) => fields.includes('customerId'))
  .map(({ name }) => `EXISTS (SELECT 1 FROM ${name} WHERE customer_id = gone.value)`);

/** Whom the few rows name that are not at central, and what was decided about such. */
const byWork = ['customerId', 'survivorId', 'mergedId'].map((field) => `SELECT json_extract(patch, '$.${field}') FROM outbox UNION SELECT json_extract(base, '$.${field}') FROM outbox`);

/** @param ids customers who were erased. @returns those of whom this device still has something. */
export function erasedHere(db: ReadDb, ids: readonly string[]): string[] {
  return db
    .all<{ id: string }>(
      `WITH named (id) AS (SELECT entity_id FROM outbox WHERE entity = 'customer' UNION ${byWork.join(' UNION ')} UNION SELECT interaction_id FROM journal UNION SELECT json_extract(row, '$.customerId') FROM parked_row)
       SELECT gone.value AS id FROM json_each(?) AS gone
       WHERE gone.value IN (SELECT id FROM named) OR EXISTS (SELECT 1 FROM customer WHERE id = gone.value) OR EXISTS (SELECT 1 FROM superseded_value WHERE customer_id = gone.value)
          OR ${byTable.join(' OR ')}`,
      JSON.stringify(ids),
    )
    .map(({ id }) => id);
}
