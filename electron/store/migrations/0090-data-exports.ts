import type { Migration } from '../database/migrate.ts';

/** What left this device as a file, on its way to central. */
export const dataExports: Migration = {
  version: 90,
  name: 'data exports',
  up(handle) {
    handle.exec(`
      CREATE TABLE data_export (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        agent_id TEXT, list TEXT NOT NULL, format TEXT NOT NULL, rows INTEGER NOT NULL, customer_id TEXT, at TEXT NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX data_export_by_customer ON data_export (customer_id) WHERE customer_id IS NOT NULL;
    `);
  },
};
