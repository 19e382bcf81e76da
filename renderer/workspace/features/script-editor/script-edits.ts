import type { ScriptPath } from '#shared/domain/script/finding.ts';
import type { Script, ScriptStep } from '#shared/domain/script/script.ts';

/** @returns a copy in which `path` says `value`; undefined takes it away. What is not on the path is the same object. */
export function withValue<T>(document: T, path: ScriptPath, value: unknown): T {
  const [part, ...rest] = path;
  if (part === undefined) return value as T;
  if (Array.isArray(document)) {
    const items: unknown[] = [...(document as readonly unknown[])];
    if (value === undefined && rest.length === 0) items.splice(Number(part), 1);
    else items[Number(part)] = withValue(items[Number(part)], rest, value);
    return items as T;
  }
  const { [part]: inner, ...others } = (document ?? {}) as Readonly<Record<string, unknown>>;
  const next = withValue(inner, rest, value);
  if (next === undefined) return others as T;
  // In its place where it had one, so that a file that is written out changes as little as it must.
  return { ...(document as object), [part]: next } as T;
}

/** @returns `wanted`, or with a number behind it where that is taken. */
export function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  const letters = wanted.normalize('NFD').replaceAll(/[^A-Za-z0-9 -]/g, '').trim();
  const joined = letters.replaceAll(/[ -]+(.)/g, (_, letter: string) => letter.toUpperCase()).replace(/^[^A-Za-z]+/, '');
  const key = joined === '' ? 'stap' : (joined.charAt(0).toLowerCase() + joined.slice(1)).slice(0, 50);
  if (!taken.has(key)) return key;
  for (let number = 2; ; number++) if (!taken.has(`${key}${number}`)) return `${key}${number}`;
}

/** Adds a step behind another one; it leads where that one led at first, which leads to it. @returns the script and the new step's key. */
export function withNewStep(script: Script, after: string, texts: { readonly title: string; readonly onwards: string }): { readonly script: Script; readonly key: string } {
  const key = freeKey(texts.title, new Set(script.steps.map((step) => step.key)));
  const index = script.steps.findIndex((step) => step.key === after);
  const before = script.steps[index];
  const [likeliest, ...others] = before?.answers ?? [];
  const step: ScriptStep = { key, title: texts.title, say: '', answers: [{ key: 'verder', label: texts.onwards, to: likeliest?.to ?? null }] };
  const steps = [...script.steps];
  if (before !== undefined && likeliest !== undefined) steps[index] = { ...before, answers: [{ ...likeliest, to: key }, ...others] };
  steps.splice(index + 1, 0, step);
  return { script: { ...script, steps }, key };
}

/** Takes a step away; answers that led to it lead where it led at first. */
export function withoutStep(script: Script, key: string): Script {
  const gone = script.steps.find((step) => step.key === key);
  const onwards = gone?.answers.find(({ to }) => to !== key)?.to ?? null;
  const steps = script.steps.filter((step) => step.key !== key).map((step) => redirected(step, key, onwards));
  return steps.length === 0 ? script : { ...script, steps, start: script.start === key ? (onwards ?? steps[0]?.key ?? '') : script.start };
}

function redirected(step: ScriptStep, from: string, to: string | null): ScriptStep {
  if (!step.answers.some((answer) => answer.to === from)) return step;
  return { ...step, answers: step.answers.map((answer) => (answer.to === from ? { ...answer, to } : answer)) };
}

/** Moves an item of a list by one place. */
export function moved<T>(items: readonly T[], index: number, by: 1 | -1): readonly T[] {
  const [item, other] = [items[index], items[index + by]];
  if (item === undefined || other === undefined) return items;
  const next = [...items];
  next[index] = other;
  next[index + by] = item;
  return next;
}

/** @returns the least that a script can be. */
export function emptyScript(texts: { readonly title: string; readonly step: string; readonly onwards: string }): Script {
  const step: ScriptStep = { key: 'opening', kind: 'close', title: texts.step, say: '', answers: [{ key: 'einde', label: texts.onwards, to: null }] };
  return { key: freeKey(texts.title, new Set()), version: 1, language: 'nl', title: texts.title, start: 'opening', objectionBudget: 0, steps: [step] };
}
