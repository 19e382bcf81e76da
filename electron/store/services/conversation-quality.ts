import type { CallLeg, Interaction } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { completenessPercent } from '#shared/domain/quality/completeness.ts';
import { qualityOf } from '#shared/domain/quality/quality-of.ts';
import type { CallTally } from '#shared/domain/quality/tally.ts';
import { fieldsSoFar, resumeRun } from '#shared/domain/script/engine.ts';
import type { Script } from '#shared/domain/script/script.ts';
import { afterCallFields } from '#shared/domain/wrapup/after-call.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import type { MaskedPart } from '#shared/domain/identity/parts.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { legsOf } from '../queries/interactions.ts';
import { answeredCalls, forgetTally, hasQuality, tallyOf } from '../queries/quality.ts';
import { eventsOfColleague } from './carried-view.ts';
import { sendNew } from './interaction-outbox.ts';
import { scriptOf } from './interaction-file.ts';

interface Closing {
  readonly at: string;
  /** Parts of the customer's file that the operator did not see. */
  readonly masked: ReadonlySet<MaskedPart>;
  readonly readBackAt?: string | null;
}

/** Once a conversation is closed and its calls are over: writes its figures, and sends them behind it. */
export function keepQuality(db: WriteDb, interaction: Interaction, { at, masked, readBackAt = null }: Closing): void {
  const legs = legsOf(db, interaction.id);
  const endedAt = legs.map((leg) => leg.endedAt ?? '').reduce((latest, end) => (end > latest ? end : latest), '');
  if (interaction.state !== 'closed' || legs.some((leg) => leg.endedAt === null) || hasQuality(db, interaction.id)) return;
  const queue = interaction.queueId === null ? undefined : tables.queue.get(db, interaction.queueId);
  const script = scriptOf(db, queue, interaction)?.definition ?? null;
  const figures = qualityOf({
    interaction,
    legs,
    tallies: talliesOf(db, legs),
    script,
    eventsOfColleague: eventsOfColleague(db, interaction),
    completenessPercent: completeness(db, interaction, { script, masked }),
    readBackAt,
    otherCalls: interaction.closedAt === null ? [] : answeredCalls(db, { agentId: interaction.agentId, except: interaction.id, from: endedAt, until: interaction.closedAt }),
  });
  for (const { callId } of legs) forgetTally(db, callId);
  if (figures === null) return;
  const row = { id: newId(), version: 0, updatedAt: at, ...figures };
  tables.conversationQuality.put(db, row);
  sendNew(db, 'conversationQuality', row, at);
}

function talliesOf(db: ReadDb, legs: readonly CallLeg[]): ReadonlyMap<string, CallTally> {
  return new Map(legs.flatMap(({ callId }) => {
    const tally = tallyOf(db, callId);
    return tally === undefined ? [] : [[callId, tally] as const];
  }));
}

function completeness(db: ReadDb, interaction: Interaction, { script, masked }: { readonly script: Script | null; readonly masked: ReadonlySet<MaskedPart> }): number {
  const customerId = interaction.customerId === null ? null : survivorOf(db, interaction.customerId);
  const customer = customerId === null ? undefined : tables.customer.get(db, customerId);
  const queue = interaction.queueId === null ? undefined : tables.queue.get(db, interaction.queueId);
  const outcome = interaction.outcomeId === null ? undefined : tables.outcome.get(db, interaction.outcomeId);
  const reached = script === null || interaction.scriptRun === null ? [] : fieldsSoFar(script, resumeRun(script, interaction.scriptRun));
  const required = [...reached, ...afterCallFields(queue?.afterCall ?? null, outcome?.code ?? null)].filter((field) => field.required === true && field.bind === undefined).map(({ key }) => key);
  return completenessPercent({
    file: customer === undefined ? null : { customer, contactPoints: tables.contactPoint.listBy(db, 'customerId', customer.id), addresses: tables.address.listBy(db, 'customerId', customer.id) },
    masked,
    requiredFields: [...new Set(required)],
    captured: interaction.captured,
    hasOutcome: outcome !== undefined,
    sentence: interaction.sentence,
  });
}
