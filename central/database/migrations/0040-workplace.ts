import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

export const workplace: Migration = {
  number: 40,
  name: 'workplace',
  async up(db) {
    await sql`
      create table sip_account (
        agent_id uuid primary key references agent (id), uri text not null, authorization_user text not null, display_name text not null, sealed_password text not null
      )`.execute(db);
    await sql`create table provisioning_policy (id integer primary key check (id = 1), policy jsonb not null)`.execute(db);
    await sql`create table agent_state (agent_id uuid primary key references agent (id), state jsonb not null, reported_at timestamptz(3) not null)`.execute(db);
  },
};
