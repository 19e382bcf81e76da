import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** How many counter-arguments the calls of a queue may have; null: as many as their script says. */
export const queueObjections: Migration = {
  number: 250,
  name: 'queue-objections',
  async up(db) {
    await sql`alter table queue add column objection_budget integer`.execute(db);
  },
};
