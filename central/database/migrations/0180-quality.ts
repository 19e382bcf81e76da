import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** The figures of conversations; what a queue agreed upon and asks after a call; how outcomes are said. */
export const quality: Migration = {
  number: 180,
  name: 'quality',
  async up(db) {
    await sql`alter table queue add column agreement jsonb, add column after_call jsonb`.execute(db);
    await sql`alter table outcome add column sentences jsonb`.execute(db);
    await sql`
      create table conversation_quality (
        id uuid primary key, version integer not null, updated_at timestamptz(3) not null,
        interaction_id uuid not null references interaction (id), agent_id uuid references agent (id), queue_id uuid references queue (id),
        direction text not null, purpose text, started_at timestamptz(3) not null, ended_at timestamptz(3) not null,
        pick_up_ms integer, talk_ms integer not null, hold_ms integer not null, holds integer not null, wrap_up_ms integer,
        silence_ms integer, silences integer, overlap_ms integer, "overlaps" integer,
        script jsonb, adherence_percent integer, completeness_percent integer not null, read_back_at timestamptz(3)
      )`.execute(db);
    await sql`create unique index conversation_quality_interaction on conversation_quality (interaction_id)`.execute(db);
    await sql`create index conversation_quality_agent on conversation_quality (agent_id, started_at)`.execute(db);
    await sql`create index case_file_interaction on case_file (interaction_id)`.execute(db);
    await sql`create index promise_interaction on promise (interaction_id)`.execute(db);
    await sql`create index conversation_quality_queue on conversation_quality (queue_id, started_at)`.execute(db);
  },
};
