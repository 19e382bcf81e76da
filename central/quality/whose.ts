import type { ConversationQuality } from '#shared/domain/quality/entities.ts';
import { isAtLeast } from '#shared/domain/role.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Principal } from '../session/sessions.ts';

type Asker = Pick<Principal, 'agentId' | 'role' | 'scope'>;

/** @returns whose figures somebody may see: an operator their own, a team lead those of the queues they serve. */
export function whoseQuality({ agentId, role, scope }: Asker): RawBuilder<boolean> {
  const own = sql<boolean>`conversation_quality.agent_id = ${agentId}::uuid`;
  if (!isAtLeast(role, 'team-lead')) return own;
  return scope.queues === null ? sql`true` : sql`(${own} or conversation_quality.queue_id = any(${`{${scope.queues.join()}}`}::uuid[]))`;
}

/** How often somebody spoke through a customer is told to nobody else: it is there to learn from, and counts in a queue's figures only. */
export function forAsker({ agentId }: Asker, quality: ConversationQuality): ConversationQuality {
  return quality.agentId === agentId ? quality : { ...quality, overlapMs: null, overlaps: null };
}
