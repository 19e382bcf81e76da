import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

const synced = sql`id uuid primary key, version integer not null, updated_at timestamptz(3) not null`;
const customer = sql`customer_id uuid not null references customer (id)`;

/**
 * What a customer's file holds beside data and calls, and what central keeps of an erased customer: that it
 * happened, never who it was. The interaction that a row came from is not referenced: it arrives only
 * when the operator has closed it.
 */
export const customerFile: Migration = {
  number: 60,
  name: 'customer file',
  async up(db) {
    await sql`
      create table consent (
        ${synced}, ${customer}, channel text not null, purpose text not null, state text not null, at timestamptz(3) not null, source text not null,
        how text not null, agent_id uuid references agent (id), interaction_id uuid
      )`.execute(db);
    await sql`create index consent_customer on consent (customer_id)`.execute(db);
    await sql`
      create table note (
        ${synced}, ${customer}, text text not null, pinned boolean not null, at timestamptz(3) not null, agent_id uuid references agent (id), interaction_id uuid
      )`.execute(db);
    await sql`create index note_customer on note (customer_id)`.execute(db);
    await sql`
      create table case_file (
        ${synced}, ${customer}, kind text not null, case_number text unique, state text not null, subject text not null, description text not null,
        priority text not null, owner_id uuid references agent (id), queue_id uuid references queue (id), opened_at timestamptz(3) not null,
        opened_by uuid references agent (id), interaction_id uuid, due_at timestamptz(3), closed_at timestamptz(3), result text not null
      )`.execute(db);
    await sql`create index case_customer on case_file (customer_id)`.execute(db);
    await sql`create sequence case_number start 100001`.execute(db);
    await sql`
      create table promise (
        ${synced}, ${customer}, case_id uuid references case_file (id), text text not null, state text not null, due_at timestamptz(3) not null,
        owner_id uuid references agent (id), queue_id uuid references queue (id), made_at timestamptz(3) not null, made_by uuid references agent (id),
        interaction_id uuid, done_at timestamptz(3)
      )`.execute(db);
    await sql`create index promise_customer on promise (customer_id)`.execute(db);
    await sql`create index promise_case on promise (case_id) where case_id is not null`.execute(db);
    await sql`
      create table correction (
        ${synced}, ${customer}, entity text not null, row_id uuid not null, field text not null, former jsonb, value jsonb, at timestamptz(3) not null,
        agent_id uuid references agent (id)
      )`.execute(db);
    await sql`create index correction_customer on correction (customer_id)`.execute(db);
    await sql`
      create table customer_merge (
        ${synced}, survivor_id uuid not null references customer (id), merged_id uuid not null references customer (id), taken jsonb not null,
        former jsonb not null, moved jsonb not null, at timestamptz(3) not null, agent_id uuid references agent (id), undo_until timestamptz(3) not null,
        undone_at timestamptz(3)
      )`.execute(db);
    await sql`create index customer_merge_survivor on customer_merge (survivor_id)`.execute(db);
    await sql`create unique index customer_merge_merged on customer_merge (merged_id) where undone_at is null`.execute(db);
    await sql`create index hand_over_customer on hand_over (customer_id) where customer_id is not null`.execute(db);
    await sql`
      create table personal_data_log (
        id uuid primary key, kind text not null check (kind in ('export', 'erasure')), customer_id uuid not null, agent_id uuid, device_id uuid,
        reason text not null, at timestamptz(3) not null
      )`.execute(db);
    await sql`create table agent_duty (agent_id uuid not null references agent (id), duty text not null, primary key (agent_id, duty))`.execute(db);
    await sql`create index personal_data_log_customer on personal_data_log (customer_id)`.execute(db);
  },
};
