import { capturedValue } from './condition.ts';
import { currentStep, fieldsSoFar, missingFields } from './engine.ts';
import type { ScriptRun } from './run.ts';
import { isSensitive, type Script, type ScriptField } from './script.ts';

/** A sentence that helps over a silence, and why it is this one. */
export interface BridgeSentence {
  readonly kind: 'own' | 'question' | 'rephrase';
  readonly say: string;
}

/**
 * What can usefully be said when both sides are silent: the step's own sentence, then the question of a field that is still
 * empty, then what was understood, said back.
 *
 * @returns the sentences, most useful first; their placeholders are not yet filled in.
 */
export function bridgeSentences(script: Script, run: ScriptRun, captured: Readonly<Record<string, string>>): readonly BridgeSentence[] {
  const step = currentStep(script, run);
  if (step === null) return [];
  const own: BridgeSentence[] = step.bridge === undefined ? [] : [{ kind: 'own', say: step.bridge }];
  return [...own, ...clarifyingQuestions(script, run, captured), ...rephrased(script, run, captured)];
}

/** @returns the question of each field that is still missing, of this step first. */
export function clarifyingQuestions(script: Script, run: ScriptRun, captured: Readonly<Record<string, string>>): readonly BridgeSentence[] {
  const here = new Set((currentStep(script, run)?.fields ?? []).map(({ key }) => key));
  const missing = [...missingFields(script, run, captured)].sort((a, b) => Number(here.has(b.key)) - Number(here.has(a.key)));
  return missing.flatMap(({ ask }) => (ask === undefined ? [] : [{ kind: 'question' as const, say: ask }]));
}

/** "So you mean ...": @returns what was captured, said back, the latest first. A sensitive field is never said aloud. */
export function rephrased(script: Script, run: ScriptRun, captured: Readonly<Record<string, string>>): readonly BridgeSentence[] {
  const filled = fieldsSoFar(script, run).filter((field) => capturedValue(captured, field.key) !== '');
  return filled.flatMap(sayBack).reverse();
}

function sayBack(field: ScriptField): BridgeSentence[] {
  return field.rephrase === undefined || isSensitive(field) ? [] : [{ kind: 'rephrase', say: field.rephrase }];
}
