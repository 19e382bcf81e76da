import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

const at = '2026-01-05T08:00:00.000Z';

it('migration 0090 leaves what was there, and keeps what left as a file', () => {
  const handle = databaseAt(89);
  handle.exec(`INSERT INTO device_state (key, value) VALUES ('agent-id', 'somebody')`);
  migrateTo(handle, 90);
  expect(handle.prepare('SELECT value FROM device_state').get()).toEqual({ value: 'somebody' });
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  const row = { id: '01890000-0000-7000-8000-000000000001', version: 0, updatedAt: at, agentId: null, list: 'history', format: 'ods', rows: 12, customerId: null, at } as const;
  db.write((writer) => tables.dataExport.put(writer, row));
  expect(tables.dataExport.all(db)).toEqual([row]);
});
