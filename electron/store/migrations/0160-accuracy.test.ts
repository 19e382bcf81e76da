import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { addAccuracy, readAccuracy } from '../queries/accuracy.ts';

it('migration 0160: accuracy is counted by day, and only the last thirty are kept', () => {
  const handle = databaseAt(159);
  migrateTo(handle);
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  db.write((writer) => {
    addAccuracy(writer, { day: '2026-10-30', entered: 5, corrected: 1 });
    addAccuracy(writer, { day: '2026-11-28', entered: 10, corrected: 1 });
    addAccuracy(writer, { day: '2026-11-29', entered: 100, corrected: 2 });
    addAccuracy(writer, { day: '2026-11-29', entered: 50, corrected: 0 });
  });
  expect(readAccuracy(db)).toEqual([
    { day: '2026-11-29', entered: 150, corrected: 2 },
    { day: '2026-11-28', entered: 10, corrected: 1 },
  ]);
});
