import { describe, expect, it } from 'vitest';
import { databaseAt, migrateTo, planOf } from '../../../tests/integration/store/support/raw-database.ts';

describe('migration 0080: unsent work', () => {
  it('keeps what waits, in its order, as work of nobody in particular that was never tried', () => {
    const handle = databaseAt(40);
    handle.exec("INSERT INTO outbox (id, entity, entity_id, base_version, patch, base, at) VALUES ('a', 'customer', 'c', 1, '{}', '{}', ''), ('b', 'customer', 'c', 1, '{}', '{}', '')");
    migrateTo(handle, 80);
    expect(handle.prepare('SELECT id, state, attempts, not_before, agent_id FROM outbox ORDER BY seq').all()).toEqual([
      { id: 'a', state: 'waiting', attempts: 0, not_before: null, agent_id: null },
      { id: 'b', state: 'waiting', attempts: 0, not_before: null, agent_id: null },
    ]);
  });

  it('takes no decision that it does not know', () => {
    const handle = databaseAt(80);
    const add = (decision: string): void => void handle.prepare("INSERT INTO superseded_value (entity, entity_id, field, value, kept, written_at, decided_at, decision) VALUES ('customer', 'c', 'givenName', '1', '2', '', '', ?)").run(decision);
    add('mine');
    expect(() => add('lost')).toThrow(/CHECK/);
  });

  it.each([
    ["SELECT id FROM outbox WHERE state = 'waiting' AND seq > ? ORDER BY seq LIMIT 100", 'outbox_waiting'],
    ["SELECT entity_id FROM outbox WHERE base_version IS NULL AND state <> 'waiting'", 'outbox_creations'],
    ["SELECT count(*) FROM outbox WHERE attempts > 0 AND state = 'waiting' AND attempts >= 3", 'outbox_tried'],
    ['SELECT value FROM superseded_value WHERE entity_id = ? AND entity = ?', 'superseded_by_row'],
  ])('%s uses %s', (sql, index) => {
    expect(planOf(databaseAt(80), sql)).toContain(index);
  });
});
