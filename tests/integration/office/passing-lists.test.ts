import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '#shared/domain/office.ts';
import { withDatabase } from '../store/support/raw-database.ts';
import { arrive, outboxOf, seed } from '../store/support/seed.ts';
import { cellsIn, desk } from './export-bench.ts';
import { hostile } from './lead-central.ts';

const person = { version: 1, updatedAt: '2026-01-05T08:00:00.000Z', kind: 'person' as const, salutation: 'none' as const, organisationName: null, vatNumber: null, birthDate: null, language: 'nl' as const, segment: 'new' as const, archived: false };

it('a list of what the centre does not have has what goes by itself and what waits for a decision, past the first page too', async () => {
  const { bench, save } = await desk();
  const [first, second] = seed(bench.path).customers;
  await bench.workspace.call('customer.change', { id: first!.id, change: { customer: { givenName: 'Piet', familyName: 'Smets' } } });
  withDatabase(bench.path, (handle) => void handle.prepare("UPDATE outbox SET state = 'conflict', code = 'conflict', theirs = '{}'").run());
  arrive(bench.path, 'customer', [{ ...person, id: first!.id, version: 2, customerNumber: 'BE-1', givenName: 'Peter', familyName: 'Smets' }]);
  await bench.workspace.call('note.add', { customerId: second!.id, text: hostile, pinned: false });
  const { contactPoints } = await bench.workspace.call('customer.get', { id: second!.id });
  await bench.workspace.call('customer.change', { id: second!.id, change: { removed: { contactPoints: [contactPoints[0]!.id], addresses: [] } } });
  for (let note = 0; note < 120; note++) await bench.workspace.call('note.add', { customerId: second!.id, text: `Nota ${note}`, pinned: false });
  const { path, rows } = await save({ list: 'unsent' }, 'csv');
  const lines = cellsIn(path).map(([, ...cells]) => cells);
  expect(lines[0]).toEqual(['unsent.customer', 'work.changes', 'work.conflict', 'Peter Smets', 'givenName', 'Piet', 'Pieter', 'Peter']);
  const texts = lines.filter(([kind, , , , field]) => kind === 'unsent.note' && field === 'text');
  expect(texts[0]).toEqual(['unsent.note', 'work.creates', 'work.waiting', 'Fatima El Amrani', 'text', `'${hostile.replaceAll('"', '""')}`, '', '']);
  expect(texts.map(([, , , , , text]) => text).slice(1)).toEqual(Array.from({ length: 120 }, (_, note) => `Nota ${note}`));
  expect(lines.filter(([, what]) => what === 'work.removes')).toEqual([['unsent.contactPoint', 'work.removes', 'work.waiting', 'Fatima El Amrani', '', '', '', '']]);
  expect(rows).toBe(lines.length);
  expect(outboxOf(bench.path).at(-1)).toMatchObject({ entity: 'dataExport', patch: { list: 'unsent', customerId: null } });
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that are still in use after garbage has been collected. */
function bytesHeld(): number {
  collect();
  // The memory of buffers is given back by a thread of its own, and counted off when the next collection begins.
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const textLength = 1_600;

/** Promises of one customer, each with words of its own that nothing can shorten. */
function promise(path: string, customerId: string, count: number): void {
  withDatabase(path, (handle) =>
    handle
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO promise (id, version, updated_at, customer_id, text, due_at, priority, state, made_at)
         SELECT printf('01890000-0000-7000-8000-%012x', i), 1, '2026-01-05T08:00:00.000Z', ?, hex(randomblob(${textLength / 2})), '2026-12-01T16:00:00.000Z', 'normal', 'open', '2026-01-05T08:00:00.000Z' FROM n`,
      )
      .run(count, customerId),
  );
}

describe.each(exportFormats)('a list as %s', (format) => {
  it('passes through: ten times as many rows hold no more memory on their way', async () => {
    const held: number[] = [];
    let pages = 0;
    const { bench, save } = await desk({
      onPage: () => {
        // Most often what is under way now has only just come; each tenth page is looked at.
        if (pages++ % 10 === 5) held.push(bytesHeld());
      },
    });
    const customerId = seed(bench.path).customers[0]!.id;
    const most = async (count: number): Promise<number> => {
      promise(bench.path, customerId, count);
      held.length = pages = 0;
      const before = bytesHeld();
      const { path, rows } = await save({ list: 'cases' }, format);
      expect(rows).toBe(count);
      // What passed was not little, also once it was compressed.
      expect(statSync(path).size).toBeGreaterThan((count * textLength) / 3);
      withDatabase(bench.path, (handle) => handle.prepare('DELETE FROM promise').run());
      return Math.max(...held) - before;
    };
    const few = await most(500);
    const many = await most(5_000);
    const passed = 4_500 * textLength;
    expect(many - few).toBeLessThan(passed / 4);
  });
});
