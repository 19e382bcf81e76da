import type { ScriptCondition } from './condition.ts';
import { sameValue } from './same-value.ts';
import type { Script } from './script.ts';

/** One thing that differs between two versions of a script, for people: a place by names, and what it said and says. */
export interface ScriptChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** The step's key and title; null: the script itself. */
  readonly step: { readonly key: string; readonly title: string } | null;
  /** Where in it: names of properties, and between them the labels of what is in lists (an answer, a field). Empty: the step as a whole. */
  readonly place: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
  /** Of a condition, which is said as a whole: what it was and is, for whoever puts it into a sentence; `before` and `after` have it in parts. */
  readonly condition?: { readonly before: ScriptCondition | undefined; readonly after: ScriptCondition | undefined };
}

type Value = Readonly<Record<string, unknown>>;

/** @returns what became of `before`, in the order of `after`; removed steps last. */
export function differenceOf(before: Script, after: Script): readonly ScriptChange[] {
  const { steps: formerSteps, version: _v, ...formerHead } = before;
  const { steps, version: _w, ...head } = after;
  const changes: ScriptChange[] = [];
  compare(formerHead, head, [], (change) => changes.push({ ...change, step: null }));
  const former = new Map(formerSteps.map((step) => [step.key, step]));
  const kept = new Set(steps.map(({ key }) => key));
  const order = new Map(formerSteps.filter(({ key }) => kept.has(key)).map(({ key }, index) => [key, index]));
  let furthest = -1;
  for (const step of steps) {
    const named = { key: step.key, title: step.title };
    const was = former.get(step.key);
    if (was === undefined) {
      changes.push({ kind: 'added', step: named, place: [], before: null, after: step.say });
      continue;
    }
    const place = order.get(step.key) ?? 0;
    if (place < furthest) changes.push({ kind: 'moved', step: named, place: [], before: null, after: null });
    furthest = Math.max(furthest, place);
    compare(was, step, [], (change) => changes.push({ ...change, step: named }));
  }
  for (const step of formerSteps) {
    if (!kept.has(step.key)) changes.push({ kind: 'removed', step: { key: step.key, title: step.title }, place: [], before: step.say, after: null });
  }
  return changes;
}

type Found = (change: Omit<ScriptChange, 'step'>) => void;

function compare(before: unknown, after: unknown, place: readonly string[], found: Found): void {
  if (sameValue(before, after)) return;
  if (isList(before) && isList(after)) return compareLists(before, after, place, found);
  if (place.at(-1) === 'when') return found({ ...changed(before, after, place), condition: { before: before as ScriptCondition | undefined, after: after as ScriptCondition | undefined } });
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) compare(before[key], after[key], [...place, key], found);
    return;
  }
  found(changed(before, after, place));
  const whenBefore = isObject(before) ? before['when'] : undefined;
  const whenAfter = isObject(after) ? after['when'] : undefined;
  // A new answer, or one that is gone, says when it is offered, too.
  if (whenBefore !== undefined || whenAfter !== undefined) compare(whenBefore, whenAfter, [...place, 'when'], found);
}

function changed(before: unknown, after: unknown, place: readonly string[]): Omit<ScriptChange, 'step'> {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { kind, place, before: before === undefined ? null : textOf(before), after: after === undefined ? null : textOf(after) };
}

/** What is in lists is known again by its key, a variant by whom it is for; lists of mere words as a whole. */
function compareLists(before: readonly unknown[], after: readonly unknown[], place: readonly string[], found: Found): void {
  if (![...before, ...after].every(isObject)) return found({ kind: 'changed', place, before: textOf(before), after: textOf(after) });
  const former = new Map(before.map((item) => [identityOf(item as Value), item]));
  const next = new Map(after.map((item) => [identityOf(item as Value), item]));
  for (const [identity, item] of next) compare(former.get(identity), item, [...place, nameOf(item as Value)], found);
  for (const [identity, item] of former) if (!next.has(identity)) compare(item, undefined, [...place, nameOf(item as Value)], found);
}

function identityOf(item: Value): string {
  return typeof item['key'] === 'string' ? item['key'] : audienceOf(item);
}

function nameOf(item: Value): string {
  for (const name of ['label', 'title', 'key']) if (typeof item[name] === 'string' && item[name] !== '') return item[name];
  return audienceOf(item);
}

function audienceOf(item: Value): string {
  return ['language', 'register', 'profile'].flatMap((name) => (typeof item[name] === 'string' ? [item[name]] : [])).join(' · ');
}

/** A value in a line. An answer, a field or a term is its label and its words, not its JSON. */
function textOf(value: unknown): string {
  if (value === null) return '–';
  if (isList(value)) return value.map(textOf).join(', ');
  if (isObject(value)) {
    const names = ['label', 'title', 'say', 'text', 'to'].flatMap((name) => (value[name] === undefined ? [] : [textOf(value[name])]));
    return (names.length > 0 ? names : Object.entries(value).map(([key, inner]) => `${key}: ${textOf(inner)}`)).join(' · ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
