import type { Migration } from '../database/migrate.ts';

/**
 * Every synced entity as a table. `seq` is the rowid: search answers in its order. `fill` names the
 * snapshot that last saw the row, so that a new snapshot can sweep what central no longer has. Rows
 * arrive in any order, therefore no foreign keys.
 */
export const entities: Migration = {
  version: 10,
  name: 'entities',
  up(handle) {
    handle.exec(`
      CREATE TABLE customer (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        kind TEXT NOT NULL, customer_number TEXT, salutation TEXT NOT NULL,
        given_name TEXT NOT NULL, family_name TEXT NOT NULL, organisation_name TEXT,
        vat_number TEXT, birth_date TEXT, language TEXT NOT NULL, segment TEXT NOT NULL, archived INTEGER NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX customer_by_number ON customer (customer_number COLLATE NOCASE) WHERE customer_number IS NOT NULL;

      CREATE TABLE contact_point (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        customer_id TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, preferred INTEGER NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX contact_point_by_customer ON contact_point (customer_id);
      CREATE INDEX contact_point_by_email ON contact_point (lower(value)) WHERE kind = 'email';

      CREATE TABLE address (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        customer_id TEXT NOT NULL, kind TEXT NOT NULL, street TEXT NOT NULL, house_number TEXT NOT NULL, box TEXT,
        postcode TEXT NOT NULL, town TEXT NOT NULL, country TEXT NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX address_by_customer ON address (customer_id);

      CREATE TABLE queue (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        key TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL, numbers TEXT NOT NULL,
        language TEXT NOT NULL, register TEXT NOT NULL, script_id TEXT, outcome_ids TEXT NOT NULL,
        pick_up_target_seconds INTEGER NOT NULL, duration_target_seconds INTEGER NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX queue_by_key ON queue (key);

      CREATE TABLE outcome (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        code TEXT NOT NULL, label TEXT NOT NULL, requires_sentence INTEGER NOT NULL, "order" INTEGER NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE script (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        key TEXT NOT NULL, language TEXT NOT NULL, definition TEXT NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE agent (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        username TEXT NOT NULL, name TEXT NOT NULL, extension TEXT, team TEXT, languages TEXT NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE directory_entry (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        name TEXT NOT NULL, department TEXT, number TEXT NOT NULL, competences TEXT NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE interaction (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        channel TEXT NOT NULL, direction TEXT NOT NULL, state TEXT NOT NULL,
        agent_id TEXT, queue_id TEXT, customer_id TEXT, number TEXT,
        started_at TEXT NOT NULL, answered_at TEXT, ended_at TEXT, closed_at TEXT,
        outcome_id TEXT, sentence TEXT NOT NULL, note TEXT NOT NULL, script_run TEXT, captured TEXT NOT NULL,
        interrupted INTEGER NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX interaction_by_customer ON interaction (customer_id, started_at DESC) WHERE customer_id IS NOT NULL;
      CREATE INDEX interaction_unfinished ON interaction (started_at) WHERE state <> 'closed';

      CREATE TABLE call_leg (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        interaction_id TEXT NOT NULL, call_id TEXT NOT NULL, direction TEXT NOT NULL,
        started_at TEXT NOT NULL, answered_at TEXT, ended_at TEXT, cause TEXT, ended_by TEXT,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX call_leg_by_call ON call_leg (call_id);
      CREATE INDEX call_leg_by_interaction ON call_leg (interaction_id);
      CREATE INDEX call_leg_open ON call_leg (started_at) WHERE ended_at IS NULL;
    `);
  },
};
