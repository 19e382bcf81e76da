import { BalieError } from '../errors.ts';
import { faultsOf } from './check.ts';
import type { ScriptFinding } from './finding.ts';
import { scriptSchema, type Script } from './script.ts';

/** Deeper than any script is. What is nested further was made to exhaust whoever reads it. */
const deepest = 24;

/**
 * Reads a script as it was written or sent, and proves that an operator can never be stuck in it: all
 * references exist, every step can be reached, and every step has a way to the end that is open
 * whatever the customer objects.
 *
 * @throws BalieError `script.invalid`; `details.place` names the first wrong place, `details.reason`
 *   says what is wrong there, and `details.problems` counts all of them.
 */
export function parseScript(input: unknown): Script {
  if (isDeep(input)) refuse([{ place: 'script', reason: 'nested too deeply' }]);
  const parsed = scriptSchema.safeParse(input);
  if (!parsed.success) {
    refuse(parsed.error.issues.map((issue) => ({ place: issue.path.map(String).join('.') || 'script', reason: issue.message })));
  }
  const faults = faultsOf(parsed.data);
  if (faults.length > 0) refuse(faults);
  return parsed.data;
}

function refuse(problems: readonly Pick<ScriptFinding, 'place' | 'reason'>[]): never {
  const [first] = problems;
  const place = first?.place ?? 'script';
  const reason = first?.reason ?? 'unreadable';
  throw new BalieError('script.invalid', `The script is not valid at ${place}: ${reason}`, { details: { place, reason, problems: problems.length } });
}

/** Level by level: a walk that calls itself would be what it guards against. */
function isDeep(input: unknown): boolean {
  let level: unknown[] = [input];
  for (let depth = 0; depth < deepest; depth++) {
    level = level.flatMap((value): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}
