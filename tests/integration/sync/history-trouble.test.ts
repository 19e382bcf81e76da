import { beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '#shared/domain/clock.ts';
import type { Changes } from '#shared/contract/sync.ts';
import { newId } from '#shared/domain/ids.ts';
import { withDatabase } from '../store/support/raw-database.ts';
import { answer, hangUp, ring } from '../store/support/store-bench.ts';
import { Workstation } from '../central/support/workstation.ts';
import { eventually, hastyClock, openDesk, openSite, prepareSites, rowsAt } from './support/sync-bench.ts';

beforeAll(prepareSites);

const hour = 3_600_000;

describe('central that was restored from an older backup', () => {
  it('with a cursor of ours that lies in its future: rows go back, unsent work stays and is sent', async () => {
    const site = await openSite();
    const desk = await openDesk(site);
    const restore = await site.backUp();
    await desk.signIn();
    await desk.settled();
    const [first, second] = site.centre.customers;
    // What the backup does not have: one customer was changed twice, another one created.
    await desk.workspace.call('customer.change', { id: first!.id, change: { customer: { givenName: 'Na de back-up' } } });
    await desk.settled();
    const { customer: created } = await desk.workspace.call('customer.create', { customer: { familyName: 'Nieuwkomer' }, contactPoints: [], addresses: [] });
    await desk.settled();
    // News of one's own work comes in its turn; the cursor is in the future once it was asked for.
    await desk.workspace.call('sync.now', undefined);
    await desk.settled();
    await desk.main.call('session.clear', undefined);
    await desk.workspace.call('customer.change', { id: second!.id, change: { customer: { givenName: 'Niet verstuurd' } } });

    const central = await restore();
    const customers = async () => await rowsAt({ ...site, colleague: new Workstation(central, desk.station.device, desk.station.session) }, 'customer');
    await desk.signIn();
    expect(await desk.settled()).toMatchObject({ pending: 0, parked: 0 });
    expect((await desk.workspace.call('customer.get', { id: first!.id })).customer.givenName).toBe('Pieter');
    await expect(desk.workspace.call('customer.get', { id: created.id })).rejects.toMatchObject({ code: 'store.not-found' });
    expect((await customers()).find(({ id }) => id === second!.id)).toMatchObject({ givenName: 'Niet verstuurd' });
    // And goes on from there.
    await desk.workspace.call('customer.change', { id: first!.id, change: { customer: { givenName: 'Daarna' } } });
    await desk.settled();
    expect((await customers()).find(({ id }) => id === first!.id)).toMatchObject({ givenName: 'Daarna' });
  });
});

describe("a device whose clock is wrong", () => {
  it.each([['nine hours ahead', 9 * hour], ['nine hours behind', -9 * hour]])('%s: the work arrives in order, and no conflict is decided by time', async (_, offset) => {
    const site = await openSite();
    const clock: Clock = { ...hastyClock, now: () => Date.now() + offset };
    const desk = await openDesk(site, { clock });
    await desk.signIn();
    await desk.settled();
    await desk.main.call('session.clear', undefined);
    const [first, second] = site.centre.customers;
    await desk.workspace.call('customer.change', { id: first!.id, change: { customer: { givenName: 'Een' } } });
    await desk.workspace.call('customer.change', { id: first!.id, change: { customer: { givenName: 'Twee' } } });
    await desk.workspace.call('customer.change', { id: second!.id, change: { customer: { givenName: 'Mijn' } } });
    const row = (await rowsAt(site, 'customer')).find(({ id }) => id === second!.id);
    await site.colleague.mutateOne({ id: newId(), entity: 'customer', entityId: second!.id, baseVersion: row!.version, patch: { givenName: 'Hun' }, at: new Date().toISOString() });
    const call = await ring(desk, first!.phone, site.centre.queue.key);
    await answer(desk, call);
    await hangUp(desk, call);
    await desk.workspace.call('interaction.close', { id: call.interactionId, outcomeId: site.centre.outcomes[0].id, sentence: '', note: '', captured: {} });
    await desk.signIn();
    expect(await desk.settled()).toMatchObject({ pending: 0, parked: 1 });
    const names = new Map((await rowsAt(site, 'customer')).map(({ id, givenName }) => [id, givenName]));
    expect([names.get(first!.id), names.get(second!.id)]).toEqual(['Twee', 'Hun']);
    expect(await rowsAt(site, 'interaction')).toMatchObject([{ id: call.interactionId }]);
  });
});

describe('central of a newer version', () => {
  it('with another schemaVersion, an unknown entity and unknown fields in its snapshot: what is known works, and the log says so', async () => {
    const site = await openSite();
    site.proxy.fail('/v1/snapshot', {
      kind: 'rewrite',
      change: (lines) => {
        const [begin = '', ...rows] = lines.trim().split('\n');
        const invoice = JSON.stringify({ type: 'row', entity: 'invoice', row: { id: newId(), version: 1, total: 12 } });
        const end = rows.pop() ?? '';
        return [begin.replace(/"schemaVersion":\d+/, '"schemaVersion":99'), invoice, ...rows.map((row) => row.replace('"row":{', '"row":{"loyaltyTier":"gold",')), end.replace(/\d+/, (n) => String(Number(n) + 1))].join('\n');
      },
    });
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    expect(await desk.workspace.call('customer.search', { text: 'de smet' })).toHaveLength(1);
    expect(desk.log.filter(({ level, fields }) => level === 'warn' && fields['schemaVersion'] === 99)).toHaveLength(1);
    const { id } = site.centre.customers[0]!;
    await desk.workspace.call('customer.change', { id, change: { customer: { givenName: 'Piet' } } });
    await eventually(async () => expect((await rowsAt(site, 'customer')).find((row) => row.id === id)).toMatchObject({ givenName: 'Piet' }));
  });

  it('with unknown entities and fields in its changes: what is known arrives, what is not is kept for a later version, and changes go on', async () => {
    const site = await openSite();
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    const invoice = newId();
    let rewritten = 0;
    const newer = (text: string): string => {
      const page = JSON.parse(text) as Changes;
      if (page.changes.length > 0) rewritten++;
      const known = page.changes.map((change) => ({ ...change, because: 'moved', row: change.row === null ? null : { ...change.row, loyaltyTier: 'gold' } }));
      const unknown = [{ entity: 'invoice', id: invoice, version: 1, row: { id: invoice, version: 1, total: 12 } }, { entity: 'invoice', id: newId(), version: 2, row: null }];
      return JSON.stringify({ ...page, changes: [...unknown, ...known], shard: 'b' });
    };
    const again = site.proxy.fail('/v1/changes', { kind: 'rewrite', change: newer }, { times: Infinity });
    const { id } = site.centre.customers[0]!;
    const renamed = async (givenName: string, baseVersion: number): Promise<void> => {
      await site.colleague.mutateOne({ id: newId(), entity: 'customer', entityId: id, baseVersion, patch: { givenName }, at: new Date().toISOString() });
      await eventually(async () => expect((await desk.workspace.call('customer.get', { id })).customer).toMatchObject({ givenName, version: baseVersion + 1 }));
    };
    const { version } = (await desk.workspace.call('customer.get', { id })).customer;
    await renamed('Nieuwer', version);
    expect(rewritten).toBeGreaterThan(0);
    expect((await desk.workspace.call('customer.get', { id })).customer).not.toHaveProperty('loyaltyTier');
    const parked = withDatabase(desk.path, (handle) => handle.prepare("SELECT entity FROM parked_row WHERE id = ?").pluck().all(invoice));
    expect(parked).toEqual(['invoice']);
    again();
    await renamed('Ouder', version + 1);
    expect(await desk.settled()).toMatchObject({ state: 'synced', pending: 0 });
  });

  it('with events of unknown names, with and without an id: they are passed over, and what comes after them arrives', async () => {
    const site = await openSite();
    const desk = await openDesk(site);
    const body = ['event: rebalanced\nid: shard-b\ndata: {"shard":"b"}', 'event: weather\ndata: rain', 'event: hello\ndata: {"shard":"b"}', 'retry: soon'].map((one) => `${one}\n\n`).join('');
    site.proxy.fail('/v1/events', { kind: 'answer', status: 200, headers: { 'content-type': 'text/event-stream' }, body });
    await desk.signIn();
    // The stream of unknown events has ended, and the next one is asked for from the last id that was heard.
    await eventually(() => expect(site.proxy.seen('/v1/events').length).toBeGreaterThan(1));
    await desk.settled();
    const { id } = site.centre.customers[1]!;
    const { version } = (await desk.workspace.call('customer.get', { id })).customer;
    await site.colleague.mutateOne({ id: newId(), entity: 'customer', entityId: id, baseVersion: version, patch: { givenName: 'Gehoord' }, at: new Date().toISOString() });
    await eventually(async () => expect((await desk.workspace.call('customer.get', { id })).customer.givenName).toBe('Gehoord'));
  });
});
