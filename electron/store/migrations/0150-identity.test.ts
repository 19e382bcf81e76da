import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

const at = '2026-01-05T08:00:00.000Z';
const id = (number: number): string => `01890000-0000-7000-8000-00000000000${number}`;

it('migration 0150: queues and hand-overs of before ask nothing, and the trail is kept', () => {
  const handle = databaseAt(149);
  handle.exec(`
    INSERT INTO queue (id, version, updated_at, key, name, organisation, numbers, language, register, outcome_ids, pick_up_target_seconds, duration_target_seconds, auto_answer, recording)
      VALUES ('${id(1)}', 3, '${at}', 'orders', 'Orders', 'Wijnhuis', '[]', 'nl', 'formal', '[]', 20, 300, 0, 'never');
    INSERT INTO hand_over (id, version, updated_at, interaction_id, call_id, kind, target, note, at) VALUES ('${id(2)}', 1, '${at}', '${id(3)}', '${id(4)}', 'blind', '203', 'Belt terug', '${at}');
  `);
  migrateTo(handle);
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  expect(tables.queue.get(db, id(1))).toMatchObject({ version: 3, identity: null });
  expect(tables.handOver.get(db, id(2))).toMatchObject({ note: 'Belt terug', identity: null });
  const row = { id: id(5), version: 0, updatedAt: at, interactionId: id(3), customerId: id(6), queueId: id(1), agentId: null, at, kind: 'passed', check: 'postcode', way: null, carried: null, opened: ['personal'] } as const;
  db.write((writer) => tables.identityCheck.put(writer, { ...row, opened: [...row.opened] }));
  expect(tables.identityCheck.all(db)).toEqual([row]);
});
