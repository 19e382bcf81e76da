import type { Role } from '#shared/domain/role.ts';
import { sql } from 'kysely';
import type { Executor } from '../database/schema.ts';
import type { Access, CustomerPolicy } from './scope.ts';

export interface AccessRow {
  readonly agentId: string;
  readonly role: Role;
  readonly allQueues: boolean;
  readonly active: boolean;
  readonly queues: readonly string[];
  readonly customers: CustomerPolicy;
  readonly extension: string | null;
}

/** The columns of an {@link AccessRow} of agent `a` with its `agent_access` `g`. */
export const accessColumns = sql`
  a.id as agent_id, g.role, g.all_queues, g.active, a.extension, (select customers from access_policy) as customers,
  (select coalesce(jsonb_agg(queue_id order by queue_id), '[]') from agent_queue where agent_id = a.id) as queues`;

export function accessOf({ agentId, role, allQueues, queues, customers, extension }: AccessRow): Access {
  return { agentId, role, queues: allQueues ? 'all' : queues, customers, extension };
}

/** @returns what the agent is given, or null where there is no such agent, or they are not active any more. */
export async function readAccess(db: Executor, agentId: string): Promise<Access | null> {
  const { rows } = await sql<AccessRow>`select ${accessColumns} from agent a join agent_access g on g.agent_id = a.id where a.id = ${agentId}::uuid and g.active`.execute(db);
  return rows[0] === undefined ? null : accessOf(rows[0]);
}
