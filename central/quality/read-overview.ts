import type { OverviewAnswer, OverviewQuery, QueueFigures } from '#shared/contract/quality.ts';
import { queueSchema, type Queue } from '#shared/domain/entities.ts';
import { targetsOf } from '#shared/domain/quality/agreement.ts';
import type { JudgedConversation } from '#shared/domain/quality/figures.ts';
import { sql, type RawBuilder } from 'kysely';
import { seen } from '../access/visibility.ts';
import { readRows } from '../database/rows.ts';
import type { Database } from '../database/schema.ts';
import type { Principal } from '../session/sessions.ts';
import { answerOf, judged } from './read-quality.ts';
import { ledQuality } from './whose.ts';

/**
 * Every queue of who leads against what it agreed upon, of all operators or of one team's.
 *
 * @param now UTC instant at which first contacts are judged.
 * @throws Problem 400 `quality.too-many` where the time asked for holds more than can be read at once.
 */
export async function readOverview(db: Database, asker: Principal, { from, until, team, ...how }: OverviewQuery, now: string): Promise<OverviewAnswer> {
  const when = sql<boolean>`(${ledQuality(asker)} and conversation_quality.started_at >= ${from}::timestamptz and conversation_quality.started_at < ${until}::timestamptz)`;
  const where = team === undefined ? when : sql<boolean>`(${when} and conversation_quality.agent_id in (select id from agent where agent.team = ${team}))`;
  const conversations = Map.groupBy(await judged(db, where, now), ({ quality }) => quality.queueId);
  const answer = (queue: Queue | null, found: readonly JudgedConversation[]): QueueFigures => ({
    queueId: queue?.id ?? null,
    name: queue?.name ?? null,
    ...answerOf(asker, found, { ...how, targets: queue === null ? null : targetsOf(queue) }),
  });
  const queues = (await queuesOf(db, asker)).map((queue) => answer(queue, conversations.get(queue.id) ?? []));
  const outside = conversations.get(null);
  return { queues: outside === undefined ? queues : [...queues, answer(null, outside)], teams: await teamsIn(db, when) };
}

async function queuesOf(db: Database, { scope }: Principal): Promise<Queue[]> {
  const { rows } = await sql<{ id: string }>`select id from queue where ${seen(scope, 'queue') ?? sql`true`}`.execute(db);
  const queues = await readRows(db, 'queue', rows.map(({ id }) => id));
  return queues.map((row) => queueSchema.parse(row)).sort((a, b) => a.name.localeCompare(b.name));
}

async function teamsIn(db: Database, when: RawBuilder<boolean>): Promise<string[]> {
  const { rows } = await sql<{ team: string }>`
    select distinct agent.team from agent where agent.team is not null and agent.team <> ''
    and exists (select 1 from conversation_quality where conversation_quality.agent_id = agent.id and ${when})`.execute(db);
  return rows.map(({ team }) => team).sort((a, b) => a.localeCompare(b));
}
