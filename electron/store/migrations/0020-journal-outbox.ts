import type { Migration } from '../database/migrate.ts';

/**
 * What only this device knows: the journal of what was typed, the outbox, and where sync stands.
 * `outbox.base` holds the former values of the patched fields: what a conflict is judged and shown by.
 */
export const journalOutbox: Migration = {
  version: 20,
  name: 'journal and outbox',
  up(handle) {
    handle.exec(`
      CREATE TABLE journal (
        interaction_id TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, saved_at TEXT NOT NULL,
        PRIMARY KEY (interaction_id, field)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE, entity TEXT NOT NULL, entity_id TEXT NOT NULL,
        base_version INTEGER, patch TEXT NOT NULL, base TEXT NOT NULL, at TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'conflict', 'rejected')),
        code TEXT, reason TEXT, theirs TEXT
      ) STRICT;
      CREATE INDEX outbox_waiting ON outbox (seq) WHERE state = 'waiting';
      CREATE INDEX outbox_by_row ON outbox (entity_id, entity);

      -- What was erased, so that an older copy that arrives late does not bring it back.
      CREATE TABLE tombstone (
        entity TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
        PRIMARY KEY (id, entity)
      ) STRICT, WITHOUT ROWID;

      -- Rows from central that do not fit their schema: kept whole, for a version that understands them.
      CREATE TABLE parked_row (
        entity TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (id, entity)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE device_state (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    `);
  },
};
