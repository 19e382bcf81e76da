import { describe, expect, it } from 'vitest';
import { databaseAt, migrateTo, planOf, type RawDatabase } from '../../../tests/integration/store/support/raw-database.ts';

function addCustomer(handle: RawDatabase, id: string): void {
  handle
    .prepare("INSERT INTO customer (id, version, updated_at, kind, salutation, given_name, family_name, language, segment, archived) VALUES (?, 1, '', 'person', 'none', 'Jan', 'Maes', 'nl', 'new', 0)")
    .run(id);
}

function addNumber(handle: RawDatabase, id: string, customer: string, value: string, kind = 'mobile'): void {
  handle.prepare("INSERT INTO contact_point (id, version, updated_at, customer_id, kind, value, preferred) VALUES (?, 1, '', ?, ?, ?, 1)").run(id, customer, kind, value);
}

/** Each number with whom it leads to. */
const numbers = (handle: RawDatabase): unknown[] => handle.prepare('SELECT p.number, c.id, p.mobile, p.preferred FROM phone AS p LEFT JOIN customer AS c ON c.seq = p.customer ORDER BY 1, 2').raw().all();

/** A customer with a number, and a number whose customer is not here. */
function oneAndAnother(version?: number): RawDatabase {
  const handle = databaseAt(version);
  addCustomer(handle, 'a');
  addNumber(handle, 'k', 'a', '+32470112233');
  addNumber(handle, 'l', 'b', '+3292001122', 'phone');
  return handle;
}

describe('migration 0290: callers', () => {
  it('numbers that there were lead to their customers; an e-mail address is none', () => {
    const handle = oneAndAnother(289);
    addNumber(handle, 'm', 'a', 'an@example.be', 'email');
    migrateTo(handle, 290);
    expect(numbers(handle)).toEqual([[3_292_001_122, null, 0, 1], [32_470_112_233, 'a', 1, 1]]);
  });

  it('a customer who comes finds the numbers that were here before, also where somebody else writes the index', () => {
    const handle = oneAndAnother(290);
    handle.exec('INSERT INTO search_pause VALUES (1)');
    addCustomer(handle, 'b');
    expect(numbers(handle)).toEqual([[3_292_001_122, 'b', 0, 1], [32_470_112_233, 'a', 1, 1]]);
  });

  it('a number whose customer goes leads to nobody, not to whoever gets their place', () => {
    const handle = oneAndAnother(290);
    handle.exec("DELETE FROM customer WHERE id = 'a'");
    addCustomer(handle, 'c');
    expect(numbers(handle)).toEqual([[3_292_001_122, null, 0, 1], [32_470_112_233, null, 1, 1]]);
  });

  it('a number that is changed, or is given to another customer by a merge, is what it is now', () => {
    const handle = oneAndAnother(290);
    addCustomer(handle, 'b');
    handle.exec("UPDATE contact_point SET customer_id = 'a' WHERE id = 'l'; UPDATE contact_point SET value = '+32470112244' WHERE id = 'k'");
    expect(numbers(handle)).toEqual([[3_292_001_122, 'a', 0, 1], [32_470_112_244, 'a', 1, 1]]);
    handle.exec("UPDATE contact_point SET preferred = 0 WHERE id = 'l'; UPDATE contact_point SET kind = 'mobile' WHERE id = 'l'; UPDATE contact_point SET kind = 'email', value = 'an@example.be' WHERE id = 'k'");
    expect(numbers(handle)).toEqual([[3_292_001_122, 'a', 1, 0]]);
    handle.exec('DELETE FROM contact_point');
    expect(numbers(handle)).toEqual([]);
  });

  it('is looked up, and kept, by keys', () => {
    const handle = databaseAt(290);
    expect(planOf(handle, 'SELECT customer FROM phone WHERE number = ?')).toContain('USING PRIMARY KEY (number=?)');
    expect(planOf(handle, 'UPDATE phone SET customer = ? WHERE customer IS NULL AND contact IN (SELECT seq FROM contact_point WHERE customer_id = ?)')).toContain('USING INDEX phone_without_customer (contact=?)');
    expect(planOf(handle, 'UPDATE phone SET customer = NULL WHERE (number, contact) IN (SELECT CAST(substr(value, 2) AS INTEGER), seq FROM contact_point WHERE customer_id = ?)')).toContain('PRIMARY KEY (number=? AND contact=?)');
  });
});
