import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/**
 * Templates of letters. What is now is in the synced table; what each edition said, and the documents, are only ever added to: a letter
 * of years ago can be told from the template that it was made from.
 */
export const letters: Migration = {
  number: 210,
  name: 'letters',
  async up(db) {
    await sql`
      create table letter_template (
        id uuid primary key, version integer not null, updated_at timestamptz(3) not null, key text not null unique, kind text not null, title jsonb not null,
        queue_ids jsonb not null, variants jsonb not null, edition integer not null, changed_at timestamptz(3) not null, withdrawn boolean not null
      )`.execute(db);
    await sql`
      create table letter_edition (
        template_id uuid not null references letter_template (id), edition integer not null, content jsonb not null, comment text not null,
        agent_id uuid references agent (id), at timestamptz(3) not null, primary key (template_id, edition)
      )`.execute(db);
    await sql`create table letter_file (sha256 text primary key, bytes bytea not null, agent_id uuid references agent (id), at timestamptz(3) not null)`.execute(db);
    await sql`
      create function letters_stay() returns trigger language plpgsql as $$
      begin raise exception 'an edition of a letter is not changed'; end $$`.execute(db);
    await sql`create trigger letter_edition_kept before update or delete or truncate on letter_edition for each statement execute function letters_stay()`.execute(db);
    await sql`create trigger letter_file_kept before update or delete or truncate on letter_file for each statement execute function letters_stay()`.execute(db);
    await sql`alter table data_export add column template_id uuid references letter_template (id), add column template_edition integer`.execute(db);
  },
};
