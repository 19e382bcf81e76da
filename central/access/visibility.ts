import type { EntityName } from '#shared/domain/entities.ts';
import { sql, type RawBuilder } from 'kysely';
import { tableOf } from '../database/entity-tables.ts';
import type { Row } from '../database/rows.ts';
import type { Executor } from '../database/schema.ts';
import { audienceKey, concern, type Audience, type Concern } from './audience.ts';
import type { Scope } from './scope.ts';

type Condition = RawBuilder<boolean>;

/** A {@link Scope} that does not see everything. */
interface Limits extends Scope {
  readonly queues: readonly string[];
}

/**
 * Whose row it is: everybody's, the customer's, the conversation's, or by a rule of its own: who sees it, and whom a change
 * of it concerns. Whoever sees a row is in its audience; that others are too costs them a question to central, no more.
 */
type Rule =
  | 'everyone'
  | { readonly customer: string; readonly queue?: string }
  | { readonly interaction: string }
  /** Of somebody's own work: their device has it, whatever else it may have, and nobody else's; `leads`: team leads see everybody's. */
  | { readonly own: string; readonly leads?: true }
  | { readonly seen: (limits: Limits) => Condition; readonly audience: (row: Row) => Audience };

/** Rows that name their queues; of no queue in particular: everybody's. */
function ofSomeQueues(table: string): Extract<Rule, { readonly seen: unknown }> {
  const column = sql.ref(`${table}.queue_ids`);
  return {
    seen: ({ queues }) => sql`(${column} = '[]'::jsonb or ${column} ?| ${`{${queues.join()}}`}::text[])`,
    audience: ({ queueIds }) => (Array.isArray(queueIds) && queueIds.length > 0 ? concern({ keys: queueIds.map((id) => audienceKey.queue(String(id))) }) : null),
  };
}

/**
 * Who may have the rows of each entity. A new entity does not compile until it is decided. Rows that follow
 * a customer or a conversation name the column that says which one; work of a queue, the column of that too.
 */
const rules: Readonly<Record<EntityName, Rule>> = {
  customer: { customer: 'id' },
  contactPoint: { customer: 'customer_id' },
  address: { customer: 'customer_id' },
  queue: { seen: (limits) => served(limits, 'queue.id'), audience: ({ id }) => concern({ keys: [audienceKey.queue(id)] }) },
  outcome: 'everyone',
  // Of a queue's script the editions in other languages too, which have its key: they are proposed to who speaks one.
  script: { seen: (limits) => sql`exists (select 1 from queue q join script used on used.id = q.script_id where used.key = script.key and ${served(limits, 'q.id')})`, audience: () => null },
  agent: 'everyone',
  directoryEntry: 'everyone',
  interaction: { seen: (limits) => ofConversation(limits, 'interaction'), audience: (row) => concern({ keys: keysOfConversation(row) }) },
  callLeg: { interaction: 'interaction_id' },
  consent: { customer: 'customer_id' },
  note: { customer: 'customer_id' },
  case: { customer: 'customer_id', queue: 'queue_id' },
  promise: { customer: 'customer_id', queue: 'queue_id' },
  correction: { customer: 'customer_id' },
  merge: { customer: 'survivor_id' },
  // Who took what out: one's own, and a team lead everybody's.
  dataExport: { own: 'agent_id', leads: true },
  // Own answers, and a team lead everybody's: who was let in, and by whom.
  identityCheck: { own: 'agent_id', leads: true },
  conversationQuality: { own: 'agent_id' },
  article: ofSomeQueues('article'),
  letterTemplate: ofSomeQueues('letter_template'),
  // One's own, and a team lead everybody's.
  articleFeedback: { own: 'agent_id', leads: true },
  procedure: 'everyone',
  caseStep: { customer: 'customer_id' },
  // Noted by one operator in one conversation; what becomes of it is a case, which is everybody's.
  question: { own: 'agent_id', leads: true },
  numberRange: { own: 'agent_id' },
  offer: 'everyone',
  offerAnswer: { customer: 'customer_id' },
  product: 'everyone',
  stock: 'everyone',
  salesTerms: 'everyone',
  salesPolicy: 'everyone',
  capacitySlot: 'everyone',
  order: { customer: 'customer_id' },
  reservation: { customer: 'customer_id' },
  // What others keep for a moment shows in the stock.
  stockHold: { own: 'agent_id' },
  handOver: {
    seen: (limits) => sql`(${ofConversation(limits, 'hand_over')} or ${addressed(limits)})`,
    audience: (row) => concern({ keys: [...keysOfConversation(row), ...addressees(String(row['target']))] }),
  },
};

function named(key: (id: string) => string, id: unknown): string[] {
  return typeof id === 'string' ? [key(id)] : [];
}

/** See {@link ofConversation}. */
function keysOfConversation(row: Row): string[] {
  const queue = named(audienceKey.queue, row['queueId']);
  return [...(queue.length === 0 ? [audienceKey.unqueued] : queue), ...named(audienceKey.agent, row['agentId'])];
}

/** See {@link addressed}. */
function addressees(target: string): string[] {
  const user = /^sip:([^@]+)@/.exec(target)?.[1];
  return [target, ...(user === undefined ? [] : [user])].map(audienceKey.extension);
}

function served({ queues }: Limits, column: string): Condition {
  return sql`${sql.ref(column)} = any(${`{${queues.join()}}`}::uuid[])`;
}

/** Of a queue that is served, or of none and one's own. */
function ofConversation(limits: Limits, table: string): Condition {
  const own = limits.unqueued ? sql`true` : sql`${sql.ref(`${table}.agent_id`)} = ${limits.agentId}::uuid`;
  return sql`(${served(limits, `${table}.queue_id`)} or (${sql.ref(`${table}.queue_id`)} is null and ${own}))`;
}

/** Work of no queue in particular is everybody's. */
function ofQueue(limits: Limits, column: string): Condition {
  return sql`(${sql.ref(column)} is null or ${served(limits, column)})`;
}

/** A colleague put the caller through to this agent: by the internal number, or its SIP address. */
function addressed({ extension }: Limits): Condition {
  return extension === null ? sql`false` : sql`(hand_over.target = ${extension} or starts_with(hand_over.target, ${`sip:${extension}@`}))`;
}

function ofCustomer(limits: Limits, column: string): Condition {
  return limits.customers === 'all' ? sql`true` : sql`exists (select 1 from customer_queue l where l.customer_id = ${sql.ref(column)} and ${served(limits, 'l.queue_id')})`;
}

/** @returns the condition under which a row of the entity's table is seen; null: every row is. */
export function seen({ queues, ...scope }: Scope, entity: EntityName): Condition | null {
  const rule = rules[entity];
  if (typeof rule === 'object' && 'own' in rule) return rule.leads === true && scope.leads ? null : sql`${sql.ref(`${tableOf(entity).table}.${rule.own}`)} = ${scope.agentId}::uuid`;
  if (queues === null || rule === 'everyone') return null;
  const limits = { ...scope, queues };
  const { table } = tableOf(entity);
  if ('seen' in rule) return rule.seen(limits);
  if ('customer' in rule) return rule.queue === undefined ? ofCustomer(limits, `${table}.${rule.customer}`) : sql`(${ofCustomer(limits, `${table}.${rule.customer}`)} and ${ofQueue(limits, `${table}.${rule.queue}`)})`;
  return sql`exists (select 1 from interaction where interaction.id = ${sql.ref(`${table}.${rule.interaction}`)} and ${ofConversation(limits, 'interaction')})`;
}

/** @returns the words by which this scope is concerned; null: everything concerns it. */
export function wordsOf({ queues, own, unqueued, customers }: Scope): readonly string[] | null {
  if (queues === null) return null;
  return [...own, ...queues.map(audienceKey.queue), ...(unqueued ? [audienceKey.unqueued] : []), ...(customers === 'all' ? [audienceKey.customers] : [])];
}

/** @returns whom a change of this row concerns, as it is now: whoever sees it is among them. */
export function audienceOf(entity: EntityName, row: Row): Audience {
  const rule = rules[entity];
  if (rule === 'everyone') return null;
  if ('audience' in rule) return rule.audience(row);
  if ('own' in rule) return concern({ keys: [...(rule.leads === true ? [audienceKey.unqueued] : []), ...idIn(entity, row, rule.own).map(audienceKey.agent)] });
  if ('interaction' in rule) return concern({ interactions: idIn(entity, row, rule.interaction) });
  const queue = rule.queue === undefined ? [] : idIn(entity, row, rule.queue);
  return queue.length > 0 ? concern({ keys: queue.map(audienceKey.queue) }) : ofCustomers(idIn(entity, row, rule.customer));
}

/** Whoever has one of these customers. */
export function ofCustomers(customers: readonly string[]): Concern {
  return concern({ keys: [audienceKey.customers], customers });
}

function idIn(entity: EntityName, row: Row, column: string): string[] {
  const field = tableOf(entity).fields.find((candidate) => candidate.column === column)?.field;
  const id = field === undefined ? null : row[field];
  return typeof id === 'string' ? [id] : [];
}

/** @returns whether the row exists and is seen. */
export async function isSeen(db: Executor, scope: Scope, entity: EntityName, id: string): Promise<boolean> {
  const condition = seen(scope, entity);
  const { rows } = await sql`select 1 from ${sql.table(tableOf(entity).table)} where id = ${id}::uuid and ${condition ?? sql`true`}`.execute(db);
  return rows.length > 0;
}

/** @returns the entities whose rows follow a customer, with the column that names it. */
export function followersOf(parent: 'customer' | 'interaction'): { readonly entity: EntityName; readonly column: string }[] {
  return (Object.keys(rules) as EntityName[]).flatMap((entity) => {
    const rule = rules[entity];
    const column = typeof rule === 'object' ? (rule as Partial<Record<typeof parent, string>>)[parent] : undefined;
    return column === undefined ? [] : [{ entity, column }];
  });
}
