import { BalieError } from './errors.ts';
import { scriptSchema, type Script, type ScriptAnswer, type ScriptStep } from './script.ts';
import { placeholdersIn, spokenValueKeys } from './script-render.ts';

interface Problem {
  /** Where in the script: `steps.order.answers.same`. */
  readonly place: string;
  readonly reason: string;
}

/**
 * Reads a script as it was written or sent, and proves that an operator can never be stuck in it: all
 * references exist, every step can be reached, and every step has a way to the end that is open
 * whatever the customer objects.
 *
 * @throws BalieError `script.invalid`; `details.place` names the first wrong place, `details.reason`
 *   says what is wrong there, and `details.problems` counts all of them.
 */
export function parseScript(input: unknown): Script {
  const parsed = scriptSchema.safeParse(input);
  if (!parsed.success) {
    refuse(parsed.error.issues.map((issue) => ({ place: issue.path.map(String).join('.') || 'script', reason: issue.message })));
  }
  const problems = [...keyProblems(parsed.data), ...referenceProblems(parsed.data)];
  // Paths only mean something once every reference leads somewhere.
  if (problems.length === 0) problems.push(...pathProblems(parsed.data));
  if (problems.length > 0) refuse(problems);
  return parsed.data;
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

function refuse(problems: readonly Problem[]): never {
  const [first] = problems;
  const place = first?.place ?? 'script';
  const reason = first?.reason ?? 'unreadable';
  throw new BalieError('script.invalid', `The script is not valid at ${place}: ${reason}`, { details: { place, reason, problems: problems.length } });
}

function keyProblems(script: Script): Problem[] {
  const problems = doubles(script.steps, (step) => `steps.${step.key}`);
  for (const step of script.steps) {
    problems.push(...doubles(step.answers, (answer) => answerPlace(step, answer)));
    for (const field of step.fields ?? []) {
      const place = `steps.${step.key}.fields.${field.key}`;
      if ((field.type === 'choice') !== (field.options !== undefined && field.options.length > 0)) {
        problems.push({ place, reason: 'a choice needs options, and only a choice has them' });
      }
      if (ownValues.has(field.key)) problems.push({ place, reason: 'this key is a spoken value of its own' });
    }
  }
  const fields = script.steps.flatMap((step) => (step.fields ?? []).map((field) => ({ key: field.key, step })));
  problems.push(...doubles(fields, ({ key, step }) => `steps.${step.key}.fields.${key}`));
  return problems;
}

const ownValues: ReadonlySet<string> = new Set(spokenValueKeys);

function doubles<T extends { readonly key: string }>(items: readonly T[], place: (item: T) => string): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const item of items) {
    if (seen.has(item.key)) problems.push({ place: place(item), reason: 'the key is used twice' });
    seen.add(item.key);
  }
  return problems;
}

function referenceProblems(script: Script): Problem[] {
  const steps = new Set(script.steps.map((step) => step.key));
  const captured = capturedKeys(script);
  const problems: Problem[] = [];
  if (!steps.has(script.start)) problems.push({ place: 'start', reason: `there is no step ${script.start}` });
  const spoken = [...script.steps.map((step) => ({ place: `steps.${step.key}.say`, text: step.say })), { place: 'recordingConsent', text: script.recordingConsent ?? '' }];
  for (const { place, text } of spoken) {
    for (const key of placeholdersIn(text)) {
      if (!captured.has(key) && !ownValues.has(key)) problems.push({ place, reason: `unknown placeholder ${key}` });
    }
  }
  for (const step of script.steps) {
    for (const answer of step.answers) {
      const place = answerPlace(step, answer);
      if (answer.to !== null && !steps.has(answer.to)) problems.push({ place: `${place}.to`, reason: `there is no step ${answer.to}` });
      for (const key of Object.keys(answer.when?.captured ?? {})) {
        if (!captured.has(key)) problems.push({ place: `${place}.when`, reason: `nothing captures ${key}` });
      }
    }
  }
  return problems;
}

/**
 * Every step must be reachable, and must have an answer without condition that is no objection: with the
 * budget spent and nothing known, such answers are all that is left, and they must lead to the end.
 */
function pathProblems(script: Script): Problem[] {
  const problems: Problem[] = [];
  const reached = closure([script.start], (key) => {
    const step = script.steps.find((candidate) => candidate.key === key);
    return (step?.answers ?? []).flatMap((answer) => (answer.to === null ? [] : [answer.to]));
  });
  const ending = script.steps.filter((step) => step.answers.some((answer) => isAlwaysOpen(answer) && answer.to === null)).map((step) => step.key);
  const ends = closure(ending, (key) =>
    script.steps.filter((step) => step.answers.some((answer) => isAlwaysOpen(answer) && answer.to === key)).map((step) => step.key),
  );
  for (const step of script.steps) {
    const place = `steps.${step.key}`;
    if (!reached.has(step.key)) problems.push({ place, reason: 'no answer leads to this step' });
    if (!step.answers.some(isAlwaysOpen)) problems.push({ place, reason: 'needs an answer without condition that is no objection' });
    else if (!ends.has(step.key)) problems.push({ place, reason: 'no path of always open answers leads to an end' });
  }
  return problems;
}

function isAlwaysOpen(answer: ScriptAnswer): boolean {
  return answer.objection !== true && answer.when === undefined;
}

function closure(from: readonly string[], next: (key: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(from);
  for (const key of found) for (const other of next(key)) found.add(other);
  return found;
}

function answerPlace(step: ScriptStep, answer: ScriptAnswer): string {
  return `steps.${step.key}.answers.${answer.key}`;
}
