import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

const synced = sql`id uuid primary key, version integer not null, updated_at timestamptz(3) not null`;

/**
 * What is sold and what was ordered. The checks are a second line: decisions are made while one is the only writer
 * (sync/change-log.ts), so that nothing is promised twice; should a rule ever be wrong, the write is refused.
 */
export const orders: Migration = {
  number: 70,
  name: 'orders',
  async up(db) {
    await sql`
      create table product (
        ${synced}, sku text not null unique, name jsonb not null, category jsonb not null, summary jsonb not null, features jsonb not null, price_cents integer not null,
        vat_rate integer not null, discounts jsonb not null, terms_keys jsonb not null, languages jsonb not null, active boolean not null,
        stocked boolean not null, lead_days integer not null
      )`.execute(db);
    await sql`
      create table stock (
        ${synced}, product_id uuid not null unique references product (id), on_hand integer not null check (on_hand >= 0),
        allocated integer not null check (allocated >= 0), held integer not null check (held >= 0), counted_at timestamptz(3) not null
      )`.execute(db);
    await sql`
      create table sales_terms (
        ${synced}, key text not null, edition text not null, valid_from date not null, title jsonb not null, text jsonb not null, mandatory boolean not null,
        unique (key, edition)
      )`.execute(db);
    await sql`
      create table sales_policy (
        ${synced}, time_zone text not null, cut_off text not null, working_days jsonb not null, closed_days jsonb not null, normal_days integer not null,
        urgent_days integer not null, delivery_cents integer not null, urgent_cents integer not null, free_from_cents integer not null,
        delivery_vat_rate integer not null, hold_minutes integer not null, stock_fresh_minutes integer not null, return_days integer not null
      )`.execute(db);
    await sql`
      create table capacity_slot (
        ${synced}, kind text not null, title jsonb not null, place text not null, day date not null, "from" text not null, until text not null,
        capacity integer not null, taken integer not null check (taken >= 0)
      )`.execute(db);
    await sql`
      create table sales_order (
        ${synced}, number text unique, customer_id uuid not null references customer (id), interaction_id uuid, agent_id uuid references agent (id),
        state text not null, language text not null, priority text not null, lines jsonb not null, delivery jsonb, slot_id uuid references capacity_slot (id),
        note text not null, terms jsonb not null, delivery_cents integer not null, total_cents integer not null, told_for date, promised_for date,
        placed_at timestamptz(3), history jsonb not null, reason text not null
      )`.execute(db);
    await sql`create index sales_order_customer on sales_order (customer_id)`.execute(db);
    await sql`
      create table stock_hold (
        ${synced}, order_id uuid not null, product_id uuid not null references product (id), interaction_id uuid, agent_id uuid references agent (id),
        quantity integer not null, state text not null, until timestamptz(3), renewals integer not null
      )`.execute(db);
    await sql`create index stock_hold_order on stock_hold (order_id)`.execute(db);
    await sql`create index stock_hold_granted on stock_hold (until) where state = 'granted'`.execute(db);
    await sql`
      create table reservation (
        ${synced}, number text unique, customer_id uuid not null references customer (id), interaction_id uuid, agent_id uuid references agent (id),
        slot_id uuid not null references capacity_slot (id), seats integer not null, state text not null, note text not null, at timestamptz(3) not null
      )`.execute(db);
    await sql`create index reservation_customer on reservation (customer_id)`.execute(db);
    await sql`create index reservation_slot on reservation (slot_id)`.execute(db);
    await sql`create sequence order_number start 100001`.execute(db);
    await sql`create sequence reservation_number start 100001`.execute(db);
  },
};
