import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Transfers, quality and recordings of calls; what a queue says about answering and recording. */
export const telephone: Migration = {
  number: 50,
  name: 'telephone',
  async up(db) {
    await sql`alter table queue add column auto_answer boolean not null default false, add column recording text not null default 'never'`.execute(db);
    await sql`alter table call_leg add column transferred_to text, add column quality jsonb, add column recording jsonb`.execute(db);
    await sql`
      create table hand_over (
        id uuid primary key, version integer not null, updated_at timestamptz(3) not null,
        interaction_id uuid not null, call_id uuid not null, agent_id uuid references agent (id), customer_id uuid references customer (id),
        queue_id uuid references queue (id), number text, kind text not null, target text not null, note text not null, at timestamptz(3) not null
      )`.execute(db);
  },
};
