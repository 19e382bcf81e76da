import { capturedInCondition } from './condition.ts';
import type { ScriptFinding } from './finding.ts';
import { pathFaults } from './paths.ts';
import { placeholdersIn, spokenValueKeys } from './render.ts';
import type { Script, ScriptAnswer, ScriptStep } from './script.ts';

/** @returns what makes a script unusable: an operator would be stuck, or would say what cannot be filled in. Empty for a sound one. */
export function faultsOf(script: Script): readonly ScriptFinding[] {
  const faults = [...keyFaults(script), ...referenceFaults(script), ...textFaults(script), ...kindFaults(script)];
  // Paths only mean something once every reference leads somewhere.
  return faults.length > 0 ? faults : pathFaults(script);
}

/** @returns every key under which something can be captured in this script: its fields and what answers set. */
export function capturedKeys(script: Script): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const step of script.steps) {
    for (const field of step.fields ?? []) keys.add(field.key);
    for (const answer of step.answers) for (const key of Object.keys(answer.set ?? {})) keys.add(key);
  }
  return keys;
}

/** @returns every text that is spoken in a step, with its place. */
export function spokenTexts(step: ScriptStep): readonly { readonly place: string; readonly text: string }[] {
  const place = `steps.${step.key}`;
  return [
    { place: `${place}.say`, text: step.say },
    ...(step.variants ?? []).map(({ say }, index) => ({ place: `${place}.variants.${index}.say`, text: say })),
    ...(step.bridge === undefined ? [] : [{ place: `${place}.bridge`, text: step.bridge }]),
    ...(step.fields ?? []).flatMap(({ key, ask, rephrase }) => [
      ...(ask === undefined ? [] : [{ place: `${place}.fields.${key}.ask`, text: ask }]),
      ...(rephrase === undefined ? [] : [{ place: `${place}.fields.${key}.rephrase`, text: rephrase }]),
    ]),
  ];
}

function answerPlace(step: ScriptStep, answer: ScriptAnswer): string {
  return `steps.${step.key}.answers.${answer.key}`;
}

const ownValues: ReadonlySet<string> = new Set(spokenValueKeys);

function keyFaults(script: Script): ScriptFinding[] {
  const faults = [...doubles(script.steps, (step) => `steps.${step.key}`), ...doubles(script.purposes ?? [], (purpose) => `purposes.${purpose.key}`)];
  for (const step of script.steps) {
    faults.push(...doubles(step.answers, (answer) => answerPlace(step, answer)));
    for (const field of step.fields ?? []) {
      const place = `steps.${step.key}.fields.${field.key}`;
      if ((field.type === 'choice') !== (field.options !== undefined && field.options.length > 0)) {
        faults.push({ place, reason: 'a choice needs options, and only a choice has them' });
      }
      if (ownValues.has(field.key)) faults.push({ place, reason: 'this key is a spoken value of its own' });
    }
  }
  const fields = script.steps.flatMap((step) => (step.fields ?? []).map((field) => ({ key: field.key, step })));
  faults.push(...doubles(fields, ({ key, step }) => `steps.${step.key}.fields.${key}`));
  const terms = script.steps.flatMap((step) => (step.terms ?? []).map((term) => ({ key: term.key, step })));
  return [...faults, ...doubles(terms, ({ key, step }) => `steps.${step.key}.terms.${key}`)];
}

function doubles<T extends { readonly key: string }>(items: readonly T[], place: (item: T) => string): ScriptFinding[] {
  const seen = new Set<string>();
  const faults: ScriptFinding[] = [];
  for (const item of items) {
    if (seen.has(item.key)) faults.push({ place: place(item), reason: 'the key is used twice' });
    seen.add(item.key);
  }
  return faults;
}

function referenceFaults(script: Script): ScriptFinding[] {
  const steps = new Set(script.steps.map((step) => step.key));
  const purposes = new Set((script.purposes ?? []).map((purpose) => purpose.key));
  const captured = capturedKeys(script);
  const faults: ScriptFinding[] = [];
  if (!steps.has(script.start)) faults.push({ place: 'start', reason: `there is no step ${script.start}` });
  for (const step of script.steps) {
    for (const answer of step.answers) {
      const place = answerPlace(step, answer);
      if (answer.to !== null && !steps.has(answer.to)) faults.push({ place: `${place}.to`, reason: `there is no step ${answer.to}` });
      if (answer.purpose !== undefined && !purposes.has(answer.purpose)) faults.push({ place: `${place}.purpose`, reason: `there is no purpose ${answer.purpose}` });
      for (const key of capturedInCondition(answer.when)) {
        if (!captured.has(key)) faults.push({ place: `${place}.when`, reason: `nothing captures ${key}` });
      }
    }
  }
  return faults;
}

function textFaults(script: Script): ScriptFinding[] {
  const captured = capturedKeys(script);
  const spoken = [...script.steps.flatMap(spokenTexts), { place: 'recordingConsent', text: script.recordingConsent ?? '' }];
  return spoken.flatMap(({ place, text }) =>
    placeholdersIn(text)
      .filter((key) => !captured.has(key) && !ownValues.has(key))
      .map((key) => ({ place, reason: `unknown placeholder ${key}` })),
  );
}

/** What a step of a kind must have to be of that kind. */
function kindFaults(script: Script): ScriptFinding[] {
  return script.steps.flatMap((step) => {
    const place = `steps.${step.key}`;
    switch (step.kind) {
      case 'collect':
        return (step.fields ?? []).length > 0 ? [] : [{ place, reason: 'a step that collects needs fields' }];
      case 'choose':
        return step.answers.length > 1 ? [] : [{ place, reason: 'a choice needs two answers' }];
      case 'look-up':
        return (step.sources ?? []).length > 0 ? [] : [{ place, reason: 'a step that looks something up names its sources' }];
      case 'objection':
        return script.objectionBudget > 0 ? [] : [{ place, reason: 'a counter-argument needs an objection budget' }];
      case 'close':
        return step.answers.some((answer) => answer.to === null) ? [] : [{ place, reason: 'a closing step needs an answer that ends the script' }];
      default:
        return [];
    }
  });
}
