import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Where the centre's other systems are told what happened, and what became of it. */
export const webhooks: Migration = {
  number: 110,
  name: 'webhooks',
  async up(db) {
    await sql`create table webhook (id uuid primary key, url text not null, events jsonb not null, sealed_secret text not null, created_at timestamptz(3) not null)`.execute(db);
    await sql`
      create table webhook_delivery (
        id uuid primary key, webhook_id uuid not null references webhook (id) on delete cascade, event text not null, payload text not null, created_at timestamptz(3) not null,
        attempts integer not null default 0, next_at timestamptz(3), delivered_at timestamptz(3), status integer, error text
      )`.execute(db);
    await sql`create index webhook_delivery_next on webhook_delivery (next_at) where next_at is not null`.execute(db);
    await sql`create index webhook_delivery_webhook on webhook_delivery (webhook_id, id)`.execute(db);
  },
};
