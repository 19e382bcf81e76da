import { describe, expect, it } from 'vitest';
import { databaseAt, migrateTo, planOf, type RawDatabase } from '../../../tests/integration/store/support/raw-database.ts';

function addNumber(handle: RawDatabase, id: string, value: string, kind = 'mobile'): void {
  handle.prepare("INSERT INTO contact_point (id, version, updated_at, customer_id, kind, value, preferred) VALUES (?, 1, '', 'c', ?, ?, 1)").run(id, kind, value);
}

const numbers = (handle: RawDatabase): unknown[] => handle.prepare('SELECT number FROM phone ORDER BY number').all().map((row) => (row as { number: number }).number);

describe('migration 0130: first fill', () => {
  it('keeps the numbers that there were', () => {
    const handle = databaseAt(120);
    addNumber(handle, 'k', '+32470112233');
    addNumber(handle, 'l', 'an@example.be', 'email');
    migrateTo(handle, 130);
    expect(numbers(handle)).toEqual([32_470_112_233]);
  });

  it('follows a number that changes, becomes something else and goes', () => {
    const handle = databaseAt(130);
    addNumber(handle, 'k', '+32470112233');
    addNumber(handle, 'l', '+32470112200');
    handle.exec("UPDATE contact_point SET value = '+32470112244' WHERE id = 'k'");
    expect(numbers(handle)).toEqual([32_470_112_200, 32_470_112_244]);
    handle.exec("UPDATE contact_point SET kind = 'email', value = 'an@example.be' WHERE id = 'k'; DELETE FROM contact_point WHERE id = 'l'");
    expect(numbers(handle)).toEqual([]);
  });

  it('leaves numbers and words to whoever pauses it', () => {
    const handle = databaseAt(130);
    handle.exec('INSERT INTO search_pause VALUES (1)');
    addNumber(handle, 'k', '+32470112233');
    expect([numbers(handle), handle.prepare('SELECT * FROM search_stale').all()]).toEqual([[], []]);
  });

  it('finds a number and the beginning of one by the key', () => {
    const handle = databaseAt(130);
    expect(planOf(handle, 'SELECT contact FROM phone WHERE number = ?')).toContain('USING PRIMARY KEY (number=?)');
    expect(planOf(handle, 'SELECT contact FROM phone WHERE number BETWEEN ? AND ?')).toContain('USING PRIMARY KEY (number>? AND number<?)');
  });
});
