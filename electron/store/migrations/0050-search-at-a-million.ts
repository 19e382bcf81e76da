import type { Migration } from '../database/migrate.ts';

/** Not "OR IGNORE": inside a trigger the conflict clause of the statement that fired it would count instead. */
const markStale = (id: string): string => `INSERT INTO search_stale SELECT ${id} WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE customer_id = ${id});`;
const isPhone = (kind: string): string => `${kind} IN ('phone', 'mobile')`;
/** As electron/store/search/place.ts computes it. */
const placeOf = (seq: string): string => `(65535 - coalesce((SELECT day FROM contact_day WHERE seq = ${seq}), 0)) * 16777216 + ${seq}`;

/**
 * Search as measured at a million customers (docs/decisions/0023). The word index is kept in the order of the last
 * contact; parts of numbers have an index of digit triples; words have their deletions of one letter,
 * by which a typing error is found. `automerge` is off: segments are merged when nobody waits.
 * `search_pause` has a row only inside a transaction that writes the words of its customers itself.
 */
export const searchAtAMillion: Migration = {
  version: 50,
  name: 'search at a million',
  up(handle) {
    handle.exec(`
      CREATE INDEX phone_by_number ON phone (number);

      DROP TRIGGER customer_words_delete;
      DROP TABLE customer_words;
      CREATE VIRTUAL TABLE customer_words USING fts5(
        words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6',
        tokenize = 'unicode61 remove_diacritics 2'
      );
      INSERT INTO customer_words (customer_words, rank) VALUES ('automerge', 0);
      -- A batch of words becomes one segment, not one for every megabyte of it.
      INSERT INTO customer_words (customer_words, rank) VALUES ('hashsize', 16777216);
      CREATE VIRTUAL TABLE customer_digits USING fts5(triples, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
      INSERT INTO customer_digits (customer_digits, rank) VALUES ('automerge', 0);

      CREATE TABLE contact_day (seq INTEGER PRIMARY KEY, day INTEGER NOT NULL) STRICT;
      CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE word_deletion (hash INTEGER NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (hash, word)) STRICT, WITHOUT ROWID;
      CREATE TABLE search_pause (only INTEGER PRIMARY KEY) STRICT;

      CREATE TRIGGER customer_words_delete AFTER DELETE ON customer BEGIN
        DELETE FROM customer_words WHERE rowid = ${placeOf('old.seq')};
        DELETE FROM customer_digits WHERE rowid = old.seq;
        DELETE FROM contact_day WHERE seq = old.seq;
        DELETE FROM search_stale WHERE customer_id = old.id;
      END;

      DROP TRIGGER customer_stale_insert;
      CREATE TRIGGER customer_stale_insert AFTER INSERT ON customer WHEN NOT EXISTS (SELECT 1 FROM search_pause) BEGIN
        ${markStale('new.id')}
      END;
      DROP TRIGGER customer_stale_update;
      CREATE TRIGGER customer_stale_update AFTER UPDATE ON customer
        WHEN (old.given_name, old.family_name, old.organisation_name, old.customer_number, old.archived)
          IS NOT (new.given_name, new.family_name, new.organisation_name, new.customer_number, new.archived) BEGIN
        ${markStale('new.id')}
      END;
      DROP TRIGGER address_stale_insert;
      CREATE TRIGGER address_stale_insert AFTER INSERT ON address WHEN NOT EXISTS (SELECT 1 FROM search_pause) BEGIN
        ${markStale('new.customer_id')}
      END;
      DROP TRIGGER address_stale_update;
      CREATE TRIGGER address_stale_update AFTER UPDATE ON address
        WHEN (old.street, old.house_number, old.postcode, old.town, old.customer_id) IS NOT (new.street, new.house_number, new.postcode, new.town, new.customer_id) BEGIN
        ${markStale('old.customer_id')}
        ${markStale('new.customer_id')}
      END;
      CREATE TRIGGER contact_stale_insert AFTER INSERT ON contact_point WHEN ${isPhone('new.kind')} AND NOT EXISTS (SELECT 1 FROM search_pause) BEGIN
        ${markStale('new.customer_id')}
      END;
      CREATE TRIGGER contact_stale_update AFTER UPDATE ON contact_point WHEN (old.value, old.kind, old.customer_id) IS NOT (new.value, new.kind, new.customer_id) BEGIN
        ${markStale('old.customer_id')}
        ${markStale('new.customer_id')}
      END;
      CREATE TRIGGER contact_stale_delete AFTER DELETE ON contact_point WHEN ${isPhone('old.kind')} BEGIN
        ${markStale('old.customer_id')}
      END;
      CREATE TRIGGER interaction_stale_insert AFTER INSERT ON interaction WHEN new.customer_id IS NOT NULL BEGIN
        ${markStale('new.customer_id')}
      END;
      CREATE TRIGGER interaction_stale_update AFTER UPDATE ON interaction WHEN new.customer_id IS NOT NULL AND old.customer_id IS NOT new.customer_id BEGIN
        ${markStale('new.customer_id')}
      END;

      DELETE FROM search_stale;
      INSERT INTO search_stale SELECT id FROM customer;
    `);
  },
};
