import type { Interaction, Queue } from '#shared/domain/entities.ts';
import type { IdentityCheck } from '#shared/domain/identity/entities.ts';
import { gateState, type GateState } from '#shared/domain/identity/gate.ts';
import type { IdentityCheckKey, IdentityPolicy } from '#shared/domain/identity/policy.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { handOverTo } from '../queries/hand-overs.ts';
import { openLegs, unfinishedInteractions } from '../queries/interactions.ts';

/** @returns whether any queue asks anything: where none does, nothing else is looked up. */
export function hasPolicies(db: ReadDb): boolean {
  return db.one('SELECT 1 AS any_policy FROM queue WHERE identity IS NOT NULL LIMIT 1') !== undefined;
}

function policyOfQueue(db: ReadDb, queueId: string | null): IdentityPolicy | null {
  return queueId === null ? null : (tables.queue.get(db, queueId)?.identity ?? null);
}

/** The policies that also hold for who is in no conversation, or in one of no queue. */
export function standingPolicies(db: ReadDb): IdentityPolicy[] {
  return tables.queue.all(db).flatMap(({ identity }: Queue) => (identity?.betweenCalls === 'masked' ? [identity] : []));
}

/**
 * What is asked in a conversation: what its queue asks. A call that a colleague put through comes over no queue of its own, so the
 * queue over which the caller first came goes along. @param me this operator's id.
 */
export function policyOf(db: ReadDb, interaction: Interaction, me: string | null): IdentityPolicy | null {
  const own = policyOfQueue(db, interaction.queueId);
  if (own !== null || interaction.queueId !== null || interaction.direction !== 'inbound') return own;
  const policies = [policyOfQueue(db, handOverTo(db, interaction, me)?.queueId ?? null), ...standingPolicies(db)];
  return policies.find((policy) => policy !== null) ?? null;
}

/** What happened at the gate of a conversation, oldest first. */
export function eventsOf(db: ReadDb, interactionId: string): IdentityCheck[] {
  return tables.identityCheck.listBy(db, 'interactionId', interactionId);
}

/** The gate of a conversation with its customer; null where nothing is asked, or nobody is linked. */
export interface Gate {
  readonly policy: IdentityPolicy;
  readonly customerId: string;
  readonly state: GateState;
}

/** @param onFile what the customer can be asked; left out where only what is open matters. */
export function gateOf(db: ReadDb, interaction: Interaction, me: string | null, onFile?: (customerId: string) => ReadonlySet<IdentityCheckKey>): Gate | null {
  const policy = policyOf(db, interaction, me);
  if (policy === null || interaction.customerId === null) return null;
  const customerId = survivorOf(db, interaction.customerId);
  return { policy, customerId, state: gateState(policy, customerId, eventsOf(db, interaction.id), onFile?.(customerId) ?? new Set(policy.checks)) };
}

/** The nearer a conversation is, the more it counts: somebody is on the line, it rings, it waits for its outcome. */
export type Nearness = 'talking' | 'ringing' | 'after';

/** A conversation of this device that is not over, as the gate sees it. */
export interface OpenConversation {
  readonly id: string;
  readonly customerId: string | null;
  readonly nearness: Nearness;
  readonly policy: IdentityPolicy | null;
  readonly state: GateState | null;
}

/** Closing a conversation early ends nothing while the caller is still on the line. */
function closedEarly(db: ReadDb): Interaction[] {
  return openLegs(db).flatMap(({ interactionId }) => tables.interaction.get(db, interactionId) ?? []).filter(({ state }) => state === 'closed');
}

export function openConversations(db: ReadDb, me: string | null): OpenConversation[] {
  return [...unfinishedInteractions(db), ...closedEarly(db)].map((interaction) => {
    const gate = gateOf(db, interaction, me);
    return {
      id: interaction.id,
      customerId: interaction.customerId === null ? null : survivorOf(db, interaction.customerId),
      nearness: interaction.state === 'wrap-up' ? 'after' : interaction.answeredAt === null ? 'ringing' : 'talking',
      policy: gate?.policy ?? policyOf(db, interaction, me),
      state: gate?.state ?? null,
    };
  });
}
