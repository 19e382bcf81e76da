import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { scriptRunSchema, stateOf } from '#shared/domain/script/run.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

const id = (number: number): string => `01890000-0000-7000-8000-00000000000${number}`;
const at = '2026-01-05T08:00:00.000Z';

it('migration 0110: a run of before keeps where it stood, what was answered and skipped, and what was objected', () => {
  const handle = databaseAt(40);
  const insert = handle.prepare(`
    INSERT INTO interaction (id, version, updated_at, channel, direction, state, started_at, sentence, note, captured, interrupted, script_run)
      VALUES (?, 0, '${at}', 'voice', 'inbound', 'open', '${at}', '', '', '{}', 0, ?)
  `);
  const trail = [
    { step: 'opening', answer: 'klant', reason: null },
    { step: 'identiteit', answer: null, reason: 'haast' },
    { step: 'doel', answer: 'teDuur', reason: null },
  ];
  insert.run(id(1), JSON.stringify({ scriptKey: 's', scriptVersion: 2, step: 'weerwoord', trail, objections: 1 }));
  insert.run(id(2), JSON.stringify({ scriptKey: 's', scriptVersion: 2, step: null, trail: trail.slice(0, 1), objections: 0 }));
  insert.run(id(3), JSON.stringify({ scriptKey: 's', scriptVersion: 2, step: 'opening', trail: [], objections: 0 }));
  insert.run(id(4), null);
  migrateTo(handle, 110);
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  const runOf = (row: string) => scriptRunSchema.nullable().parse(tables.interaction.get(db, row)?.scriptRun);
  expect(stateOf(runOf(id(1))!)).toMatchObject({
    step: 'weerwoord',
    objections: 1,
    trail: [
      { step: 'opening', answer: 'klant', reason: null },
      { step: 'identiteit', answer: null, reason: 'haast' },
      { step: 'doel', answer: 'teDuur', reason: null },
    ],
  });
  expect(stateOf(runOf(id(2))!)).toMatchObject({ step: null, trail: [{ step: 'opening' }] });
  expect(stateOf(runOf(id(3))!)).toMatchObject({ step: 'opening', trail: [] });
  expect(runOf(id(4))).toBeNull();
});
