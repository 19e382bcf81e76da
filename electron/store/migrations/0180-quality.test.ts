import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

const at = '2026-01-05T08:00:00.000Z';
const id = (number: number): string => `01890000-0000-7000-8000-00000000000${number}`;

it('migration 0180: queues and outcomes of before agreed upon nothing, and figures are kept', () => {
  const handle = databaseAt(179);
  handle.exec(`
    INSERT INTO queue (id, version, updated_at, key, name, organisation, numbers, language, register, outcome_ids, pick_up_target_seconds, duration_target_seconds, auto_answer, recording)
      VALUES ('${id(1)}', 3, '${at}', 'orders', 'Orders', 'Wijnhuis', '[]', 'nl', 'formal', '[]', 20, 300, 0, 'never');
    INSERT INTO outcome (id, version, updated_at, code, label, requires_sentence, "order") VALUES ('${id(2)}', 1, '${at}', 'done', '{"nl":"Klaar"}', 1, 1);
  `);
  migrateTo(handle);
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  expect(tables.queue.get(db, id(1))).toMatchObject({ version: 3, pickUpTargetSeconds: 20, agreement: null, afterCall: null });
  expect(tables.outcome.get(db, id(2))).toMatchObject({ requiresSentence: true, sentences: null });
  const row = {
    ...{ id: id(3), version: 0, updatedAt: at, interactionId: id(4), agentId: null, queueId: id(1), direction: 'inbound' as const, purpose: 'klacht', startedAt: at, endedAt: at, pickUpMs: 4_000, talkMs: 60_000, holdMs: 0, holds: 0 },
    ...{ wrapUpMs: 12_000, silenceMs: null, silences: null, overlapMs: null, overlaps: null, script: { said: 3, excused: 1, left: 0, terms: 1, agreed: 1 }, adherencePercent: 100, completenessPercent: 80, readBackAt: null },
  } as const;
  db.write((writer) => tables.conversationQuality.put(writer, row));
  expect(tables.conversationQuality.all(db)).toEqual([row]);
});
