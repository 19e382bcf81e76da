import { describe, expect, it } from 'vitest';
import { databaseAt, migrateTo, planOf } from '../../../tests/integration/store/support/raw-database.ts';

describe('migration 0060: customer file', () => {
  it('keeps the customers of 0040, without consents, notes, cases or promises', () => {
    const handle = databaseAt(40);
    handle.exec("INSERT INTO customer (id, version, updated_at, kind, salutation, given_name, family_name, language, segment, archived) VALUES ('c', 3, '', 'person', 'none', 'Jan', 'Maes', 'nl', 'new', 0)");
    migrateTo(handle, 60);
    expect(handle.prepare('SELECT id, version, family_name AS name FROM customer').all()).toEqual([{ id: 'c', version: 3, name: 'Maes' }]);
    for (const table of ['consent', 'note', 'case_file', 'promise', 'correction', 'customer_merge']) expect(handle.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
  });

  it.each([
    ['SELECT id FROM consent WHERE customer_id = ? ORDER BY at DESC', 'consent_by_customer'],
    ['SELECT id FROM note WHERE customer_id = ? ORDER BY at DESC', 'note_by_customer'],
    ['SELECT id FROM case_file WHERE customer_id = ? ORDER BY opened_at DESC', 'case_by_customer'],
    ["SELECT id FROM case_file WHERE owner_id = ? AND due_at IS NOT NULL AND state IN ('open', 'waiting') ORDER BY due_at", 'case_due'],
    ['SELECT id FROM promise WHERE customer_id = ? ORDER BY made_at DESC', 'promise_by_customer'],
    ["SELECT id FROM promise WHERE owner_id = ? AND state = 'open' ORDER BY due_at", 'promise_due'],
    ['SELECT id FROM correction WHERE customer_id = ? ORDER BY at DESC', 'correction_by_customer'],
    ['SELECT id FROM customer_merge WHERE survivor_id = ? ORDER BY at DESC', 'merge_by_survivor'],
    ['SELECT id FROM customer_merge WHERE merged_id = ? ORDER BY at DESC', 'merge_by_merged'],
    ['SELECT id FROM customer WHERE vat_number = ?', 'customer_by_vat'],
    ['SELECT id FROM customer WHERE birth_date = ?', 'customer_by_birth'],
    ['SELECT id FROM hand_over WHERE customer_id = ?', 'hand_over_by_customer'],
  ])('%s uses %s', (sql, index) => {
    expect(planOf(databaseAt(60), sql)).toContain(index);
    expect(planOf(databaseAt(60), sql)).not.toContain('TEMP B-TREE');
  });
});
