import type { EntityName } from '#shared/domain/entities.ts';
import { sql, type RawBuilder } from 'kysely';
import { tableOf } from '../database/entity-tables.ts';
import type { Executor } from '../database/schema.ts';
import type { Scope } from './scope.ts';

type Condition = RawBuilder<boolean>;

/** A {@link Scope} that does not see everything. */
interface Limits extends Scope {
  readonly queues: readonly string[];
}

/** Whose row it is: everybody's, the customer's, the conversation's, or by a rule of its own. */
type Rule = 'everyone' | { readonly customer: string; readonly queue?: string } | { readonly interaction: string } | ((limits: Limits) => Condition);

/**
 * Who may have the rows of each entity. A new entity does not compile until it is decided. Rows that follow
 * a customer or a conversation name the column that says which one; work of a queue, the column of that too.
 */
const rules: Readonly<Record<EntityName, Rule>> = {
  customer: { customer: 'id' },
  contactPoint: { customer: 'customer_id' },
  address: { customer: 'customer_id' },
  queue: (limits) => served(limits, 'queue.id'),
  outcome: 'everyone',
  script: (limits) => sql`exists (select 1 from queue q where q.script_id = script.id and ${served(limits, 'q.id')})`,
  agent: 'everyone',
  directoryEntry: 'everyone',
  interaction: (limits) => ofConversation(limits, 'interaction'),
  callLeg: { interaction: 'interaction_id' },
  consent: { customer: 'customer_id' },
  note: { customer: 'customer_id' },
  case: { customer: 'customer_id', queue: 'queue_id' },
  promise: { customer: 'customer_id', queue: 'queue_id' },
  correction: { customer: 'customer_id' },
  merge: { customer: 'survivor_id' },
  // Who took what out: one's own, and a team lead everybody's.
  dataExport: ({ agentId, unqueued }) => (unqueued ? sql`true` : sql`data_export.agent_id = ${agentId}::uuid`),
  product: 'everyone',
  stock: 'everyone',
  salesTerms: 'everyone',
  salesPolicy: 'everyone',
  capacitySlot: 'everyone',
  order: { customer: 'customer_id' },
  reservation: { customer: 'customer_id' },
  // What others keep for a moment shows in the stock.
  stockHold: ({ agentId }) => sql`stock_hold.agent_id = ${agentId}::uuid`,
  handOver: (limits) => sql`(${ofConversation(limits, 'hand_over')} or ${addressed(limits)})`,
};

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
  if (queues === null || rule === 'everyone') return null;
  const limits = { ...scope, queues };
  const { table } = tableOf(entity);
  if (typeof rule === 'function') return rule(limits);
  if ('customer' in rule) return rule.queue === undefined ? ofCustomer(limits, `${table}.${rule.customer}`) : sql`(${ofCustomer(limits, `${table}.${rule.customer}`)} and ${ofQueue(limits, `${table}.${rule.queue}`)})`;
  return sql`exists (select 1 from interaction where interaction.id = ${sql.ref(`${table}.${rule.interaction}`)} and ${ofConversation(limits, 'interaction')})`;
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
