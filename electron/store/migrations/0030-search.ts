import type { Migration } from '../database/migrate.ts';

const number = (value: string): string => `CAST(substr(${value}, 2) AS INTEGER)`;
const isPhone = (kind: string): string => `${kind} IN ('phone', 'mobile')`;

/** Not "OR IGNORE": inside a trigger the conflict clause of the statement that fired it would count instead. */
const markStale = (id: string): string => `INSERT INTO search_stale SELECT ${id} WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE customer_id = ${id});`;

/**
 * Finding customers. Measured choices (docs/decisions): phones as integers with the last nine digits
 * first in the key; one contentless FTS5 table whose rowid is the customer's `seq`, without positions and
 * with prefixes up to six letters. Triggers keep phones exact and mark customers whose words are stale;
 * the words themselves are folded in code (electron/store/search).
 */
export const search: Migration = {
  version: 30,
  name: 'search',
  up(handle) {
    handle.exec(`
      CREATE TABLE phone (
        tail INTEGER NOT NULL, number INTEGER NOT NULL, contact INTEGER NOT NULL,
        PRIMARY KEY (tail, number, contact)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER phone_insert AFTER INSERT ON contact_point WHEN ${isPhone('new.kind')} BEGIN
        INSERT INTO phone VALUES (${number('new.value')} % 1000000000, ${number('new.value')}, new.seq);
      END;
      CREATE TRIGGER phone_update AFTER UPDATE ON contact_point WHEN old.value IS NOT new.value OR old.kind IS NOT new.kind BEGIN
        DELETE FROM phone WHERE tail = ${number('old.value')} % 1000000000 AND number = ${number('old.value')} AND contact = old.seq;
        INSERT INTO phone SELECT ${number('new.value')} % 1000000000, ${number('new.value')}, new.seq WHERE ${isPhone('new.kind')};
      END;
      CREATE TRIGGER phone_delete AFTER DELETE ON contact_point BEGIN
        DELETE FROM phone WHERE tail = ${number('old.value')} % 1000000000 AND number = ${number('old.value')} AND contact = old.seq;
      END;

      CREATE VIRTUAL TABLE customer_words USING fts5(
        words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6',
        tokenize = 'unicode61 remove_diacritics 2'
      );
      CREATE TABLE search_stale (customer_id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
      CREATE TRIGGER customer_stale_insert AFTER INSERT ON customer BEGIN
        ${markStale('new.id')}
      END;
      CREATE TRIGGER customer_stale_update AFTER UPDATE ON customer
        WHEN (old.given_name, old.family_name, old.organisation_name, old.customer_number)
          IS NOT (new.given_name, new.family_name, new.organisation_name, new.customer_number) BEGIN
        ${markStale('new.id')}
      END;
      CREATE TRIGGER customer_words_delete AFTER DELETE ON customer BEGIN
        DELETE FROM customer_words WHERE rowid = old.seq;
      END;
      CREATE TRIGGER address_stale_insert AFTER INSERT ON address BEGIN
        ${markStale('new.customer_id')}
      END;
      CREATE TRIGGER address_stale_update AFTER UPDATE ON address
        WHEN (old.street, old.postcode, old.town, old.customer_id) IS NOT (new.street, new.postcode, new.town, new.customer_id) BEGIN
        ${markStale('old.customer_id')}
        ${markStale('new.customer_id')}
      END;
      CREATE TRIGGER address_stale_delete AFTER DELETE ON address BEGIN
        ${markStale('old.customer_id')}
      END;

      INSERT INTO phone SELECT ${number('value')} % 1000000000, ${number('value')}, seq FROM contact_point WHERE ${isPhone('kind')};
      INSERT INTO search_stale SELECT id FROM customer;
    `);
  },
};
