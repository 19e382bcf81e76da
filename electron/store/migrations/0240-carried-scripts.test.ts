import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { databaseAt, migrateTo, planOf } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { takenBy, takeHandOver } from '../queries/hand-overs.ts';

const at = '2026-01-05T08:00:00.000Z';
const id = (number: number): string => `01890000-0000-7000-8000-00000000000${number}`;

it('migration 0240: hand-overs of before carry no script, and one is taken by one conversation', () => {
  const handle = databaseAt(239);
  handle.exec(
    `INSERT INTO hand_over (id, version, updated_at, interaction_id, call_id, kind, target, note, at) VALUES ('${id(2)}', 1, '${at}', '${id(3)}', '${id(4)}', 'blind', '203', 'Belt terug', '${at}')`,
  );
  migrateTo(handle);
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  expect(tables.handOver.get(db, id(2))).toMatchObject({ note: 'Belt terug', script: null });
  expect(takenBy(db, id(5))).toBeNull();
  db.write((writer) => takeHandOver(writer, { interactionId: id(5), handOverId: id(2), tookQueue: true }));
  expect(takenBy(db, id(5))).toEqual({ interactionId: id(5), handOverId: id(2), tookQueue: true });
  expect(() => db.write((writer) => takeHandOver(writer, { interactionId: id(6), handOverId: id(2), tookQueue: false }))).toThrow();
  expect(planOf(handle, `SELECT id FROM hand_over WHERE interaction_id = ?`)).toContain('hand_over_by_interaction');
});
