import type { Demand, ScriptCondition } from './condition.ts';
import type { Script, ScriptAnswer, ScriptField, ScriptStep } from './script.ts';

/** @returns the script with another key for a step, also wherever it is led to. What does not change is the same object. */
export function withStepKey(script: Script, key: string, next: string): Script {
  const steps = mapped(script.steps, (step) => {
    const answers = mapped(step.answers, (answer) => (answer.to === key ? { ...answer, to: next } : answer));
    return step.key === key || answers !== step.answers ? { ...step, key: step.key === key ? next : step.key, answers } : step;
  });
  return { ...script, steps, start: script.start === key ? next : script.start };
}

/** @returns the script with another key for a purpose, also in the answers that set it. */
export function withPurposeKey(script: Script, key: string, next: string): Script {
  const purposes = mapped(script.purposes ?? [], (purpose) => (purpose.key === key ? { ...purpose, key: next } : purpose));
  const steps = mapped(script.steps, (step) => withAnswers(step, (answer) => (answer.purpose === key ? { ...answer, purpose: next } : answer)));
  return { ...script, ...(script.purposes === undefined ? {} : { purposes }), steps };
}

/** @returns the script with another key for what is captured: the fields that have it, what answers fill in, every condition that asks for it and every text that says it. */
export function withCapturedKey(script: Script, key: string, next: string): Script {
  const text = <T extends string | undefined>(said: T): T => said?.replaceAll(/\{\{(\s*)([^\s{}]+)(\s*)\}\}/g, (whole, before, name, after) => (name === key ? `{{${String(before)}${next}${String(after)}}}` : whole)) as T;
  const fieldOf = (field: ScriptField): ScriptField => withTexts(field.key === key ? { ...field, key: next } : field, ['ask', 'rephrase'], text);
  const answerOf = (answer: ScriptAnswer): ScriptAnswer => {
    const set = answer.set === undefined ? undefined : withName(answer.set, key, next);
    const when = answer.when === undefined ? undefined : conditionWith(answer.when, key, next);
    return set === answer.set && when === answer.when ? answer : { ...answer, ...(set === undefined ? {} : { set }), ...(when === undefined ? {} : { when }) };
  };
  const steps = mapped(script.steps, (step) => {
    const fields = step.fields === undefined ? undefined : mapped(step.fields, fieldOf);
    const variants = step.variants === undefined ? undefined : mapped(step.variants, (variant) => withTexts(variant, ['say'], text));
    const changed = withAnswers(withTexts(step, ['say', 'bridge'], text), answerOf);
    return fields === step.fields && variants === step.variants ? changed : { ...changed, ...(fields === undefined ? {} : { fields }), ...(variants === undefined ? {} : { variants }) };
  });
  return withTexts({ ...script, steps }, ['recordingConsent'], text);
}

function conditionWith(condition: ScriptCondition, key: string, next: string): ScriptCondition {
  const own = demandWith(condition, key, next);
  const any = condition.any === undefined ? undefined : mapped(condition.any, (demand) => demandWith(demand, key, next));
  const not = condition.not === undefined ? undefined : demandWith(condition.not, key, next);
  if (own === condition && any === condition.any && not === condition.not) return condition;
  return { ...own, ...(any === undefined ? {} : { any }), ...(not === undefined ? {} : { not }) };
}

function demandWith<T extends Demand>(demand: T, key: string, next: string): T {
  const captured = demand.captured === undefined ? undefined : withName(demand.captured, key, next);
  return captured === demand.captured ? demand : { ...demand, captured };
}

/** In its place, so that a file that is written out changes as little as it must. */
function withName<T>(values: Record<string, T>, key: string, next: string): Record<string, T> {
  return Object.hasOwn(values, key) ? Object.fromEntries(Object.entries(values).map(([name, value]) => [name === key ? next : name, value])) : values;
}

function withTexts<T extends object, K extends keyof T>(part: T, names: readonly K[], text: (said: T[K]) => T[K]): T {
  const changes = names.flatMap((name) => (text(part[name]) === part[name] ? [] : [[name, text(part[name])] as const]));
  return changes.length === 0 ? part : { ...part, ...Object.fromEntries(changes) };
}

function withAnswers(step: ScriptStep, change: (answer: ScriptAnswer) => ScriptAnswer): ScriptStep {
  const answers = mapped(step.answers, change);
  return answers === step.answers ? step : { ...step, answers };
}

/** @returns the same list where nothing in it changed. */
function mapped<T>(items: T[], change: (item: T) => T): T[] {
  const next = items.map(change);
  return next.some((item, index) => item !== items[index]) ? next : items;
}
