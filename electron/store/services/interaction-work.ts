import { isoNow } from '#shared/domain/clock.ts';
import type { Draft, InteractionFile, ScriptChoice } from '#shared/domain/customer-file.ts';
import type { Interaction, Queue } from '#shared/domain/entities.ts';
import type { Masked } from '#shared/domain/identity/mask.ts';
import { afterCallFields, missingAfterCall } from '#shared/domain/wrapup/after-call.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { articleForm, clearDraft, forgetDraft, readDraft, writeDraft, type JournalledDraft } from '../queries/journal.ts';
import { enqueue } from '../queries/outbox.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { chosenScript, keepChosenScript, scriptChoices } from '../queries/scripts.ts';
import { Access } from '../identity/access.ts';
import { withHidden } from '../identity/shown-captured.ts';
import { adoptHandOver } from './carried-script.ts';
import { found, refused, type StoreContext } from './context.ts';
import { keepQuality } from './conversation-quality.ts';
import { interactionFile, outcomeBelongs, scriptOf } from './interaction-file.ts';
import { sendInteraction } from './interaction-outbox.ts';
import { releaseHoldsOfInteraction } from './order-holds.ts';
import { settleQuestions } from './question-work.ts';
import { withoutPayments } from './payment-fields.ts';
import { storable } from './storable.ts';

type Input<N extends 'interaction.linkCustomer' | 'interaction.setScriptRun' | 'interaction.chooseScript' | 'interaction.close' | 'draft.write' | 'draft.forget'> = ParsedInput<StoreContract, N>;

function unfinished(db: ReadDb, id: string): Interaction {
  const interaction = found(tables.interaction.get(db, id), 'interaction');
  if (interaction.state === 'closed') throw refused('id', 'closed');
  return interaction;
}

const ofArticle = (field: string): boolean => field.startsWith(articleForm);
const ofCustomer = (id: string) => (field: string): boolean => field.startsWith(`customer.${id}.`) || (field.startsWith('form.') && !ofArticle(field));

/** A conversation that is not closed or, for their own data and the forms about them alone, a customer or an article that was looked up. */
function requireOwner(db: ReadDb, ownerId: string, fields: Draft): void {
  const isTheirs = tables.customer.get(db, ownerId) !== undefined ? ofCustomer(ownerId) : tables.article.get(db, ownerId) === undefined ? null : ofArticle;
  if (isTheirs === null) unfinished(db, ownerId);
  else if (!Object.keys(fields).every(isTheirs)) throw refused('fields', 'not-theirs');
}

/** @returns when the batch reached the disk. */
export function saveDraft(context: StoreContext, input: Input<'draft.write'>): { savedAt: string } {
  return context.db.write((db) => {
    requireOwner(db, input.interactionId, input.fields);
    const savedAt = isoNow(context.clock);
    writeDraft(db, input.interactionId, withoutPayments(db, tables.interaction.get(db, input.interactionId), input.fields, 'script.'), savedAt);
    return { savedAt };
  });
}

/** @returns what was typed in a looked-up customer's file, or about an article, and not saved. */
export function draftOfFile(context: StoreContext, ownerId: string): JournalledDraft {
  return readDraft(context.db, ownerId);
}

/** What was typed is given up, or says nothing that the file does not say. */
export function dropDraft(context: StoreContext, input: Input<'draft.forget'>): void {
  context.db.write((db) => forgetDraft(db, input.interactionId, input.fields));
}

/** Links or unlinks a customer; on a closed interaction this is a correction that goes to central by itself. */
export function linkCustomer(context: StoreContext, input: Input<'interaction.linkCustomer'>): InteractionFile {
  context.db.write((db) => {
    const interaction = found(tables.interaction.get(db, input.id), 'interaction');
    if (interaction.customerId === input.customerId) return;
    if (input.customerId !== null) found(tables.customer.get(db, input.customerId), 'customer');
    const at = isoNow(context.clock);
    const linked = { ...interaction, customerId: input.customerId, updatedAt: at };
    tables.interaction.put(db, linked);
    if (interaction.state !== 'closed') {
      adoptHandOver(context, db, linked);
      return;
    }
    const { id, version, customerId, updatedAt } = interaction;
    enqueue(db, { entity: 'interaction', entityId: id, baseVersion: version, patch: { customerId: input.customerId }, base: { customerId, updatedAt }, at });
  });
  return interactionFile(context, input.id);
}

export function setScriptRun(context: StoreContext, input: Input<'interaction.setScriptRun'>): void {
  context.db.write((db) => {
    const interaction = unfinished(db, input.id);
    const script = scriptOf(db, queueOf(db, interaction), interaction);
    const captured = withHidden(withoutPayments(db, interaction, input.captured), interaction.captured, script?.definition ?? null, maskedIn(context, db, interaction));
    tables.interaction.put(db, { ...interaction, scriptRun: storable(input.run), captured: storable(captured), updatedAt: isoNow(context.clock) });
    if (chosenScript(db, interaction.id) !== null) return;
    // From its first answer on it stays, also where the queue begins to use another one, or the caller turns out to speak another language.
    if (script?.definition.key === input.run.scriptKey) keepChosenScript(db, interaction.id, script.id);
  });
}

/** @returns what can be chosen in a conversation, scripts in the customer's language first. */
export function scriptsFor({ db }: StoreContext, id: string): ScriptChoice[] {
  const { customerId } = found(tables.interaction.get(db, id), 'interaction');
  const language = customerId === null ? null : tables.customer.get(db, survivorOf(db, customerId))?.language;
  return scriptChoices(db).sort((a, b) => Number(b.language === language) - Number(a.language === language));
}

/**
 * The operator chooses another script: it begins at its first step. What was captured stays, for the fields that have the same key.
 *
 * @throws {BalieError} `store.refused` where it cannot be chosen, or the conversation is closed.
 */
export function chooseScript(context: StoreContext, { id, scriptId }: Input<'interaction.chooseScript'>): InteractionFile {
  context.db.write((db) => {
    const interaction = unfinished(db, id);
    if (!scriptChoices(db).some((choice) => choice.id === scriptId)) throw refused('scriptId', 'unknown');
    const isOther = scriptOf(db, queueOf(db, interaction), interaction)?.id !== scriptId;
    if (isOther) tables.interaction.put(db, { ...interaction, scriptRun: null, updatedAt: isoNow(context.clock) });
    keepChosenScript(db, id, scriptId);
  });
  return interactionFile(context, id);
}

function queueOf(db: ReadDb, { queueId }: Interaction): Queue | undefined {
  return queueId === null ? undefined : tables.queue.get(db, queueId);
}

/** What is not shown of the customer of a conversation. */
function maskedIn(context: StoreContext, db: ReadDb, { customerId }: Interaction): Masked {
  return customerId === null ? new Set() : new Access(db, context.agentId()).masked(customerId);
}

/**
 * Closes an interaction: row, journal and outbox in one transaction. Asked again with the same outcome
 * (the answer was lost) it answers the closed row.
 * @throws {BalieError} `store.refused` with the field that is wrong.
 */
export function closeInteraction(context: StoreContext, input: Input<'interaction.close'>): Interaction {
  return context.db.write((db) => {
    const former = found(tables.interaction.get(db, input.id), 'interaction');
    if (former.state === 'closed' && former.outcomeId === input.outcomeId) return former;
    const interaction = unfinished(db, input.id);
    const outcome = tables.outcome.get(db, input.outcomeId);
    if (outcome === undefined || !outcomeBelongs(db, interaction.queueId, outcome.id)) throw refused('outcomeId', 'unknown');
    if (outcome.requiresSentence && input.sentence.trim() === '') throw refused('sentence', 'required');
    const queue = queueOf(db, interaction);
    const [missing] = missingAfterCall(afterCallFields(queue?.afterCall ?? null, outcome.code), input.captured);
    if (missing !== undefined) throw refused(`captured.${missing.key}`, 'required');
    const at = isoNow(context.clock);
    // While it is open: afterwards the file is as open as between calls.
    const masked = maskedIn(context, db, interaction);
    settleQuestions({ db, at }, interaction);
    const closed: Interaction = {
      ...interaction,
      state: 'closed',
      closedAt: at,
      updatedAt: at,
      agentId: interaction.agentId ?? context.agentId(),
      outcomeId: outcome.id,
      sentence: storable(input.sentence),
      note: storable(input.note),
      captured: storable(withoutPayments(db, interaction, input.captured)),
    };
    tables.interaction.put(db, closed);
    clearDraft(db, closed.id);
    releaseHoldsOfInteraction(db, closed.id, at);
    sendInteraction(db, closed, at);
    keepQuality(db, closed, { at, masked, readBackAt: input.readBackAt });
    return closed;
  });
}
