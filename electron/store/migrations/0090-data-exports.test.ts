import { expect, it } from 'vitest';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';

const at = '2026-01-05T08:00:00.000Z';

it('migration 0090 leaves what was there, and keeps what left as a file', () => {
  const handle = databaseAt(89);
  handle.exec(`INSERT INTO device_state (key, value) VALUES ('agent-id', 'somebody')`);
  migrateTo(handle, 90);
  expect(handle.prepare('SELECT value FROM device_state').get()).toEqual({ value: 'somebody' });
  handle.exec(`INSERT INTO data_export (id, version, updated_at, list, format, rows, at) VALUES ('01890000-0000-7000-8000-000000000001', 0, '${at}', 'history', 'ods', 12, '${at}')`);
  expect(handle.prepare('SELECT list, format, rows, agent_id, customer_id FROM data_export').get()).toEqual({ list: 'history', format: 'ods', rows: 12, agent_id: null, customer_id: null });
});
