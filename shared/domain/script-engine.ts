import { BalieError } from './errors.ts';
import type { Script, ScriptAnswer, ScriptField, ScriptRun, ScriptStep } from './script.ts';

/** What is known at this moment of the call, on which answers may depend. */
export interface ScriptFacts {
  /** What fields and answers captured, by key. */
  readonly captured: Readonly<Record<string, string>>;
  readonly customerKnown: boolean;
}

/** A step further: the run, and what is captured now. */
export interface ScriptAdvance {
  readonly run: ScriptRun;
  readonly captured: Readonly<Record<string, string>>;
}

/** @returns a run at the script's first step. */
export function startRun(script: Script): ScriptRun {
  return { scriptKey: script.key, scriptVersion: script.version, step: script.start, trail: [], objections: 0 };
}

/**
 * Takes up a run after a crash or a transfer. A run of an older version goes on where it was if its step still
 * exists; otherwise, or when it belongs to another script, it starts anew.
 */
export function resumeRun(script: Script, run: ScriptRun | null): ScriptRun {
  if (run === null || run.scriptKey !== script.key) return startRun(script);
  if (run.step !== null && stepOf(script, run.step) === null) return startRun(script);
  return run.scriptVersion === script.version ? run : { ...run, scriptVersion: script.version };
}

/** @returns the step on screen; null once the script has ended. */
export function currentStep(script: Script, run: ScriptRun): ScriptStep | null {
  return run.step === null ? null : stepOf(script, run.step);
}

/**
 * The answers the operator may choose now. An objection is offered only while the budget lasts: after two or three
 * counter-arguments the customer's "no" is a no, and only the closing path is left.
 */
export function offeredAnswers(script: Script, run: ScriptRun, facts: ScriptFacts): readonly ScriptAnswer[] {
  const step = currentStep(script, run);
  if (step === null) return [];
  const spent = run.objections >= script.objectionBudget;
  return step.answers.filter((answer) => !(spent && answer.objection === true) && holds(answer, facts));
}

/**
 * Takes an answer and goes to its step.
 *
 * @throws BalieError `script.not-offered` when the answer is not among {@link offeredAnswers}.
 */
export function answer(script: Script, run: ScriptRun, answerKey: string, facts: ScriptFacts): ScriptAdvance {
  const chosen = offeredAnswers(script, run, facts).find((candidate) => candidate.key === answerKey);
  if (chosen === undefined || run.step === null) {
    throw new BalieError('script.not-offered', 'This answer is not offered at this step', { details: { step: run.step, answer: answerKey } });
  }
  return {
    run: {
      ...run,
      step: chosen.to,
      trail: [...run.trail, { step: run.step, answer: chosen.key, reason: null }],
      objections: run.objections + (chosen.objection === true ? 1 : 0),
    },
    captured: { ...facts.captured, ...chosen.set },
  };
}

/** @returns the run at the step before; an objection taken there is given back. The first step stays where it is. */
export function back(script: Script, run: ScriptRun): ScriptRun {
  const last = run.trail.at(-1);
  if (last === undefined) return run;
  const taken = stepOf(script, last.step)?.answers.find((candidate) => candidate.key === last.answer);
  const objections = Math.max(0, run.objections - (taken?.objection === true ? 1 : 0));
  return { ...run, step: last.step, trail: run.trail.slice(0, -1), objections };
}

/**
 * Leaves a step unsaid and goes on where its likeliest answer leads.
 *
 * @param reason why; must not be empty where the step is mandatory.
 * @throws BalieError `script.not-offered` when the script has ended or a mandatory step has no reason.
 */
export function skip(script: Script, run: ScriptRun, reason: string | null, facts: ScriptFacts): ScriptRun {
  const step = currentStep(script, run);
  const why = reason?.trim() === '' ? null : (reason?.trim() ?? null);
  if (step === null) throw new BalieError('script.not-offered', 'The script has ended');
  if (step.mandatory === true && why === null) {
    throw new BalieError('script.not-offered', 'A mandatory step needs a reason to be skipped', { details: { step: step.key } });
  }
  const next = likeliestAnswer(script, run, facts);
  return { ...run, step: next?.to ?? null, trail: [...run.trail, { step: step.key, answer: null, reason: why }] };
}

/** @returns the offered answer that is no objection and stands first: authors put the likeliest on top. */
export function likeliestAnswer(script: Script, run: ScriptRun, facts: ScriptFacts): ScriptAnswer | null {
  return offeredAnswers(script, run, facts).find((candidate) => candidate.objection !== true) ?? null;
}

/** @returns required fields of the steps seen so far that are still empty, oldest first. */
export function missingFields(script: Script, run: ScriptRun, captured: ScriptFacts['captured']): readonly ScriptField[] {
  const seen = new Set(run.trail.filter((entry) => entry.answer !== null).map((entry) => entry.step));
  if (run.step !== null) seen.add(run.step);
  return script.steps
    .filter((step) => seen.has(step.key))
    .flatMap((step) => step.fields ?? [])
    .filter((field) => field.required === true && valueOf(captured, field.key) === '');
}

function holds(candidate: ScriptAnswer, facts: ScriptFacts): boolean {
  const { when } = candidate;
  if (when === undefined) return true;
  if (when.customerKnown !== undefined && when.customerKnown !== facts.customerKnown) return false;
  return Object.entries(when.captured ?? {}).every(([key, wanted]) => valueOf(facts.captured, key) === (wanted ?? ''));
}

function valueOf(captured: ScriptFacts['captured'], key: string): string {
  // Own keys only: a field may well be called "constructor".
  return Object.hasOwn(captured, key) ? (captured[key]?.trim() ?? '') : '';
}

function stepOf(script: Script, key: string): ScriptStep | null {
  return script.steps.find((step) => step.key === key) ?? null;
}
