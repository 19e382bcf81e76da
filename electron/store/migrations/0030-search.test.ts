import { describe, expect, it } from 'vitest';
import { databaseAt, migrateTo, planOf, type RawDatabase } from '../../../tests/integration/store/support/raw-database.ts';

function addCustomer(handle: RawDatabase, id: string): void {
  handle.prepare("INSERT INTO customer (id, version, updated_at, kind, salutation, given_name, family_name, language, segment, archived) VALUES (?, 1, '', 'person', 'none', 'Jan', 'Maes', 'nl', 'new', 0)").run(id);
}

function addPhone(handle: RawDatabase, id: string, value: string, kind = 'mobile'): void {
  handle.prepare("INSERT INTO contact_point (id, version, updated_at, customer_id, kind, value, preferred) VALUES (?, 1, '', 'c', ?, ?, 1)").run(id, kind, value);
}

const numbers = (handle: RawDatabase): unknown[] => handle.prepare('SELECT tail, number, contact FROM phone ORDER BY contact').all();
const stale = (handle: RawDatabase): unknown[] => handle.prepare('SELECT customer_id AS id FROM search_stale').all();

describe('migration 0030: search', () => {
  it('takes over the phones there are, and marks every customer for indexing', () => {
    const handle = databaseAt(20);
    addCustomer(handle, 'c');
    addPhone(handle, 'k1', '+32470112200');
    addPhone(handle, 'k2', 'jan@example.be', 'email');
    migrateTo(handle, 30);
    expect(numbers(handle)).toEqual([{ tail: 470112200, number: 32470112200, contact: 1 }]);
    expect(stale(handle)).toEqual([{ id: 'c' }]);
  });

  it('keeps the phones exact through changes and removals', () => {
    const handle = databaseAt(30);
    addPhone(handle, 'k1', '+32470112200');
    addPhone(handle, 'k2', '+32470112200');
    handle.exec("UPDATE contact_point SET value = '+3292254107' WHERE id = 'k1'");
    expect(numbers(handle)).toEqual([
      { tail: 292254107, number: 3292254107, contact: 1 },
      { tail: 470112200, number: 32470112200, contact: 2 },
    ]);
    handle.exec("UPDATE contact_point SET kind = 'email', value = 'a@b.be' WHERE id = 'k1'");
    handle.exec("DELETE FROM contact_point WHERE id = 'k2'");
    expect(numbers(handle)).toEqual([]);
  });

  it('marks a customer when a searched word changes, and only then', () => {
    const handle = databaseAt(30);
    addCustomer(handle, 'c');
    handle.exec('DELETE FROM search_stale');
    handle.exec("UPDATE customer SET version = 2, language = 'fr'");
    expect(stale(handle)).toEqual([]);
    handle.exec("UPDATE customer SET family_name = 'Claes'");
    expect(stale(handle)).toEqual([{ id: 'c' }]);
  });

  it('marks it again without complaint, also from an upsert', () => {
    const handle = databaseAt(30);
    const put = handle.prepare(
      `INSERT INTO address (id, version, updated_at, customer_id, kind, street, house_number, postcode, town, country) VALUES ('a', 1, '', ?, 'home', ?, '1', '9000', 'Gent', 'BE')
       ON CONFLICT (id) DO UPDATE SET street = excluded.street, customer_id = excluded.customer_id`,
    );
    put.run('c', 'Kouter');
    put.run('c', 'Korenmarkt');
    put.run('d', 'Veldstraat');
    expect(stale(handle)).toEqual([{ id: 'c' }, { id: 'd' }]);
  });

  it('forgets the words of a removed customer', () => {
    const handle = databaseAt(30);
    addCustomer(handle, 'c');
    handle.exec("INSERT INTO customer_words (rowid, words) VALUES (1, 'jan maes')");
    handle.exec('DELETE FROM customer');
    expect(handle.prepare("SELECT rowid FROM customer_words WHERE customer_words MATCH 'maes'").all()).toEqual([]);
  });

  it('looks a phone up in its key', () => {
    expect(planOf(databaseAt(30), 'SELECT contact FROM phone WHERE tail = ? AND number = ?')).toContain('PRIMARY KEY (tail=? AND number=?)');
    expect(planOf(databaseAt(30), 'SELECT contact FROM phone WHERE tail BETWEEN ? AND ? AND number BETWEEN ? AND ?')).toContain('PRIMARY KEY (tail>? AND tail<?)');
  });
});
