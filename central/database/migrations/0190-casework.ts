import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

const synced = sql`id uuid primary key, version integer not null, updated_at timestamptz(3) not null`;

/** Procedures and their steps, questions, numbers that devices give out themselves, and what is offered beside what a customer called for. */
export const casework: Migration = {
  number: 190,
  name: 'casework',
  async up(db) {
    await sql`
      create table case_procedure (
        ${synced}, key text not null unique, queue_id uuid references queue (id), kind text not null, topic jsonb not null, priority text not null, owner text not null,
        department jsonb not null, due jsonb not null, hours jsonb not null, steps jsonb not null, fields jsonb not null, active boolean not null
      )`.execute(db);
    await sql`alter table case_file add column procedure_id uuid references case_procedure (id)`.execute(db);
    await sql`alter table case_file add column collected jsonb not null default '{}'`.execute(db);
    await sql`alter table case_file add column read_back_at timestamptz(3)`.execute(db);
    await sql`alter table promise add column priority text not null default 'normal'`.execute(db);
    await sql`
      create table case_step (
        ${synced}, customer_id uuid not null references customer (id), case_id uuid not null references case_file (id), step text not null, done boolean not null,
        at timestamptz(3) not null, agent_id uuid references agent (id)
      )`.execute(db);
    await sql`create index case_step_case on case_step (case_id)`.execute(db);
    await sql`create index case_step_customer on case_step (customer_id)`.execute(db);
    await sql`
      create table question (
        ${synced}, interaction_id uuid not null, customer_id uuid references customer (id), text text not null, at timestamptz(3) not null,
        agent_id uuid references agent (id), state text not null, answer text not null, case_id uuid references case_file (id)
      )`.execute(db);
    await sql`create index question_customer on question (customer_id)`.execute(db);
    await sql`create index question_case on question (case_id)`.execute(db);
    // Which workstation has the numbers is central's own affair: no row tells it.
    await sql`
      create table number_range (
        ${synced}, agent_id uuid references agent (id), at timestamptz(3) not null, first integer unique, last integer unique, device_id uuid
      )`.execute(db);
    await sql`create index number_range_agent on number_range (agent_id)`.execute(db);
    await sql`
      create table sales_offer (
        ${synced}, key text not null unique, sku text not null, priority integer not null, valid_from date not null, valid_until date not null, condition jsonb,
        purposes jsonb not null, bought_any jsonb not null, bought_none jsonb not null, say jsonb not null, reason jsonb not null, active boolean not null
      )`.execute(db);
    await sql`
      create table offer_answer (
        ${synced}, customer_id uuid not null references customer (id), offer_id uuid not null references sales_offer (id), interaction_id uuid,
        agent_id uuid references agent (id), at timestamptz(3) not null, answer text not null
      )`.execute(db);
    await sql`create index offer_answer_customer on offer_answer (customer_id)`.execute(db);
  },
};
