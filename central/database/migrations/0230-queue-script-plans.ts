import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** What a queue will begin with once a version of a script goes live. A queue has one plan at most; what became of plans is in the audit. */
export const queueScriptPlans: Migration = {
  number: 230,
  name: 'queue-script-plans',
  async up(db) {
    await sql`
      create table queue_script_plan (
        id uuid not null unique, queue_id uuid primary key references queue (id) on delete cascade, script_id uuid not null, number integer not null,
        agent_id uuid references agent (id), at timestamptz(3) not null, foreign key (script_id, number) references script_version (script_id, number)
      )`.execute(db);
    await sql`create index queue_script_plan_script on queue_script_plan (script_id, number)`.execute(db);
  },
};
