import type { Migration } from '../database/migrate.ts';

/**
 * How far a script was when its call was transferred, and which conversation of this device went on with it: a hand-over is taken once.
 * `took_queue`: the conversation had no queue of its own.
 */
export const carriedScripts: Migration = {
  version: 240,
  name: 'carried-scripts',
  up(handle) {
    handle.exec(`
      ALTER TABLE hand_over ADD COLUMN script TEXT;
      CREATE INDEX hand_over_by_interaction ON hand_over (interaction_id);
      CREATE TABLE taken_hand_over (interaction_id TEXT PRIMARY KEY, hand_over_id TEXT NOT NULL UNIQUE, took_queue INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    `);
  },
};
