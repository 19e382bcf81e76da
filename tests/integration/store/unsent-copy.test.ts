import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { ring, storeBench, type StoreBench } from './support/store-bench.ts';
import { outboxOf, seed } from './support/seed.ts';
import { temporaryFolder, testKey } from './support/temporary-folder.ts';

const otherKey = '3c'.repeat(32);

async function wipe({ main, path }: StoreBench, keep: { path: string; key: string } | null): Promise<{ mutations: number; drafts: number }> {
  return await main.call('store.wipe', { database: { path, key: testKey, country: 'BE' }, keep });
}

describe('an operator who leaves', () => {
  it('leaves no database; what was not sent is kept under a key of its own, and is theirs again when they are back', async () => {
    const bench = storeBench();
    await bench.open();
    const { customers } = seed(bench.path);
    const { interactionId } = await ring(bench, null);
    await bench.workspace.call('draft.write', { interactionId, fields: { note: 'halverwege' } });
    await bench.workspace.call('customer.change', { id: customers[0]!.id, change: { customer: { givenName: 'Niet verstuurd' } } });
    expect(await bench.main.call('store.unsent', undefined)).toMatchObject({ mutations: 1, drafts: 1 });
    const waiting = outboxOf(bench.path);
    const kept = { path: join(temporaryFolder(), 'unsent.db'), key: otherKey };
    expect(await wipe(bench, kept)).toMatchObject({ mutations: 1, drafts: 1 });
    expect(readdirSync(dirname(bench.path))).toEqual([]);
    expect(readdirSync(dirname(kept.path))).toEqual(['unsent.db']);
    expect(readFileSync(kept.path).includes('Niet verstuurd')).toBe(false);

    await bench.open(bench.path, otherKey.replaceAll('c', 'd'));
    const later = await ring(bench, null);
    // With the call that rings by now.
    expect(await bench.main.call('store.takeIn', kept)).toMatchObject({ mutations: 1, drafts: 2 });
    expect(existsSync(kept.path)).toBe(false);
    const unfinished = await bench.workspace.call('interaction.unfinished', undefined);
    expect(unfinished.map(({ id }) => id).sort()).toEqual([interactionId, later.interactionId].sort());
    expect((await bench.workspace.call('interaction.get', { id: interactionId })).draft).toEqual({ note: 'halverwege' });
    expect((await bench.workspace.call('sync.status', undefined)).pending).toBe(waiting.length);
  });

  it('an order in the making is work that was not finished: it is asked about, kept, and gone on with', async () => {
    const bench = storeBench();
    await bench.open();
    const centre = seed(bench.path);
    const { customers, shop } = centre;
    const line = { id: newId(), productId: shop.product[0]!.id, quantity: 3, discount: 'best' as const };
    const asked = { customerId: customers[0]!.id, interactionId: null };
    const { order } = await bench.workspace.call('order.save', { ...asked, wish: { lines: [line], delivery: null, slotId: null, priority: 'normal', note: 'Na 14 u', heard: [], language: 'nl' } });
    expect((await bench.main.call('store.unsent', undefined)).drafts).toBe(1);
    const kept = { path: join(temporaryFolder(), 'unsent.db'), key: otherKey };
    expect((await wipe(bench, kept)).drafts).toBe(1);
    await bench.open();
    await bench.main.call('store.takeIn', kept);
    // Their file and the catalogue come with the first fill.
    seed(bench.path, centre);
    expect((await bench.workspace.call('order.desk', asked)).order).toMatchObject({ id: order!.id, state: 'draft', note: 'Na 14 u', lines: [{ quantity: 3 }] });
  });

  it('a conversation in which nothing was typed is kept as well', async () => {
    const bench = storeBench();
    await bench.open();
    const { interactionId } = await ring(bench, null);
    const kept = { path: join(temporaryFolder(), 'unsent.db'), key: otherKey };
    expect((await wipe(bench, kept)).drafts).toBe(1);
    await bench.open(bench.path, otherKey.replaceAll('c', 'd'));
    await bench.main.call('store.takeIn', kept);
    expect((await bench.workspace.call('interaction.unfinished', undefined)).map(({ id }) => id)).toEqual([interactionId]);
  });

  it('with nothing left to send leaves no file at all', async () => {
    const bench = storeBench();
    await bench.open();
    seed(bench.path);
    const kept = { path: join(temporaryFolder(), 'unsent.db'), key: otherKey };
    expect(await wipe(bench, kept)).toMatchObject({ mutations: 0, drafts: 0 });
    expect(readdirSync(dirname(kept.path))).toEqual([]);
    expect(readdirSync(dirname(bench.path))).toEqual([]);
  });

  it('who gave it up leaves nothing', async () => {
    const bench = storeBench();
    await bench.open();
    await ring(bench, null);
    await wipe(bench, null);
    expect(readdirSync(dirname(bench.path))).toEqual([]);
    await expect(ring(bench, null)).rejects.toMatchObject({ code: 'store.not-ready' });
  });

  it('keeps the database when what was not sent cannot be saved', async () => {
    const bench = storeBench();
    await bench.open();
    const { interactionId } = await ring(bench, null);
    await bench.workspace.call('draft.write', { interactionId, fields: { note: 'halverwege' } });
    await expect(wipe(bench, { path: join(bench.path, 'no-folder', 'unsent.db'), key: otherKey })).rejects.toMatchObject({ code: 'store.read-only' });
    await bench.open();
    expect((await bench.workspace.call('interaction.get', { id: interactionId })).draft).toEqual({ note: 'halverwege' });
  });
});
