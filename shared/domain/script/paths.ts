import type { ScriptFinding } from './finding.ts';
import type { Script, ScriptAnswer, ScriptStep } from './script.ts';

/**
 * Every step must be reachable, and must have an answer without condition that is no objection: with the
 * budget spent and nothing known, such answers are all that is left, and they must lead to the end. Where a
 * mandatory term is open such an answer must be one that may go without it. A counter-argument is
 * reached by objections only, so that none is ever made that the budget does not count.
 *
 * @returns what is wrong; the script's references must have been checked.
 */
export function pathFaults(script: Script): readonly ScriptFinding[] {
  const faults: ScriptFinding[] = [];
  const steps = new Map(script.steps.map((step) => [step.key, step]));
  const reached = closure([script.start], (key) => (steps.get(key)?.answers ?? []).flatMap((answer) => (answer.to === null ? [] : [answer.to])));
  const before = openWaysInto(script);
  const ends = closure(before.get(null) ?? [], (key) => before.get(key) ?? []);
  for (const step of script.steps) {
    const place = `steps.${step.key}`;
    if (!reached.has(step.key)) faults.push({ place, reason: 'no answer leads to this step' });
    if (!step.answers.some(isAlwaysOpen)) faults.push({ place, reason: 'needs an answer without condition that is no objection' });
    else if (!ends.has(step.key)) faults.push({ place, reason: 'no path of always open answers leads to an end' });
    if (hasMandatoryTerm(step) && !step.answers.some((answer) => answer.withoutTerms === true && isAlwaysOpen(answer))) {
      faults.push({ place, reason: 'a step with a mandatory term needs an answer that may go without it' });
    }
    for (const answer of step.answers) {
      if (answer.objection === true || answer.to === null || steps.get(answer.to)?.kind !== 'objection') continue;
      faults.push({ place: `${place}.answers.${answer.key}`, reason: 'only an objection leads to a counter-argument' });
    }
  }
  return faults;
}

/** For each step (null: the end) the steps from which an always open answer leads to it. */
function openWaysInto(script: Script): ReadonlyMap<string | null, readonly string[]> {
  const ways = new Map<string | null, string[]>();
  for (const step of script.steps) {
    for (const answer of step.answers) {
      if (!isAlwaysOpen(answer)) continue;
      const from = ways.get(answer.to);
      if (from === undefined) ways.set(answer.to, [step.key]);
      else from.push(step.key);
    }
  }
  return ways;
}

function hasMandatoryTerm(step: ScriptStep): boolean {
  return (step.terms ?? []).some((term) => term.mandatory === true);
}

function isAlwaysOpen(answer: ScriptAnswer): boolean {
  return answer.objection !== true && answer.when === undefined;
}

function closure(from: readonly string[], next: (key: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(from);
  for (const key of found) for (const other of next(key)) found.add(other);
  return found;
}
