import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isoNow } from '#shared/domain/clock.ts';
import { currentStep, jump, resumeRun, startRun } from '#shared/domain/script/engine.ts';
import { parseScript } from '#shared/domain/script/parse.ts';
import { arrive, seed } from './support/seed.ts';
import { answer, ring, storeBench } from './support/store-bench.ts';

const folder = new URL('../../../resources/scripts/', import.meta.url);

it.each(readdirSync(folder))('a crash in any step of %s comes back to that step, with what was captured and why it was being left', async (name) => {
  const script = parseScript(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  const bench = storeBench();
  await bench.open();
  const centre = seed(bench.path);
  arrive(bench.path, 'script', [{ ...centre.rows.script![0]!, version: 2, key: script.key, language: script.language, definition: script }]);
  const call = await ring(bench, null, centre.queue.key);
  await answer(bench, call);
  let run = startRun(script);
  let store = bench;
  for (const step of script.steps) {
    if (currentStep(script, run)?.key !== step.key) run = jump(script, run, step.key, 'Klant wil eerst iets anders', isoNow());
    const captured = { laatste: step.key };
    await store.workspace.call('interaction.setScriptRun', { id: call.interactionId, run, captured });
    const leaving = { 'form.leave.script.way': 'skip', 'form.leave.script.step': step.key, 'form.leave.script.reason': `Omdat ${step.key}` };
    await store.workspace.call('draft.write', { interactionId: call.interactionId, fields: leaving });
    // Without its farewell: another store opens the file as a crash leaves it.
    store = storeBench({ path: bench.path });
    await store.open();
    const file = await store.workspace.call('interaction.get', { id: call.interactionId });
    expect(currentStep(script, resumeRun(file.script!.definition, file.interaction.scriptRun))?.key).toBe(step.key);
    expect(file.interaction.captured).toEqual(captured);
    expect(file.draft).toEqual(leaving);
  }
});
