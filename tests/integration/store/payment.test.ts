import { expect, it } from 'vitest';
import { scriptSchema } from '#shared/domain/script/script.ts';
import { withDatabase } from './support/raw-database.ts';
import { outboxOf, seed } from './support/seed.ts';
import { answer, hangUp, ring, storeBench } from './support/store-bench.ts';

const card = '4111 1111 1111 1111';

it('the number of a card is in no table, whatever a page sends: not in the journal, the interaction or the outbox', async () => {
  const bench = storeBench();
  await bench.open();
  const centre = seed(bench.path);
  const [row] = centre.rows.script!;
  const definition = scriptSchema.parse({ ...row!.definition, steps: row!.definition.steps.map((step) => (step.key === row!.definition.start ? { ...step, fields: [{ key: 'kaart', label: 'Kaartnummer', type: 'payment' }] } : step)) });
  withDatabase(bench.path, (handle) => handle.prepare('UPDATE script SET definition = ? WHERE id = ?').run(JSON.stringify(definition), row!.id));
  const call = await ring(bench, null, centre.queue.key);
  await answer(bench, call);
  const id = call.interactionId;
  await bench.workspace.call('draft.write', { interactionId: id, fields: { 'script.kaart': card, 'script.aantal': '2', note: 'Betaalt met kaart.' } });
  expect((await bench.workspace.call('interaction.get', { id })).draft).toEqual({ 'script.kaart': '•••', 'script.aantal': '2', note: 'Betaalt met kaart.' });
  await bench.workspace.call('interaction.setScriptRun', { id, run: { scriptKey: definition.key, scriptVersion: definition.version, start: definition.start, events: [] }, captured: { kaart: card, aantal: '2' } });
  expect((await bench.workspace.call('interaction.get', { id })).interaction.captured).toEqual({ kaart: '•••', aantal: '2' });
  await hangUp(bench, call);
  await bench.workspace.call('interaction.close', { id, outcomeId: centre.outcomes[0].id, sentence: '', note: '', captured: { kaart: card, aantal: '2' } });
  expect(JSON.stringify(outboxOf(bench.path))).not.toContain('4111');
  expect(outboxOf(bench.path).find(({ entity }) => entity === 'interaction')?.patch).toMatchObject({ captured: { kaart: '•••', aantal: '2' } });
});
