import type { Migration } from '../database/migrate.ts';

const number = (value: string): string => `CAST(substr(${value}, 2) AS INTEGER)`;
const isPhone = (kind: string): string => `${kind} IN ('phone', 'mobile')`;

/**
 * A number leads to its customer straight: it holds the `seq` of the customer, null where that row is not here (yet), and what a call wants
 * to know of the number itself. Before, a lookup read the contact point and the key of the customer's id as well: two pages of six.
 * Numbers without a customer are few and have an index of their own, so a customer who comes finds theirs, also in a first fill.
 */
export const callers: Migration = {
  version: 290,
  name: 'callers',
  up(handle) {
    handle.exec(`
      DROP TRIGGER phone_insert;
      DROP TRIGGER phone_update;
      DROP TRIGGER phone_delete;
      DROP TABLE phone;
      CREATE TABLE phone (
        number INTEGER NOT NULL, contact INTEGER NOT NULL, customer INTEGER, mobile INTEGER NOT NULL, preferred INTEGER NOT NULL,
        PRIMARY KEY (number, contact)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO phone SELECT ${number('k.value')}, k.seq, c.seq, k.kind = 'mobile', k.preferred
        FROM contact_point AS k LEFT JOIN customer AS c ON c.id = k.customer_id WHERE ${isPhone('k.kind')} ORDER BY 1, 2;
      CREATE INDEX phone_without_customer ON phone (contact) WHERE customer IS NULL;

      CREATE TRIGGER phone_insert AFTER INSERT ON contact_point WHEN ${isPhone('new.kind')} AND NOT EXISTS (SELECT 1 FROM search_pause) BEGIN
        INSERT INTO phone VALUES (${number('new.value')}, new.seq, (SELECT seq FROM customer WHERE id = new.customer_id), new.kind = 'mobile', new.preferred);
      END;
      CREATE TRIGGER phone_update AFTER UPDATE ON contact_point
        WHEN (old.value, old.kind, old.customer_id, old.preferred) IS NOT (new.value, new.kind, new.customer_id, new.preferred) BEGIN
        DELETE FROM phone WHERE number = ${number('old.value')} AND contact = old.seq;
        INSERT INTO phone SELECT ${number('new.value')}, new.seq, (SELECT seq FROM customer WHERE id = new.customer_id), new.kind = 'mobile', new.preferred WHERE ${isPhone('new.kind')};
      END;
      CREATE TRIGGER phone_delete AFTER DELETE ON contact_point BEGIN
        DELETE FROM phone WHERE number = ${number('old.value')} AND contact = old.seq;
      END;

      CREATE TRIGGER phone_customer_insert AFTER INSERT ON customer WHEN EXISTS (SELECT 1 FROM phone WHERE customer IS NULL) BEGIN
        UPDATE phone SET customer = new.seq WHERE customer IS NULL AND contact IN (SELECT seq FROM contact_point WHERE customer_id = new.id);
      END;
      CREATE TRIGGER phone_customer_delete AFTER DELETE ON customer BEGIN
        UPDATE phone SET customer = NULL WHERE (number, contact) IN (SELECT ${number('value')}, seq FROM contact_point WHERE customer_id = old.id AND ${isPhone('kind')});
      END;
    `);
  },
};
