import { describe, expect, it } from 'vitest';
import { databaseAt, migrateTo, planOf } from '../../../tests/integration/store/support/raw-database.ts';

describe('migration 0330: superseded values of customers', () => {
  it('says whose each value is: of the row that has it, or of what would have made one; and keeps no references', () => {
    const handle = databaseAt(320);
    handle.exec(`
      INSERT INTO note (id, version, updated_at, customer_id, text, pinned, at) VALUES ('n', 1, '', 'c-here', 'x', 0, '');
      INSERT INTO superseded_value (entity, entity_id, field, value, kept, written_at, decided_at, decision) VALUES
        ('customer', 'c', 'givenName', '"1"', '"2"', '', '', 'mine'),
        ('note', 'n', 'text', '"1"', '"2"', '', '', 'mine'),
        ('note', 'gone', 'text', '"1"', 'null', '', '', 'discarded'),
        ('note', 'gone', 'customerId', '"c-gone"', 'null', '', '', 'discarded'),
        ('merge', 'm', 'survivorId', '"c-stays"', 'null', '', '', 'discarded'),
        ('merge', 'm', 'taken', '["givenName"]', 'null', '', '', 'discarded'),
        ('callLeg', 'l', 'cause', '"1"', '"2"', '', '', 'mine');
    `);
    migrateTo(handle, 330);
    expect(handle.prepare('SELECT entity, field, customer_id AS customer FROM superseded_value ORDER BY seq').all()).toEqual([
      { entity: 'customer', field: 'givenName', customer: 'c' },
      { entity: 'note', field: 'text', customer: 'c-here' },
      { entity: 'note', field: 'text', customer: 'c-gone' },
      { entity: 'merge', field: 'taken', customer: 'c-stays' },
      { entity: 'callLeg', field: 'cause', customer: null },
    ]);
  });

  it('finds what is of a person by an index', () => {
    expect(planOf(databaseAt(330), 'SELECT 1 FROM superseded_value WHERE customer_id = ?')).toContain('superseded_by_customer');
  });
});
