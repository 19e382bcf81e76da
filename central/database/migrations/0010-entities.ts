import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

const synced = sql`id uuid primary key, version integer not null, updated_at timestamptz(3) not null`;

export const entities: Migration = {
  number: 10,
  name: 'entities',
  async up(db) {
    await sql`create table script (${synced}, key text not null, language text not null, definition jsonb not null, unique (key, language))`.execute(db);
    await sql`create table outcome (${synced}, code text not null unique, label jsonb not null, requires_sentence boolean not null, "order" integer not null)`.execute(db);
    await sql`
      create table queue (
        ${synced}, key text not null unique, name text not null, organisation text not null, numbers jsonb not null, language text not null,
        register text not null, script_id uuid references script (id), outcome_ids jsonb not null,
        pick_up_target_seconds integer not null, duration_target_seconds integer not null
      )`.execute(db);
    await sql`create table agent (${synced}, username text not null, name text not null, extension text, team text, languages jsonb not null)`.execute(db);
    await sql`create unique index agent_username on agent (lower(username))`.execute(db);
    await sql`create table directory_entry (${synced}, name text not null, department text, number text not null, competences jsonb not null)`.execute(db);
    await sql`
      create table customer (
        ${synced}, kind text not null, customer_number text unique, salutation text not null, given_name text not null, family_name text not null,
        organisation_name text, vat_number text, birth_date date, language text not null, segment text not null, archived boolean not null
      )`.execute(db);
    await sql`create table contact_point (${synced}, customer_id uuid not null references customer (id), kind text not null, value text not null, preferred boolean not null)`.execute(db);
    await sql`create index contact_point_customer on contact_point (customer_id)`.execute(db);
    await sql`
      create table address (
        ${synced}, customer_id uuid not null references customer (id), kind text not null, street text not null, house_number text not null, box text,
        postcode text not null, town text not null, country text not null
      )`.execute(db);
    await sql`create index address_customer on address (customer_id)`.execute(db);
    await sql`
      create table interaction (
        ${synced}, channel text not null, direction text not null, state text not null, agent_id uuid references agent (id), queue_id uuid references queue (id),
        customer_id uuid references customer (id), number text, started_at timestamptz(3) not null, answered_at timestamptz(3), ended_at timestamptz(3),
        closed_at timestamptz(3), outcome_id uuid references outcome (id), sentence text not null, note text not null, script_run jsonb,
        captured jsonb not null, interrupted boolean not null
      )`.execute(db);
    await sql`create index interaction_customer on interaction (customer_id)`.execute(db);
    await sql`create index interaction_agent on interaction (agent_id)`.execute(db);
    await sql`
      create table call_leg (
        ${synced}, interaction_id uuid not null references interaction (id), call_id uuid not null, direction text not null,
        started_at timestamptz(3) not null, answered_at timestamptz(3), ended_at timestamptz(3), cause text, ended_by text
      )`.execute(db);
    await sql`create index call_leg_interaction on call_leg (interaction_id)`.execute(db);
    await sql`create sequence customer_number start 100001`.execute(db);
  },
};
