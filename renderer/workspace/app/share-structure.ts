/**
 * Two plain values that say the same become one object: what arrives over a channel is a copy each time, and a component
 * that looks at one part must not be drawn for a change in another.
 *
 * @returns `before` where nothing differs; else `next`, with every part that is as before replaced by the part from before.
 */
export function shareStructure<T>(before: unknown, next: T): T {
  return share(before, next) as T;
}

function share(before: unknown, next: unknown): unknown {
  if (Object.is(before, next)) return before;
  if (Array.isArray(before) && Array.isArray(next)) return shareList(before, next);
  if (isRecord(before) && isRecord(next)) return shareRecord(before, next);
  return next;
}

function shareList(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const shared = next.map((value, index) => share(before[index], value));
  const same = shared.length === before.length && shared.every((value, index) => Object.is(value, before[index]));
  return same ? before : shared;
}

function shareRecord(before: Readonly<Record<string, unknown>>, next: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const keys = Object.keys(next);
  const shared = Object.fromEntries(keys.map((key) => [key, share(before[key], next[key])]));
  const same = keys.length === Object.keys(before).length && keys.every((key) => Object.hasOwn(before, key) && Object.is(shared[key], before[key]));
  return same ? before : shared;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
