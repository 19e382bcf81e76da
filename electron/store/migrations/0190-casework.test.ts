import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { offerRow, procedureRow } from '../../../tests/fixtures/casework.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

const at = '2026-01-05T08:00:00.000Z';
const id = (number: number): string => `01890000-0000-7000-8000-00000000000${number}`;

it('migration 0190: cases and promises of before follow no procedure, and what is new is kept', () => {
  const handle = databaseAt(150);
  handle.exec(`
    INSERT INTO case_file (id, version, updated_at, customer_id, kind, case_number, state, subject, description, priority, opened_at, result)
      VALUES ('${id(1)}', 3, '${at}', '${id(9)}', 'claim', 'Z-100204', 'open', 'Gebroken', '', 'high', '${at}', '');
    INSERT INTO promise (id, version, updated_at, customer_id, text, state, due_at, made_at) VALUES ('${id(2)}', 1, '${at}', '${id(9)}', 'Terugbellen', 'open', '${at}', '${at}');
  `);
  migrateTo(handle, 190);
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  expect(tables.case.get(db, id(1))).toMatchObject({ caseNumber: 'Z-100204', procedureId: null, collected: {}, readBackAt: null });
  expect(tables.promise.get(db, id(2))).toMatchObject({ text: 'Terugbellen', priority: 'normal' });
  const [procedure, offer] = [procedureRow(), offerRow()];
  const question = { id: id(3), version: 0, updatedAt: at, interactionId: id(8), customerId: null, text: 'Wanneer?', at, agentId: null, state: 'open', answer: '', caseId: null } as const;
  const range = { id: id(4), version: 0, updatedAt: at, agentId: id(7), at, first: null, last: null };
  const step = { id: id(5), version: 0, updatedAt: at, customerId: id(9), caseId: id(1), step: 'fotoVragen', done: true, at, agentId: null };
  db.write((writer) => {
    tables.procedure.put(writer, procedure);
    tables.offer.put(writer, offer);
    tables.question.put(writer, question);
    tables.numberRange.put(writer, range);
    tables.caseStep.put(writer, step);
  });
  expect([tables.procedure.all(db), tables.offer.all(db), tables.question.all(db), tables.numberRange.all(db), tables.caseStep.all(db)]).toEqual([[procedure], [offer], [question], [range], [step]]);
});
