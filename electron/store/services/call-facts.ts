import { isDeepStrictEqual } from 'node:util';
import { isoNow } from '#shared/domain/clock.ts';
import type { CallLeg, HandOver, Interaction } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import type { WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { carriedBy } from '../identity/gate-work.ts';
import { enqueue } from '../queries/outbox.ts';
import { hasQuality, keepTally } from '../queries/quality.ts';
import { carriedScript } from './carried-script.ts';
import type { StoreContext } from './context.ts';
import { callOf, type CallEffect } from './interaction-calls.ts';
import { sendNew } from './interaction-outbox.ts';
import { storable } from './storable.ts';

type Input<N extends 'interaction.transferred' | 'interaction.counted' | 'interaction.quality' | 'interaction.recorded'> = CallInput<StoreControlContract, N>;

/**
 * The call went to somebody else. The note leaves for central at once, in a row of its own: the
 * colleague has the caller on the line now, while this interaction still waits for its outcome.
 */
export function transferInteraction(context: StoreContext, input: Input<'interaction.transferred'>): CallEffect {
  return context.db.write((db) => {
    const { leg, interaction } = callOf(db, input.callId);
    const target = storable(input.target);
    changeLeg(context, db, { leg, interaction }, { transferredTo: target });
    if (tables.handOver.listBy(db, 'callId', leg.callId).length === 0) {
      const at = isoNow(context.clock);
      const handOver: HandOver = {
        id: newId(),
        version: 0,
        updatedAt: at,
        interactionId: interaction.id,
        callId: leg.callId,
        agentId: interaction.agentId ?? context.agentId(),
        customerId: interaction.customerId,
        queueId: interaction.queueId,
        number: interaction.number,
        kind: input.kind,
        target,
        note: storable(input.note),
        at: input.at,
        identity: carriedBy(context, db, interaction),
        script: storable(carriedScript(db, interaction)),
      };
      tables.handOver.put(db, handOver);
      sendNew(db, 'handOver', handOver, at);
    }
    return { interactionId: interaction.id, opened: false };
  });
}

/** What was counted of a call so far: totals, so that the last one told is the right one. */
export function countInteraction(context: StoreContext, { callId, tally }: Input<'interaction.counted'>): void {
  context.db.write((db) => {
    const { interaction } = callOf(db, callId);
    if (!hasQuality(db, interaction.id)) keepTally(db, callId, tally);
  });
}

/** How the call sounded. */
export function measureInteraction(context: StoreContext, input: Input<'interaction.quality'>): CallEffect {
  return context.db.write((db) => {
    const call = callOf(db, input.callId);
    changeLeg(context, db, call, { quality: input.report });
    return { interactionId: call.interaction.id, opened: false };
  });
}

/** The call has a recording on this device, or has it no more. */
export function recordInteraction(context: StoreContext, input: Input<'interaction.recorded'>): CallEffect {
  return context.db.write((db) => {
    const call = callOf(db, input.callId);
    changeLeg(context, db, call, { recording: input.recording });
    return { interactionId: call.interaction.id, opened: false };
  });
}

/** A leg goes to central once, when its call and its interaction are over; what is learnt later follows as a change. */
function changeLeg(context: StoreContext, db: WriteDb, { leg, interaction }: { leg: CallLeg; interaction: Interaction }, change: Partial<CallLeg>): void {
  const fields = Object.keys(change) as (keyof CallLeg)[];
  const base = Object.fromEntries(fields.map((field) => [field, leg[field]]));
  if (isDeepStrictEqual(base, change)) return;
  const at = isoNow(context.clock);
  tables.callLeg.put(db, { ...leg, ...change, updatedAt: at });
  const isSent = interaction.state === 'closed' && leg.endedAt !== null;
  if (isSent) enqueue(db, { entity: 'callLeg', entityId: leg.id, baseVersion: leg.version, patch: change, base: { ...base, updatedAt: leg.updatedAt }, at });
}
