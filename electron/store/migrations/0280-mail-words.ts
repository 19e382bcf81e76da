import type { Migration } from '../database/migrate.ts';

const markStale = (id: string): string => `INSERT INTO search_stale SELECT ${id} WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE customer_id = ${id});`;

/**
 * The words of e-mail addresses are in the index of words (search/fold.ts, `mailWords`), so an address that comes or goes makes its
 * customer's words stale, as a number does. Those that there are come in when nobody waits; until then they are found by their beginning.
 */
export const mailWords: Migration = {
  version: 280,
  name: 'mail words',
  up(handle) {
    handle.exec(`
      DROP TRIGGER contact_stale_insert;
      CREATE TRIGGER contact_stale_insert AFTER INSERT ON contact_point WHEN NOT EXISTS (SELECT 1 FROM search_pause) BEGIN
        ${markStale('new.customer_id')}
      END;
      DROP TRIGGER contact_stale_delete;
      CREATE TRIGGER contact_stale_delete AFTER DELETE ON contact_point BEGIN
        ${markStale('old.customer_id')}
      END;
      INSERT OR IGNORE INTO search_stale SELECT customer_id FROM contact_point WHERE kind = 'email';
    `);
  },
};
