import { BalieError } from '../errors.ts';
import { capturedValue, holds, type ScriptFacts } from './condition.ts';
import { mostEvents, stateOf, withEvent, type ScriptEvent, type ScriptRun } from './run.ts';
import { stepOf, type Script, type ScriptAnswer, type ScriptField, type ScriptStep, type ScriptTerm } from './script.ts';

/** A step further: the run, and what is captured now. */
export interface ScriptAdvance {
  readonly run: ScriptRun;
  readonly captured: Readonly<Record<string, string>>;
}

/**
 * @param ofQueue counter-arguments that the queue's calls may have; null: as many as the script says. It is part of the run from here on,
 *   whatever becomes of the queue. A script that has none gets none: nothing in it would be one.
 * @returns a run at the script's first step.
 */
export function startRun(script: Script, ofQueue: number | null = null): ScriptRun {
  const run = { scriptKey: script.key, scriptVersion: script.version, start: script.start, events: [] };
  return ofQueue === null || script.objectionBudget === 0 ? run : { ...run, objectionBudget: ofQueue };
}

/**
 * Takes up a run after a crash or a transfer. A run of an older version goes on where it was if its step still
 * exists; otherwise, or when it belongs to another script, it starts anew.
 *
 * @param ofQueue what a run that starts here may spend, as for {@link startRun}; one that goes on keeps its own.
 */
export function resumeRun(script: Script, run: ScriptRun | null, ofQueue: number | null = null): ScriptRun {
  if (run === null || run.scriptKey !== script.key) return startRun(script, ofQueue);
  const { step } = stateOf(run);
  if (step !== null && stepOf(script, step) === null) return startRun(script, ofQueue);
  return run.scriptVersion === script.version ? run : { ...run, scriptVersion: script.version };
}

/** @returns the step on screen; null once the script has ended. */
export function currentStep(script: Script, run: ScriptRun): ScriptStep | null {
  const { step } = stateOf(run);
  return step === null ? null : stepOf(script, step);
}

/** @returns how many counter-arguments this call may have in all: its queue's word, otherwise the script's. */
export function objectionBudgetOf(script: Script, run: ScriptRun): number {
  return run.objectionBudget ?? script.objectionBudget;
}

/** @returns what of the objection budget is left, never below 0. */
export function objectionsLeft(script: Script, run: ScriptRun): number {
  return Math.max(0, objectionBudgetOf(script, run) - stateOf(run).objections);
}

/** @returns the mandatory terms of the step on screen that were not agreed to in the version that is shown. */
export function openTerms(script: Script, run: ScriptRun): readonly ScriptTerm[] {
  const { terms } = stateOf(run);
  return (currentStep(script, run)?.terms ?? []).filter((term) => term.mandatory === true && (!Object.hasOwn(terms, term.key) || terms[term.key] !== term.version));
}

/**
 * The answers the operator may choose now. An objection is offered only while the budget lasts: after two or three
 * counter-arguments the customer's "no" is a no, and only the closing path is left. While a mandatory term is open,
 * what is left is to object, and what may go without it.
 */
export function offeredAnswers(script: Script, run: ScriptRun, facts: ScriptFacts): readonly ScriptAnswer[] {
  const step = currentStep(script, run);
  if (step === null) return [];
  const mayObject = objectionsLeft(script, run) > 0;
  const termsOpen = openTerms(script, run).length > 0;
  return step.answers.filter((answer) => {
    if (answer.objection === true) return mayObject && holds(answer.when, facts);
    return (!termsOpen || answer.withoutTerms === true) && holds(answer.when, facts);
  });
}

/**
 * Takes an answer and goes to its step.
 *
 * @param at when, on the caller's clock.
 * @throws BalieError `script.not-offered` when the answer is not among {@link offeredAnswers}.
 */
export function answer(script: Script, run: ScriptRun, answerKey: string, facts: ScriptFacts, at: string): ScriptAdvance {
  const { step } = stateOf(run);
  const chosen = offeredAnswers(script, run, facts).find((candidate) => candidate.key === answerKey);
  if (chosen === undefined || step === null) throw notOffered('This answer is not offered at this step', { step, answer: answerKey });
  return {
    run: happened(run, { type: 'answered', at, step, answer: chosen.key, to: chosen.to, objection: chosen.objection === true, purpose: chosen.purpose ?? null, ...(chosen.set === undefined ? {} : { set: chosen.set }) }),
    captured: { ...facts.captured, ...chosen.set },
  };
}

/**
 * @returns the run at the step before; an objection taken there is given back, and what its answer set is what it was, unless it was
 *   typed over since. The first step stays where it is.
 */
export function back(run: ScriptRun, captured: ScriptFacts['captured'], at: string): ScriptAdvance {
  const last = stateOf(run).trail.at(-1);
  if (last === undefined) return { run, captured };
  const next = happened(run, { type: 'went-back', at });
  const { set } = stateOf(next);
  // Emptied, not left out: the journal has the key, and its word stands over the interaction's.
  const undone = Object.entries(last.set ?? {}).filter(([key, value]) => Object.hasOwn(captured, key) && captured[key] === value);
  return { run: next, captured: { ...captured, ...Object.fromEntries(undone.map(([key]) => [key, Object.hasOwn(set, key) ? (set[key] ?? '') : ''])) } };
}

/**
 * Leaves a step unsaid and goes on where its likeliest answer leads.
 *
 * @param reason why; must not be empty, and in words of one's own where {@link needsOwnWords} says so.
 * @throws BalieError `script.not-offered` when the script has ended or there is no reason.
 */
export function skip(script: Script, run: ScriptRun, reason: string, facts: ScriptFacts, at: string): ScriptRun {
  const step = currentStep(script, run);
  const why = trimmed(reason);
  if (step === null) throw notOffered('The script has ended', {});
  if (why === null) throw notOffered('A step needs a reason to be skipped', { step: step.key });
  const next = likeliestAnswer(script, run, facts) ?? step.answers.find((candidate) => candidate.objection !== true && holds(candidate.when, facts));
  return happened(run, { type: 'skipped', at, step: step.key, to: next?.to ?? null, reason: why });
}

/** @returns true when no usual reason is enough to leave the step on screen unsaid: it is mandatory, or one of its terms is. */
export function needsOwnWords(script: Script, run: ScriptRun): boolean {
  return currentStep(script, run)?.mandatory === true || openTerms(script, run).length > 0;
}

/**
 * Goes to any step, out of order. A counter-argument that is gone to is spent, as one that is answered to.
 *
 * @param reason why; must not be empty.
 * @throws BalieError `script.not-offered` when there is no such step, no reason, or when the step is a counter-argument
 *   and the budget is spent: there is no way around it.
 */
export function jump(script: Script, run: ScriptRun, to: string, reason: string, at: string): ScriptRun {
  const why = trimmed(reason);
  const target = stepOf(script, to);
  if (target === null || why === null) throw notOffered('A step is gone to out of order with a reason', { step: to });
  const objection = target.kind === 'objection';
  if (objection && objectionsLeft(script, run) === 0) throw notOffered('The objection budget is spent', { step: to });
  return happened(run, { type: 'jumped', at, step: stateOf(run).step, to, reason: why, ...(objection ? { objection } : {}) });
}

/** Speaks to another audience from here on; null takes the queue's and the customer's again. */
export function speakTo(run: ScriptRun, audience: { readonly language: Script['language'] | null; readonly register: 'formal' | 'informal' | null }, at: string): ScriptRun {
  return happened(run, { type: 'audience', at, ...audience });
}

/**
 * Notes that a term was read and agreed to, or no longer.
 *
 * @throws BalieError `script.not-offered` when the step on screen has no such term.
 */
export function agree(script: Script, run: ScriptRun, termKey: string, agreed: boolean, at: string): ScriptRun {
  const term = currentStep(script, run)?.terms?.find((candidate) => candidate.key === termKey);
  if (term === undefined) throw notOffered('This step has no such term', { term: termKey });
  return happened(run, { type: 'term', at, term: term.key, version: term.version, agreed });
}

/** @returns the offered answer that is no objection and stands first: authors put the likeliest on top. */
export function likeliestAnswer(script: Script, run: ScriptRun, facts: ScriptFacts): ScriptAnswer | null {
  return offeredAnswers(script, run, facts).find((candidate) => candidate.objection !== true) ?? null;
}

/** @returns the fields of the steps that were answered or stand on screen, in the script's order. */
export function fieldsSoFar(script: Script, run: ScriptRun): readonly ScriptField[] {
  const { trail, step } = stateOf(run);
  const seen = new Set(trail.filter((entry) => entry.answer !== null).map((entry) => entry.step));
  if (step !== null) seen.add(step);
  return script.steps.filter(({ key }) => seen.has(key)).flatMap(({ fields }) => fields ?? []);
}

/** @returns required fields of the steps seen so far that are still empty, in the script's order. */
export function missingFields(script: Script, run: ScriptRun, captured: ScriptFacts['captured']): readonly ScriptField[] {
  return fieldsSoFar(script, run).filter((field) => field.required === true && capturedValue(captured, field.key) === '');
}

function happened(run: ScriptRun, event: ScriptEvent): ScriptRun {
  if (run.events.length >= mostEvents) throw notOffered('This run is too long to go on', { events: run.events.length });
  return withEvent(run, event);
}

function trimmed(reason: string): string | null {
  const text = reason.trim();
  return text === '' ? null : text;
}

function notOffered(message: string, details: Readonly<Record<string, string | number | null>>): BalieError {
  return new BalieError('script.not-offered', message, { details });
}
