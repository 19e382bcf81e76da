import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer, ring, storeBench, type StoreBench } from './support/store-bench.ts';
import { outboxOf, seed } from './support/seed.ts';
import { withDatabase } from './support/raw-database.ts';
import { testKey } from './support/temporary-folder.ts';

const pageBytes = 4096;

/** Pages of a table or an index, as far as they belong to it alone. */
function pagesOf(path: string, name: string): number[] {
  return withDatabase(path, (handle) => handle.prepare<[string], { pageno: number }>('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').all(name).map(({ pageno }) => pageno));
}

function damage(path: string, pages: readonly number[]): void {
  const file = openSync(path, 'r+');
  for (const page of pages) writeSync(file, Buffer.alloc(64, 0xa5), 0, 64, (page - 1) * pageBytes + 1000);
  expect(fstatSync(file).size % pageBytes).toBe(0);
  closeSync(file);
}

function repair(bench: StoreBench) {
  return bench.main.call('store.repair', { path: bench.path, key: testKey, country: 'BE' });
}

/** A store with a call that is being typed in, and work that was not sent; closed. */
async function workedIn(): Promise<{ bench: StoreBench; interactionId: string; customerId: string }> {
  const bench = storeBench();
  await bench.open();
  const centre = seed(bench.path);
  const call = await ring(bench, null);
  await answer(bench, call);
  await bench.workspace.call('draft.write', { interactionId: call.interactionId, fields: { note: 'wat de klant zei' } });
  await bench.workspace.call('customer.change', { id: centre.customers[0]!.id, change: { customer: { givenName: 'Niet verstuurd' } } });
  const { customer } = await bench.workspace.call('customer.create', { customer: { familyName: "O'Nieuw" }, contactPoints: [{ kind: 'email', value: 'o@nieuw.be', preferred: true }], addresses: [] });
  await bench.main.call('store.close', undefined);
  return { bench, interactionId: call.interactionId, customerId: customer.id };
}

describe('repair', () => {
  it('keeps the draft, the outbox and what central never saw, and lets central send the rest', async () => {
    const { bench, interactionId, customerId } = await workedIn();
    const before = outboxOf(bench.path);
    damage(bench.path, pagesOf(bench.path, 'address'));
    const { mutations, drafts, incomplete, damaged } = await repair(bench);
    expect({ mutations, drafts, incomplete }).toEqual({ mutations: before.length, drafts: 1, incomplete: true });
    expect(existsSync(damaged)).toBe(true);
    expect(outboxOf(bench.path)).toEqual(before);
    const file = await bench.workspace.call('interaction.get', { id: interactionId });
    expect(file).toMatchObject({ draft: { note: 'wat de klant zei' }, interaction: { interrupted: true }, legs: [{ cause: 'interrupted' }] });
    expect(await bench.workspace.call('customer.get', { id: customerId })).toMatchObject({ customer: { familyName: "O'Nieuw" }, contactPoints: [{ value: 'o@nieuw.be' }] });
    expect(await bench.workspace.call('sync.status', undefined)).toMatchObject({ pending: before.length, lastSyncedAt: null });
    expect(await bench.workspace.call('customer.search', { text: "o'nieuw" })).toHaveLength(1);
  });

  it('makes a customer again from the outbox where the page of the customer is gone', async () => {
    const { bench, customerId } = await workedIn();
    damage(bench.path, pagesOf(bench.path, 'customer'));
    await repair(bench);
    expect(await bench.workspace.call('customer.get', { id: customerId })).toMatchObject({ customer: { familyName: "O'Nieuw" } });
  });

  it('reads past a damaged page of the outbox from both ends', async () => {
    const bench = storeBench();
    await bench.open();
    const { customers } = seed(bench.path);
    for (let change = 0; change < 120; change++) await bench.workspace.call('customer.change', { id: customers[0]!.id, change: { customer: { givenName: `${change} ${'x'.repeat(150)}` } } });
    await bench.main.call('store.close', undefined);
    const pages = pagesOf(bench.path, 'outbox');
    expect(pages.length).toBeGreaterThan(6);
    damage(bench.path, pages.slice(3, 4));
    const { mutations, incomplete } = await repair(bench);
    expect(incomplete).toBe(true);
    expect(mutations).toBeGreaterThan(90);
    const kept = outboxOf(bench.path).map(({ patch }) => Number(String(patch['givenName']).split(' ')[0]));
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(119);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
  });

  it('of a file of which nothing can be read keeps that file, and begins anew', async () => {
    const { bench } = await workedIn();
    writeFileSync(bench.path, readFileSync(bench.path).fill(0xa5, 0, pageBytes));
    const { mutations, incomplete, damaged } = await repair(bench);
    expect({ mutations, incomplete }).toEqual({ mutations: 0, incomplete: true });
    expect(existsSync(damaged)).toBe(true);
    await ring(bench, null);
  });

  it('that was cut off between its two steps is finished at the next opening', async () => {
    const { bench, interactionId } = await workedIn();
    damage(bench.path, pagesOf(bench.path, 'address'));
    await repair(bench);
    await bench.main.call('store.close', undefined);
    renameSync(bench.path, `${bench.path}.repair`);
    await bench.open();
    expect((await bench.workspace.call('interaction.get', { id: interactionId })).draft).toEqual({ note: 'wat de klant zei' });
    expect(readdirSync(dirname(bench.path)).some((name) => name.endsWith('.repair'))).toBe(false);
  });

  it('leaves a database of a newer version as it is', async () => {
    const { bench } = await workedIn();
    withDatabase(bench.path, (handle) => handle.pragma('user_version = 9990'));
    const bytes = readFileSync(bench.path);
    await expect(repair(bench)).rejects.toMatchObject({ code: 'store.from-the-future' });
    expect(readFileSync(bench.path).equals(bytes)).toBe(true);
  });
});

describe('the check at the start', () => {
  it('finds damage in what only this device has, before anybody works in it', async () => {
    const { bench } = await workedIn();
    damage(bench.path, pagesOf(bench.path, 'journal'));
    await expect(bench.open()).rejects.toMatchObject({ code: 'store.corrupt' });
  });

  it('looks at the whole file after damage was met, and not otherwise', async () => {
    const bench = storeBench();
    await bench.open();
    const { customers } = seed(bench.path);
    await bench.main.call('store.close', undefined);
    damage(bench.path, pagesOf(bench.path, 'address'));
    expect(await bench.open()).toBe(0);
    await expect(bench.workspace.call('customer.get', { id: customers[0]!.id })).rejects.toMatchObject({ code: 'store.corrupt' });
    await bench.main.call('store.close', undefined);
    await expect(bench.open()).rejects.toMatchObject({ code: 'store.corrupt' });
    await repair(bench);
    await ring(bench, null);
  });

  it('looks at the whole file when the machine went down while it was open', async () => {
    const bench = storeBench();
    await bench.open();
    seed(bench.path);
    await bench.main.call('store.close', undefined);
    damage(bench.path, pagesOf(bench.path, 'address'));
    withDatabase(bench.path, (handle) => handle.exec("INSERT INTO device_state (key, value) VALUES ('opened-at', '2020-01-05T08:00:00.000Z')"));
    await expect(bench.open()).rejects.toMatchObject({ code: 'store.corrupt' });
  });
});
