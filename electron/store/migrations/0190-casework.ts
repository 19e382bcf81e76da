import type { Migration } from '../database/migrate.ts';

const synced = 'seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL';
const fill = 'fill INTEGER NOT NULL DEFAULT 0';

/**
 * Procedures and the steps that were done by them, questions that were noted in a conversation, case numbers of this device's own, and
 * what is offered. `case_number_use` is this file's alone: a copy of the numbers in another database gives none of them out again.
 */
export const casework: Migration = {
  version: 190,
  name: 'casework',
  up(handle) {
    handle.exec(`
      ALTER TABLE case_file ADD COLUMN procedure_id TEXT;
      ALTER TABLE case_file ADD COLUMN collected TEXT NOT NULL DEFAULT '{}';
      ALTER TABLE case_file ADD COLUMN read_back_at TEXT;
      ALTER TABLE promise ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal';
      CREATE INDEX case_due_all ON case_file (due_at) WHERE due_at IS NOT NULL AND state IN ('open', 'waiting');
      CREATE INDEX promise_due_all ON promise (due_at) WHERE state = 'open';

      CREATE TABLE case_procedure (
        ${synced}, key TEXT NOT NULL, queue_id TEXT, kind TEXT NOT NULL, topic TEXT NOT NULL, priority TEXT NOT NULL, owner TEXT NOT NULL, department TEXT NOT NULL,
        due TEXT NOT NULL, hours TEXT NOT NULL, steps TEXT NOT NULL, fields TEXT NOT NULL, active INTEGER NOT NULL, ${fill}
      ) STRICT;

      CREATE TABLE case_step (
        ${synced}, customer_id TEXT NOT NULL, case_id TEXT NOT NULL, step TEXT NOT NULL, done INTEGER NOT NULL, at TEXT NOT NULL, agent_id TEXT, ${fill}
      ) STRICT;
      CREATE INDEX case_step_by_case ON case_step (case_id);
      CREATE INDEX case_step_by_customer ON case_step (customer_id);

      CREATE TABLE question (
        ${synced}, interaction_id TEXT NOT NULL, customer_id TEXT, text TEXT NOT NULL, at TEXT NOT NULL, agent_id TEXT, state TEXT NOT NULL,
        answer TEXT NOT NULL, case_id TEXT, ${fill}
      ) STRICT;
      CREATE INDEX question_by_interaction ON question (interaction_id);
      CREATE INDEX question_by_customer ON question (customer_id) WHERE customer_id IS NOT NULL;

      CREATE TABLE number_range (
        ${synced}, agent_id TEXT, at TEXT NOT NULL, first INTEGER, last INTEGER, ${fill}
      ) STRICT;
      CREATE TABLE case_number_use (range_id TEXT PRIMARY KEY, next INTEGER) STRICT;

      CREATE TABLE sales_offer (
        ${synced}, key TEXT NOT NULL, sku TEXT NOT NULL, priority INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT NOT NULL, condition TEXT,
        purposes TEXT NOT NULL, bought_any TEXT NOT NULL, bought_none TEXT NOT NULL, say TEXT NOT NULL, reason TEXT NOT NULL, active INTEGER NOT NULL, ${fill}
      ) STRICT;

      CREATE TABLE offer_answer (
        ${synced}, customer_id TEXT NOT NULL, offer_id TEXT NOT NULL, interaction_id TEXT, agent_id TEXT, at TEXT NOT NULL, answer TEXT NOT NULL, ${fill}
      ) STRICT;
      CREATE INDEX offer_answer_by_customer ON offer_answer (customer_id);
    `);
  },
};
