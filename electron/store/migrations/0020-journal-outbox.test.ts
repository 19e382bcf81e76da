import { describe, expect, it } from 'vitest';
import { databaseAt, migrateTo, planOf } from '../../../tests/integration/store/support/raw-database.ts';

const queue = "INSERT INTO queue (id, version, updated_at, key, name, organisation, numbers, language, register, outcome_ids, pick_up_target_seconds, duration_target_seconds) VALUES ('q', 3, '', 'orders', 'Orders', 'Linde', '[]', 'nl', 'formal', '[]', 20, 300)";

describe('migration 0020: journal and outbox', () => {
  it('keeps the rows of 0010 and adds empty tables', () => {
    const handle = databaseAt(10);
    handle.exec(queue);
    migrateTo(handle, 20);
    expect(handle.prepare('SELECT id, version, key FROM queue').all()).toEqual([{ id: 'q', version: 3, key: 'orders' }]);
    expect(handle.prepare('SELECT count(*) AS n FROM journal').get()).toEqual({ n: 0 });
    expect(handle.prepare('SELECT count(*) AS n FROM outbox').get()).toEqual({ n: 0 });
  });

  it('never uses an outbox number twice, so that order survives an empty outbox', () => {
    const handle = databaseAt(20);
    const insert = handle.prepare("INSERT INTO outbox (id, entity, entity_id, patch, base, at) VALUES (?, 'customer', 'c', '{}', '{}', '')");
    insert.run('a');
    handle.exec('DELETE FROM outbox');
    insert.run('b');
    expect(handle.prepare('SELECT seq FROM outbox').get()).toEqual({ seq: 2 });
  });

  it.each([
    ["SELECT id FROM outbox WHERE state = 'waiting' ORDER BY seq LIMIT 100", 'outbox_waiting'],
    ['SELECT id FROM outbox WHERE entity_id = ? AND entity = ?', 'outbox_by_row'],
    ['SELECT value FROM journal WHERE interaction_id = ?', 'PRIMARY KEY'],
  ])('%s uses %s', (sql, index) => {
    expect(planOf(databaseAt(20), sql)).toContain(index);
  });
});
