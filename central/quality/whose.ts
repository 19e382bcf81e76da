import type { ConversationQuality } from '#shared/domain/quality/entities.ts';
import type { JudgedConversation } from '#shared/domain/quality/figures.ts';
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

/** @returns whose figures stand in the overview of who leads: those of the queues that they serve. */
export function ledQuality({ scope }: Pick<Asker, 'scope'>): RawBuilder<boolean> {
  return scope.queues === null ? sql`true` : sql`conversation_quality.queue_id = any(${`{${scope.queues.join()}}`}::uuid[])`;
}

/** Of fewer others together, somebody could be recognised. */
const fewestOthers = 3;

/**
 * @returns conversations as they are told together. Where fewer than three others had them, without how often those spoke
 * through a customer: with what the asker knows, a figure of two is a figure of one.
 */
export function forTogether(asker: Asker, conversations: readonly JudgedConversation[]): readonly JudgedConversation[] {
  const others = new Set(conversations.flatMap(({ quality: { agentId } }) => (agentId === asker.agentId ? [] : [agentId])));
  return others.size >= fewestOthers ? conversations : conversations.map((conversation) => ({ ...conversation, quality: forAsker(asker, conversation.quality) }));
}

/** How often somebody spoke through a customer is told to nobody else: it is there to learn from, and counts in a queue's figures only. */
export function forAsker({ agentId }: Asker, quality: ConversationQuality): ConversationQuality {
  return quality.agentId === agentId ? quality : { ...quality, overlapMs: null, overlaps: null };
}
