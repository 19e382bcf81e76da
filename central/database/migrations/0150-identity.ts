import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** What a queue asks of callers before their file is shown, and the trail of what was answered. */
export const identity: Migration = {
  number: 150,
  name: 'identity',
  async up(db) {
    await sql`alter table queue add column identity jsonb`.execute(db);
    await sql`alter table hand_over add column identity jsonb`.execute(db);
    await sql`
      create table identity_check (
        id uuid primary key, version integer not null, updated_at timestamptz(3) not null, interaction_id uuid not null,
        customer_id uuid not null references customer (id), queue_id uuid references queue (id), agent_id uuid references agent (id),
        at timestamptz(3) not null, kind text not null, "check" text, way text, carried jsonb, opened jsonb not null
      )`.execute(db);
    await sql`create index identity_check_customer on identity_check (customer_id, at)`.execute(db);
    await sql`create index identity_check_interaction on identity_check (interaction_id)`.execute(db);
  },
};
