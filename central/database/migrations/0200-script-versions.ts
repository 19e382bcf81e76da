import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Versions of scripts and what became of them: both are only ever added to. What is live is in the synced table `script`, as before. */
export const scriptVersions: Migration = {
  number: 200,
  name: 'script-versions',
  async up(db) {
    await sql`
      create table script_version (
        script_id uuid not null, number integer not null, base integer, restores integer, definition jsonb not null, comment text not null,
        agent_id uuid references agent (id), at timestamptz(3) not null, primary key (script_id, number)
      )`.execute(db);
    await sql`
      create table script_version_event (
        id uuid primary key, script_id uuid not null, number integer not null, kind text not null check (kind in ('reviewed', 'scheduled', 'withdrawn', 'live')),
        agent_id uuid references agent (id), at timestamptz(3) not null, live_from timestamptz(3), comment text not null,
        foreign key (script_id, number) references script_version (script_id, number)
      )`.execute(db);
    await sql`create index script_version_event_version on script_version_event (script_id, number, id)`.execute(db);
    // Whatever several processes do at the same moment: a version goes live once.
    await sql`create unique index script_version_live_once on script_version_event (script_id, number) where kind = 'live'`.execute(db);
    await sql`
      create function script_versions_stay() returns trigger language plpgsql as $$
      begin raise exception 'a version of a script is not changed'; end $$`.execute(db);
    await sql`create trigger script_version_kept before update or delete or truncate on script_version for each statement execute function script_versions_stay()`.execute(db);
    await sql`create trigger script_version_event_kept before update or delete or truncate on script_version_event for each statement execute function script_versions_stay()`.execute(db);
  },
};
