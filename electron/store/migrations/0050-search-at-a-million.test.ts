import { describe, expect, it } from 'vitest';
import { databaseAt, migrateTo, planOf, type RawDatabase } from '../../../tests/integration/store/support/raw-database.ts';

function addCustomer(handle: RawDatabase, id: string): void {
  handle.prepare("INSERT INTO customer (id, version, updated_at, kind, salutation, given_name, family_name, language, segment, archived) VALUES (?, 1, '', 'person', 'none', 'Jan', 'Maes', 'nl', 'new', 0)").run(id);
}

const stale = (handle: RawDatabase): unknown[] => handle.prepare('SELECT customer_id AS id FROM search_stale').all().map((row) => (row as { id: string }).id);
const fresh = (handle: RawDatabase): void => void handle.exec('DELETE FROM search_stale');

describe('migration 0050: search at a million', () => {
  it('makes the index anew: every customer that there was is marked', () => {
    const handle = databaseAt(40);
    addCustomer(handle, 'c');
    handle.exec("INSERT INTO customer_words (rowid, words) VALUES (1, 'jan maes')");
    fresh(handle);
    migrateTo(handle, 50);
    expect(stale(handle)).toEqual(['c']);
    expect(handle.prepare("SELECT rowid FROM customer_words WHERE customer_words MATCH 'maes'").all()).toEqual([]);
  });

  it.each([
    ['archived', "UPDATE customer SET archived = 1"],
    ['a telephone number', "INSERT INTO contact_point (id, version, updated_at, customer_id, kind, value, preferred) VALUES ('k', 1, '', 'c', 'mobile', '+32470112200', 1)"],
    ['a house number', "INSERT INTO address (id, version, updated_at, customer_id, kind, street, house_number, postcode, town, country) VALUES ('a', 1, '', 'c', 'home', 'Kouter', '1', '9000', 'Gent', 'BE')"],
    [
      'a conversation',
      "INSERT INTO interaction (id, version, updated_at, channel, direction, state, customer_id, started_at, sentence, note, captured, interrupted) VALUES ('i', 1, '', 'voice', 'inbound', 'open', 'c', '2026-01-05T08:00:00.000Z', '', '', '{}', 0)",
    ],
  ])('marks a customer: %s', (_, sql) => {
    const handle = databaseAt(50);
    addCustomer(handle, 'c');
    fresh(handle);
    handle.exec(sql);
    expect(stale(handle)).toEqual(['c']);
  });

  it('of a removed customer nothing is left, wherever in the order it stood', () => {
    const handle = databaseAt(50);
    addCustomer(handle, 'c');
    handle.exec("INSERT INTO contact_day VALUES (1, 20000); INSERT INTO customer_words (rowid, words) VALUES ((65535 - 20000) * 16777216 + 1, 'jan maes'); INSERT INTO customer_digits (rowid, triples) VALUES (1, '470');");
    handle.exec('DELETE FROM customer');
    expect(handle.prepare("SELECT rowid FROM customer_words WHERE customer_words MATCH 'maes'").all()).toEqual([]);
    expect(handle.prepare("SELECT rowid FROM customer_digits WHERE customer_digits MATCH '470'").all()).toEqual([]);
    expect([stale(handle), handle.prepare('SELECT * FROM contact_day').all()]).toEqual([[], []]);
  });

  it('looks numbers, words and deletions up', () => {
    const handle = databaseAt(50);
    expect(planOf(handle, 'SELECT contact FROM phone WHERE number BETWEEN ? AND ?')).toContain('phone_by_number');
    expect(planOf(handle, 'SELECT word FROM word_deletion WHERE hash = ?')).toContain('PRIMARY KEY');
    expect(planOf(handle, 'SELECT id FROM word WHERE text = ?')).toContain('sqlite_autoindex_word');
  });
});
