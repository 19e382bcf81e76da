import type { Migration } from '../database/migrate.ts';

/**
 * The words that a script had until another version came in: conversations that began before go on with them. Kept by a trigger,
 * whichever way rows come in; a conversation that lasts longer than a week does not exist. And what a team lead is writing.
 */
export const scriptEditions: Migration = {
  version: 200,
  name: 'script-editions',
  up(handle) {
    handle.exec(`
      CREATE TABLE script_edition (script_id TEXT NOT NULL, replaced_at TEXT NOT NULL, version INTEGER NOT NULL, updated_at TEXT NOT NULL, key TEXT NOT NULL, language TEXT NOT NULL, definition TEXT NOT NULL,
        PRIMARY KEY (script_id, replaced_at)) STRICT, WITHOUT ROWID;
      CREATE TRIGGER script_replaced BEFORE UPDATE OF definition ON script WHEN old.definition IS NOT new.definition BEGIN
        DELETE FROM script_edition WHERE replaced_at < strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-7 days');
        INSERT OR REPLACE INTO script_edition VALUES (old.id, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), old.version, old.updated_at, old.key, old.language, old.definition);
      END;
      CREATE TABLE script_draft (script_id TEXT PRIMARY KEY, base TEXT, content TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT;
    `);
  },
};
