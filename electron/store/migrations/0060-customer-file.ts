import type { Migration } from '../database/migrate.ts';

const synced = 'seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL';
const fill = 'fill INTEGER NOT NULL DEFAULT 0';

/**
 * What a customer's file holds beside data and calls: consents, notes, cases, promises, corrections, and
 * which files were merged. The index of each by customer ends with its moment, in the order in which the
 * timeline is read; work that is due has one of its own, by deadline. Customers by VAT number and by birth
 * date are how duplicates are found.
 */
export const customerFile: Migration = {
  version: 60,
  name: 'customer file',
  up(handle) {
    handle.exec(`
      CREATE TABLE consent (
        ${synced}, customer_id TEXT NOT NULL, channel TEXT NOT NULL, purpose TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL,
        source TEXT NOT NULL, how TEXT NOT NULL, agent_id TEXT, interaction_id TEXT, ${fill}
      ) STRICT;
      CREATE INDEX consent_by_customer ON consent (customer_id, at);

      CREATE TABLE note (
        ${synced}, customer_id TEXT NOT NULL, text TEXT NOT NULL, pinned INTEGER NOT NULL, at TEXT NOT NULL, agent_id TEXT, interaction_id TEXT, ${fill}
      ) STRICT;
      CREATE INDEX note_by_customer ON note (customer_id, at);

      CREATE TABLE case_file (
        ${synced}, customer_id TEXT NOT NULL, kind TEXT NOT NULL, case_number TEXT, state TEXT NOT NULL, subject TEXT NOT NULL, description TEXT NOT NULL,
        priority TEXT NOT NULL, owner_id TEXT, queue_id TEXT, opened_at TEXT NOT NULL, opened_by TEXT, interaction_id TEXT, due_at TEXT, closed_at TEXT,
        result TEXT NOT NULL, ${fill}
      ) STRICT;
      CREATE INDEX case_by_customer ON case_file (customer_id, opened_at);
      CREATE INDEX case_due ON case_file (owner_id, due_at) WHERE due_at IS NOT NULL AND state IN ('open', 'waiting');

      CREATE TABLE promise (
        ${synced}, customer_id TEXT NOT NULL, case_id TEXT, text TEXT NOT NULL, state TEXT NOT NULL, due_at TEXT NOT NULL, owner_id TEXT, queue_id TEXT,
        made_at TEXT NOT NULL, made_by TEXT, interaction_id TEXT, done_at TEXT, ${fill}
      ) STRICT;
      CREATE INDEX promise_by_customer ON promise (customer_id, made_at);
      CREATE INDEX promise_due ON promise (owner_id, due_at) WHERE state = 'open';

      CREATE TABLE correction (
        ${synced}, customer_id TEXT NOT NULL, entity TEXT NOT NULL, row_id TEXT NOT NULL, field TEXT NOT NULL, former TEXT, value TEXT, at TEXT NOT NULL, agent_id TEXT, ${fill}
      ) STRICT;
      CREATE INDEX correction_by_customer ON correction (customer_id, at);

      CREATE TABLE customer_merge (
        ${synced}, survivor_id TEXT NOT NULL, merged_id TEXT NOT NULL, taken TEXT NOT NULL, former TEXT NOT NULL, moved TEXT NOT NULL, at TEXT NOT NULL,
        agent_id TEXT, undo_until TEXT NOT NULL, undone_at TEXT, ${fill}
      ) STRICT;
      CREATE INDEX merge_by_survivor ON customer_merge (survivor_id, at);
      CREATE INDEX merge_by_merged ON customer_merge (merged_id, at);

      CREATE INDEX customer_by_vat ON customer (vat_number) WHERE vat_number IS NOT NULL;
      CREATE INDEX customer_by_birth ON customer (birth_date) WHERE birth_date IS NOT NULL;
      CREATE INDEX hand_over_by_customer ON hand_over (customer_id) WHERE customer_id IS NOT NULL;
    `);
  },
};
