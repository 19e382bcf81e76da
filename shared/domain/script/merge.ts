import { sameValue } from './same-value.ts';
import type { Script, ScriptStep } from './script.ts';

type Head = Omit<Script, 'steps' | 'version'>;
type Part = ScriptStep | Head[keyof Head] | null;

/** A part of a script that two authors changed, each in another way: whose it becomes is theirs to say. Null: it is not there. */
export interface MergeConflict {
  /** A step by its key; otherwise a property of the script itself. */
  readonly kind: 'step' | 'head';
  readonly key: string;
  readonly base: Part;
  readonly mine: Part;
  readonly theirs: Part;
}

export interface ScriptMerge {
  /** Both authors' work; where they are in conflict, mine. */
  readonly merged: Script;
  readonly conflicts: readonly MergeConflict[];
}

export type MergeChoice = 'mine' | 'theirs';

/**
 * Brings two authors' work on the same script together, step by step: who alone changed a step, has it. The script's own properties
 * likewise.
 *
 * @param base what both began with.
 * @param choices for parts in conflict, by {@link choiceKey}; without one it is mine.
 */
export function mergeScripts(base: Script, mine: Script, theirs: Script, choices: Readonly<Record<string, MergeChoice>> = {}): ScriptMerge {
  const conflicts: MergeConflict[] = [];
  const decide = <T extends Part>(kind: MergeConflict['kind'], key: string, [from, own, other]: readonly [T, T, T]): T => {
    if (sameValue(own, other) || sameValue(other, from)) return own;
    if (sameValue(own, from)) return other;
    const conflict: MergeConflict = { kind, key, base: from, mine: own, theirs: other };
    conflicts.push(conflict);
    return choices[choiceKey(conflict)] === 'theirs' ? other : own;
  };
  const head = mergedHead(base, mine, theirs, decide);
  const byKey = (script: Script): ReadonlyMap<string, ScriptStep> => new Map(script.steps.map((step) => [step.key, step]));
  const [was, own, other] = [byKey(base), byKey(mine), byKey(theirs)];
  const steps = orderOf(base, mine, theirs).flatMap((key) => decide<ScriptStep | null>('step', key, [was.get(key) ?? null, own.get(key) ?? null, other.get(key) ?? null]) ?? []);
  return { merged: { ...head, version: theirs.version, steps } as Script, conflicts };
}

/** Names a part in the choices of {@link mergeScripts}. */
export function choiceKey({ kind, key }: Pick<MergeConflict, 'kind' | 'key'>): string {
  return `${kind} ${key}`;
}

type Decide = <T extends Part>(kind: MergeConflict['kind'], key: string, sides: readonly [T, T, T]) => T;

function mergedHead(base: Script, mine: Script, theirs: Script, decide: Decide): Partial<Head> {
  const keys = new Set([base, mine, theirs].flatMap((script) => Object.keys(script)).filter((key) => key !== 'steps' && key !== 'version')) as Set<keyof Head>;
  const entries = [...keys].flatMap((key) => {
    const value = decide<Part>('head', key, [base[key] ?? null, mine[key] ?? null, theirs[key] ?? null]);
    return value === null ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

/** The order of whoever changed it; steps that only the other one has stand behind the one they stood behind. */
function orderOf(base: Script, mine: Script, theirs: Script): readonly string[] {
  const keys = ({ steps }: Script): string[] => steps.map(({ key }) => key);
  const known = new Set(keys(base));
  const shared = (script: Script): string[] => keys(script).filter((key) => known.has(key));
  const moved = !sameValue(shared(mine), keys(base).filter((key) => new Set(keys(mine)).has(key)));
  const [lead, other] = moved ? [keys(mine), keys(theirs)] : [keys(theirs), keys(mine)];
  const order = [...lead];
  const placed = new Set(order);
  other.forEach((key, index) => {
    if (placed.has(key)) return;
    const before = other.slice(0, index).findLast((candidate) => placed.has(candidate));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    placed.add(key);
  });
  return order;
}
