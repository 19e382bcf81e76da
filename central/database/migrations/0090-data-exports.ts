import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Who took what out of Balie as a file. */
export const dataExports: Migration = {
  number: 90,
  name: 'data exports',
  async up(db) {
    await sql`
      create table data_export (
        id uuid primary key, version integer not null, updated_at timestamptz(3) not null, agent_id uuid references agent (id), list text not null,
        format text not null, rows integer not null, customer_id uuid references customer (id), at timestamptz(3) not null
      )`.execute(db);
    await sql`create index data_export_at on data_export (at)`.execute(db);
    await sql`create index data_export_customer on data_export (customer_id)`.execute(db);
  },
};
