import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Central } from '../../../central/central.ts';
import { lists, type List, type ListName } from '#shared/contract/lists.ts';
import { provisioningSchema } from '#shared/contract/session.ts';
import { exportLists } from '#shared/domain/office.ts';
import { onEachDatabase } from './support/each-database.ts';
import { fillLists, filtersFor, listed, type ListedRow } from './support/every-list.ts';
import { mutation } from './support/samples.ts';
import { openTwoQueues, queueRow } from './support/two-queues.ts';
import { codeIn, type Workstation } from './support/workstation.ts';

const at = '2026-01-05T09:00:00.000Z';

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
    customerId = await fillLists(central, bart, claims.id);
  });
  afterAll(async () => await central.close());

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
