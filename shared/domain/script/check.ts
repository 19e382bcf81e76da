import { boundTypes } from './bind.ts';
import { capturedInCondition } from './condition.ts';
import { findingAt, type FindingCode, type ScriptFinding, type ScriptPath } from './finding.ts';
import { pathFaults } from './paths.ts';
import { placeholdersIn, spokenValueKeys } from './render.ts';
import type { Script, ScriptField, ScriptStep } from './script.ts';
import { spokenTexts } from './spoken-texts.ts';

/**
 * Takes time in proportion to the size of the script: places are put together for what is found only.
 *
 * @returns what makes a script unusable: an operator would be stuck, or would say what cannot be filled in. Empty for a sound one.
 */
export function faultsOf(script: Script): readonly ScriptFinding[] {
  const found = new Findings(script);
  const captured = capturedKeys(script);
  checkKeys(script, found);
  checkReferences(script, captured, found);
  checkTexts(script, captured, found);
  checkKinds(script, found);
  // Paths only mean something once every reference leads somewhere.
  return found.all.length > 0 ? found.all : pathFaults(script);
}

/** Findings as they are found, each at its place. */
export class Findings {
  readonly all: ScriptFinding[] = [];
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
  }

  add(path: ScriptPath, code: FindingCode, values: ScriptFinding['values'] = {}): void {
    this.all.push(findingAt(this.#script, path, code, values));
  }
}

/** @returns every key under which something can be captured in this script: its fields and what answers set. */
function capturedKeys(script: Script): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const step of script.steps) {
    for (const field of step.fields ?? []) keys.add(field.key);
    for (const answer of step.answers) {
      if (answer.set !== undefined) for (const key of Object.keys(answer.set)) keys.add(key);
    }
  }
  return keys;
}

const ownValues: ReadonlySet<string> = new Set(spokenValueKeys);

/** @returns true when it is there for the second time. */
function isSecond(seen: Set<string>, { key }: { readonly key: string }): boolean {
  const size = seen.size;
  return seen.add(key).size === size;
}

/** Steps, purposes, fields and terms have one name each in the whole script; answers in their step. */
function checkKeys(script: Script, found: Findings): void {
  const steps = new Set<string>();
  // In which step it was last: a set for each of ten thousand steps costs more than looking at their answers.
  const answers = new Map<string, number>();
  const fields = new Set<string>();
  const terms = new Set<string>();
  const purposes = new Set<string>();
  const twice = ({ key }: { readonly key: string }, ...path: ScriptPath): void => found.add(path, 'key-twice', { key });
  script.purposes?.forEach((purpose, index) => isSecond(purposes, purpose) && twice(purpose, 'purposes', index));
  script.steps.forEach((step, index) => {
    if (isSecond(steps, step)) twice(step, 'steps', index);
    step.answers.forEach((answer, place) => {
      if (answers.get(answer.key) === index) twice(answer, 'steps', index, 'answers', place);
      else answers.set(answer.key, index);
    });
    step.terms?.forEach((term, place) => isSecond(terms, term) && twice(term, 'steps', index, 'terms', place));
    step.fields?.forEach((field, place) => {
      if (isSecond(fields, field)) twice(field, 'steps', index, 'fields', place);
      checkField(field, ['steps', index, 'fields', place], found);
    });
  });
}

function checkField(field: ScriptField, path: ScriptPath, found: Findings): void {
  if ((field.type === 'choice') !== (field.options !== undefined && field.options.length > 0)) found.add(path, 'choice-options');
  const bound = field.bind === undefined ? null : boundTypes[field.bind];
  if (bound !== null && bound !== field.type) found.add(path, 'bound-type', { key: field.bind ?? '', expected: bound });
  if (ownValues.has(field.key)) found.add(path, 'key-reserved', { key: field.key });
}

function checkReferences(script: Script, captured: ReadonlySet<string>, found: Findings): void {
  const steps = new Set(script.steps.map((step) => step.key));
  const purposes = new Set((script.purposes ?? []).map((purpose) => purpose.key));
  if (!steps.has(script.start)) found.add(['start'], 'step-missing', { key: script.start });
  script.steps.forEach((step, index) => {
    step.answers.forEach(({ to, purpose, when }, place) => {
      if (to !== null && !steps.has(to)) found.add(['steps', index, 'answers', place, 'to'], 'step-missing', { key: to });
      if (purpose !== undefined && !purposes.has(purpose)) found.add(['steps', index, 'answers', place, 'purpose'], 'purpose-missing', { key: purpose });
      if (when === undefined) return;
      for (const key of capturedInCondition(when)) {
        if (!captured.has(key)) found.add(['steps', index, 'answers', place, 'when'], 'captured-missing', { key });
      }
    });
  });
}

function checkTexts(script: Script, captured: ReadonlySet<string>, found: Findings): void {
  for (const { path, text } of spokenTexts(script)) {
    for (const key of placeholdersIn(text)) {
      if (!captured.has(key) && !ownValues.has(key)) found.add(path, 'placeholder-unknown', { key });
    }
  }
}

/** What a step of a kind must have to be of that kind. */
function checkKinds(script: Script, found: Findings): void {
  script.steps.forEach((step, index) => {
    const code = kindFault(script, step);
    if (code !== null) found.add(['steps', index], code);
  });
}

function kindFault(script: Script, step: ScriptStep): FindingCode | null {
  switch (step.kind) {
    case 'collect':
      return (step.fields ?? []).length > 0 ? null : 'collect-without-fields';
    case 'choose':
      return step.answers.length > 1 ? null : 'choose-without-choice';
    case 'look-up':
      return (step.sources ?? []).length > 0 ? null : 'look-up-without-sources';
    case 'objection':
      return script.objectionBudget > 0 ? null : 'objection-without-budget';
    case 'close':
      return step.answers.some((answer) => answer.to === null) ? null : 'close-without-end';
    default:
      return null;
  }
}
