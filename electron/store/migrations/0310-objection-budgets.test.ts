import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { keepObjectionBudget, keptObjectionBudget } from '../queries/scripts.ts';

it('migration 0310: queues and conversations of before have what their script says, and what a queue says later holds for a conversation until it has another queue', () => {
  const handle = databaseAt(309);
  handle.exec(
    `INSERT INTO queue (id, version, updated_at, key, name, organisation, numbers, language, register, outcome_ids, pick_up_target_seconds, duration_target_seconds, auto_answer, recording)
     VALUES ('q', 1, '2026-01-05T08:00:00.000Z', 'k', 'K', 'O', '[]', 'nl', 'formal', '[]', 20, 300, 0, 'never');
     INSERT INTO interaction (id, version, updated_at, channel, direction, state, queue_id, started_at, sentence, note, captured, interrupted)
     VALUES ('i', 0, '2026-01-05T08:00:00.000Z', 'voice', 'inbound', 'open', 'q', '2026-01-05T08:00:00.000Z', '', '', '{}', 0)`,
  );
  migrateTo(handle, 310);
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  expect([tables.queue.get(db, 'q')?.objectionBudget, keptObjectionBudget(db, 'i')]).toEqual([null, null]);
  db.write((writer) => {
    tables.queue.put(writer, { ...tables.queue.get(writer, 'q')!, objectionBudget: 2 });
    keepObjectionBudget(writer, 'i');
    tables.queue.put(writer, { ...tables.queue.get(writer, 'q')!, objectionBudget: 3 });
    tables.interaction.put(writer, { ...tables.interaction.get(writer, 'i')!, note: 'later' });
  });
  expect(keptObjectionBudget(db, 'i')).toBe(2);
  db.write((writer) => {
    tables.interaction.put(writer, { ...tables.interaction.get(writer, 'i')!, queueId: null });
    keepObjectionBudget(writer, 'i');
  });
  expect(keptObjectionBudget(db, 'i')).toBeNull();
});
