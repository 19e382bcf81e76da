import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Central } from '../../../central/central.ts';
import { openDatabase, type DatabaseChoice } from '../../../central/database/open.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import type { MutationResult } from '#shared/contract/sync.ts';
import { onEachDatabase } from './support/each-database.ts';
import { EventReader } from './support/event-reader.ts';
import { addressPatch, customerPatch, customerRow, interactionPatch, mutation } from './support/samples.ts';
import { openTwoQueues, queueRow } from './support/two-queues.ts';
import { codeIn, Workstation } from './support/workstation.ts';

const at = '2026-01-05T09:00:00.000Z';
const codeOf = (result: MutationResult): string => (result.status === 'rejected' ? result.code : result.status);

onEachDatabase('roles and queues', (newDatabase) => {
  const orders = queueRow('orders');
  const claims = queueRow('claims');
  let database: DatabaseChoice;
  let central: Central;
  let admin: Workstation;
  let an: Workstation;
  let bart: Workstation;
  let lead: Workstation;

  const nameOf = (station: Workstation): string => station.session.agent.username;
  beforeAll(async () => {
    database = await newDatabase();
    ({ central, admin, an, bart, lead } = await openTwoQueues(database, { orders, claims }));
    await central.admin.setCustomerPolicy('queues');
  });
  afterAll(async () => await central.close());

  const idsOf = async (station: Workstation): Promise<Set<unknown>> => new Set((await station.snapshot()).flatMap((line) => (line.type === 'row' ? [line.row['id']] : [])));
  /** A customer with an address and a conversation, brought by the device of the operator. */
  const talk = async (station: Workstation, queueId: string | null): Promise<{ customer: string; address: string; interaction: string; leg: string; handOver: string }> => {
    const customer = mutation('customer', null, customerPatch());
    const address = mutation('address', null, addressPatch(customer.entityId));
    const interaction = mutation('interaction', null, interactionPatch(station.agentId, { queueId, customerId: customer.entityId }));
    const leg = mutation('callLeg', null, { interactionId: interaction.entityId, callId: newId(), direction: 'inbound', startedAt: at, answeredAt: null, endedAt: null, cause: null, endedBy: null });
    const handOver = mutation('handOver', null, { interactionId: interaction.entityId, callId: newId(), agentId: station.agentId, customerId: customer.entityId, queueId, number: null, kind: 'blind', target: '203', note: 'x', at });
    const results = await station.mutate(customer, address, interaction, leg, handOver);
    expect(results.map(codeOf)).toEqual(Array.from({ length: 5 }, () => 'applied'));
    return { customer: customer.entityId, address: address.entityId, interaction: interaction.entityId, leg: leg.entityId, handOver: handOver.entityId };
  };

  it("a device gets the rows of its operator's queues, and nothing of another's, by snapshot and by changes", async () => {
    const cursors = { an: await an.cursor(), bart: await bart.cursor(), lead: await lead.cursor(), admin: await admin.cursor() };
    const ofAn = Object.values(await talk(an, orders.id));
    const ofBart = Object.values(await talk(bart, claims.id));
    const alone = Object.values(await talk(bart, null));
    const [, , , , noted] = alone;
    const seenBy = async (station: Workstation, cursor: string) => {
      const snapshot = await idsOf(station);
      const changed = new Set((await station.changes(cursor)).changes.flatMap(({ id, row }) => (row === null ? [] : [id])));
      for (const id of [...ofAn, ...ofBart, ...alone]) expect(changed.has(id), id).toBe(snapshot.has(id));
      return { ofAn: ofAn.filter((id) => snapshot.has(id)), ofBart: ofBart.filter((id) => snapshot.has(id)), alone: alone.filter((id) => snapshot.has(id)) };
    };
    expect(await seenBy(an, cursors.an)).toEqual({ ofAn, ofBart: [], alone: [] });
    expect(await seenBy(bart, cursors.bart)).toEqual({ ofAn: [], ofBart, alone });
    // A team lead has what was said outside any queue too; its customer was linked to the queues of who made it.
    expect(await seenBy(lead, cursors.lead)).toEqual({ ofAn: [], ofBart, alone });
    expect(await seenBy(admin, cursors.admin)).toEqual({ ofAn, ofBart, alone });
    expect(noted).toBeDefined();
    const queues = (await an.snapshot()).flatMap((line) => (line.type === 'row' && line.entity === 'queue' ? [line.row['key']] : []));
    expect(queues).toEqual(['orders']);
    const [begin] = await an.snapshot();
    expect(begin).toMatchObject({ counts: { queue: 1 } });
  });

  it('live events and pages of changes have only what concerns the operator, and so has what is replayed', async () => {
    const place = (cursor: string): number => Number(cursor.split('-')[1]);
    const open = async (station: Workstation, last: string) => await EventReader.open(`${central.url}/v1/events`, { ...station.authorization, 'last-event-id': last });
    const before = { an: await an.cursor(), bart: await bart.cursor() };
    const first = await open(an, before.an);
    await first.next();
    const ofBart = Object.values(await talk(bart, claims.id));
    const late = await open(bart, before.bart);
    expect([await late.next(), await late.next()]).toMatchObject([{ event: 'hello' }, { event: 'changed', id: await bart.cursor() }]);
    // Nothing of it is for An: she has missed nothing, and the next that she hears of is her own work.
    const again = await open(an, before.an);
    await again.next();
    const quiet = place(await an.cursor());
    expect(await an.changes(before.an)).toMatchObject({ changes: [], more: false, cursor: await an.cursor() });
    const ofAn = Object.values(await talk(an, orders.id));
    for (const stream of [first, again]) {
      const told = await stream.next();
      expect(told).toMatchObject({ event: 'changed' });
      expect(place('id' in told ? told.id : '')).toBeGreaterThan(quiet);
    }
    const changed = new Set((await an.changes(before.an)).changes.map(({ id }) => id));
    expect([ofAn.filter((id) => !changed.has(id)), ofBart.filter((id) => changed.has(id))]).toEqual([[], []]);
    for (const stream of [first, late, again]) await stream.close();
  });

  it("what is written down about somebody's own work is on no other operator's device, whatever queues they serve", async () => {
    const all = await Workstation.open(central);
    const cursor = await all.cursor();
    const taken = mutation('dataExport', null, { agentId: null, list: 'history', format: 'ods', rows: 3, customerId: null, at });
    expect(codeOf(await an.mutateOne(taken))).toBe('applied');
    const has = async (station: Workstation): Promise<boolean> => (await idsOf(station)).has(taken.entityId);
    expect([await has(an), await has(all), await has(lead), await has(admin)]).toEqual([true, false, true, true]);
    expect((await all.changes(cursor)).changes.filter(({ id, row }) => id === taken.entityId && row !== null)).toEqual([]);
  });

  it('lists have only what the operator may have, and looking at people is written down', async () => {
    const hidden = await talk(bart, claims.id);
    const own = await talk(an, orders.id);
    const listed = async (station: Workstation, name: string) => ((await station.send('GET', `/v1/${name}?limit=500`)).json as { items: { id: string }[] }).items.map(({ id }) => id);
    for (const [name, field] of [['customers', 'customer'], ['addresses', 'address'], ['interactions', 'interaction'], ['call-legs', 'leg']] as const) {
      const [forAn, forAdmin] = [await listed(an, name), await listed(admin, name)];
      expect([forAn.includes(own[field]), forAn.includes(hidden[field])], name).toEqual([true, false]);
      expect([forAdmin.includes(own[field]), forAdmin.includes(hidden[field])], name).toEqual([true, true]);
    }
    expect((await an.send('GET', `/v1/customers/${hidden.customer}`)).status).toBe(404);
    expect((await an.send('GET', `/v1/customers/${own.customer}`)).status).toBe(200);
    const { items } = (await admin.send('GET', `/v1/audit-events?agentId=${an.agentId}&customerId=${own.customer}&action=read`)).json as { items: unknown[] };
    expect(items).toMatchObject([{ action: 'read', entity: 'customer', entityId: own.customer }]);
    expect(((await admin.send('GET', `/v1/audit-events?agentId=${an.agentId}&action=listed`)).json as { items: unknown[] }).items).toHaveLength(4);
  });

  it('what is not seen cannot be named, changed or asked for, and is not told to exist', async () => {
    const hidden = await talk(bart, claims.id);
    const results = await an.mutate(
      mutation('customer', 1, { givenName: 'Els' }, hidden.customer),
      mutation('customer', null, customerPatch(), hidden.customer),
      mutation('address', null, addressPatch(hidden.customer)),
      mutation('interaction', null, interactionPatch(an.agentId, { queueId: orders.id, customerId: hidden.customer })),
      mutation('interaction', 1, { note: 'x' }, hidden.interaction),
      mutation('callLeg', 1, { cause: 'busy' }, hidden.leg),
      mutation('customer', 1, { givenName: 'Els' }, newId()),
    );
    expect(results.map(codeOf)).toEqual(['not-found', 'forbidden', 'reference-missing', 'reference-missing', 'not-found', 'not-found', 'not-found']);
    expect(JSON.stringify(results)).not.toContain('Peeters');
    expect((await idsOf(an)).has(hidden.customer)).toBe(false);
  });

  it('a customer who calls another queue is sent to its operators, with all that belongs to them', async () => {
    const { customer, address } = await talk(an, orders.id);
    const cursor = await bart.cursor();
    await admin.mutateOne(mutation('interaction', null, interactionPatch(admin.agentId, { queueId: claims.id, customerId: customer })));
    const arrived = (await bart.changes(cursor)).changes.flatMap(({ id, row }) => (row === null ? [] : [id]));
    expect(arrived).toEqual(expect.arrayContaining([customer, address]));
  });

  it('a conversation that moves to another queue leaves the devices of the former one', async () => {
    const { interaction, leg } = await talk(an, orders.id);
    const cursors = [await an.cursor(), await bart.cursor()] as const;
    await an.mutateOne(mutation('interaction', 1, { queueId: claims.id }, interaction));
    const left = (await an.changes(cursors[0])).changes.flatMap(({ id, row }) => (row === null ? [id] : []));
    expect(left).toEqual(expect.arrayContaining([interaction, leg]));
    const came = (await bart.changes(cursors[1])).changes.flatMap(({ id, row }) => (row === null ? [] : [id]));
    expect(came).toEqual(expect.arrayContaining([interaction, leg]));
  });

  it('when a queue is taken away the device hears of it, is told to fill anew, and its unsent work is still taken', async () => {
    const els = await Workstation.open(central);
    await central.admin.setAccess(nameOf(els), { queues: ['orders', 'claims'] });
    const { customer, interaction } = await talk(els, claims.id);
    const cursor = await els.cursor();
    const events = await EventReader.open(`${central.url}/v1/events`, { ...els.authorization, 'last-event-id': cursor });
    await events.next();
    await admin.send('PUT', `/v1/agents/${els.agentId}/access`, { queues: [orders.id] });
    const told = await events.next();
    expect(told).toMatchObject({ event: 'changed' });
    await events.close();
    expect(codeIn(await els.send('GET', `/v1/changes?cursor=${cursor}`))).toBe('cursor-unknown');
    const now = await idsOf(els);
    // The customer is one of both queues, because its author served both.
    expect([now.has(interaction), now.has(customer), now.has(claims.id)]).toEqual([false, true, false]);
    expect(codeOf(await els.mutateOne(mutation('interaction', 1, { note: 'Nagekomen.' }, interaction)))).toBe('applied');
    expect(codeOf(await els.mutateOne(mutation('interaction', null, interactionPatch(els.agentId, { queueId: claims.id, customerId: customer }))))).toBe('applied');
  });

  it('somebody who leaves is signed out everywhere, told so, and cannot come back', async () => {
    const els = await Workstation.open(central);
    const { code } = await central.admin.createEnrolment(nameOf(els), 'http://127.0.0.1:1', 60_000);
    await central.admin.setAccess(nameOf(els), { active: false });
    expect(codeIn(await els.send('GET', '/v1/provisioning'))).toBe('session.revoked');
    expect(codeIn(await els.send('POST', '/v1/session/refresh', { refreshToken: els.session.refreshToken, deviceId: els.device.id }))).toBe('session.revoked');
    expect(codeIn(await els.send('POST', '/v1/session/enrol', { code, device: els.device }))).toBe('session.credentials');
  });

  describe('endpoints', () => {
    it.each<['GET' | 'PUT', () => string, unknown]>([
      ['GET', () => '/v1/audit-events', undefined],
      ['GET', () => `/v1/agents/${bart.agentId}/access`, undefined],
      ['PUT', () => `/v1/agents/${an.agentId}/access`, { role: 'administrator' }],
      ['GET', () => '/v1/access-policy', undefined],
      ['PUT', () => '/v1/access-policy', { customers: 'all' }],
      ['GET', () => '/v1/devices?agentId=all', undefined],
    ])('an operator may not %s %s', async (method, path, body) => {
      const answer = await an.send(method, path(), body);
      expect([answer.status, codeIn(answer)]).toEqual([403, 'forbidden']);
    });

    it('a team lead reads, and changes nothing', async () => {
      expect((await lead.send('GET', `/v1/agents/${bart.agentId}/access`)).json).toEqual({ role: 'operator', queues: [claims.id], active: true });
      expect((await lead.send('PUT', `/v1/agents/${bart.agentId}/access`, { role: 'team-lead' })).status).toBe(403);
    });

    it('an administrator gives queues that exist only', async () => {
      expect((await admin.send('PUT', `/v1/agents/${bart.agentId}/access`, { queues: [newId()] })).status).toBe(400);
      expect((await admin.send('PUT', `/v1/agents/${newId()}/access`, { queues: 'all' })).status).toBe(404);
      expect((await admin.send('GET', `/v1/agents/${bart.agentId}/access`)).json).toMatchObject({ queues: [claims.id] });
    });
  });

  describe('devices', () => {
    it('are listed, one’s own, in pages', async () => {
      const elsewhere = await Workstation.open(central, an);
      const first = (await elsewhere.send('GET', '/v1/devices?limit=1')).json as { items: unknown[]; next: string };
      expect(first.items).toMatchObject([{ id: elsewhere.device.id, agentId: an.agentId, current: true }]);
      const second = (await elsewhere.send('GET', `/v1/devices?limit=1&cursor=${first.next}`)).json as { items: unknown[]; next: null };
      expect(second).toMatchObject({ items: [{ id: an.device.id, current: false }], next: null });
    });

    it('one that is revoked loses its streams at once and is told to wipe; the others go on', async () => {
      const elsewhere = await Workstation.open(central, an);
      const events = await EventReader.open(`${central.url}/v1/events`, elsewhere.authorization);
      await events.next();
      expect((await bart.send('DELETE', `/v1/devices/${elsewhere.device.id}`)).status).toBe(404);
      expect((await an.send('DELETE', `/v1/devices/${elsewhere.device.id}`)).status).toBe(204);
      await events.untilEnd();
      expect(codeIn(await elsewhere.send('GET', '/v1/changes?cursor=a-1'))).toBe('session.revoked');
      expect(codeIn(await elsewhere.send('POST', '/v1/session/refresh', { refreshToken: elsewhere.session.refreshToken, deviceId: elsewhere.device.id }))).toBe('session.revoked');
      expect((await an.send('GET', '/v1/devices')).status).toBe(200);
    });
  });

  describe('the audit', () => {
    it('says who did what with which customer, in names of fields and never in values', async () => {
      const created = mutation('customer', null, customerPatch({ familyName: 'Zonnebloem' }));
      await an.mutate(created, mutation('customer', 1, { givenName: 'Waterlelie' }, created.entityId));
      const answer = await lead.send('GET', `/v1/audit-events?customerId=${created.entityId}`);
      const { items } = answer.json as { items: unknown[] };
      expect(items).toMatchObject([
        { action: 'changed', agentId: an.agentId, deviceId: an.device.id, entity: 'customer', details: { fields: ['givenName'] } },
        { action: 'created', agentId: an.agentId, entityId: created.entityId, details: { fields: 'all' } },
      ]);
      expect(answer.text).not.toMatch(/Zonnebloem|Waterlelie/);
      const own = (await lead.send('GET', `/v1/audit-events?agentId=${an.agentId}&action=signed-in&limit=500`)).json as { items: unknown[] };
      expect(own.items.length).toBeGreaterThan(0);
    });

    it('cannot be changed or removed, not even by who owns the database', async () => {
      if (database.kind !== 'postgres') return;
      const { db, close } = await openDatabase(database, silentLogger);
      for (const statement of [sql`update audit_event set action = 'read'`, sql`delete from audit_event`, sql`truncate audit_event`]) {
        await expect(statement.execute(db)).rejects.toThrow('what was audited is not changed');
      }
      await close();
    });
  });

  it('imported customers belong to no queue until they call one', async () => {
    const row = customerRow();
    await central.import({ customer: [row] });
    expect([(await idsOf(an)).has(row.id), (await idsOf(admin)).has(row.id)]).toEqual([false, true]);
    await central.admin.setCustomerPolicy('all');
    expect((await idsOf(an)).has(row.id)).toBe(true);
    await central.admin.setCustomerPolicy('queues');
  });
});
