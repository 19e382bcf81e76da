import { jump, startRun } from '#shared/domain/script/engine.ts';
import { customers, hitOf, scriptRow } from './sample-data.ts';
import type { Scene } from './scenes.ts';

/** The script asks what the file has: one thing to be confirmed, the other noted otherwise. */
export function withNoted(scene: Scene): Scene {
  const [file] = scene.store.files.values();
  const run = jump(scriptRow.definition, startRun(scriptRow.definition), 'nieuweKlant', 'Gegevens nakijken', new Date().toISOString());
  if (file !== undefined) scene.store.files.set(file.interaction.id, { ...file, interaction: { ...file.interaction, scriptRun: run, captured: { nieuwEmail: 'p.desmet@telenet.be' } } });
  return scene;
}

/** The customer on the line has a second file. */
export function withDuplicate(scene: Scene): Scene {
  const [, other] = customers;
  if (other !== undefined) scene.store.duplicates = [{ hit: hitOf(other, 'phone'), score: 70, reasons: ['phone', 'similar-name'] }];
  return scene;
}
