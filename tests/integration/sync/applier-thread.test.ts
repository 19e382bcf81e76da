import { once } from 'node:events';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { OperatorTurn } from '../../../electron/store/database/write-turn.ts';
import { tables } from '../../../electron/store/entities/tables.ts';
import { openWorkConnection } from '../../../electron/store/open-store.ts';
import { writeState } from '../../../electron/store/queries/device-state.ts';
import { searchCustomers } from '../../../electron/store/search/search-customers.ts';
import { ApplierThread } from '../../../electron/sync/applier-thread.ts';
import { temporaryFolder, testKey } from '../store/support/temporary-folder.ts';

const realEntry = new URL('../../../electron/sync/applier-worker.ts', import.meta.url);

/** An operator's connection and the thread beside it, on a new file. */
function bench(entry: URL = realEntry, restMs?: number) {
  const file = { path: join(temporaryFolder(), 'balie.db'), key: testKey };
  const turn = new OperatorTurn();
  const db = openWorkConnection(file, { clock: systemClock, logger: silentLogger, turn });
  const thread = new ApplierThread({ entry, file, turn, logger: silentLogger, ...(restMs === undefined ? {} : { restMs }) });
  onTestFinished(async () => {
    await thread.stop();
    db.close();
  });
  return { db, turn, thread };
}

const at = '2026-01-05T08:00:00.000Z';
const blank = { kind: 'person', customerNumber: null, salutation: 'none', organisationName: null, vatNumber: null, birthDate: null, language: 'nl', segment: 'new', archived: false } as const;

function pageOf(count: number): { readonly page: string; readonly ids: readonly string[] } {
  const ids = Array.from({ length: count }, () => newId());
  const changes = ids.map((id, index) => ({ entity: 'customer', id, version: 1, row: { ...blank, id, version: 1, updatedAt: at, givenName: 'Jan', familyName: `Maes${index}` } }));
  return { page: JSON.stringify({ changes, cursor: 'a-1', more: false }), ids };
}

describe('the thread that applies batches', () => {
  it('writes rows and their words, and says what changed', async () => {
    const { db, thread } = bench();
    const { page, ids } = pageOf(3);
    const { changes, cursor, more } = await thread.call('changes.apply', { page });
    expect({ customers: [...changes.customers].sort(), cursor, more }).toEqual({ customers: [...ids].sort(), cursor: 'a-1', more: false });
    expect(searchCustomers(db, 'maes2', 'BE', 5)).toMatchObject([{ id: ids[2] }]);
  });

  it('ends when nothing has come for a while, and the next batch starts another one', async () => {
    const started: Worker[] = [];
    const onWorker = (worker: Worker) => void started.push(worker);
    process.on('worker', onWorker);
    onTestFinished(() => void process.off('worker', onWorker));
    const { thread } = bench(realEntry, 10);
    await thread.call('changes.apply', { page: pageOf(1).page });
    await Promise.all(started.map((worker) => once(worker, 'exit')));
    const { page, ids } = pageOf(1);
    expect((await thread.call('changes.apply', { page })).changes.customers).toEqual(ids);
    expect(started).toHaveLength(2);
  });

  it('stays while a snapshot comes in, however long the network is silent', async () => {
    const { db, thread } = bench(realEntry, 10);
    const bytes = (...lines: readonly object[]) => new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const id = newId();
    await thread.call('fill.begin', { anew: false });
    await thread.call('fill.take', { bytes: bytes({ type: 'begin', cursor: 'a-1', counts: { customer: 1 }, schemaVersion: 1 }) });
    const started: Worker[] = [];
    const onWorker = (worker: Worker): void => void started.push(worker);
    process.on('worker', onWorker);
    onTestFinished(() => void process.off('worker', onWorker));
    // Another one, that had something to do later, has ended.
    await bench(realEntry, 10).thread.call('cursor.forget', undefined);
    await Promise.all(started.map((worker) => once(worker, 'exit')));
    await thread.call('fill.take', { bytes: bytes({ type: 'row', entity: 'customer', row: { ...blank, id, version: 1, updatedAt: at, givenName: 'Jan', familyName: 'Maes' } }, { type: 'end', rows: 1 }) });
    await thread.call('fill.end', undefined);
    expect(db.one('SELECT id FROM customer')).toEqual({ id });
  });

  it('lets the operator write in the middle of a batch, in order, and loses nothing of it', async () => {
    const { db, turn, thread } = bench();
    const { page, ids } = pageOf(600);
    await thread.call('cursor.forget', undefined);
    const apply = { done: false };
    const applying = thread.call('changes.apply', { page }).then(() => void (apply.done = true));
    const order: string[] = [];
    let written = 0;
    while (!apply.done) {
      const value = String(++written);
      await Promise.all(['first', 'second'].map((which) => turn.whenFree(() => (order.push(which), db.write((tx) => writeState(tx, 'alive-at', value))))));
      db.write((tx) => writeState(tx, 'agent-id', value));
      await new Promise<void>((resolve) => void setImmediate(resolve));
    }
    await applying;
    expect(written).toBeGreaterThan(2);
    expect(order).toEqual(Array.from({ length: written }, () => ['first', 'second']).flat());
    expect(tables.customer.all(db)).toHaveLength(ids.length);
  });

  it('refuses a page that is no page', async () => {
    const { thread } = bench();
    for (const page of ['<html>', '{"changes":{}}']) await expect(thread.call('changes.apply', { page })).rejects.toMatchObject({ code: 'sync.protocol' });
  });

  it('that died refuses what it was asked, holds no lock, and is started again', async () => {
    const { db, thread } = bench(new URL('./support/dying-applier.ts', import.meta.url));
    const { page, ids } = pageOf(1);
    await expect(thread.call('changes.apply', { page })).rejects.toMatchObject({ code: 'ipc.closed' });
    db.write((tx) => writeState(tx, 'alive-at', at));
    await thread.call('changes.apply', { page });
    expect(tables.customer.get(db, ids[0]!)).toBeDefined();
  });
});
