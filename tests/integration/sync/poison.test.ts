import { beforeAll, describe, expect, it } from 'vitest';
import { answer, hangUp, ring } from '../store/support/store-bench.ts';
import { outboxOf } from '../store/support/seed.ts';
import type { Fault } from './support/fault-proxy.ts';
import { eventually, openDesk, openSite, prepareSites, rowsAt, type Desk, type Site } from './support/sync-bench.ts';

beforeAll(prepareSites);

const broken: Fault = { kind: 'answer', status: 500, body: '{"type":"about:blank","title":"","status":500,"code":"internal"}' };

/** A desk that changed three customers while it was offline; central fails on the second change. */
async function poisonedDesk(): Promise<{ site: Site; desk: Desk; heal: () => void }> {
  const site = await openSite();
  const desk = await openDesk(site);
  await desk.signIn();
  await desk.settled();
  await desk.main.call('session.clear', undefined);
  for (const [index, givenName] of ['Eerste', 'Gif', 'Derde'].entries()) {
    await desk.workspace.call('customer.change', { id: site.centre.customers[index]!.id, change: { customer: { givenName } } });
  }
  const heal = site.proxy.fail('/v1/mutations', broken, { times: Infinity, when: ({ body }) => body.includes('Gif') });
  return { site, desk, heal };
}

async function givenNames(site: Site): Promise<(string | undefined)[]> {
  const names = new Map((await rowsAt(site, 'customer')).map((row) => [row.id, row.givenName]));
  return site.centre.customers.slice(0, 3).map(({ id }) => names.get(id));
}

describe('a mutation on which central fails', () => {
  it('does not hold up the others, is told after three times, and keeps nobody from what is new', async () => {
    const { site, desk } = await poisonedDesk();
    await desk.signIn();
    expect(await desk.settled()).toMatchObject({ pending: 0, parked: 1, error: null });
    expect(await givenNames(site)).toEqual(['Eerste', 'Fatima', 'Derde']);
    expect(outboxOf(desk.path)).toMatchObject([{ patch: { givenName: 'Gif' } }]);
    const row = site.centre.rows.customer![2]!;
    await site.central.import({ customer: [{ ...row, familyName: 'Gewijzigd' }] });
    await eventually(async () => expect(await desk.workspace.call('customer.search', { text: 'gewijzigd' })).toHaveLength(1));
  });

  it('goes by itself when central can handle it', async () => {
    const { site, desk, heal } = await poisonedDesk();
    await desk.signIn();
    await eventually(() => expect(site.proxy.seen('/v1/changes').length).toBeGreaterThan(1));
    heal();
    await desk.settled();
    expect(await givenNames(site)).toEqual(['Eerste', 'Gif', 'Derde']);
    expect(await desk.status()).toMatchObject({ pending: 0, parked: 0 });
  });

  it('is not blamed while central fails on everything', async () => {
    const { site, desk, heal } = await poisonedDesk();
    const recover = site.proxy.fail('/v1/', broken, { times: Infinity });
    await desk.signIn();
    await eventually(() => expect(site.proxy.seen('/v1/mutations').length).toBeGreaterThan(8));
    expect(await desk.status()).toMatchObject({ pending: 3, parked: 0, error: 'sync.unreachable' });
    recover();
    heal();
    await desk.settled();
    expect(await givenNames(site)).toEqual(['Eerste', 'Gif', 'Derde']);
  });
});

describe('a row that central does not take', () => {
  it('keeps back what belongs to it, in order, and nothing else', async () => {
    const site = await openSite();
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    await desk.main.call('session.clear', undefined);
    const call = await ring(desk, null, site.centre.queue.key);
    await answer(desk, call);
    await hangUp(desk, call);
    await desk.workspace.call('interaction.close', { id: call.interactionId, outcomeId: site.centre.outcomes[0].id, sentence: '', note: 'Gif', captured: {} });
    const { id } = site.centre.customers[0]!;
    await desk.workspace.call('customer.change', { id, change: { customer: { givenName: 'Piet' } } });
    site.proxy.fail('/v1/mutations', { kind: 'answer', status: 400, body: '{"type":"about:blank","title":"","status":400,"code":"invalid"}' }, { times: Infinity, when: ({ body }) => body.includes('Gif') });
    await desk.signIn();
    await eventually(async () => expect(await givenNames(site)).toContain('Piet'));
    await eventually(async () => expect(await desk.status()).toMatchObject({ state: 'synced', pending: 2, parked: 1 }));
    expect(await rowsAt(site, 'callLeg')).toEqual([]);
    expect(outboxOf(desk.path).map(({ entity }) => entity)).toEqual(['interaction', 'callLeg', 'conversationQuality']);
  });
});
