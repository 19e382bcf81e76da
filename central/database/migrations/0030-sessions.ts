import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

export const sessions: Migration = {
  number: 30,
  name: 'sessions',
  async up(db) {
    await sql`create table credential (agent_id uuid primary key references agent (id), password_hash text not null, changed_at timestamptz(3) not null)`.execute(db);
    await sql`
      create table session (
        id uuid primary key, agent_id uuid not null references agent (id), device_id uuid not null, device_name text not null, platform text not null,
        created_at timestamptz(3) not null, seen_at timestamptz(3) not null, ended_at timestamptz(3), ended_because text
      )`.execute(db);
    await sql`create index session_agent on session (agent_id)`.execute(db);
    await sql`create table access_token (hash text primary key, session_id uuid not null references session (id) on delete cascade, expires_at timestamptz(3) not null)`.execute(db);
    await sql`create index access_token_session on access_token (session_id)`.execute(db);
    await sql`
      create table refresh_token (
        hash text primary key, session_id uuid not null references session (id) on delete cascade, expires_at timestamptz(3) not null, used_at timestamptz(3)
      )`.execute(db);
    await sql`create index refresh_token_session on refresh_token (session_id)`.execute(db);
    await sql`
      create table enrolment (
        code_hash text primary key, agent_id uuid not null references agent (id), expires_at timestamptz(3) not null, used_at timestamptz(3), used_by uuid
      )`.execute(db);
  },
};
