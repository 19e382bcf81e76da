import { createHash } from 'node:crypto';
import { isAtLeast, type Role } from '#shared/domain/role.ts';
import type { Place } from '../sync/cursor.ts';
import { audienceKey } from './audience.ts';

/** Which customers somebody who serves some queues may have: all of the centre's, or those of the queues. */
export const customerPolicies = ['all', 'queues'] as const;
export type CustomerPolicy = (typeof customerPolicies)[number];

/** What an agent is given: decided by the centre, read with every request. */
export interface Access {
  readonly agentId: string;
  readonly role: Role;
  readonly queues: 'all' | readonly string[];
  readonly customers: CustomerPolicy;
  /** The internal number: a hand-over to it is for this agent, whatever its queue. */
  readonly extension: string | null;
}

/** What an agent's device may hold. */
export interface Scope {
  readonly agentId: string;
  /** Conversations outside any queue: of everybody, not only the agent's own. */
  readonly unqueued: boolean;
  /** What is written down about somebody's own work: of everybody, not only the agent's own, whatever the queues. */
  readonly leads: boolean;
  /** null: everything there is. */
  readonly queues: readonly string[] | null;
  readonly customers: CustomerPolicy;
  readonly extension: string | null;
  /** What names the agent in person, in the audience of a change. */
  readonly own: readonly string[];
  /**
   * Names what is seen, in every cursor that is given out: when it changes, the cursors of before are
   * unknown, and the device takes a snapshot of what it may have now. Empty for those who see all.
   */
  readonly token: string;
}

/** The centre's own view. */
export const everything = { unqueued: true, leads: true, queues: null, customers: 'all', extension: null, token: '' } as const satisfies Omit<Scope, 'agentId' | 'own'>;

export function scopeOf({ agentId, role, queues, customers, extension }: Access): Scope {
  const own = [audienceKey.agent(agentId), ...(extension === null ? [] : [audienceKey.extension(extension)])];
  const leads = isAtLeast(role, 'team-lead');
  if (role === 'administrator' || queues === 'all') return { agentId, own, ...everything, leads };
  const sorted = [...queues].sort();
  const token = createHash('sha256').update(JSON.stringify([sorted, customers, extension, leads])).digest('hex').slice(0, 12);
  return { agentId, own, unqueued: leads, leads, queues: sorted, customers, extension, token };
}

/** @returns the place as the cursors of this scope name it. */
export function placeIn(scope: Pick<Scope, 'token'>, { epoch, sequence }: Place): Place {
  return { epoch: `${epoch}${scope.token}`, sequence };
}
