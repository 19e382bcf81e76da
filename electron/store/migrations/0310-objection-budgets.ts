import type { Migration } from '../database/migrate.ts';

/** How many counter-arguments a queue's calls may have, and what that was when a conversation began. */
export const objectionBudgets: Migration = {
  version: 310,
  name: 'objection-budgets',
  up(handle) {
    handle.exec(`
      ALTER TABLE queue ADD COLUMN objection_budget INTEGER;
      ALTER TABLE interaction ADD COLUMN objection_budget INTEGER;
    `);
  },
};
