import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { chosenScript, keepChosenScript } from '../queries/scripts.ts';

it('migration 0250: conversations of before have the script that is proposed, and what is chosen outlives every other change', () => {
  const handle = databaseAt(249);
  handle.exec(
    `INSERT INTO interaction (id, version, updated_at, channel, direction, state, started_at, sentence, note, captured, interrupted)
     VALUES ('i', 0, '2026-01-05T08:00:00.000Z', 'voice', 'inbound', 'open', '2026-01-05T08:00:00.000Z', '', '', '{}', 0)`,
  );
  migrateTo(handle, 250);
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  expect(chosenScript(db, 'i')).toBeNull();
  db.write((writer) => {
    keepChosenScript(writer, 'i', 's');
    tables.interaction.put(writer, { ...tables.interaction.get(writer, 'i')!, note: 'later' });
  });
  expect(chosenScript(db, 'i')).toBe('s');
});
