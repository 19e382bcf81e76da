import type { Migration } from '../database/migrate.ts';

/**
 * What becomes of work that central does not take: whose it is, how often central failed on it and when it is
 * tried again; and every value that lost a conflict or was discarded, with who and when.
 */
export const unsentWork: Migration = {
  version: 80,
  name: 'unsent work',
  up(handle) {
    handle.exec(`
      -- Whose work it is: it is never sent in another operator's name. Null: from before this was known.
      ALTER TABLE outbox ADD COLUMN agent_id TEXT;
      -- How often central failed on this very mutation while it worked for others.
      ALTER TABLE outbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE outbox ADD COLUMN not_before TEXT;
      CREATE INDEX outbox_creations ON outbox (entity_id, state, agent_id) WHERE base_version IS NULL;
      CREATE INDEX outbox_tried ON outbox (state, attempts) WHERE attempts > 0;

      -- Values are JSON. agent_id: who wrote the value that lost; null: somebody elsewhere.
      CREATE TABLE superseded_value (
        seq INTEGER PRIMARY KEY,
        entity TEXT NOT NULL, entity_id TEXT NOT NULL, field TEXT NOT NULL,
        value TEXT NOT NULL, kept TEXT NOT NULL,
        agent_id TEXT, written_at TEXT NOT NULL,
        decided_by TEXT, decided_at TEXT NOT NULL,
        decision TEXT NOT NULL CHECK (decision IN ('mine', 'theirs', 'discarded'))
      ) STRICT;
      CREATE INDEX superseded_by_row ON superseded_value (entity_id, entity);
    `);
  },
};
