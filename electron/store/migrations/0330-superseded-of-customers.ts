import type { Migration } from '../database/migrate.ts';

/** Tables whose rows name their customer. What was decided of another row (a call, a hand-over) is of whoever its own conversation names. */
const named = {
  contactPoint: 'contact_point',
  address: 'address',
  interaction: 'interaction',
  consent: 'consent',
  note: 'note',
  case: 'case_file',
  promise: 'promise',
  question: 'question',
  order: 'sales_order',
  reservation: 'reservation',
};

/** Whose file a value that lost is of: it goes with them, also where the row that had it went before. */
export const supersededOfCustomers: Migration = {
  version: 330,
  name: 'superseded-of-customers',
  up(handle) {
    handle.exec(`
      ALTER TABLE superseded_value ADD COLUMN customer_id TEXT;
      UPDATE superseded_value SET customer_id = entity_id WHERE entity = 'customer';
      -- Of a row that is gone: what would have made it says whose it was.
      UPDATE superseded_value SET customer_id = (
        SELECT json_extract(coalesce(nullif(said.value, 'null'), said.kept), '$') FROM superseded_value AS said WHERE said.entity_id = superseded_value.entity_id AND said.field IN ('customerId', 'survivorId') LIMIT 1
      ) WHERE customer_id IS NULL;
    `);
    for (const [entity, table] of Object.entries(named)) {
      handle.exec(`UPDATE superseded_value SET customer_id = (SELECT customer_id FROM ${table} WHERE id = entity_id) WHERE entity = '${entity}' AND entity_id IN (SELECT id FROM ${table})`);
    }
    handle.exec(`
      DELETE FROM superseded_value WHERE field GLOB '*Id' OR field GLOB '*Ids';
      CREATE INDEX superseded_by_customer ON superseded_value (customer_id);
    `);
  },
};
