import { isoNow } from '#shared/domain/clock.ts';
import { noAgreement, targetsOf } from '#shared/domain/quality/agreement.ts';
import type { ConversationQuality } from '#shared/domain/quality/entities.ts';
import { figuresOf, type JudgedConversation } from '#shared/domain/quality/figures.ts';
import { firstContactOf, returnLimit } from '#shared/domain/quality/first-contact.ts';
import { dayOf, figuresByPeriod } from '#shared/domain/quality/periods.ts';
import type { CallOutput, ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { aftermathOf, qualitiesOf } from '../queries/quality.ts';
import type { StoreContext } from './context.ts';

const dayMs = 86_400_000;

/** This operator's figures against what the queue agreed upon, today and over time. */
export function ownFigures(context: StoreContext, { queue: wanted, days, bucket, timeZone }: ParsedInput<StoreContract, 'quality.figures'>): CallOutput<StoreContract, 'quality.figures'> {
  const { db, clock } = context;
  const now = isoNow(clock);
  const today = dayOf(now, timeZone);
  const first = dayOf(new Date(clock.now() - (days - 1) * dayMs).toISOString(), timeZone);
  // A day may be 25 hours long: what began before the first day is left out by its calendar day.
  const from = new Date(clock.now() - (days + 1) * dayMs).toISOString();
  const all = qualitiesOf(db, { agentId: context.agentId(), from, until: '~' }).filter(({ startedAt }) => dayOf(startedAt, timeZone) >= first);
  const queues = queuesOf(db, all);
  const queueId = wanted === 'busiest' ? (queues[0]?.id ?? null) : wanted;
  const queue = queueId === null ? undefined : tables.queue.get(db, queueId);
  const targets = queue === undefined ? null : targetsOf(queue);
  const judged = all.filter((quality) => queueId === null || quality.queueId === queueId).map((quality) => judge(db, quality, now));
  return {
    queues,
    queueId,
    targets,
    today: figuresOf(judged.filter(({ quality }) => dayOf(quality.startedAt, timeZone) === today), targets),
    whole: figuresOf(judged, targets),
    periods: figuresByPeriod(judged, { bucket, timeZone, targets }),
  };
}

function queuesOf(db: ReadDb, qualities: readonly ConversationQuality[]): CallOutput<StoreContract, 'quality.figures'>['queues'] {
  const counts = new Map<string, number>();
  for (const { queueId } of qualities) if (queueId !== null) counts.set(queueId, (counts.get(queueId) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).flatMap(([id, conversations]) => {
    const queue = tables.queue.get(db, id);
    return queue === undefined ? [] : [{ id, name: queue.name, conversations }];
  });
}

function judge(db: ReadDb, quality: ConversationQuality, now: string): JudgedConversation {
  const queue = quality.queueId === null ? undefined : tables.queue.get(db, quality.queueId);
  const { returnDays } = queue?.agreement ?? noAgreement;
  const until = returnLimit(quality.endedAt, returnDays);
  // Nothing to look for before the days are over.
  if (now < until) return { quality, firstContact: firstContactOf({ endedAt: quality.endedAt, hasCustomer: true, returnedAt: null, followUps: [], returnDays, now }) };
  const customerId = tables.interaction.get(db, quality.interactionId)?.customerId ?? null;
  return { quality, firstContact: firstContactOf({ endedAt: quality.endedAt, ...aftermathOf(db, quality, { customerId, until }), returnDays, now }) };
}
