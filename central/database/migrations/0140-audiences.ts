import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Whom a change concerns, beside the change; null, as in all that was written before: everybody. */
export const audiences: Migration = {
  number: 140,
  name: 'audiences',
  async up(db) {
    await sql`alter table change add column audience text[]`.execute(db);
  },
};
