import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** What lists are asked by most, beside the customer and the operator. */
export const listIndexes: Migration = {
  number: 141,
  name: 'list indexes',
  async up(db) {
    await sql`create index contact_point_value on contact_point (value)`.execute(db);
    await sql`create index interaction_queue on interaction (queue_id, id)`.execute(db);
    await sql`create index interaction_started on interaction (started_at)`.execute(db);
    await sql`create index case_owner on case_file (owner_id) where closed_at is null`.execute(db);
    await sql`create index sales_order_state on sales_order (state, id)`.execute(db);
  },
};
