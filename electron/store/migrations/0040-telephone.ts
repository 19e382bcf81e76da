import type { Migration } from '../database/migrate.ts';

/**
 * Transfers with their hand-over notes, quality and recordings of calls, and what a queue says about
 * answering and recording. Rows that were there keep what was true of them: answered by hand, not
 * recorded, nothing measured. The indexes on hand-overs are the two ways in which a colleague's call is
 * recognised (queries/hand-overs.ts); the one on interactions carries the number, so that a search by
 * number in the call history reads the index alone.
 */
export const telephone: Migration = {
  version: 40,
  name: 'telephone',
  up(handle) {
    handle.exec(`
      ALTER TABLE queue ADD COLUMN auto_answer INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE queue ADD COLUMN recording TEXT NOT NULL DEFAULT 'never';
      ALTER TABLE call_leg ADD COLUMN transferred_to TEXT;
      ALTER TABLE call_leg ADD COLUMN quality TEXT;
      ALTER TABLE call_leg ADD COLUMN recording TEXT;

      CREATE TABLE hand_over (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        interaction_id TEXT NOT NULL, call_id TEXT NOT NULL, agent_id TEXT, customer_id TEXT, queue_id TEXT, number TEXT,
        kind TEXT NOT NULL, target TEXT NOT NULL, note TEXT NOT NULL, at TEXT NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX hand_over_by_call ON hand_over (call_id);
      CREATE INDEX hand_over_by_number ON hand_over (number, at) WHERE number IS NOT NULL;
      CREATE INDEX hand_over_by_agent ON hand_over (agent_id, at);

      CREATE INDEX interaction_by_agent ON interaction (agent_id, started_at, number);
      CREATE INDEX interaction_unanswered ON interaction (agent_id, started_at) WHERE answered_at IS NULL;
    `);
  },
};
