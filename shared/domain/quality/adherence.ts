import { stateOf, withEvent, type ScriptRun } from '../script/run.ts';
import { stepOf, type Script } from '../script/script.ts';
import type { ScriptCounts } from './entities.ts';

interface AdherenceFacts {
  readonly script: Script;
  /** Null: the script was not touched. */
  readonly run: ScriptRun | null;
  /** How many of its events, from the first, are a colleague's: what they did is in their own figures. */
  readonly before?: number;
  /** The call went to a colleague, and the rest of the script with it. */
  readonly transferred: boolean;
}

/**
 * What was done of the script. What was gone back from counts as it was done in the end. The step that stood on screen when the
 * call was over counts as left, unless a colleague went on with it; steps behind it do not count, because nobody knows them.
 */
export function scriptCounts({ script, run, transferred, before = 0 }: AdherenceFacts): ScriptCounts {
  if (run === null || run.scriptKey !== script.key) return { said: 0, excused: 0, left: transferred ? 0 : 1, terms: 0, agreed: 0 };
  const { step, trail: whole, terms } = stateOf(run);
  const trail = whole.slice(leftStanding(run, before));
  const said = trail.filter(({ answer }) => answer !== null);
  const excused = trail.filter(({ answer, reason }) => answer === null && reason !== null).length;
  const due = new Set(said.flatMap((entry) => mandatoryTerms(script, entry.step, entry.answer)));
  return {
    said: said.length,
    excused,
    left: trail.length - said.length - excused + (step === null || transferred ? 0 : 1),
    terms: due.size,
    agreed: [...due].filter((term) => Object.hasOwn(terms, term)).length,
  };
}

/** @returns how many steps of a colleague were not gone back from since. */
function leftStanding(run: ScriptRun, before: number): number {
  if (before === 0) return 0;
  let at = run.events.slice(0, before).reduce(withEvent, { ...run, events: [] });
  let standing = stateOf(at).trail.length;
  for (const event of run.events.slice(before)) {
    at = withEvent(at, event);
    standing = Math.min(standing, stateOf(at).trail.length);
  }
  return standing;
}

/** Terms that had to be agreed to before this answer: none where the customer declined, or had a question first. */
function mandatoryTerms(script: Script, stepKey: string, answerKey: string | null): string[] {
  const step = stepOf(script, stepKey);
  const answer = step?.answers.find(({ key }) => key === answerKey);
  if (answer === undefined || answer.withoutTerms === true || answer.objection === true) return [];
  return (step?.terms ?? []).flatMap((term) => (term.mandatory === true ? [term.key] : []));
}

/** @returns of what the script asked for, what was done or had a reason not to be, in whole percents; null where it asked for nothing. */
export function adherencePercent({ said, excused, left, terms, agreed }: ScriptCounts): number | null {
  const asked = said + excused + left + terms;
  return asked === 0 ? null : Math.round((100 * (said + excused + agreed)) / asked);
}
