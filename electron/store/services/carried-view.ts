import { carriedEvents, standsIn, type CarriedStanding, type CarriedView } from '#shared/domain/carried-script.ts';
import type { HandOver, Interaction, ScriptRow } from '#shared/domain/entities.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { takenBy, takerOf } from '../queries/hand-overs.ts';

/** @returns how many events of a conversation's run are those of the colleague it was taken over from. */
export function eventsOfColleague(db: ReadDb, { id, scriptRun }: Interaction): number {
  const taken = takenBy(db, id);
  const run = taken === null ? null : (tables.handOver.get(db, taken.handOverId)?.script?.run ?? null);
  return carriedEvents(scriptRun, run);
}

/** What the page says of a colleague's script. @param script the conversation's own. @returns null: there is none, or it was gone on with. */
export function carriedView(db: ReadDb, interaction: Interaction, handOver: HandOver, script: ScriptRow | null): CarriedView | null {
  const standing = standingOf(db, interaction, handOver, script);
  return standing === null || handOver.script === null ? null : { title: handOver.script.title, step: handOver.script.step, standing };
}

function standingOf(db: ReadDb, { id, scriptRun }: Interaction, handOver: HandOver, script: ScriptRow | null): CarriedStanding | null {
  const { script: carried } = handOver;
  const taker = takerOf(db, handOver.id);
  if (carried === null || (taker !== null && taker.interactionId !== id)) return null;
  if (script === null) return 'no-script';
  if (script.id !== carried.scriptId) return 'other-script';
  if (carried.run === null) return 'unreadable';
  if (!standsIn(script.definition, carried.run)) return 'anew';
  if (taker === null) return (scriptRun?.events.length ?? 0) > 0 ? 'begun' : null;
  // What is said of the step holds while it is on screen.
  if (scriptRun === null || scriptRun.events.length !== carriedEvents(scriptRun, carried.run)) return null;
  return script.definition.version === carried.run.scriptVersion ? 'taken' : 'other-version';
}
