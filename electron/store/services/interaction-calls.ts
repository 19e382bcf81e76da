import { isoNow } from '#shared/domain/clock.ts';
import type { CallLeg, Interaction } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { CallInput, CallOutput } from '#shared/ipc/contract.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { legByCall } from '../queries/interactions.ts';
import { readDraft } from '../queries/journal.ts';
import { keepObjectionBudget } from '../queries/scripts.ts';
import { callersByNumber } from '../search/callers.ts';
import { toE164 } from '../search/phone.ts';
import { adoptHandOver, giveBack } from './carried-script.ts';
import { found, type StoreContext } from './context.ts';
import { keepQuality } from './conversation-quality.ts';
import { sendInteraction, sendLegEnd } from './interaction-outbox.ts';
import { storable } from './storable.ts';

type Input<N extends 'interaction.open' | 'interaction.answered' | 'interaction.ended'> = CallInput<StoreControlContract, N>;

/** What a call's event did: the interaction it belongs to, and whether it is new. */
export interface CallEffect {
  readonly interactionId: string;
  readonly opened: boolean;
}

type OpenEffect = CallEffect & Pick<CallOutput<StoreControlContract, 'interaction.open'>, 'queue'>;

/**
 * A call appeared: makes its interaction, with the queue and the customer it can be sure of. Asked again
 * for the same call it changes nothing, except that a leg this store had given up (it was restarted
 * while the call went on) is taken up again.
 */
export function openInteraction(context: StoreContext, input: Input<'interaction.open'>): OpenEffect {
  return context.db.write((db) => {
    const known = legByCall(db, input.callId);
    if (known !== undefined) {
      resume(db, known, isoNow(context.clock));
      return { interactionId: known.interactionId, opened: false, queue: policyOf(db, tables.interaction.get(db, known.interactionId)?.queueId ?? null) };
    }
    const interaction = newInteraction(context, db, input);
    tables.interaction.put(db, interaction);
    keepObjectionBudget(db, interaction.id);
    tables.callLeg.put(db, {
      id: newId(),
      version: 0,
      updatedAt: interaction.updatedAt,
      interactionId: interaction.id,
      callId: input.callId,
      direction: input.direction,
      startedAt: input.startedAt,
      answeredAt: null,
      endedAt: null,
      cause: null,
      endedBy: null,
      transferredTo: null,
      quality: null,
      recording: null,
    });
    const { queueId } = adoptHandOver(context, db, interaction);
    const queue = policyOf(db, queueId);
    // A colleague puts the caller through to somebody, who answers: only what comes over a queue answers itself.
    const answersItself = interaction.queueId !== null && queue?.autoAnswer === true;
    return { interactionId: interaction.id, opened: true, queue: queue === null ? null : { ...queue, autoAnswer: answersItself } };
  });
}

function newInteraction(context: StoreContext, db: ReadDb, input: Input<'interaction.open'>): Interaction {
  const country = context.country();
  const number = input.number === null ? null : toE164(input.number, country);
  const customers = callersByNumber(db, number, country);
  return {
    id: newId(),
    version: 0,
    updatedAt: isoNow(context.clock),
    channel: 'voice',
    direction: input.direction,
    state: 'open',
    agentId: context.agentId(),
    queueId: queueOf(db, input.queueKey, input.called === null ? null : toE164(input.called, country)),
    // Only when there is no doubt; otherwise the operator chooses among the candidates.
    customerId: customers.length === 1 ? (customers[0]?.id ?? null) : null,
    number: number ?? storable(input.number),
    startedAt: input.startedAt,
    answeredAt: null,
    endedAt: null,
    closedAt: null,
    outcomeId: null,
    sentence: '',
    note: '',
    scriptRun: null,
    captured: {},
    interrupted: false,
  };
}

/** By the key the exchange names; without one, by the number that was called. */
function queueOf(db: ReadDb, key: string | null, called: string | null): string | null {
  const byKey = key === null ? undefined : tables.queue.listBy(db, 'key', key)[0];
  if (byKey !== undefined) return byKey.id;
  if (called === null) return null;
  return tables.queue.all(db).find(({ numbers }) => numbers.includes(called))?.id ?? null;
}

function policyOf(db: ReadDb, queueId: string | null): OpenEffect['queue'] {
  const queue = queueId === null ? undefined : tables.queue.get(db, queueId);
  return queue === undefined ? null : { autoAnswer: queue.autoAnswer, recording: queue.recording };
}

function resume(db: WriteDb, leg: CallLeg, updatedAt: string): void {
  const interaction = tables.interaction.get(db, leg.interactionId);
  if (leg.cause !== 'interrupted' || interaction === undefined || interaction.state === 'closed') return;
  tables.callLeg.put(db, { ...leg, endedAt: null, cause: null, endedBy: null, updatedAt });
  tables.interaction.put(db, { ...interaction, state: 'open', endedAt: null, interrupted: false, updatedAt });
}

export function answerInteraction(context: StoreContext, input: Input<'interaction.answered'>): CallEffect {
  return context.db.write((db) => {
    const { leg, interaction } = callOf(db, input.callId);
    const updatedAt = isoNow(context.clock);
    if (leg.answeredAt === null) tables.callLeg.put(db, { ...leg, answeredAt: input.answeredAt, updatedAt });
    if (interaction.answeredAt === null && interaction.state !== 'closed') tables.interaction.put(db, { ...interaction, answeredAt: input.answeredAt, updatedAt });
    return { interactionId: interaction.id, opened: false };
  });
}

/**
 * The leg ended. Answered: the interaction waits for its outcome. Never answered: it is closed without
 * one and goes to central, unless the operator already wrote something down.
 */
export function endInteraction(context: StoreContext, input: Input<'interaction.ended'>): CallEffect {
  return context.db.write((db) => {
    const { leg, interaction } = callOf(db, input.callId);
    // The first end counts; only "interrupted" was a guess of ours.
    if (leg.endedAt === null || leg.cause === 'interrupted') {
      const end = { endedAt: input.endedAt, cause: input.cause, endedBy: input.endedBy };
      endLeg(context, db, leg, interaction, end);
    }
    return { interactionId: interaction.id, opened: false };
  });
}

type LegEnd = Pick<CallLeg, 'endedAt' | 'cause' | 'endedBy'>;

/** Writes a leg's end through to its interaction; shared with what a crash left behind. */
export function endLeg(context: StoreContext, db: WriteDb, leg: CallLeg, interaction: Interaction, end: LegEnd): void {
  const updatedAt = isoNow(context.clock);
  const ended = { ...leg, ...end, updatedAt };
  tables.callLeg.put(db, ended);
  if (interaction.state === 'closed') {
    sendLegEnd(db, { leg: ended, interaction, at: updatedAt });
    keepQuality(db, interaction, { at: updatedAt, masked: new Set() });
    return;
  }
  const interrupted = end.cause === 'interrupted';
  const missed = leg.answeredAt === null && Object.keys(readDraft(db, interaction.id).draft).length === 0;
  const next: Interaction = { ...(missed ? giveBack(db, interaction) : interaction), endedAt: end.endedAt, interrupted, updatedAt, state: missed ? 'closed' : 'wrap-up', closedAt: missed ? updatedAt : null };
  tables.interaction.put(db, next);
  if (missed) sendInteraction(db, next, updatedAt);
}

/** @throws {BalieError} `store.not-found` */
export function callOf(db: ReadDb, callId: string): { leg: CallLeg; interaction: Interaction } {
  const leg = found(legByCall(db, callId), 'call');
  return { leg, interaction: found(tables.interaction.get(db, leg.interactionId), 'interaction') };
}
