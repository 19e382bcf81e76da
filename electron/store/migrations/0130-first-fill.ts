import type { Migration } from '../database/migrate.ts';

const number = (value: string): string => `CAST(substr(${value}, 2) AS INTEGER)`;
const isPhone = (kind: string): string => `${kind} IN ('phone', 'mobile')`;

/**
 * A million customers in one go. Numbers are in one order, not in two: the beginning of a number and the whole of it are
 * ranges of the same key (parts of it have had an index of their own since migration 50). And whoever writes the numbers of
 * new contact points himself, in their order, writes them once: `search_pause` holds for them as for words.
 */
export const firstFill: Migration = {
  version: 130,
  name: 'first fill',
  up(handle) {
    handle.exec(`
      DROP TRIGGER phone_insert;
      DROP TRIGGER phone_update;
      DROP TRIGGER phone_delete;
      DROP TABLE phone;
      CREATE TABLE phone (number INTEGER NOT NULL, contact INTEGER NOT NULL, PRIMARY KEY (number, contact)) STRICT, WITHOUT ROWID;
      INSERT INTO phone SELECT ${number('value')}, seq FROM contact_point WHERE ${isPhone('kind')} ORDER BY 1, 2;

      CREATE TRIGGER phone_insert AFTER INSERT ON contact_point WHEN ${isPhone('new.kind')} AND NOT EXISTS (SELECT 1 FROM search_pause) BEGIN
        INSERT INTO phone VALUES (${number('new.value')}, new.seq);
      END;
      CREATE TRIGGER phone_update AFTER UPDATE ON contact_point WHEN old.value IS NOT new.value OR old.kind IS NOT new.kind BEGIN
        DELETE FROM phone WHERE number = ${number('old.value')} AND contact = old.seq;
        INSERT INTO phone SELECT ${number('new.value')}, new.seq WHERE ${isPhone('new.kind')};
      END;
      CREATE TRIGGER phone_delete AFTER DELETE ON contact_point BEGIN
        DELETE FROM phone WHERE number = ${number('old.value')} AND contact = old.seq;
      END;
    `);
  },
};
