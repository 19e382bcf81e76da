import type { Migration } from '../database/migrate.ts';

/**
 * The figures of conversations, what a queue agreed upon, and what is counted of a call while it goes on (`call_tally`: of this
 * device alone, until the figures are made of it). Of conversations from before there are no figures: nothing was counted then.
 */
export const quality: Migration = {
  version: 180,
  name: 'quality',
  up(handle) {
    handle.exec(`
      ALTER TABLE queue ADD COLUMN agreement TEXT;
      ALTER TABLE queue ADD COLUMN after_call TEXT;
      ALTER TABLE outcome ADD COLUMN sentences TEXT;
      CREATE TABLE conversation_quality (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        interaction_id TEXT NOT NULL, agent_id TEXT, queue_id TEXT, direction TEXT NOT NULL, purpose TEXT,
        started_at TEXT NOT NULL, ended_at TEXT NOT NULL,
        pick_up_ms INTEGER, talk_ms INTEGER NOT NULL, hold_ms INTEGER NOT NULL, holds INTEGER NOT NULL, wrap_up_ms INTEGER,
        silence_ms INTEGER, silences INTEGER, overlap_ms INTEGER, overlaps INTEGER,
        script TEXT, adherence_percent INTEGER, completeness_percent INTEGER NOT NULL, read_back_at TEXT,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX conversation_quality_by_interaction ON conversation_quality (interaction_id);
      CREATE INDEX conversation_quality_by_agent ON conversation_quality (agent_id, started_at);
      CREATE INDEX case_file_by_interaction ON case_file (interaction_id) WHERE interaction_id IS NOT NULL;
      CREATE INDEX promise_by_interaction ON promise (interaction_id) WHERE interaction_id IS NOT NULL;
      CREATE TABLE call_tally (call_id TEXT PRIMARY KEY, tally TEXT NOT NULL) STRICT, WITHOUT ROWID;
    `);
  },
};
