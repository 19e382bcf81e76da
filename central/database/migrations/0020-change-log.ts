import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

export const changeLog: Migration = {
  number: 20,
  name: 'change log',
  async up(db) {
    await sql`create table log_head (id integer primary key check (id = 1), epoch text not null, sequence bigint not null)`.execute(db);
    await sql`insert into log_head (id, epoch, sequence) values (1, ${randomBytes(8).toString('hex')}, 0)`.execute(db);
    await sql`
      create table change (
        sequence bigint primary key, entity text not null, row_id uuid not null, version integer not null, fields jsonb,
        agent_id uuid, device_id uuid, at timestamptz(3) not null
      )`.execute(db);
    await sql`create index change_row on change (row_id, version)`.execute(db);
    await sql`
      create table mutation (
        id uuid primary key, agent_id uuid not null references agent (id), digest text not null, answer json not null, at timestamptz(3) not null
      )`.execute(db);
    await sql`create index mutation_at on mutation (at)`.execute(db);
  },
};
