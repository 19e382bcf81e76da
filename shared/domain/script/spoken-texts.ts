import type { ScriptPath } from './finding.ts';
import type { Script, ScriptStep } from './script.ts';

/** A text that is spoken, with its place in the script. */
export interface SpokenText {
  readonly path: ScriptPath;
  readonly text: string;
}

/** @returns every text that is spoken in the script. */
export function spokenTexts(script: Script): readonly SpokenText[] {
  const consent = script.recordingConsent === undefined ? [] : [{ path: ['recordingConsent'], text: script.recordingConsent }];
  return [...script.steps.flatMap(textsOf), ...consent];
}

function textsOf(step: ScriptStep, index: number): SpokenText[] {
  const at = (...rest: ScriptPath): ScriptPath => ['steps', index, ...rest];
  const texts: SpokenText[] = [{ path: at('say'), text: step.say }];
  step.variants?.forEach(({ say }, place) => texts.push({ path: at('variants', place, 'say'), text: say }));
  if (step.bridge !== undefined) texts.push({ path: at('bridge'), text: step.bridge });
  step.fields?.forEach(({ ask, rephrase }, place) => {
    if (ask !== undefined) texts.push({ path: at('fields', place, 'ask'), text: ask });
    if (rephrase !== undefined) texts.push({ path: at('fields', place, 'rephrase'), text: rephrase });
  });
  return texts;
}
