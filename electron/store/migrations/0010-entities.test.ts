import { describe, expect, it } from 'vitest';
import { databaseAt, migrateTo, planOf } from '../../../tests/integration/store/support/raw-database.ts';

describe('migration 0010: entities', () => {
  it('makes an empty file into a database with every entity', () => {
    const handle = databaseAt(0);
    migrateTo(handle, 10);
    const names = handle.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all().map(({ name }) => name);
    expect(names).toEqual(['address', 'agent', 'call_leg', 'contact_point', 'customer', 'directory_entry', 'interaction', 'outcome', 'queue', 'script']);
    expect(handle.pragma('user_version', { simple: true })).toBe(10);
  });

  it('refuses a row whose value is not of its column (STRICT)', () => {
    const handle = databaseAt(10);
    expect(() => handle.exec("INSERT INTO contact_point (id, version, updated_at, customer_id, kind, value, preferred) VALUES ('k', 'one', '', 'c', 'phone', '+3291', 1)")).toThrow(/cannot store TEXT/);
  });

  it.each([
    ['SELECT id FROM customer WHERE id = ?', 'sqlite_autoindex_customer_1'],
    ['SELECT id FROM customer WHERE customer_number IS NOT NULL AND customer_number >= ? COLLATE NOCASE', 'customer_by_number'],
    ['SELECT id FROM contact_point WHERE customer_id = ?', 'contact_point_by_customer'],
    ["SELECT id FROM contact_point WHERE kind = 'email' AND lower(value) >= ?", 'contact_point_by_email'],
    ['SELECT id FROM address WHERE customer_id = ?', 'address_by_customer'],
    ['SELECT id FROM queue WHERE key = ?', 'queue_by_key'],
    ['SELECT id FROM interaction WHERE customer_id = ? ORDER BY started_at DESC', 'interaction_by_customer'],
    ["SELECT id FROM interaction WHERE state <> 'closed' ORDER BY started_at", 'interaction_unfinished'],
    ['SELECT id FROM call_leg WHERE call_id = ?', 'call_leg_by_call'],
    ['SELECT id FROM call_leg WHERE interaction_id = ?', 'call_leg_by_interaction'],
    ['SELECT id FROM call_leg WHERE ended_at IS NULL ORDER BY started_at', 'call_leg_open'],
  ])('%s uses %s', (sql, index) => {
    expect(planOf(databaseAt(10), sql)).toContain(index);
    expect(planOf(databaseAt(10), sql)).not.toContain('TEMP B-TREE');
  });
});
