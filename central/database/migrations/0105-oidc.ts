import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Challenges that an ID token answers, each once. */
export const oidc: Migration = {
  number: 105,
  name: 'oidc',
  async up(db) {
    await sql`create table oidc_challenge (nonce_hash text primary key, device_id uuid not null, expires_at timestamptz(3) not null)`.execute(db);
  },
};
