import { carriable, standsIn, type CarriedScript } from '#shared/domain/carried-script.ts';
import { isoNow } from '#shared/domain/clock.ts';
import type { HandOver, Interaction, ScriptRow } from '#shared/domain/entities.ts';
import { currentStep, resumeRun } from '#shared/domain/script/engine.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { adoptCarried } from '../identity/gate-work.ts';
import { handOverTo, isMeantFor, leaveHandOver, takeHandOver, takenBy, takerOf } from '../queries/hand-overs.ts';
import { readDraft } from '../queries/journal.ts';
import { chosenScript, versionOf, keepChosenScript, keepObjectionBudget, keptObjectionBudget, scriptAt } from '../queries/scripts.ts';
import type { StoreContext } from './context.ts';
import { scriptOf } from './interaction-file.ts';

const ofScript = 'script.';

function ownScript(db: ReadDb, interaction: Interaction): ScriptRow | null {
  return scriptOf(db, interaction.queueId === null ? undefined : tables.queue.get(db, interaction.queueId), interaction);
}

/** How far the script of a conversation is, with what its fields have; what was typed a moment ago is in the journal. */
export function carriedScript(db: ReadDb, interaction: Interaction): CarriedScript | null {
  const row = ownScript(db, interaction);
  if (row === null) return null;
  const script = row.definition;
  const run = resumeRun(script, interaction.scriptRun, keptObjectionBudget(db, interaction.id));
  const typed = Object.entries(readDraft(db, interaction.id).draft).filter(([field]) => field.startsWith(ofScript));
  const captured = { ...interaction.captured, ...Object.fromEntries(typed.map(([field, value]) => [field.slice(ofScript.length), value])) };
  return { scriptId: row.id, title: script.title, step: currentStep(script, run)?.title ?? null, run, captured: carriable(script, captured) };
}

/**
 * Takes over, once, what a colleague hands over with a caller: the queue, where the call has none of its own; the script and what it
 * captured, while nothing was done here yet; and what was checked. Asked whenever hand-over, call and customer may have come together.
 *
 * @returns the interaction as it is now: another object where it changed.
 */
export function adoptHandOver(context: StoreContext, db: WriteDb, interaction: Interaction): Interaction {
  const next = adoptScript(context, db, interaction);
  adoptCarried(context, db, next);
  return next;
}

function adoptScript(context: StoreContext, db: WriteDb, interaction: Interaction): Interaction {
  const me = context.agentId();
  const handOver = interaction.state === 'closed' ? null : handOverTo(db, interaction, me);
  if (handOver === null || takerOf(db, handOver.id) !== null || takenBy(db, interaction.id) !== null || !isMeantFor(db, handOver, interaction, me)) return interaction;
  const tookQueue = interaction.queueId === null && handOver.queueId !== null && tables.queue.get(db, handOver.queueId) !== undefined;
  const queued = tookQueue ? { ...interaction, queueId: handOver.queueId } : interaction;
  const script = mayGoOn(db, queued, handOver) ? scriptOfCarried(db, handOver.script, queued) : null;
  if (!tookQueue && script === null) return interaction;
  takeHandOver(db, { interactionId: interaction.id, handOverId: handOver.id, tookQueue });
  const next = { ...(script === null ? queued : goOn(queued, handOver, script)), updatedAt: isoNow(context.clock) };
  tables.interaction.put(db, next);
  if (tookQueue) keepObjectionBudget(db, interaction.id);
  if (script !== null) keepChosenScript(db, interaction.id, script.id);
  return next;
}

/** Nothing was done here yet, and the call did not come for something else: over another queue, with a script of its own. */
function mayGoOn(db: ReadDb, interaction: Interaction, { queueId, script }: HandOver): boolean {
  if ((interaction.scriptRun?.events.length ?? 0) > 0 || chosenScript(db, interaction.id) !== null) return false;
  const own = ownScript(db, interaction);
  return interaction.queueId === queueId || own === null || own.id === script?.scriptId;
}

/** @returns the script in the version that the run is in, otherwise as it was when the call began here; null where this device does not have it. */
function scriptOfCarried(db: ReadDb, carried: CarriedScript | null, { startedAt }: Interaction): ScriptRow | null {
  if (carried === null) return null;
  return (carried.run === null ? null : versionOf(db, carried.scriptId, carried.run.scriptVersion)) ?? scriptAt(db, carried.scriptId, startedAt);
}

/** A run whose step this device's version does not have would begin anew anyway: then what was captured is all that is left of it. */
function goOn(interaction: Interaction, { script: carried }: HandOver, script: ScriptRow): Interaction {
  const run = carried?.run ?? null;
  const goesOn = run !== null && standsIn(script.definition, run);
  return { ...interaction, scriptRun: goesOn ? run : interaction.scriptRun, captured: { ...carried?.captured, ...interaction.captured } };
}

/** It rang here and was never answered: who answers it, here or elsewhere, goes on with it. @returns the interaction without what it took over. */
export function giveBack(db: WriteDb, interaction: Interaction): Interaction {
  const taken = takenBy(db, interaction.id);
  if (taken === null) return interaction;
  leaveHandOver(db, interaction.id);
  return { ...interaction, queueId: taken.tookQueue ? null : interaction.queueId, scriptRun: null, captured: {} };
}
