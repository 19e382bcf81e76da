import { BalieError } from '../errors.ts';
import { adviceOn } from './advice.ts';
import { faultsOf } from './check.ts';
import { findingText } from './finding-words.ts';
import type { ScriptFinding } from './finding.ts';
import type { Script } from './script.ts';
import { shapeOf } from './shape.ts';

/**
 * Reads a script as it was written or sent, and proves that an operator can never be stuck in it: all
 * references exist, every step can be reached, and every step has a way to the end that is open
 * whatever the customer objects.
 *
 * @throws BalieError `script.invalid`; `details.place` names the first wrong place, `details.reason`
 *   says what is wrong there, and `details.problems` counts all of them.
 */
export function parseScript(input: unknown): Script {
  const shape = shapeOf(input);
  if (!shape.fits) refuse(shape.findings, ({ path }) => path.join('.') || 'script');
  const faults = faultsOf(shape.script);
  if (faults.length > 0) refuse(faults, ({ place }) => place);
  return shape.script;
}

/** @returns all that is wrong with a script as it is being written, or could be better; faults first. */
export function findingsOf(input: unknown): readonly ScriptFinding[] {
  const { script, findings } = shapeOf(input);
  if (script === null) return findings;
  return [...findings, ...faultsOf(script), ...adviceOn(script)];
}

function refuse(problems: readonly ScriptFinding[], placeOf: (finding: ScriptFinding) => string): never {
  const [first] = problems;
  const place = first === undefined ? 'script' : placeOf(first);
  const reason = first === undefined ? 'unreadable' : findingText(first, 'en');
  throw new BalieError('script.invalid', `The script is not valid at ${place}: ${reason}`, { details: { place, reason, problems: problems.length } });
}
