import type { Script } from '#shared/domain/script/script.ts';
import { leadScene } from './gate-scenes.ts';
import { scriptRow } from './sample-data.ts';
import type { Scene } from './scenes.ts';
import { templateScenes } from './template-scenes.ts';

const { id, definition } = scriptRow;

/** The first step says something else. */
function saying(script: Script, say: string): Script {
  return { ...script, steps: script.steps.map((step, index) => (index === 0 ? { ...step, say } : step)) };
}

/** What a team lead wrote on this workstation, and central does not have. */
function written(scene: Scene, content: Script): Scene {
  scene.store.scriptDrafts.set(id, { base: JSON.stringify({ number: definition.version, definition }), content: JSON.stringify(content), savedAt: new Date().toISOString() });
  return scene;
}

const audiences = [{ language: 'nl', register: 'informal' }, { language: 'fr', register: 'formal' }] as const;

/** A colleague saved meanwhile: the same step, and for whom the script has words. */
function toMerge(): Scene {
  const scene = leadScene();
  scene.main.scripts.colleagueSaves(id, (script) => ({ ...saying(script, 'Goeiedag, {{organisation}}, u spreekt met {{operator}}. Wat kan ik voor u doen?'), objectionBudget: 1, audiences: [audiences[1]] }));
  return written(scene, { ...saying(definition, 'Goedendag, {{organisation}}, {{operator}} hier. Zegt u het maar.'), objectionBudget: 2, audiences: [audiences[0]] });
}

/** Words for three audiences, of which one is missing. */
function forSeveral(): Scene {
  const [first] = definition.steps;
  const variants = [{ register: 'informal' as const, say: 'Dag, {{organisation}}, met {{operator}}. Waarmee kan ik je helpen?' }];
  return written(leadScene(), { ...definition, audiences: [...audiences], steps: definition.steps.map((step) => (step === first ? { ...step, variants } : step)) });
}

export const editorScenes: Readonly<Record<string, () => Scene>> = { 'script-editor-merge': toMerge, 'script-editor-variants': forSeveral, ...templateScenes };
