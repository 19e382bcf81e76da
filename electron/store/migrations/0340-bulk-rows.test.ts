import { describe, expect, it } from 'vitest';
import { databaseAt, migrateTo, planOf, type RawDatabase } from '../../../tests/integration/store/support/raw-database.ts';

function addCustomer(handle: RawDatabase, id: string, fill = 0): void {
  handle
    .prepare("INSERT INTO customer (id, version, updated_at, kind, salutation, given_name, family_name, language, segment, archived, fill) VALUES (?, 1, '', 'person', 'none', 'Jan', 'Maes', 'nl', 'new', 0, ?)")
    .run(id, fill);
}

function addNumber(handle: RawDatabase, id: string, customer: string, fill = 0, kind = 'mobile'): void {
  handle.prepare("INSERT INTO contact_point (id, version, updated_at, customer_id, kind, value, preferred, fill) VALUES (?, 1, '', ?, ?, '+32470112233', 1, ?)").run(id, customer, kind, fill);
}

function addAddress(handle: RawDatabase, id: string, customer: string, fill = 0): void {
  handle.prepare("INSERT INTO address (id, version, updated_at, customer_id, kind, street, house_number, postcode, town, country, fill) VALUES (?, 1, '', ?, 'home', 'Kouter', '1', '9000', 'Gent', 'BE', ?)").run(id, customer, fill);
}

const stale = (handle: RawDatabase): unknown => handle.prepare('SELECT customer_id FROM search_stale ORDER BY 1').pluck().all();
const numbers = (handle: RawDatabase): unknown => handle.prepare('SELECT c.id, p.mobile, p.preferred FROM phone AS p LEFT JOIN customer AS c ON c.seq = p.customer ORDER BY p.contact').raw().all();

describe('migration 0340: bulk rows', () => {
  it('rows of a fill and of everything else are marked, and their numbers written', () => {
    const handle = databaseAt(339);
    migrateTo(handle, 340);
    addCustomer(handle, 'a');
    addNumber(handle, '1', 'b', 3);
    addNumber(handle, '2', 'c', 3, 'email');
    addAddress(handle, '3', 'd', 3);
    expect([stale(handle), numbers(handle)]).toEqual([['a', 'b', 'c', 'd'], [[null, 1, 1]]]);
    addCustomer(handle, 'b', 3);
    expect(numbers(handle)).toEqual([['b', 1, 1]]);
  });

  it('rows whose writer makes the indexes himself are left to him', () => {
    const handle = databaseAt(340);
    addCustomer(handle, 'a', -3);
    addNumber(handle, '1', 'a', -3);
    addAddress(handle, '2', 'a', -3);
    expect([stale(handle), numbers(handle)]).toEqual([[], []]);
    handle.exec("UPDATE customer SET family_name = 'Maas'");
    expect(stale(handle)).toEqual(['a']);
  });

  it('looks for numbers without a customer by keys', () => {
    expect(planOf(databaseAt(340), 'UPDATE phone SET customer = ? WHERE customer IS NULL AND contact IN (SELECT seq FROM contact_point WHERE customer_id = ?)')).toContain('USING INDEX phone_without_customer (contact=?)');
  });
});
