import { sql } from 'kysely';
import type { AgentAccess, AgentAccessChange } from '#shared/contract/access.ts';
import type { Bus } from '../database/bus.ts';
import type { Database, Executor } from '../database/schema.ts';
import { Problem } from '../http/problem.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Announcer } from '../sync/announcer.ts';
import type { Audit } from './audit.ts';
import type { CustomerPolicy } from './scope.ts';

/** Who decides: null for the command line. */
export interface Decider {
  readonly agentId: string | null;
  readonly deviceId: string | null;
}

export interface AgentAccessDependencies {
  readonly db: Database;
  readonly bus: Bus;
  readonly audit: Audit;
  readonly sessions: Sessions;
  /** An agent's id, or null where it concerns everybody. */
  readonly changed: Announcer<string | null>;
}

/** Gives and takes roles and queues. Devices that are connected hear of it, and drop what they may not have any more. */
export class AgentAccesses {
  readonly #with: AgentAccessDependencies;

  constructor(dependencies: AgentAccessDependencies) {
    this.#with = dependencies;
  }

  /** @throws Problem 404, or 400 where a queue does not exist. */
  async change(decider: Decider, agentId: string, change: AgentAccessChange): Promise<AgentAccess> {
    const { db, bus, audit, sessions, changed } = this.#with;
    const result = await db.transaction().execute(async (trx) => {
      const former = await this.#read(trx, agentId);
      if (former === null) throw new Problem(404, 'not-found', 'There is no such agent.');
      const next = { ...former, ...change };
      await this.#store(trx, agentId, next);
      await audit.record(trx, { ...decider, action: 'access-changed', entity: 'agent', entityId: agentId, details: { role: next.role, queues: next.queues === 'all' ? 'all' : next.queues.length, active: next.active } });
      await bus.tell(trx, { topic: 'access', agentId });
      return next;
    });
    if (!result.active) await sessions.endAllOf(agentId, 'deactivated');
    changed.publish(agentId);
    return result;
  }

  /** @throws Problem 404. */
  async of(agentId: string): Promise<AgentAccess> {
    const access = await this.#read(this.#with.db, agentId);
    if (access === null) throw new Problem(404, 'not-found', 'There is no such agent.');
    return access;
  }

  async customerPolicy(): Promise<CustomerPolicy> {
    return (await this.#with.db.selectFrom('accessPolicy').select('customers').executeTakeFirstOrThrow()).customers;
  }

  async setCustomerPolicy(decider: Decider, customers: CustomerPolicy): Promise<void> {
    const { db, bus, audit, changed } = this.#with;
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('accessPolicy').set({ customers }).execute();
      await audit.record(trx, { ...decider, action: 'access-changed', details: { customers } });
      await bus.tell(trx, { topic: 'access', agentId: null });
    });
    changed.publish(null);
  }

  async #read(db: Executor, agentId: string): Promise<AgentAccess | null> {
    const { rows } = await sql<Omit<AgentAccess, 'queues'> & { allQueues: boolean; queues: string[] }>`
      select g.role, g.all_queues, g.active, (select coalesce(jsonb_agg(queue_id order by queue_id), '[]') from agent_queue where agent_id = g.agent_id) as queues
      from agent_access g where g.agent_id = ${agentId}::uuid`.execute(db);
    const [row] = rows;
    return row === undefined ? null : { role: row.role, active: row.active, queues: row.allQueues ? 'all' : row.queues };
  }

  async #store(trx: Executor, agentId: string, { role, queues, active }: AgentAccess): Promise<void> {
    await trx.updateTable('agentAccess').set({ role, active, allQueues: queues === 'all' }).where('agentId', '=', agentId).execute();
    await trx.deleteFrom('agentQueue').where('agentId', '=', agentId).execute();
    if (queues === 'all') return;
    const { rows } = await sql`
      insert into agent_queue select ${agentId}::uuid, id from queue where id = any(${`{${queues.join()}}`}::uuid[]) returning queue_id`.execute(trx);
    if (rows.length !== new Set(queues).size) throw new Problem(400, 'invalid', 'There is no such queue.', { errors: [{ path: '/queues', message: 'names a queue that does not exist' }] });
  }
}
