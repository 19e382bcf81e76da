import { likeliestAnswer, offeredAnswers, type ScriptFacts } from './script-engine.ts';
import type { Script, ScriptRun, ScriptStep } from './script.ts';

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
  const done = mainLine(script, run);
  if (run.step === null) return { position: Math.max(1, done.length), total: Math.max(1, done.length), ended: true, upcoming: [] };
  const here = done.at(-1) ?? run.step;
  const ahead = likelyPath(script, { ...run, step: here }, facts, new Set(done));
  const upcoming = here === run.step ? ahead : likelyPath(script, run, facts, new Set([run.step]));
  return { position: done.length, total: done.length + ahead.length, ended: false, upcoming: upcoming.map((step) => step.title) };
}

/** The steps taken so far without objections' detours and without loops, the current one last. */
function mainLine(script: Script, run: ScriptRun): string[] {
  const line: string[] = [];
  let aside = false;
  const entries = [...run.trail.map((entry) => ({ step: entry.step, answer: entry.answer })), ...(run.step === null ? [] : [{ step: run.step, answer: null }])];
  for (const entry of entries) {
    const known = line.indexOf(entry.step);
    if (known >= 0) line.length = known + 1;
    else if (!aside) line.push(entry.step);
    const step = script.steps.find((candidate) => candidate.key === entry.step);
    aside = step?.answers.some((answer) => answer.key === entry.answer && answer.objection === true) ?? false;
  }
  return line;
}

function likelyPath(script: Script, run: ScriptRun, facts: ScriptFacts, seen: Set<string>): ScriptStep[] {
  const path: ScriptStep[] = [];
  let at: ScriptRun = run;
  let known = facts;
  for (;;) {
    const taken = likeliestAnswer(script, at, known) ?? offeredAnswers(script, at, known)[0];
    const next = taken === undefined || taken.to === null ? undefined : script.steps.find((step) => step.key === taken.to);
    if (taken === undefined || next === undefined || seen.has(next.key)) return path;
    seen.add(next.key);
    path.push(next);
    at = { ...at, step: next.key };
    known = { ...known, captured: { ...known.captured, ...taken.set } };
  }
}
