import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
    expect(await bench.main.call('store.takeIn', kept)).toMatchObject({ mutations: 1, drafts: 1 });
    expect(existsSync(kept.path)).toBe(false);
    const unfinished = await bench.workspace.call('interaction.unfinished', undefined);
    expect(unfinished.map(({ id }) => id).sort()).toEqual([interactionId, later.interactionId].sort());
    expect((await bench.workspace.call('interaction.get', { id: interactionId })).draft).toEqual({ note: 'halverwege' });
    expect((await bench.workspace.call('sync.status', undefined)).pending).toBe(waiting.length);
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
