import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** How far a script was when its call was transferred. Hand-overs are found by their conversation too: they are erased with it. */
export const carriedScripts: Migration = {
  number: 240,
  name: 'carried-scripts',
  async up(db) {
    await sql`alter table hand_over add column script jsonb`.execute(db);
    await sql`create index hand_over_interaction on hand_over (interaction_id)`.execute(db);
  },
};
