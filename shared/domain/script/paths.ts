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
  const all = new WayList(steps.length);
  const open = new WayList(steps.length);
  const closing: number[] = [];
  const counters = new Map<number, number[]>();
  // Each way is looked up once: there may be ninety thousand of them.
  steps.forEach(({ answers }, index) => {
    answers.forEach((answer, place) => {
      const { to } = answer;
      const isOpen = isAlwaysOpen(answer);
      if (to === null) {
        if (isOpen) closing.push(index);
        return;
      }
      const number = numbers.get(to) ?? 0;
      all.add(index, number);
      if (isOpen) open.add(index, number);
      if (answer.objection !== true && steps[number]?.kind === 'objection') counters.set(index, [...(counters.get(index) ?? []), place]);
    });
  });
  const onwards = open.ways();
  const into = open.ways({ backwards: true });
  const reached = closure([numbers.get(script.start) ?? 0], all.ways());
  const ends = closure(closing, into);
  const circles = inCircles(ends, onwards, into);
  steps.forEach((step, index) => {
    const add = (code: FindingCode, ...rest: ScriptPath): void => void faults.push(findingAt(script, ['steps', index, ...rest], code));
    if (reached[index] === 0) add('unreachable');
    if (!step.answers.some(isAlwaysOpen)) add('dead-end');
    else if (ends[index] === 0) add(circles[index] === 1 ? 'circle' : 'no-way-to-end');
    if (hasMandatoryTerm(step) && !step.answers.some((answer) => answer.withoutTerms === true && isAlwaysOpen(answer))) add('terms-without-way');
    for (const place of counters.get(index) ?? []) add('counter-without-objection', 'answers', place);
  });
  return faults;
}

/** Of step `n`: `to[starts[n]]` up to, not including, `to[starts[n + 1]]`. One list for all, as ten thousand small ones cost more than what is done with them. */
interface Ways {
  readonly starts: Int32Array;
  readonly to: Int32Array;
}

/** Ways between steps, by their numbers, as they are found. */
class WayList {
  readonly #size: number;
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  add(from: number, to: number): void {
    this.#from.push(from);
    this.#to.push(to);
  }

  ways({ backwards = false } = {}): Ways {
    const [from, to] = backwards ? [this.#to, this.#from] : [this.#from, this.#to];
    const starts = new Int32Array(this.#size + 1);
    for (const number of from) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
    for (let number = 0; number < this.#size; number += 1) starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
    const next = starts.slice();
    const ordered = new Int32Array(to.length);
    from.forEach((number, index) => {
      const place = next[number] ?? 0;
      ordered[place] = to[index] ?? 0;
      next[number] = place + 1;
    });
    return { starts, to: ordered };
  }
}

/** @returns for each step 1 where one gets there, 0 where not. */
function closure(from: readonly number[], { starts, to }: Ways): Uint8Array {
  const found = new Uint8Array(starts.length - 1);
  const ahead = [...from];
  for (const number of from) found[number] = 1;
  for (let number = ahead.pop(); number !== undefined; number = ahead.pop()) {
    const end = starts[number + 1] ?? 0;
    for (let way = starts[number] ?? 0; way < end; way += 1) {
      const other = to[way] ?? 0;
      if (found[other] !== 0) continue;
      found[other] = 1;
      ahead.push(other);
    }
  }
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
  const counts = new Int32Array(left.length);
  const loose: number[] = [];
  for (let number = 0; number < left.length; number += 1) {
    let count = 0;
    const end = ways.starts[number + 1] ?? 0;
    for (let way = ways.starts[number] ?? 0; way < end; way += 1) count += left[ways.to[way] ?? 0] ?? 0;
    counts[number] = count;
    if (count === 0 && left[number] === 1) loose.push(number);
  }
  for (let number = loose.pop(); number !== undefined; number = loose.pop()) {
    left[number] = 0;
    const end = opposite.starts[number + 1] ?? 0;
    for (let way = opposite.starts[number] ?? 0; way < end; way += 1) {
      const other = opposite.to[way] ?? 0;
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
