import { answer, jump, startRun } from '#shared/domain/script/engine.ts';
import { customers, hitOf, scriptRow } from './sample-data.ts';
import { factsOf } from '../fixtures/scripts.ts';
import type { Scene } from './scenes.ts';

/** The script asks what the file has: one thing to be confirmed, the other noted otherwise. */
export function withNoted(scene: Scene): Scene {
  const [file] = scene.store.files.values();
  const run = jump(scriptRow.definition, startRun(scriptRow.definition), 'nieuweKlant', 'Gegevens nakijken', new Date().toISOString());
  if (file !== undefined) scene.store.files.set(file.interaction.id, { ...file, interaction: { ...file.interaction, scriptRun: run, captured: { nieuwEmail: 'p.desmet@telenet.be' } } });
  return scene;
}

/** Every counter-argument was used: only the closing path is left. */
export function withSpent(scene: Scene): Scene {
  const [file] = scene.store.files.values();
  let run = startRun(scriptRow.definition);
  const at = new Date().toISOString();
  for (const key of ['gekend', 'klopt', 'bestelling', 'teDuur', 'nogSteeds', 'gaatVerder', 'teDuur', 'overtuigd']) run = answer(scriptRow.definition, run, key, factsOf(), at).run;
  if (file !== undefined) scene.store.files.set(file.interaction.id, { ...file, interaction: { ...file.interaction, scriptRun: run } });
  return scene;
}

/** The customer on the line has a second file. */
export function withDuplicate(scene: Scene): Scene {
  const [, other] = customers;
  if (other !== undefined) scene.store.duplicates = [{ hit: hitOf(other, 'phone'), score: 70, reasons: ['phone', 'similar-name'] }];
  return scene;
}
