import { randomBytes } from 'node:crypto';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { webhookDeliverySchema, webhookSchema, type DeliveryState, type Webhook, type WebhookDelivery, type WebhookEvent } from '#shared/contract/webhooks.ts';
import type { Audit } from '../access/audit.ts';
import type { Decider } from '../access/agent-access.ts';
import type { Row } from '../database/rows.ts';
import type { Database, Executor } from '../database/schema.ts';
import type { PageRequest } from '../http/pages.ts';
import type { Secrets } from '../secrets.ts';
import { sql, type RawBuilder } from 'kysely';

/** What is told of each: ids, states and times. */
const told: Readonly<Record<WebhookEvent, readonly string[]>> = {
  'interaction.closed': ['id', 'agentId', 'queueId', 'customerId', 'outcomeId', 'channel', 'direction', 'startedAt', 'endedAt', 'closedAt'],
  'order.placed': ['id', 'number', 'customerId', 'interactionId', 'agentId', 'state', 'priority', 'placedAt', 'promisedFor'],
  'order.changed': ['id', 'version', 'number', 'customerId', 'interactionId', 'agentId', 'state', 'priority', 'placedAt', 'promisedFor'],
};

/**
 * Puts an event with the transaction into the outbox of every webhook that wants it: told if and only if it happened.
 *
 * @param more what is told beside the row's own fields; no names, no numbers.
 */
export async function emit(trx: Executor, event: WebhookEvent, row: Row, at: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const wanting = await trx.selectFrom('webhook').select(['id', 'events']).execute();
  const receivers = wanting.filter(({ events }) => Array.isArray(events) && events.includes(event));
  if (receivers.length === 0) return;
  const payload = JSON.stringify({ type: event, timestamp: at, data: { ...Object.fromEntries(told[event].map((field) => [field, row[field]])), ...more } });
  const now = new Date(at);
  await trx
    .insertInto('webhookDelivery')
    .values(receivers.map(({ id }) => ({ id: newId(), webhookId: id, event, payload, createdAt: now, attempts: 0, nextAt: now, deliveredAt: null, status: null, error: null })))
    .execute();
}

interface DeliveriesAsked extends PageRequest {
  readonly event?: WebhookEvent | undefined;
  readonly state?: DeliveryState | undefined;
}

const whatIs: Readonly<Record<DeliveryState, RawBuilder<boolean>>> = {
  delivered: sql<boolean>`delivered_at is not null`,
  waiting: sql<boolean>`delivered_at is null and next_at is not null`,
  'given-up': sql<boolean>`delivered_at is null and next_at is null`,
};

export interface WebhookDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly audit: Audit;
}

/** Which of the centre's other systems are told of what. */
export class Webhooks {
  readonly #with: WebhookDependencies;

  constructor(dependencies: WebhookDependencies) {
    this.#with = dependencies;
  }

  async create(decider: Decider, url: string, events: readonly WebhookEvent[]): Promise<Webhook & { secret: string }> {
    const { db, clock, secrets, audit } = this.#with;
    const id = newId();
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const createdAt = isoNow(clock);
    await db.transaction().execute(async (trx) => {
      await trx.insertInto('webhook').values({ id, url, events: JSON.stringify(events), sealedSecret: secrets.seal(secret, id), createdAt: new Date(createdAt) }).execute();
      await audit.record(trx, { ...decider, action: 'webhook-changed', details: { webhook: id, events } });
    });
    return { id, url, events: [...events], createdAt, secret };
  }

  async list({ after, limit, event }: PageRequest & { readonly event?: WebhookEvent | undefined }): Promise<{ id: string; value: Webhook }[]> {
    let query = this.#with.db.selectFrom('webhook').select(['id', 'url', 'events', 'createdAt']).orderBy('id').limit(limit + 1);
    if (after !== null) query = query.where('id', '>', after);
    if (event !== undefined) query = query.where(sql<boolean>`events @> ${JSON.stringify([event])}::jsonb`);
    return (await query.execute()).map((row) => ({ id: row.id, value: webhookSchema.parse({ ...row, createdAt: row.createdAt.toISOString() }) }));
  }

  /** @returns whether there was one. What was not delivered yet is dropped with it. */
  async remove(decider: Decider, id: string): Promise<boolean> {
    const { db, audit } = this.#with;
    return await db.transaction().execute(async (trx) => {
      const gone = await trx.deleteFrom('webhook').where('id', '=', id).returning('id').executeTakeFirst();
      if (gone !== undefined) await audit.record(trx, { ...decider, action: 'webhook-changed', details: { webhook: id, removed: true } });
      return gone !== undefined;
    });
  }

  /** The newest first. */
  async deliveries(webhookId: string, { after, limit, event, state }: DeliveriesAsked): Promise<{ id: string; value: WebhookDelivery }[]> {
    let query = this.#with.db.selectFrom('webhookDelivery').selectAll().where('webhookId', '=', webhookId).orderBy('id', 'desc').limit(limit + 1);
    if (after !== null) query = query.where('id', '<', after);
    if (event !== undefined) query = query.where('event', '=', event);
    if (state !== undefined) query = query.where(whatIs[state]);
    return (await query.execute()).map((row) => ({
      id: row.id,
      value: webhookDeliverySchema.parse({
        ...row,
        createdAt: row.createdAt.toISOString(),
        state: row.deliveredAt !== null ? 'delivered' : row.nextAt === null ? 'given-up' : 'waiting',
        nextAttemptAt: row.deliveredAt === null ? (row.nextAt?.toISOString() ?? null) : null,
      }),
    }));
  }
}
