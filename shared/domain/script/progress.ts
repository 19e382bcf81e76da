import { holds, type ScriptFacts } from './condition.ts';
import { stateOf, type RunState, type ScriptRun } from './run.ts';
import { stepOf, type Script, type ScriptStep } from './script.ts';

/** "Step n of m". */
export interface ScriptProgress {
  /** 1 for the first step; equal to `total` on the last one and once the script has ended. */
  readonly position: number;
  readonly total: number;
  readonly ended: boolean;
  /** Titles of what probably comes next, nearest first. */
  readonly upcoming: readonly string[];
}

/**
 * Where the call stands. The length of a branching script is not known beforehand; taken is the path along the
 * likeliest answers (the first offered one that is no objection), because that is the path most calls take: the
 * longest path would make every call look slow, the shortest would grow under the operator's hands. An objection
 * is a detour: it moves neither number.
 */
export function progress(script: Script, run: ScriptRun, facts: ScriptFacts): ScriptProgress {
  const state = stateOf(run);
  const done = mainLine(state);
  if (state.step === null) return { position: Math.max(1, done.length), total: Math.max(1, done.length), ended: true, upcoming: [] };
  const here = done.at(-1) ?? state.step;
  const ahead = likelyPath(script, here, facts, new Set(done));
  const upcoming = here === state.step ? ahead : likelyPath(script, state.step, facts, new Set([state.step]));
  return { position: done.length, total: done.length + ahead.length, ended: false, upcoming: upcoming.map((step) => step.title) };
}

/** The steps taken so far without objections' detours and without loops, the current one last. */
function mainLine(state: RunState): string[] {
  const line: string[] = [];
  let aside = false;
  const entries = [...state.trail, ...(state.step === null ? [] : [{ step: state.step, objection: false }])];
  for (const entry of entries) {
    const known = line.indexOf(entry.step);
    if (known >= 0) line.length = known + 1;
    else if (!aside) line.push(entry.step);
    aside = entry.objection;
  }
  return line;
}

/** No operator counts further than this, and a script of ten thousand steps must not stop the screen. */
const farthest = 200;

/** @returns the steps that probably come after `from`, nearest first. */
export function likelySteps(script: Script, from: string, facts: ScriptFacts): readonly ScriptStep[] {
  return likelyPath(script, from, facts, new Set([from]));
}

/** Terms that are still open do not count: they are expected to be agreed to. */
function likelyPath(script: Script, from: string, facts: ScriptFacts, seen: Set<string>): ScriptStep[] {
  const path: ScriptStep[] = [];
  const captured: Record<string, string> = { ...facts.captured };
  let at = stepOf(script, from);
  while (at !== null && path.length < farthest) {
    const known = { ...facts, captured };
    const taken = at.answers.find((answer) => answer.objection !== true && holds(answer.when, known));
    const next = taken === undefined || taken.to === null ? null : stepOf(script, taken.to);
    if (taken === undefined || next === null || seen.has(next.key)) return path;
    seen.add(next.key);
    path.push(next);
    Object.assign(captured, taken.set);
    at = next;
  }
  return path;
}
