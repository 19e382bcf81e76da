import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { isPublicAddress } from '../../../central/webhooks/post.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { newWebhookSchema, webhookDeliverySchema, webhookPayloadSchema, type WebhookEvent } from '#shared/contract/webhooks.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import { salesPolicy } from '../../fixtures/ordering.ts';
import { onEachDatabase } from './support/each-database.ts';
import { addressPatch, interactionPatch, mutation } from './support/samples.ts';
import { codeOf, openShop, order, rowOf } from './support/shop.ts';
import { Workstation } from './support/workstation.ts';

/** Another system of the centre's, which answers as it is told. */
class Receiver {
  readonly heard: { headers: IncomingHttpHeaders; body: string }[] = [];
  status = 204;
  url = '';
  readonly #server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      this.heard.push({ headers: request.headers, body });
      response.writeHead(this.status, this.status === 302 ? { location: 'http://127.0.0.1:1/' } : {}).end();
    });
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

onEachDatabase('webhooks', (newDatabase) => {
  const clock = new ManualClock();
  const receiver = new Receiver();
  let central: Central;
  let admin: Workstation;

  beforeAll(async () => {
    await receiver.start();
    central = await createCentral({ database: await newDatabase(), key: Buffer.alloc(32), clock, privateWebhooks: true });
    await central.listen();
    admin = await Workstation.open(central);
    await central.admin.setAccess(admin.session.agent.username, { role: 'administrator' });
  });
  afterAll(async () => {
    await central.close();
    await receiver.stop();
  });

  const create = async (url: string, event: WebhookEvent = 'interaction.closed') => newWebhookSchema.parse((await admin.send('POST', '/v1/webhooks', { url, events: [event] })).json);
  /** That it is us, as Standard Webhooks say. */
  const isSigned = ({ headers, body }: { headers: IncomingHttpHeaders; body: string }, secret: string): boolean => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const expected = createHmac('sha256', key).update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`).digest('base64');
    return headers['webhook-signature'] === `v1,${expected}`;
  };
  const close = async (): Promise<string> => {
    const talk = mutation('interaction', null, interactionPatch(admin.agentId, { note: 'Zonnebloem' }));
    await admin.mutate(talk, mutation('interaction', 1, { state: 'closed', closedAt: '2026-01-05T09:10:00.000Z' }, talk.entityId), mutation('interaction', 2, { note: 'Waterlelie' }, talk.entityId));
    return talk.entityId;
  };
  const deliveries = async (id: string) => {
    const { items } = (await admin.send('GET', `/v1/webhooks/${id}/deliveries`)).json as { items: unknown[] };
    return items.map((item) => webhookDeliverySchema.parse(item));
  };
  /** Time moves from one look at the outbox to the next; what is sent takes as long as it takes. */
  const until = async (id: string, what: 'state' | 'status', wanted: unknown): Promise<void> => {
    await expect
      .poll(async () => {
        clock.advance(2_000);
        return (await deliveries(id))[0]?.[what];
      }, { timeout: 20_000 })
      .toBe(wanted);
  };

  it('tell once that a conversation was closed, signed, in ids and times only', async () => {
    const { id, secret } = await create(receiver.url);
    const interaction = await close();
    await until(id, 'state', 'delivered');
    expect(receiver.heard.length).toBe(1);
    const [{ headers, body }] = receiver.heard as [{ headers: IncomingHttpHeaders; body: string }];
    expect(webhookPayloadSchema.parse(JSON.parse(body))).toMatchObject({ type: 'interaction.closed', data: { id: interaction, agentId: admin.agentId } });
    expect(body).not.toMatch(/Zonnebloem|32470123456/);
    expect(isSigned({ headers, body }, secret)).toBe(true);
    expect((await deliveries(id))[0]).toMatchObject({ attempts: 1, status: 204, error: null });
    expect((await admin.send('DELETE', `/v1/webhooks/${id}`)).status).toBe(204);
  });

  it('are tried again, later each time, and follow no redirect', async () => {
    receiver.status = 302;
    const { id } = await create(receiver.url);
    await close();
    await until(id, 'status', 302);
    expect((await deliveries(id))[0]?.state).toBe('waiting');
    receiver.status = 200;
    await until(id, 'state', 'delivered');
    expect((await deliveries(id))[0]?.attempts).toBeGreaterThan(1);
    await close();
    await until(id, 'state', 'delivered');
    const path = `/v1/webhooks/${id}/deliveries`;
    const all = await admin.list(path, 1);
    expect(all).toHaveLength(2);
    expect(await admin.list(path, 1, { state: 'delivered', event: 'interaction.closed' })).toEqual(all);
    const others: Record<string, string>[] = [{ state: 'waiting' }, { state: 'given-up' }, { event: 'order.placed' }];
    for (const filter of others) expect(await admin.list(path, 1, filter), JSON.stringify(filter)).toEqual([]);
    await admin.send('DELETE', `/v1/webhooks/${id}`);
  });

  it('tell that an order was changed, and what of it, in ids, states and times; not what was refused, nor what the centre does with it', async () => {
    receiver.heard.length = 0;
    receiver.status = 204;
    const { id, secret } = await create(receiver.url, 'order.changed');
    await central.import({ salesPolicy: [salesPolicy] });
    const shop = await openShop({ central, clock });
    rowOf(await admin.mutateOne(mutation('address', null, addressPatch(shop.customerId))));
    const placed = rowOf<Order>(await admin.mutateOne(order(shop, admin, 4)));
    const change = async (version: number, patch: Record<string, unknown>): Promise<string> => codeOf(await admin.mutateOne(mutation('order', version, patch, placed.id)));
    const { customerId: _, kind: __, ...delivery } = addressPatch('');
    expect(await change(1, { delivery: { ...delivery, houseNumber: '13' } })).toBe('address-unknown');
    expect(await change(1, { note: 'Na 14 u' })).toBe('applied');
    expect(await change(2, { delivery })).toBe('applied');
    expect(await change(3, { lines: [{ ...placed.lines[0]!, quantity: 3 }], totalCents: 16_200 })).toBe('applied');
    await central.advanceOrder(placed.number!, 'pack');
    expect(await change(5, { state: 'cancelled', reason: 'Verhuisd' })).toBe('applied');
    await expect
      .poll(async () => {
        clock.advance(2_000);
        return (await deliveries(id)).map(({ state }) => state);
      }, { timeout: 20_000 })
      .toEqual(['delivered', 'delivered', 'delivered']);
    expect(receiver.heard.map((heard) => isSigned(heard, secret))).toEqual([true, true, true]);
    const told = receiver.heard.map(({ body }) => webhookPayloadSchema.parse(JSON.parse(body))).sort((a, b) => Number(a.data['version']) - Number(b.data['version']));
    const { number, customerId, agentId } = placed;
    expect(told).toMatchObject([
      { type: 'order.changed', data: { id: placed.id, version: 3, number, customerId, agentId, state: 'confirmed', promisedFor: placed.promisedFor, changed: ['delivery'] } },
      { data: { version: 4, state: 'confirmed', changed: ['lines'] } },
      { data: { version: 6, state: 'cancelled', changed: ['state'] } },
    ]);
    expect(JSON.stringify(receiver.heard.map(({ body }) => body))).not.toMatch(/Kerkstraat|Coupure|Gent|Verhuisd|Loire/);
    await admin.send('DELETE', `/v1/webhooks/${id}`);
  });

  it('are an administrator’s, and the secret is told once', async () => {
    const operator = await Workstation.open(central);
    for (const path of ['/v1/webhooks', `/v1/webhooks/${admin.agentId}/deliveries`]) expect((await operator.send('GET', path)).status).toBe(403);
    expect((await operator.send('POST', '/v1/webhooks', { url: receiver.url, events: ['interaction.closed'] })).status).toBe(403);
    const { id, secret } = await create('https://example.be/hook');
    const list = await admin.send('GET', '/v1/webhooks');
    expect(list.text).toContain(id);
    expect(list.text).not.toContain(secret);
    expect(await admin.list('/v1/webhooks', 1, { event: 'interaction.closed' })).toMatchObject([{ id }]);
    expect(await admin.list('/v1/webhooks', 1, { event: 'order.placed' })).toEqual([]);
    await admin.send('DELETE', `/v1/webhooks/${id}`);
  });
});

onEachDatabase('webhooks of a centre that does not allow its own network', (newDatabase) => {
  it('go to no private address, whatever the name says', async () => {
    const clock = new ManualClock();
    const receiver = new Receiver();
    await receiver.start();
    const central = await createCentral({ database: await newDatabase(), key: Buffer.alloc(32), clock });
    await central.listen();
    const admin = await Workstation.open(central);
    await central.admin.setAccess(admin.session.agent.username, { role: 'administrator' });
    const port = new URL(receiver.url).port;
    const ids: string[] = [];
    for (const url of [receiver.url, `https://127.0.0.1:${port}/`, `https://localhost:${port}/`, `https://[::ffff:127.0.0.1]:${port}/`, 'https://nowhere.invalid/']) {
      ids.push(newWebhookSchema.parse((await admin.send('POST', '/v1/webhooks', { url, events: ['interaction.closed'] })).json).id);
    }
    await admin.mutateOne(mutation('interaction', null, interactionPatch(admin.agentId, { state: 'closed' })));
    clock.advance(2_000);
    for (const [index, error] of [/^not-https$/, /^private-address$/, /^private-address$/, /^private-address$/, /^(ENOTFOUND|EAI_AGAIN)$/].entries()) {
      const last = async () => ((await admin.send('GET', `/v1/webhooks/${ids[index] ?? ''}/deliveries`)).json as { items: { error: string | null }[] }).items[0]?.error ?? '';
      await expect.poll(last).toMatch(error);
    }
    expect(receiver.heard).toEqual([]);
    await central.close();
    await receiver.stop();
  });
});

it.each([
  ['8.8.8.8', true],
  ['2001:4860:4860::8888', true],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::a00:1', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});
