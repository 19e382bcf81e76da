import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { ring, storeBench } from './support/store-bench.ts';
import { arrive, seed } from './support/seed.ts';
import { temporaryFolder, testKey } from './support/temporary-folder.ts';

it('a conversation keeps the version of the script it began with, also when another comes in before its first answer, or twice', async () => {
  const bench = storeBench();
  await bench.open();
  const { queue, rows } = seed(bench.path);
  const [row] = rows.script ?? [];
  const comesIn = (title: string, version: number): void => arrive(bench.path, 'script', [{ ...row!, version, definition: { ...row!.definition, title, version: row!.definition.version + version } }]);
  const titleOf = async (id: string): Promise<string | undefined> => (await bench.workspace.call('interaction.get', { id })).script?.definition.title;
  const first = await ring(bench, null, queue.key);
  const began = await titleOf(first.interactionId);
  comesIn('Tweede', 2);
  const second = await ring(bench, null, queue.key);
  comesIn('Derde', 3);
  const third = await ring(bench, null, queue.key);
  expect([await titleOf(first.interactionId), await titleOf(second.interactionId), await titleOf(third.interactionId)]).toEqual([began, 'Tweede', 'Derde']);
});

it('a script in the making is on disk when it is answered, counts as work that is not at central, and comes back with whoever wrote it', async () => {
  const bench = storeBench();
  await bench.open();
  const scriptId = newId();
  const content = JSON.stringify({ title: 'Half', say: '{{' });
  const { savedAt } = await bench.workspace.call('scriptDraft.write', { scriptId, base: null, content });
  expect(await bench.workspace.call('scriptDraft.list', undefined)).toEqual([{ scriptId, title: 'Half', savedAt }]);
  expect((await bench.main.call('store.unsent', undefined)).drafts).toBe(1);
  const kept = { path: join(temporaryFolder(), 'unsent.db'), key: '3c'.repeat(32) };
  await bench.main.call('store.wipe', { database: { path: bench.path, key: testKey, country: 'BE' }, keep: kept });
  await bench.open();
  expect(await bench.workspace.call('scriptDraft.read', { scriptId })).toBeNull();
  await bench.main.call('store.takeIn', kept);
  expect(await bench.workspace.call('scriptDraft.read', { scriptId })).toEqual({ base: null, content, savedAt });
  await bench.workspace.call('scriptDraft.forget', { scriptId });
  expect(await bench.workspace.call('scriptDraft.read', { scriptId })).toBeNull();
});
