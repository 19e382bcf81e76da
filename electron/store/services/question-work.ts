import type { Question } from '#shared/domain/casework/entities.ts';
import { isoNow } from '#shared/domain/clock.ts';
import type { Interaction } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { forgetDraft } from '../queries/journal.ts';
import { found, refused, type StoreContext } from './context.ts';
import { openCaseIn } from './file-work.ts';
import { storable } from './storable.ts';
import { putChanged, putNew, type Writing } from './write-rows.ts';

type Input<N extends keyof StoreContract['calls']> = ParsedInput<StoreContract, N>;

/** @returns the questions of a conversation, in the order in which they were noted. */
export function questionsOf(db: ReadDb, interactionId: string): Question[] {
  return tables.question.listBy(db, 'interactionId', interactionId);
}

function openInteraction(db: ReadDb, id: string): Interaction {
  const interaction = found(tables.interaction.get(db, id), 'interaction');
  if (interaction.state === 'closed') throw refused('id', 'closed');
  return interaction;
}

function customerIn(db: ReadDb, { customerId }: Interaction): string | null {
  return customerId === null ? null : survivorOf(db, customerId);
}

/** Notes what was asked. The words leave the journal in the same write. */
export function noteQuestion(context: StoreContext, { interactionId, text }: Input<'question.note'>): Question[] {
  return context.db.write((db) => {
    if (text.trim() === '') throw refused('text', 'required');
    const at = isoNow(context.clock);
    const customerId = customerIn(db, openInteraction(db, interactionId));
    const row: Question = { id: newId(), version: 0, updatedAt: at, interactionId, customerId, text: storable(text.trim()), at, agentId: context.agentId(), state: 'open', answer: '', caseId: null };
    putNew({ db, at }, tables.question, row);
    forgetDraft(db, interactionId, { question: text });
    return questionsOf(db, interactionId);
  });
}

function changing(context: StoreContext, id: string, change: (write: Writing, question: Question) => Partial<Question>): Question[] {
  return context.db.write((db) => {
    const write = { db, at: isoNow(context.clock) };
    const former = found(tables.question.get(db, id), 'question');
    putChanged(write, tables.question, former, { ...former, ...change(write, former) });
    return questionsOf(db, former.interactionId);
  });
}

/** Answered at once; or noted by mistake: then it is none. */
export function settleQuestion(context: StoreContext, { id, state, answer }: Input<'question.settle'>): Question[] {
  return changing(context, id, (_, former) => {
    if (former.state === 'assigned') throw refused('state', 'assigned');
    if (state === 'answered' && answer.trim() === '') throw refused('answer', 'required');
    return { state, answer: state === 'answered' ? storable(answer.trim()) : '' };
  });
}

/** Gives a question an owner and a day: it becomes a case. */
export function assignQuestion(context: StoreContext, { id, ...how }: Input<'question.assign'>): Question[] {
  return changing(context, id, (write, former) => {
    if (former.state === 'assigned') throw refused('state', 'assigned');
    const interaction = openInteraction(write.db, former.interactionId);
    const customerId = customerIn(write.db, interaction);
    if (customerId === null) throw refused('customerId', 'required');
    const { id: caseId } = openCaseIn(context, write, { ...how, customerId, interactionId: interaction.id, kind: 'question', subject: former.text.slice(0, 200), description: former.text, queueId: interaction.queueId, collected: {}, promised: null });
    return { state: 'assigned', caseId, customerId };
  });
}

/**
 * Before a conversation closes: no question is left without an answer, or an owner and a day. Whoever turned out to be calling is who asked.
 *
 * @throws {BalieError} `store.refused` with the field `questions`.
 */
export function settleQuestions(write: Writing, interaction: Interaction): void {
  const questions = questionsOf(write.db, interaction.id);
  if (questions.some(({ state }) => state === 'open')) throw refused('questions', 'unassigned');
  const customerId = customerIn(write.db, interaction);
  for (const question of questions) if (question.customerId === null && customerId !== null) putChanged(write, tables.question, question, { ...question, customerId });
}
