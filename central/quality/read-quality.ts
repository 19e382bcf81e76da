import type { z } from 'zod';
import type { FiguresAnswer, FiguresQuery, qualityListQuerySchema } from '#shared/contract/quality.ts';
import { queueSchema } from '#shared/domain/entities.ts';
import { noAgreement, targetsOf } from '#shared/domain/quality/agreement.ts';
import { conversationQualitySchema, type ConversationQuality } from '#shared/domain/quality/entities.ts';
import { figuresOf, type JudgedConversation } from '#shared/domain/quality/figures.ts';
import { firstContactOf } from '#shared/domain/quality/first-contact.ts';
import { figuresByPeriod } from '#shared/domain/quality/periods.ts';
import { sql, type RawBuilder } from 'kysely';
import { readNewest, readRow, readRows } from '../database/rows.ts';
import type { Database } from '../database/schema.ts';
import type { PageRequest } from '../http/pages.ts';
import { Problem } from '../http/problem.ts';
import type { Principal } from '../session/sessions.ts';
import { forAsker, forTogether, whoseQuality } from './whose.ts';

type ListFilter = Omit<z.infer<typeof qualityListQuerySchema>, 'limit' | 'cursor'>;

/** More conversations are asked for in shorter times: each is read whole. */
const mostConversations = 50_000;

function conditionsOf(asker: Principal, { interactionId, queueId, agentId, direction, purpose, startedAtFrom, startedAtUntil }: ListFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [whoseQuality(asker)];
  if (interactionId !== undefined) conditions.push(sql`conversation_quality.interaction_id = ${interactionId}::uuid`);
  if (queueId !== undefined) conditions.push(sql`conversation_quality.queue_id = ${queueId}::uuid`);
  if (agentId !== undefined) conditions.push(sql`conversation_quality.agent_id = ${agentId}::uuid`);
  if (direction !== undefined) conditions.push(sql`conversation_quality.direction = ${direction}`);
  if (purpose !== undefined) conditions.push(sql`conversation_quality.purpose = ${purpose}`);
  if (startedAtFrom !== undefined) conditions.push(sql`conversation_quality.started_at >= ${startedAtFrom}::timestamptz`);
  if (startedAtUntil !== undefined) conditions.push(sql`conversation_quality.started_at < ${startedAtUntil}::timestamptz`);
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** @returns figures of conversations, the newest first; one more than the limit where there are more. */
export async function listQuality(db: Database, asker: Principal, filter: ListFilter, { after, limit }: PageRequest): Promise<{ id: string; value: ConversationQuality }[]> {
  const rows = await readNewest(db, 'conversationQuality', after, limit + 1, conditionsOf(asker, filter));
  return rows.map((row) => ({ id: row.id, value: forAsker(asker, conversationQualitySchema.parse(row)) }));
}

/**
 * The same figures as on the operator's own page, by the same rules, out of what central has.
 *
 * @param now UTC instant at which first contacts are judged.
 * @throws Problem 400 `quality.too-many` where the time asked for holds more than can be read at once.
 */
export async function readFigures(db: Database, asker: Principal, { queueId, agentId, from, until, ...how }: FiguresQuery, now: string): Promise<FiguresAnswer> {
  const stored = queueId === undefined ? null : await readRow(db, 'queue', queueId);
  const queue = stored === null ? null : queueSchema.parse(stored);
  const where = conditionsOf(asker, { queueId, agentId, startedAtFrom: from, startedAtUntil: until });
  return answerOf(asker, await judged(db, where, now), { ...how, targets: queue === null ? null : targetsOf(queue) });
}

/** @returns conversations together as whoever asks is told. */
export function answerOf(asker: Principal, conversations: readonly JudgedConversation[], how: Pick<FiguresQuery, 'bucket' | 'timeZone'> & Pick<FiguresAnswer, 'targets'>): FiguresAnswer {
  const told = (together: readonly JudgedConversation[]): readonly JudgedConversation[] => forTogether(asker, together);
  return { targets: how.targets, figures: figuresOf(told(conversations), how.targets), periods: figuresByPeriod(conversations, { ...how, told }) };
}

/**
 * @param now UTC instant at which first contacts are judged.
 * @returns the conversations for which this holds, each with what time told about it, in no order.
 * @throws Problem 400 `quality.too-many`
 */
export async function judged(db: Database, where: RawBuilder<boolean>, now: string): Promise<JudgedConversation[]> {
  const aftermath = await aftermaths(db, where);
  if (aftermath.size > mostConversations) throw new Problem(400, 'quality.too-many', `There are more than ${mostConversations} conversations. Ask for a shorter time, or for one queue.`);
  const rows = await readRows(db, 'conversationQuality', [...aftermath.keys()]);
  return rows.map((row): JudgedConversation => {
    const quality = conversationQualitySchema.parse(row);
    const { hasCustomer = false, returnedAt = null, followUps = [], returnDays = noAgreement.returnDays } = aftermath.get(row.id) ?? {};
    return { quality, firstContact: firstContactOf({ endedAt: quality.endedAt, hasCustomer, returnedAt, followUps, returnDays, now }) };
  });
}

interface Aftermath {
  readonly hasCustomer: boolean;
  readonly returnedAt: string | null;
  readonly followUps: readonly (string | null)[];
  readonly returnDays: number;
}

/** The purpose that a run of a script found out: the last one that an answer named. */
const purposeOf = (run: string): RawBuilder<string | null> =>
  sql`(select event ->> 'purpose' from jsonb_array_elements(${sql.raw(run)} -> 'events') with ordinality as happened (event, place) where event ->> 'purpose' is not null order by place desc limit 1)`;

/** What time told about each conversation: see `aftermathOf` of the store. */
async function aftermaths(db: Database, where: RawBuilder<boolean>): Promise<Map<string, Aftermath>> {
  const { rows } = await sql<{ id: string; hasCustomer: boolean; returnedAt: Date | string | null; followUps: (string | null)[]; returnDays: number }>`
    with asked as (
      select conversation_quality.*, i.customer_id, coalesce((q.agreement ->> 'returnDays')::integer, ${noAgreement.returnDays}) as return_days
      from conversation_quality join interaction i on i.id = conversation_quality.interaction_id left join queue q on q.id = conversation_quality.queue_id
      where ${where} limit ${mostConversations + 1}
    )
    select id, customer_id is not null as has_customer, return_days,
      (select min(l.started_at) from interaction l
        where l.customer_id = asked.customer_id and l.started_at > asked.ended_at and l.started_at < asked.ended_at + make_interval(days => asked.return_days)
        and l.queue_id is not distinct from asked.queue_id and l.answered_at is not null and l.direction = 'inbound' and l.id <> asked.interaction_id
        and (asked.purpose is null or coalesce(${purposeOf('l.script_run')}, asked.purpose) = asked.purpose)) as returned_at,
      coalesce((select jsonb_agg(done) from (
        select case when state in ('solved', 'closed') then to_char(coalesce(closed_at, updated_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end as done from case_file where interaction_id = asked.interaction_id
        union all
        select case when state <> 'open' then to_char(coalesce(done_at, updated_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end from promise where interaction_id = asked.interaction_id
      ) as work), '[]'::jsonb) as follow_ups
    from asked`.execute(db);
  return new Map(rows.map(({ id, returnedAt, ...rest }) => [id, { ...rest, returnedAt: returnedAt === null ? null : new Date(returnedAt).toISOString() }]));
}
