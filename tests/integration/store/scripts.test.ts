import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScriptRow } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { maskText } from '#shared/domain/mask-text.ts';
import { startRun } from '#shared/domain/script/engine.ts';
import type { ScriptRun } from '#shared/domain/script/run.ts';
import { shippedScript, testCentre } from '../../fixtures/centre.ts';
import { answer, hangUp, now, ring, storeBench } from './support/store-bench.ts';
import { arrive, outboxOf, seed } from './support/seed.ts';
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

describe('the script of a conversation', () => {
  /** The order script, its French edition, and the script of another queue. */
  async function withThree() {
    const bench = storeBench();
    await bench.open();
    const { rows, queue, customers } = seed(bench.path, testCentre({ secondScript: shippedScript('klantendienst-vraag.nl') }));
    const [order, service] = rows.script ?? [];
    const french: ScriptRow = { ...order!, id: newId(), version: 1, language: 'fr', definition: { ...order!.definition, language: 'fr', title: 'Commande' } };
    arrive(bench.path, 'script', [french]);
    const file = async (id: string) => await bench.workspace.call('interaction.get', { id });
    const scriptOf = async (id: string) => (await file(id)).script?.id;
    return { bench, queue, customers, customerRows: rows.customer ?? [], order: order!, service: service!, french, file, scriptOf };
  }
  const answered = (script: ScriptRow): ScriptRun => ({ ...startRun(script.definition), events: [{ type: 'skipped', at: now(), step: script.definition.start, to: null, reason: 'haast' }] });

  it('can be chosen from those of the operator’s queues, begins anew, and keeps what was captured', async () => {
    const { bench, queue, order, service, french, file } = await withThree();
    const { interactionId: id } = await ring(bench, null, queue.key);
    expect(await bench.workspace.call('interaction.scripts', { id })).toEqual([
      { id: order.id, title: order.definition.title, language: 'nl', queues: [queue.name] },
      { id: french.id, title: 'Commande', language: 'fr', queues: [] },
      { id: service.id, title: service.definition.title, language: 'nl', queues: ['Tweede wachtrij'] },
    ]);
    await bench.workspace.call('interaction.setScriptRun', { id, run: answered(order), captured: { aantal: '3' } });
    const chosen = await bench.workspace.call('interaction.chooseScript', { id, scriptId: service.id });
    expect(chosen).toMatchObject({ script: { id: service.id }, interaction: { scriptRun: null, captured: { aantal: '3' } } });
    await bench.workspace.call('interaction.setScriptRun', { id, run: answered(service), captured: { aantal: '3' } });
    // Chosen again, it goes on where it was.
    await bench.workspace.call('interaction.chooseScript', { id, scriptId: service.id });
    expect(await file(id)).toMatchObject({ script: { id: service.id }, interaction: { scriptRun: { scriptKey: service.key, events: [{ type: 'skipped' }] } } });
    await expect(bench.workspace.call('interaction.chooseScript', { id, scriptId: newId() })).rejects.toMatchObject({ code: 'store.refused' });
  });

  it('can be chosen where no queue proposes one, and counts then in the figures of the conversation', async () => {
    const { bench, service, scriptOf } = await withThree();
    const call = await ring(bench);
    expect(await scriptOf(call.interactionId)).toBeUndefined();
    await bench.workspace.call('interaction.chooseScript', { id: call.interactionId, scriptId: service.id });
    await answer(bench, call);
    await bench.workspace.call('interaction.setScriptRun', { id: call.interactionId, run: answered(service), captured: {} });
    await hangUp(bench, call);
    const [outcome] = (await bench.workspace.call('interaction.get', { id: call.interactionId })).outcomes;
    await bench.workspace.call('interaction.close', { id: call.interactionId, outcomeId: outcome!.id, sentence: 'Klaar.', note: '', captured: {} });
    expect(outboxOf(bench.path).find(({ entity }) => entity === 'conversationQuality')?.patch).toMatchObject({ script: { said: 0 } });
  });

  it('is proposed in the language of whoever calls, until its first answer', async () => {
    const { bench, queue, customers, customerRows, order, french, scriptOf } = await withThree();
    const [caller] = customers;
    const speaks = (language: 'fr' | 'en', version: number): void => arrive(bench.path, 'customer', [{ ...customerRows.find(({ id }) => id === caller!.id)!, language, version }]);
    speaks('fr', 2);
    const { interactionId: id } = await ring(bench, caller!.phone, queue.key);
    expect(await scriptOf(id)).toBe(french.id);
    const [first] = await bench.workspace.call('interaction.scripts', { id });
    expect(first?.id).toBe(french.id);
    await bench.workspace.call('interaction.setScriptRun', { id, run: answered(french), captured: {} });
    // In English there is none: the queue's own would be proposed, were it not for the answer.
    speaks('en', 3);
    expect(await scriptOf(id)).toBe(french.id);
    const later = await ring(bench, caller!.phone, queue.key);
    expect(await scriptOf(later.interactionId)).toBe(order.id);
  });

  it('keeps what a payment field of it took out of the journal, also where another queue’s was chosen', async () => {
    const { bench, queue, service } = await withThree();
    const [start, ...steps] = service.definition.steps;
    const asking = { ...service, version: 2, definition: { ...service.definition, steps: [{ ...start!, fields: [{ key: 'kaart', label: 'Kaart', type: 'payment' as const }] }, ...steps] } };
    arrive(bench.path, 'script', [asking]);
    const { interactionId: id } = await ring(bench, null, queue.key);
    await bench.workspace.call('interaction.chooseScript', { id, scriptId: service.id });
    await bench.workspace.call('draft.write', { interactionId: id, fields: { 'script.kaart': '4111111111111111' } });
    expect((await bench.workspace.call('interaction.get', { id })).draft['script.kaart']).toBe(maskText);
  });
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

it('so is a template of a letter, which is no script', async () => {
  const bench = storeBench();
  await bench.open();
  const templateId = newId();
  const draft = { templateId, base: '{"edition":1}', content: JSON.stringify({ title: { nl: 'Half' } }) };
  const { savedAt } = await bench.workspace.call('letterDraft.write', draft);
  expect([(await bench.main.call('store.unsent', undefined)).drafts, await bench.workspace.call('scriptDraft.list', undefined)]).toEqual([1, []]);
  const kept = { path: join(temporaryFolder(), 'unsent.db'), key: '3c'.repeat(32) };
  await bench.main.call('store.wipe', { database: { path: bench.path, key: testKey, country: 'BE' }, keep: kept });
  await bench.open();
  await bench.main.call('store.takeIn', kept);
  expect(await bench.workspace.call('letterDraft.list', undefined)).toEqual([{ ...draft, savedAt }]);
  await bench.workspace.call('letterDraft.forget', { templateId });
  expect(await bench.workspace.call('letterDraft.list', undefined)).toEqual([]);
});
