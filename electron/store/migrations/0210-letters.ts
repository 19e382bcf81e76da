import type { Migration } from '../database/migrate.ts';

/**
 * Templates of letters come by sync; their documents lie beside them, by what is in them. What left this device says what it was made
 * from. And a remark about an article that is gone can reach nobody.
 */
export const letters: Migration = {
  version: 210,
  name: 'letters',
  up(handle) {
    handle.exec(`
      CREATE TABLE letter_template (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        key TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, queue_ids TEXT NOT NULL, edition INTEGER NOT NULL, changed_at TEXT NOT NULL, withdrawn INTEGER NOT NULL,
        variants TEXT NOT NULL, fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE TABLE letter_file (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
      ALTER TABLE data_export ADD COLUMN template_id TEXT;
      ALTER TABLE data_export ADD COLUMN template_edition INTEGER;
      CREATE TRIGGER article_gone AFTER DELETE ON article BEGIN DELETE FROM journal WHERE interaction_id = old.id; END;
    `);
  },
};
