import { isoNow } from '#shared/domain/clock.ts';
import type { InteractionFile } from '#shared/domain/customer-file.ts';
import type { Interaction, Outcome, Queue, ScriptRow } from '#shared/domain/entities.ts';
import type { ReadDb } from '../database/connection.ts';
import { spokenLanguages } from '#shared/domain/script/audience.ts';
import { tables } from '../entities/tables.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { customerFile } from '../queries/customers.ts';
import { handOverTo, isMeantFor } from '../queries/hand-overs.ts';
import { legByCall, legsOf } from '../queries/interactions.ts';
import { readDraft } from '../queries/journal.ts';
import { chosenScript, editionIn, keptObjectionBudget, scriptAt, versionOf } from '../queries/scripts.ts';
import { gateViewOf } from '../identity/gate-work.ts';
import { archivedCallers } from '../search/archived.ts';
import { callersByNumber } from '../search/callers.ts';
import { carriedView } from './carried-view.ts';
import { found, type StoreContext } from './context.ts';

/** All that the workspace shows for one interaction. */
export function interactionFile(context: StoreContext, id: string): InteractionFile {
  const { db } = context;
  const interaction = found(tables.interaction.get(db, id), 'interaction');
  const queue = interaction.queueId === null ? undefined : tables.queue.get(db, interaction.queueId);
  const callers = callersByNumber(db, interaction.number, context.country());
  const candidates = callers.length === 0 && interaction.customerId === null ? archivedCallers(db, interaction.number, context.country()) : callers;
  const { draft, savedAt } = readDraft(db, id);
  const script = scriptOf(db, queue, interaction);
  return {
    interaction,
    legs: legsOf(db, id),
    queue: queue ?? null,
    script,
    objectionBudget: keptObjectionBudget(db, id),
    outcomes: outcomesFor(db, queue),
    customer: interaction.customerId === null ? null : (customerFile(db, survivorOf(db, interaction.customerId), isoNow(context.clock)) ?? null),
    candidates: isSettled(interaction, candidates) ? [] : candidates,
    handOver: handOverOf(context, interaction, script),
    gate: gateViewOf(context, interaction),
    questions: tables.question.listBy(db, 'interactionId', id),
    draft,
    draftSavedAt: savedAt,
  };
}

/** The colleague's script is in the conversation by now; of the row itself the page is told where it stood. */
function handOverOf(context: StoreContext, interaction: Interaction, script: ScriptRow | null): InteractionFile['handOver'] {
  const { db } = context;
  const me = context.agentId();
  const handOver = handOverTo(db, interaction, me);
  if (handOver === null) return null;
  const carried = isMeantFor(db, handOver, interaction, me) ? carriedView(db, interaction, handOver, script) : null;
  return { ...handOver, script: carried, by: handOver.agentId === null ? null : (tables.agent.get(db, handOver.agentId)?.name ?? null) };
}

/** @returns null while the call is not known yet. */
export function interactionFileByCall(context: StoreContext, callId: string): InteractionFile | null {
  const leg = legByCall(context.db, callId);
  return leg === undefined ? null : interactionFile(context, leg.interactionId);
}

/** The only one with the number is linked: there is nothing to choose. */
function isSettled(interaction: Interaction, candidates: readonly { readonly id: string }[]): boolean {
  return candidates.length === 1 && candidates[0]?.id === interaction.customerId;
}

/** @returns the script that was chosen or, before that, the one that is proposed: in the version that its run is in, otherwise as it was when the conversation began. */
export function scriptOf(db: ReadDb, queue: Queue | undefined, interaction: Interaction): ScriptRow | null {
  const chosen = chosenScript(db, interaction.id);
  const begun = chosen === null || interaction.scriptRun === null ? null : versionOf(db, chosen, interaction.scriptRun.scriptVersion);
  return begun ?? (chosen === null ? null : scriptAt(db, chosen, interaction.startedAt)) ?? proposedScript(db, queue, interaction);
}

/** The queue's script, or its edition in the language of whoever calls where it has no words for them itself. */
function proposedScript(db: ReadDb, queue: Queue | undefined, { customerId, startedAt }: Interaction): ScriptRow | null {
  const scriptId = queue?.scriptId ?? null;
  const script = scriptId === null ? null : scriptAt(db, scriptId, startedAt);
  if (script === null || customerId === null) return script;
  const language = tables.customer.get(db, survivorOf(db, customerId))?.language;
  if (language === undefined || spokenLanguages(script.definition).includes(language)) return script;
  const edition = editionIn(db, script.id, language);
  return (edition === null ? null : scriptAt(db, edition, startedAt)) ?? script;
}

function outcomesFor(db: ReadDb, queue: Queue | undefined): Outcome[] {
  const all = tables.outcome.all(db).sort((a, b) => a.order - b.order);
  return queue === undefined || queue.outcomeIds.length === 0 ? all : all.filter(({ id }) => queue.outcomeIds.includes(id));
}

/** @returns true when this outcome may end an interaction of this queue. */
export function outcomeBelongs(db: ReadDb, queueId: string | null, outcomeId: string): boolean {
  const queue = queueId === null ? undefined : tables.queue.get(db, queueId);
  return outcomesFor(db, queue).some(({ id }) => id === outcomeId);
}
