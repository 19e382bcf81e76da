import { findingAt, type FindingCode, type ScriptFinding, type ScriptPath } from './finding.ts';
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
  const { steps } = script;
  const numbers = new Map(steps.map((step, index) => [step.key, index]));
  const all = steps.map(({ answers }) => answers.flatMap(({ to }) => (to === null ? [] : [numbers.get(to) ?? 0])));
  const open = steps.map(({ answers }) => answers.flatMap((answer) => (answer.to !== null && isAlwaysOpen(answer) ? [numbers.get(answer.to) ?? 0] : [])));
  const into = reversed(open);
  const reached = closure([numbers.get(script.start) ?? 0], all);
  const ends = closure(steps.flatMap(({ answers }, index) => (answers.some((answer) => answer.to === null && isAlwaysOpen(answer)) ? [index] : [])), into);
  const circles = inCircles(ends, open, into);
  steps.forEach((step, index) => {
    const add = (code: FindingCode, ...rest: ScriptPath): void => void faults.push(findingAt(script, ['steps', index, ...rest], code));
    if (reached[index] === 0) add('unreachable');
    if (!step.answers.some(isAlwaysOpen)) add('dead-end');
    else if (ends[index] === 0) add(circles[index] === 1 ? 'circle' : 'no-way-to-end');
    if (hasMandatoryTerm(step) && !step.answers.some((answer) => answer.withoutTerms === true && isAlwaysOpen(answer))) add('terms-without-way');
    step.answers.forEach((answer, place) => {
      if (answer.objection === true || answer.to === null || steps[numbers.get(answer.to) ?? 0]?.kind !== 'objection') return;
      add('counter-without-objection', 'answers', place);
    });
  });
  return faults;
}

/** For each step, by its number, the numbers of others. */
type Ways = readonly (readonly number[])[];

function reversed(ways: Ways): Ways {
  const back: number[][] = ways.map(() => []);
  ways.forEach((onwards, from) => onwards.forEach((to) => back[to]?.push(from)));
  return back;
}

/** @returns for each step 1 where one gets there, 0 where not. */
function closure(from: readonly number[], ways: Ways): Uint8Array {
  const found = new Uint8Array(ways.length);
  const ahead: number[] = [];
  const reach = (number: number): void => {
    if (found[number] !== 0) return;
    found[number] = 1;
    ahead.push(number);
  };
  from.forEach(reach);
  for (let number = ahead.pop(); number !== undefined; number = ahead.pop()) ways[number]?.forEach(reach);
  return found;
}

/**
 * Peels off, again and again, the steps that none of the others leads to, and those that lead to none: what is left goes round.
 *
 * @param ends those from which an open way leads to the end: they are not in question.
 * @returns for each step 1 where it is on a circle, or between two.
 */
function inCircles(ends: Uint8Array, onwards: Ways, backwards: Ways): Uint8Array {
  const left = ends.map((end) => 1 - end);
  peel(left, backwards, onwards);
  peel(left, onwards, backwards);
  return left;
}

/** Takes out of `left` what has no `ways`, and then what lost its last one by that; `opposite` says whose way was lost. */
function peel(left: Uint8Array, ways: Ways, opposite: Ways): void {
  const counts = Int32Array.from(ways, (others) => others.reduce((count, other) => count + (left[other] ?? 0), 0));
  const loose: number[] = [];
  left.forEach((is, number) => {
    if (is === 1 && counts[number] === 0) loose.push(number);
  });
  for (let number = loose.pop(); number !== undefined; number = loose.pop()) {
    left[number] = 0;
    for (const other of opposite[number] ?? []) {
      const count = (counts[other] ?? 0) - 1;
      counts[other] = count;
      if (count === 0 && left[other] === 1) loose.push(other);
    }
  }
}

function hasMandatoryTerm(step: ScriptStep): boolean {
  return (step.terms ?? []).some((term) => term.mandatory === true);
}

function isAlwaysOpen(answer: ScriptAnswer): boolean {
  return answer.objection !== true && answer.when === undefined;
}
