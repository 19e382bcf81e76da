import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Central } from '../../../central/central.ts';
import { lists, type List, type ListName } from '#shared/contract/lists.ts';
import { provisioningSchema } from '#shared/contract/session.ts';
import { newId } from '#shared/domain/ids.ts';
import { exportLists } from '#shared/domain/office.ts';
import { articleRow } from '../../fixtures/articles.ts';
import { offerRow } from '../../fixtures/casework.ts';
import { orderRow, productRow, slotRow } from '../../fixtures/ordering.ts';
import { onEachDatabase } from './support/each-database.ts';
import { addressPatch, customerPatch, interactionPatch, mutation } from './support/samples.ts';
import { openTwoQueues, queueRow } from './support/two-queues.ts';
import { codeIn, type Workstation } from './support/workstation.ts';

const at = '2026-01-05T09:00:00.000Z';
const synced = () => ({ id: newId(), version: 0, updatedAt: at });
type ListedRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** Lists of which everybody may have every row, and those of which every row here is of a queue that both serve. */
const everybodys: ReadonlySet<ListName> = new Set(['procedures', 'offers', 'products', 'stock', 'capacity-slots', 'agents', 'outcomes', 'letter-templates']);

onEachDatabase('what is not for somebody', (newDatabase) => {
  const orders = queueRow('orders');
  const claims = queueRow('claims');
  let central: Central;
  let admin: Workstation;
  let an: Workstation;
  let bart: Workstation;
  let lead: Workstation;
  let customerId: string;

  beforeAll(async () => {
    ({ central, admin, an, bart, lead } = await openTwoQueues(await newDatabase(), { orders, claims }));
    await central.admin.setCustomerPolicy('queues');
    customerId = await fillClaims();
  });
  afterAll(async () => await central.close());

  /** One row of everything that can be listed, all of it of Bart's queue. @returns whose. */
  async function fillClaims(): Promise<string> {
    const customer = mutation('customer', null, customerPatch({ vatNumber: 'BE0417497106' }));
    const interaction = mutation('interaction', null, interactionPatch(bart.agentId, { queueId: claims.id, customerId: customer.entityId, closedAt: at, state: 'closed' }));
    const of = { customerId: customer.entityId, interactionId: interaction.entityId, agentId: bart.agentId };
    const results = await bart.mutate(
      ...[customer, interaction, mutation('address', null, addressPatch(of.customerId))],
      mutation('contactPoint', null, { customerId: of.customerId, kind: 'mobile', value: '+32470112299', preferred: true }),
      mutation('callLeg', null, { interactionId: of.interactionId, callId: newId(), direction: 'inbound', startedAt: at, answeredAt: null, endedAt: null, cause: null, endedBy: null }),
    );
    expect(results.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied', 'applied', 'applied']);
    const [offer, product, slot, article] = [offerRow(), productRow(), slotRow(), articleRow({ queueIds: [claims.id] })];
    const work = { customerId: of.customerId, interactionId: of.interactionId, priority: 'normal', ownerId: bart.agentId, queueId: claims.id } as const;
    const kept = { ...synced(), ...work };
    const complaint = { ...kept, kind: 'complaint', caseNumber: 'Z-900001', state: 'open', subject: 'Fles gebroken', description: '', openedAt: at, openedBy: bart.agentId, dueAt: at, closedAt: null, result: '', procedureId: null, collected: {}, readBackAt: null } as const;
    await central.import({
      ...{ offer: [offer], product: [product], capacitySlot: [slot], article: [article], case: [complaint] },
      note: [{ ...synced(), ...of, text: 'Belt na vijf uur', pinned: false, at }],
      consent: [{ ...synced(), ...of, channel: 'phone', purpose: 'any', state: 'withdrawn', source: 'call', how: 'gezegd', at }],
      identityCheck: [{ ...synced(), ...of, queueId: claims.id, at, kind: 'gave-up', check: null, way: null, carried: null, opened: [] }],
      promise: [{ ...kept, id: newId(), caseId: complaint.id, text: 'Terugbellen', state: 'open', dueAt: at, madeAt: at, madeBy: bart.agentId, doneAt: null }],
      question: [{ ...synced(), ...of, text: 'Waar blijft het?', at, state: 'assigned', answer: '', caseId: complaint.id }],
      offerAnswer: [{ ...synced(), ...of, offerId: offer.id, at, answer: 'no' }],
      order: [orderRow({ ...of, number: 'O-900001', history: [{ state: 'confirmed', at, by: null }] })],
      reservation: [{ ...synced(), ...of, number: 'R-900001', slotId: slot.id, seats: 2, state: 'confirmed', note: '', at }],
      articleFeedback: [{ ...synced(), articleId: article.id, edition: 1, verdict: 'wrong', sentence: 'Klopt niet', agentId: bart.agentId, interactionId: of.interactionId, at }],
      dataExport: [{ ...synced(), agentId: bart.agentId, list: 'cases', format: 'ods', rows: 3, customerId: of.customerId, templateId: null, templateEdition: null, at }],
    });
    return of.customerId;
  }

  const listed = async (station: Workstation, name: string, filter: Record<string, string> = {}): Promise<ListedRow[]> => (await station.list(`/v1/${name}`, 500, filter)) as ListedRow[];

  /** Each way in which a list can be asked for just this row. */
  function* filtersFor(list: List, row: ListedRow): Generator<Record<string, string>> {
    for (const field of list.equal) {
      const value = row[field];
      if (typeof value === 'string') yield { [field]: value };
      else if (typeof value === 'boolean') yield { [field]: value ? 'true' : 'false' };
    }
    for (const field of list.between) if (typeof row[field] === 'string') yield { [`${field}From`]: row[field] };
  }

  it.each(Object.entries(lists) as [ListName, List][])('is in no list of theirs, however it is asked for: %s', async (name, list) => {
    const own = new Set((await listed(an, name)).map(({ id }) => id));
    const hidden = (await listed(admin, name)).filter(({ id }) => !own.has(id));
    expect(hidden.length > 0).toBe(!everybodys.has(name));
    for (const row of hidden) {
      expect((await an.send('GET', `/v1/${name}/${row.id}`)).status).toBe(404);
      for (const filter of filtersFor(list, row)) {
        // Asked for like this it is found by who may have it.
        expect((await listed(admin, name, filter)).map(({ id }) => id)).toContain(row.id);
        expect((await listed(an, name, filter)).map(({ id }) => id), JSON.stringify(filter)).not.toContain(row.id);
      }
    }
  });

  it('is told neither by a snapshot nor by changes', async () => {
    const cursor = (await an.cursor()).replace(/-\d+$/, '-0');
    const told = new Set([...(await an.snapshot()).flatMap((line) => (line.type === 'row' ? [line.row['id']] : [])), ...(await an.changes(cursor, 5_000)).changes.flatMap(({ id, row }) => (row === null ? [] : [id]))]);
    const all = (await admin.snapshot()).flatMap((line) => (line.type === 'row' ? [[line.entity, line.row as ListedRow] as const] : []));
    const theirs = all.filter(([, row]) => row['customerId'] === customerId || row['agentId'] === bart.agentId || row['queueId'] === claims.id);
    expect(new Set(theirs.map(([entity]) => entity)).size).toBeGreaterThan(12);
    expect(theirs.filter(([, { id }]) => told.has(id)).map(([entity]) => entity)).toEqual([]);
  });

  it('leaves as a file by role, as the centre has it, and what left is in the audit, for team leads', async () => {
    const exportsOf = async (station: Workstation): Promise<readonly string[]> => provisioningSchema.parse((await station.send('GET', '/v1/provisioning')).json).office.exports;
    for (const { session: { agent } } of [an, lead, admin]) await central.admin.setSipAccount(agent.username, { uri: `sip:${agent.username}@example.be`, authorizationUser: agent.username, displayName: agent.name, password: 'x' });
    const policy = { sip: { servers: [{ url: 'wss://sip.example.be' }], registerExpires: 60, sessionExpires: 0 }, ice: { servers: [], relayOnly: false, gatheringCapMs: 500 }, queueHeader: 'X-Queue', country: 'BE' };
    await central.admin.setProvisioningPolicy(policy);
    expect([await exportsOf(an), await exportsOf(lead), await exportsOf(admin)]).toEqual([['history', 'directory', 'figures'], exportLists, exportLists]);
    await central.admin.setProvisioningPolicy({ ...policy, office: { exports: { operator: [], 'team-lead': ['team'] } } });
    expect([await exportsOf(an), await exportsOf(lead), await exportsOf(admin)]).toEqual([[], ['team'], exportLists]);
    const left = (agentId: string | null, of: string | null = null) => mutation('dataExport', null, { agentId, list: 'history', format: 'csv', rows: 12, customerId: of, at });
    const taken = left(null);
    expect(await an.mutateOne(taken)).toMatchObject({ status: 'applied', row: { agentId: an.agentId } });
    // In nobody else's name, about nobody who is not hers, and not otherwise afterwards.
    expect(await an.mutateOne(left(bart.agentId))).toMatchObject({ status: 'rejected', code: 'forbidden' });
    expect(await an.mutateOne(left(null, customerId))).toMatchObject({ status: 'rejected', code: 'reference-missing' });
    expect(await an.mutateOne(mutation('dataExport', 1, { rows: 1 }, taken.entityId))).toMatchObject({ status: 'rejected' });
    expect(await an.mutateOne({ ...mutation('dataExport', 1, {}, taken.entityId), patch: null })).toMatchObject({ status: 'rejected', code: 'forbidden' });
    const audit = await lead.send('GET', `/v1/audit-events?agentId=${an.agentId}&action=created`);
    expect((audit.json as { items: unknown[] }).items[0]).toMatchObject({ entity: 'dataExport', entityId: taken.entityId, deviceId: an.device.id });
    expect(codeIn(await an.send('GET', `/v1/audit-events?agentId=${an.agentId}`))).toBe('forbidden');
    expect(codeIn(await an.send('POST', `/v1/customers/${customerId}/export`, { reason: 'verzoek 1' }))).toBe('forbidden');
    expect(codeIn(await admin.send('POST', `/v1/customers/${customerId}/export`, { reason: 'verzoek 1' }))).toBe('forbidden');
  });
});
