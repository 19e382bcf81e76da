import type { Migration } from '../database/migrate.ts';

/** Not "OR IGNORE": inside a trigger the conflict clause of the statement that fired it would count instead. */
const markStale = (id: string): string => `INSERT INTO search_stale SELECT ${id} WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE customer_id = ${id});`;

/**
 * Rows of a first fill, whose writer makes the search indexes himself, say so themselves: their `fill` is negative. That is one comparison in one
 * program for each row; a table that held the triggers (`search_pause`, migrations 50 and 130) was looked up once or twice for each of three
 * million. Numbers that were here before their customer are led to a whole piece of new customers at once (`sync/fresh-customers.ts`).
 */
export const bulkRows: Migration = {
  version: 340,
  name: 'bulk rows',
  up(handle) {
    handle.exec(`
      DROP TRIGGER customer_stale_insert;
      DROP TRIGGER phone_customer_insert;
      CREATE TRIGGER customer_stale_insert AFTER INSERT ON customer WHEN new.fill >= 0 BEGIN
        ${markStale('new.id')}
        UPDATE phone SET customer = new.seq WHERE customer IS NULL AND contact IN (SELECT seq FROM contact_point WHERE customer_id = new.id);
      END;

      DROP TRIGGER address_stale_insert;
      CREATE TRIGGER address_stale_insert AFTER INSERT ON address WHEN new.fill >= 0 BEGIN
        ${markStale('new.customer_id')}
      END;

      DROP TRIGGER contact_stale_insert;
      DROP TRIGGER phone_insert;
      CREATE TRIGGER contact_stale_insert AFTER INSERT ON contact_point WHEN new.fill >= 0 BEGIN
        ${markStale('new.customer_id')}
        INSERT INTO phone SELECT CAST(substr(new.value, 2) AS INTEGER), new.seq, (SELECT seq FROM customer WHERE id = new.customer_id), new.kind = 'mobile', new.preferred
          WHERE new.kind IN ('phone', 'mobile');
      END;

      DROP TABLE search_pause;
    `);
  },
};
