import { capturedValue, type ScriptFacts } from '../script/condition.ts';
import { missingFields } from '../script/engine.ts';
import { likelySteps } from '../script/progress.ts';
import { stateOf, type ScriptRun } from '../script/run.ts';
import type { Script } from '../script/script.ts';

/**
 * Whether what the customer called for is done, so that something else may be brought up: an order was placed in this conversation, or
 * the purpose is known and nothing that must be written down is open, neither behind nor on the way that most such calls take.
 */
export function mainNeedMet(script: Script, run: ScriptRun, facts: ScriptFacts, orderPlaced: boolean): boolean {
  if (orderPlaced) return true;
  const { purpose, trail, step } = stateOf(run);
  if (purpose === null || trail.at(-1)?.objection === true) return false;
  if (missingFields(script, run, facts.captured).length > 0) return false;
  const ahead = step === null ? [] : likelySteps(script, step, facts);
  const open = ahead.flatMap(({ fields }) => fields ?? []).filter(({ key, required }) => required === true && capturedValue(facts.captured, key) === '');
  return open.length === 0;
}
