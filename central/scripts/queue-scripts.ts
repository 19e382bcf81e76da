import { sql, type RawBuilder } from 'kysely';
import type { AuditAction } from '#shared/contract/audit.ts';
import type { QueueObjections, QueueScript, QueueScriptChoice, QueueScriptsFilter } from '#shared/contract/queue-scripts.ts';
import type { Clock } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Audit } from '../access/audit.ts';
import type { Scope } from '../access/scope.ts';
import { readRow, type Row } from '../database/rows.ts';
import type { Database, Executor } from '../database/schema.ts';
import type { PageRequest } from '../http/pages.ts';
import { Problem } from '../http/problem.ts';
import { centre, type ChangeLog, type Writer } from '../sync/change-log.ts';
import { readVersion } from './version-rows.ts';

/** Who decides what a queue uses. */
interface Decider {
  readonly agentId: string;
  readonly deviceId: string;
  readonly scope: Pick<Scope, 'queues'>;
}

interface QueueScriptsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: ChangeLog;
  readonly audit: Audit;
}

interface Plan {
  readonly id: string;
  readonly queueId: string;
  readonly scriptId: string;
  readonly number: number;
  readonly agentId: string | null;
}

/** Which script the calls of a queue begin with, and from when: at once, or together with a version that goes live; and how many counter-arguments they may have. */
export class QueueScripts {
  readonly #with: QueueScriptsParts;

  constructor(parts: QueueScriptsParts) {
    this.#with = parts;
  }

  /** @returns queues by id: a script may be used by more of them than whoever asks may decide about. One more than the limit where there are more. */
  async list(scope: Decider['scope'], { scriptId, language, after, limit }: PageRequest & QueueScriptsFilter): Promise<QueueScript[]> {
    const conditions = [
      ...(after === null ? [] : [sql`q.id > ${after}::uuid`]),
      ...(scriptId === undefined ? [] : [sql`(q.script_id = ${scriptId}::uuid or p.script_id = ${scriptId}::uuid)`]),
      ...(language === undefined ? [] : [sql`q.language = ${language}`]),
    ];
    return await readQueues(this.#with.db, scope, sql`where ${sql.join([sql`true`, ...conditions], sql` and `)} order by q.id limit ${limit + 1}`);
  }

  /**
   * Conversations that run keep the script they began with.
   *
   * @throws Problem 404; 403 `script.queue-not-yours`; 409 `script.queue-changed` where it is not what was seen (any more), `script.state` where the
   *   script is not live, or the version with which it would begin is live already.
   */
  async choose(decider: Decider, queueId: string, { scriptId, from, seen }: QueueScriptChoice): Promise<QueueScript> {
    return await this.#with.log.write(centre, async (writer) => {
      const { trx } = writer;
      const queue = await decidedAbout(trx, decider, queueId);
      const plan = (await trx.selectFrom('queueScriptPlan').selectAll().where('queueId', '=', queueId).executeTakeFirst()) ?? null;
      if (queue.version !== seen.version || (plan?.id ?? null) !== seen.planId) throw changed(queue);
      if (plan !== null) await trx.deleteFrom('queueScriptPlan').where('id', '=', plan.id).execute();
      if (from === null) await this.#set(writer, decider, { queue, plan, scriptId });
      else await this.#plan(trx, decider, { queueId, scriptId, number: from });
      return await readQueue(trx, decider.scope, queueId);
    });
  }

  /**
   * Conversations that run keep what held when they began.
   *
   * @throws Problem 404; 403 `script.queue-not-yours`; 409 `script.queue-changed` where it is not what was seen (any more).
   */
  async setObjections(decider: Decider, queueId: string, { budget, seen }: QueueObjections): Promise<QueueScript> {
    return await this.#with.log.write(centre, async (writer) => {
      const queue = await decidedAbout(writer.trx, decider, queueId);
      if (queue.version !== seen.version) throw changed(queue);
      const former = queue['objectionBudget'];
      if (former !== budget) {
        await writer.update('queue', queue, { objectionBudget: budget });
        await this.#record(writer.trx, 'queue-objections-set', decider, queueId, { budget, former });
      }
      return await readQueue(writer.trx, decider.scope, queueId);
    });
  }

  /** A version went live: queues that waited for it, or for one before it, use its script from now on. */
  async takeUp(writer: Writer, scriptId: string, number: number): Promise<void> {
    const { trx } = writer;
    const due = await trx.selectFrom('queueScriptPlan').selectAll().where('scriptId', '=', scriptId).where('number', '<=', number).orderBy('queueId').execute();
    for (const { id, queueId, agentId } of due) {
      await trx.deleteFrom('queueScriptPlan').where('id', '=', id).execute();
      const queue = await readRow(trx, 'queue', queueId);
      if (queue === null || queue['scriptId'] === scriptId) continue;
      await writer.update('queue', queue, { scriptId });
      await this.#record(trx, 'queue-script-set', { agentId, deviceId: null }, queueId, { scriptId, former: queue['scriptId'], number });
    }
  }

  async #set(writer: Writer, decider: Decider, { queue, plan, scriptId }: { readonly queue: Row; readonly plan: Plan | null; readonly scriptId: string | null }): Promise<void> {
    const { trx } = writer;
    const former = queue['scriptId'];
    if (plan !== null) await this.#record(trx, 'queue-script-withdrawn', decider, queue.id, { scriptId: plan.scriptId, number: plan.number });
    if (former === scriptId) return;
    if (scriptId !== null && (await readRow(trx, 'script', scriptId)) === null) throw new Problem(409, 'script.state', 'No version of the script is live.');
    await writer.update('queue', queue, { scriptId });
    await this.#record(trx, 'queue-script-set', decider, queue.id, { scriptId, former });
  }

  async #plan(trx: Executor, decider: Decider, { queueId, scriptId, number }: { readonly queueId: string; readonly scriptId: string | null; readonly number: number }): Promise<void> {
    const version = scriptId === null ? null : await readVersion(trx, scriptId, number);
    if (version === null) throw new Problem(404, 'not-found', 'There is no such version of the script.');
    if (version.state === 'live' || version.state === 'former') throw new Problem(409, 'script.state', `Version ${number} is ${version.state}.`);
    const { scriptId: id } = version;
    await trx.insertInto('queueScriptPlan').values({ id: newId(), queueId, scriptId: id, number, agentId: decider.agentId, at: new Date(this.#with.clock.now()) }).execute();
    await this.#record(trx, 'queue-script-planned', decider, queueId, { scriptId: id, number });
  }

  async #record(trx: Executor, action: AuditAction, { agentId, deviceId }: { readonly agentId: string | null; readonly deviceId: string | null }, queueId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#with.audit.record(trx, { action, agentId, deviceId, entity: 'queue', entityId: queueId, details });
  }
}

const missing = (): Problem => new Problem(404, 'not-found', 'There is no such queue.');
const changed = ({ version }: Row): Problem => new Problem(409, 'script.queue-changed', `The queue is at version ${version}.`);

/** @throws Problem 404, 403: there is none, or others decide about it. */
async function decidedAbout(trx: Executor, { scope }: Decider, queueId: string): Promise<Row> {
  const queue = await readRow(trx, 'queue', queueId);
  if (queue === null) throw missing();
  if (!mayDecide(scope, queueId)) throw new Problem(403, 'script.queue-not-yours', 'Those who lead the queue decide about it.');
  return queue;
}

/** Administrators, and team leads of all queues or of this one. */
function mayDecide({ queues }: Decider['scope'], queueId: string): boolean {
  return queues === null || queues.includes(queueId);
}

async function readQueue(trx: Executor, scope: Decider['scope'], queueId: string): Promise<QueueScript> {
  const [now] = await readQueues(trx, scope, sql`where q.id = ${queueId}::uuid`);
  if (now === undefined) throw missing();
  return now;
}

type QueueRow = Omit<QueueScript, 'script' | 'plan' | 'mayChange'> & { readonly scriptId: string | null; readonly title: string | null; readonly planId: string | null; readonly planScriptId: string | null; readonly planNumber: number | null; readonly plannedBy: string | null };

async function readQueues(db: Executor, scope: Decider['scope'], which: RawBuilder<unknown>): Promise<QueueScript[]> {
  const { rows } = await sql<QueueRow>`
    select q.id as queue_id, q.key, q.name, q.language, q.version, q.objection_budget, q.script_id, s.definition ->> 'title' as title,
      p.id as plan_id, p.script_id as plan_script_id, p.number as plan_number, a.name as planned_by,
      (select count(*)::integer from agent_access g where g.active and (g.all_queues or exists (select 1 from agent_queue m where m.agent_id = g.agent_id and m.queue_id = q.id))) as operators
    from queue q left join script s on s.id = q.script_id left join queue_script_plan p on p.queue_id = q.id left join agent a on a.id = p.agent_id
    ${which}`.execute(db);
  return await Promise.all(rows.map(async ({ scriptId, title, planId, planScriptId, planNumber, plannedBy, ...row }) => {
    const script = scriptId === null ? null : { id: scriptId, title: title ?? '' };
    const planned = planId === null || planScriptId === null || planNumber === null ? null : { id: planId, scriptId: planScriptId, number: planNumber, by: plannedBy };
    const version = planned === null ? null : await readVersion(db, planned.scriptId, planned.number);
    const plan = planned === null || version === null ? null : { ...planned, title: version.title, from: version.state === 'scheduled' ? version.liveFrom : null };
    return { ...row, script, plan, mayChange: mayDecide(scope, row.queueId) };
  }));
}
