import type { ScriptPath } from './finding.ts';
import type { Script, ScriptStep } from './script.ts';

/** A text that is spoken, with its place in the script. */
export interface SpokenText {
  readonly path: ScriptPath;
  readonly text: string;
}

const textsOf = new WeakMap<Script, readonly SpokenText[]>();

/** @returns every text that is spoken in the script; put together once, as every check goes through them. */
export function spokenTexts(script: Script): readonly SpokenText[] {
  let texts = textsOf.get(script);
  if (texts === undefined) {
    const found: SpokenText[] = [];
    script.steps.forEach((step, index) => addTexts(step, index, found));
    if (script.recordingConsent !== undefined) found.push({ path: ['recordingConsent'], text: script.recordingConsent });
    texts = found;
    textsOf.set(script, texts);
  }
  return texts;
}

function addTexts(step: ScriptStep, index: number, texts: SpokenText[]): void {
  texts.push({ path: ['steps', index, 'say'], text: step.say });
  step.variants?.forEach(({ say }, place) => texts.push({ path: ['steps', index, 'variants', place, 'say'], text: say }));
  if (step.bridge !== undefined) texts.push({ path: ['steps', index, 'bridge'], text: step.bridge });
  step.fields?.forEach(({ ask, rephrase }, place) => {
    if (ask !== undefined) texts.push({ path: ['steps', index, 'fields', place, 'ask'], text: ask });
    if (rephrase !== undefined) texts.push({ path: ['steps', index, 'fields', place, 'rephrase'], text: rephrase });
  });
}
