import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { Outcome } from '#shared/domain/entities.ts';
import { resumeRun } from '#shared/domain/script/engine.ts';
import { stateOf } from '#shared/domain/script/run.ts';

/**
 * @returns the queue's outcomes, those that suit the purpose of the call first, each group in the centre's order. The others stay
 *   within reach: a call may end otherwise than it began.
 */
export function byPurpose(file: InteractionFile): readonly Outcome[] {
  const script = file.script?.definition;
  const { scriptRun } = file.interaction;
  if (script === undefined || scriptRun === null) return file.outcomes;
  const { purpose } = stateOf(resumeRun(script, scriptRun));
  const suited = script.purposes?.find(({ key }) => key === purpose)?.outcomes;
  if (suited === undefined) return file.outcomes;
  return [...file.outcomes.filter(({ code }) => suited.includes(code)), ...file.outcomes.filter(({ code }) => !suited.includes(code))];
}
