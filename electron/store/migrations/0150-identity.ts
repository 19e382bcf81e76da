import type { Migration } from '../database/migrate.ts';

/** What a queue asks of callers before their file is shown, and what was answered in the conversations of this device. */
export const identity: Migration = {
  version: 150,
  name: 'identity',
  up(handle) {
    handle.exec(`
      ALTER TABLE queue ADD COLUMN identity TEXT;
      ALTER TABLE hand_over ADD COLUMN identity TEXT;
      CREATE TABLE identity_check (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        interaction_id TEXT NOT NULL, customer_id TEXT NOT NULL, queue_id TEXT, agent_id TEXT, at TEXT NOT NULL,
        kind TEXT NOT NULL, "check" TEXT, way TEXT, carried TEXT, opened TEXT NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX identity_check_by_interaction ON identity_check (interaction_id);
      CREATE INDEX identity_check_by_customer ON identity_check (customer_id);
    `);
  },
};
