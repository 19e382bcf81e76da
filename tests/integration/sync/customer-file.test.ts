import { beforeAll, describe, expect, it } from 'vitest';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { eventually, openDesk, openSite, prepareSites, rowsAt, type Desk } from './support/sync-bench.ts';

beforeAll(prepareSites, 60_000);

async function signedIn(site: Awaited<ReturnType<typeof openSite>>): Promise<Desk> {
  const desk = await openDesk(site);
  await desk.signIn();
  await desk.settled();
  return desk;
}

const fileAt = async (desk: Desk, id: string): Promise<CustomerFile> => await desk.workspace.call('customer.get', { id });

describe("the customer's file on two devices", () => {
  it('a correction, a removal, a merge and its undoing are the same on both', async () => {
    const site = await openSite();
    const [here, there] = [await signedIn(site), await signedIn(site)];
    const made = async (familyName: string) =>
      (await here.workspace.call('customer.create', { customer: { givenName: 'Jan', familyName }, contactPoints: [{ kind: 'mobile', value: '+32470112277', preferred: true }], addresses: [] })).customer.id;
    const [stays, twin] = [await made('Maas'), await made('Maes')];
    await eventually(async () => expect((await fileAt(there, twin)).contactPoints).toHaveLength(1));

    await there.workspace.call('customer.change', { id: stays, change: { customer: { familyName: 'Maes' } } });
    await eventually(async () => {
      const [entry] = await here.workspace.call('customer.corrections', { customerId: stays, fields: ['customer.familyName'] });
      expect(entry).toMatchObject({ by: 'Operator', isPending: false, correction: { former: 'Maas', value: 'Maes' } });
    });

    const { contactPoints } = await fileAt(there, stays);
    await there.workspace.call('customer.change', { id: stays, change: { removed: { contactPoints: [contactPoints[0]!.id], addresses: [] } } });
    await eventually(async () => expect((await fileAt(here, stays)).contactPoints).toEqual([]));

    await here.workspace.call('customer.merge', { survivorId: stays, mergedId: twin, taken: [] });
    await eventually(async () => expect((await fileAt(there, twin)).customer.id).toBe(stays));
    await there.settled();
    const [merge] = (await fileAt(there, stays)).merges;
    await there.workspace.call('customer.undoMerge', { id: merge!.id });
    await eventually(async () => expect((await fileAt(here, twin)).customer).toMatchObject({ id: twin, archived: false }));
  });

  it('a device that was away when files were merged adds to the one that stayed', async () => {
    const site = await openSite();
    const [here, away] = [await signedIn(site), await signedIn(site)];
    const [stays, twin] = (await rowsAt(site, 'customer')).map(({ id }) => id);
    await away.main.call('session.clear', undefined);
    await away.workspace.call('note.add', { customerId: twin!, text: 'onderweg geschreven', pinned: false });
    await away.workspace.call('customer.change', { id: twin!, change: { customer: { givenName: 'Onderweg' } } });
    await here.workspace.call('customer.merge', { survivorId: stays!, mergedId: twin!, taken: [] });
    await here.settled();
    await away.signIn();
    await away.settled();
    for (const desk of [here, away]) {
      await eventually(async () => expect(await fileAt(desk, stays!)).toMatchObject({ customer: { givenName: 'Onderweg' }, notes: [{ text: 'onderweg geschreven' }] }));
    }
  });

  it('who is erased at central is gone from every device, with what was not sent yet', async () => {
    const site = await openSite();
    const [privacy, away] = [await signedIn(site), await signedIn(site)];
    await site.central.admin.setDuty(privacy.station.session.agent.username, 'privacy', true);
    const { id } = (await rowsAt(site, 'customer'))[0]!;
    await away.main.call('session.clear', undefined);
    await away.workspace.call('note.add', { customerId: id, text: 'nooit verstuurd', pinned: false });
    await expect(away.workspace.call('customer.erase', { id, reason: 'verzoek 1' })).rejects.toMatchObject({ code: 'session.signed-out' });
    expect(JSON.parse((await privacy.workspace.call('customer.export', { id, reason: 'verzoek 1' })).text)).toMatchObject({ customerId: id, rows: { customer: [{ id }] } });
    await privacy.workspace.call('customer.erase', { id, reason: 'verzoek 1' });
    await away.signIn();
    for (const desk of [privacy, away]) await eventually(async () => await expect(fileAt(desk, id)).rejects.toMatchObject({ code: 'store.not-found' }));
    expect((await away.settled()).parked).toBe(0);
    expect(JSON.stringify(await rowsAt(site, 'interaction'))).not.toContain(id);
    await expect(away.workspace.call('customer.export', { id, reason: 'verzoek 2' })).rejects.toMatchObject({ code: 'customer.not-allowed' });
  });
});
