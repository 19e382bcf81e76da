import { answer, jump, startRun } from '#shared/domain/script/engine.ts';
import { customers, hitOf, scriptRow } from './sample-data.ts';
import { factsOf } from '../fixtures/scripts.ts';
import type { Scene } from './scenes.ts';

/** The script stands at this step. */
export function atStep(scene: Scene, step: string, captured: Readonly<Record<string, string>> = {}): Scene {
  const [file] = scene.store.files.values();
  const run = jump(scriptRow.definition, startRun(scriptRow.definition), step, 'Gegevens nakijken', new Date().toISOString());
  if (file !== undefined) scene.store.files.set(file.interaction.id, { ...file, interaction: { ...file.interaction, scriptRun: run, captured: { ...captured } } });
  return scene;
}

/** The script asks what the file has: one thing to be confirmed, the other noted otherwise. */
export function withNoted(scene: Scene): Scene {
  return atStep(scene, 'nieuweKlant', { nieuwEmail: 'p.desmet@telenet.be' });
}

/** The file on screen is in the archive. */
export function withArchived(scene: Scene): Scene {
  const [file] = scene.store.files.values();
  if (file?.customer != null) scene.store.files.set(file.interaction.id, { ...file, customer: { ...file.customer, customer: { ...file.customer.customer, archived: true } } });
  return scene;
}

/** Words that are wrong wherever they are written here, with what they could be. */
const misspelt: Readonly<Record<string, readonly string[]>> = { leevering: ['levering', 'leveringen', 'lever ring'], qwrtz: [] };

/** As the dictionaries answer, for a few words. */
export const sampleSpelling = { know: (): void => undefined, isWrong: (word: string): boolean => Object.hasOwn(misspelt, word.toLowerCase()), suggest: (word: string): readonly string[] => misspelt[word.toLowerCase()] ?? [] };

/** The note has two words that are wrong, one of which could be another. */
export function withMisspelt(scene: Scene): Scene {
  const [file] = scene.store.files.values();
  if (file !== undefined) scene.store.files.set(file.interaction.id, { ...file, draft: { ...file.draft, note: 'Wil leevering na 14 u, code qwrtz aan de poort.' } });
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

/** A colleague has just merged the file of the customer on the line into another one. */
export function withMergedMeanwhile(scene: Scene): Scene {
  const [here, other] = customers;
  if (here !== undefined && other !== undefined) scene.store.mergedInto.set(here.customer.id, other.customer.id);
  return scene;
}

/** The customer on the line has a second file. */
export function withDuplicate(scene: Scene): Scene {
  const [, other] = customers;
  if (other !== undefined) scene.store.duplicates = [{ hit: hitOf(other, 'phone'), score: 70, reasons: ['phone', 'similar-name'] }];
  return scene;
}
