import { beforeAll, describe, expect, it } from 'vitest';
import { answer, hangUp, ring } from '../store/support/store-bench.ts';
import { outboxOf } from '../store/support/seed.ts';
import { type Desk, eventually, openDesk, openSite, prepareSites, rowsAt, type Site } from './support/sync-bench.ts';

beforeAll(prepareSites);

async function syncedDesk(): Promise<{ site: Site; desk: Desk }> {
  const site = await openSite();
  const desk = await openDesk(site);
  await desk.signIn();
  await desk.settled();
  return { site, desk };
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : 1);

/** A whole call: rung, answered, hung up and closed with its outcome. */
async function finishCall(site: Site, desk: Desk, sentence = 'Alles in orde'): Promise<string> {
  const call = await ring(desk, site.centre.customers[0]!.phone, site.centre.queue.key);
  await answer(desk, call);
  await desk.workspace.call('draft.write', { interactionId: call.interactionId, fields: { note: 'half' } });
  await hangUp(desk, call);
  await desk.workspace.call('interaction.close', { id: call.interactionId, outcomeId: site.centre.outcomes[1].id, sentence, note: 'een nota', captured: { purpose: 'order' } });
  return call.interactionId;
}

describe('a closed interaction', () => {
  it('reaches central whole, once, with its leg', async () => {
    const { site, desk } = await syncedDesk();
    const id = await finishCall(site, desk);
    await desk.settled();
    expect(await rowsAt(site, 'interaction')).toMatchObject([
      { id, state: 'closed', agentId: desk.station.agentId, customerId: site.centre.customers[0]!.id, sentence: 'Alles in orde', note: 'een nota', captured: { purpose: 'order' } },
    ]);
    expect(await rowsAt(site, 'callLeg')).toMatchObject([{ interactionId: id, cause: 'hung-up' }]);
    expect((await desk.workspace.call('interaction.get', { id })).interaction.version).toBeGreaterThan(0);
  });

  it('arrives once when the answer was lost three times', async () => {
    const times = 3;
    const { site, desk } = await syncedDesk();
    site.proxy.fail('/v1/mutations', { kind: 'lose-answer' }, { times });
    const id = await finishCall(site, desk);
    await desk.settled();
    expect(site.proxy.seen('/v1/mutations').length).toBeGreaterThan(times);
    expect((await rowsAt(site, 'interaction')).map((row) => row.id)).toEqual([id]);
    expect(await rowsAt(site, 'callLeg')).toHaveLength(1);
    expect(await desk.status()).toMatchObject({ parked: 0 });
  });

  it('waits while central is down, and arrives when it is back', async () => {
    const { site, desk } = await syncedDesk();
    const up = site.proxy.fail('/v1/', { kind: 'down' }, { times: Infinity });
    const id = await finishCall(site, desk);
    // The conversation, its leg and its figures.
    expect(await desk.settled('offline')).toMatchObject({ pending: 3, error: 'sync.unreachable' });
    up();
    await desk.settled();
    expect((await rowsAt(site, 'interaction')).map((row) => row.id)).toEqual([id]);
  });

  it('waits through a restart of the store', async () => {
    const { site, desk } = await syncedDesk();
    await desk.main.call('session.clear', undefined);
    const id = await finishCall(site, desk);
    expect(await desk.main.call('store.close', undefined)).toEqual({ pending: 3 });
    const again = await openDesk(site, { path: desk.path, station: desk.station });
    await again.signIn();
    await again.settled();
    expect((await rowsAt(site, 'interaction')).map((row) => row.id)).toEqual([id]);
  });

  it('arrives with whatever stands in its note', async () => {
    const { site, desk } = await syncedDesk();
    const notes = ['<b>vet</b>', "'; DROP TABLE interaction; --", 'regel\r\nregel\ttab', 'a\u0001b\u001b[31m', '\u202Eomgekeerd', 'nul\u0000teken', '\ud800 half', '\u{1F469}\u200D\u{1F4BB}'];
    const held: { readonly id: string; readonly note: string }[] = [];
    for (const note of notes) {
      const call = await ring(desk, null, site.centre.queue.key);
      await answer(desk, call);
      await hangUp(desk, call);
      await desk.workspace.call('interaction.close', { id: call.interactionId, outcomeId: site.centre.outcomes[0].id, sentence: '', note, captured: {} });
      held.push({ id: call.interactionId, note: note.toWellFormed().replaceAll('\0', '\uFFFD') });
    }
    expect(await desk.settled()).toMatchObject({ parked: 0 });
    expect((await rowsAt(site, 'interaction')).map(({ id, note }) => ({ id, note })).sort(byId)).toEqual(held.sort(byId));
  });

  it('a day of fifty of them arrives in order', async () => {
    const { site, desk } = await syncedDesk();
    await desk.main.call('session.clear', undefined);
    const ids: string[] = [];
    for (let call = 0; call < 50; call++) ids.push(await finishCall(site, desk, `gesprek ${call}`));
    site.proxy.fail('/v1/mutations', { kind: 'lose-answer' });
    await desk.signIn();
    await desk.settled();
    expect((await rowsAt(site, 'interaction')).map((row) => row.id).sort()).toEqual(ids);
    const sent = site.proxy.seen('/v1/mutations').flatMap(({ body }) => (JSON.parse(body) as { mutations: { id: string }[] }).mutations.map(({ id }) => id));
    const first = [...new Set(sent)];
    expect(first).toEqual([...first].sort());
  });
});

describe('central that misbehaves', () => {
  it('an answer to a mutation that is none: the work stays, and is sent again', async () => {
    const { site, desk } = await syncedDesk();
    const faults = [
      { kind: 'answer', status: 500, body: '{"code":"internal"}' },
      { kind: 'answer', status: 503 },
      { kind: 'answer', status: 200, body: '<html>hotel wifi</html>' },
      { kind: 'answer', status: 200, body: '{"results":"none"}' },
      { kind: 'answer', status: 200, body: '{"results":[]}' },
      { kind: 'answer', status: 302, headers: { location: 'http://127.0.0.1:9/' } },
    ] as const;
    const ids: string[] = [];
    for (const fault of faults) {
      site.proxy.fail('/v1/mutations', fault, { times: 2 });
      ids.push(await finishCall(site, desk));
      await eventually(async () => expect((await desk.status()).error).not.toBeNull());
      expect(await desk.status()).toMatchObject({ pending: 3, parked: 0 });
      await desk.settled();
      expect((await rowsAt(site, 'interaction')).map((row) => row.id).sort()).toEqual(ids.toSorted());
    }
  });

  it('a token that is refused: main is asked for another, and the work goes on with it', async () => {
    const { site, desk } = await syncedDesk();
    let asked = 0;
    desk.main.on('token.needed', () => {
      asked++;
      void desk.signIn();
    });
    await desk.signIn('not-a-token');
    const id = await finishCall(site, desk);
    await desk.settled();
    expect(asked).toBeGreaterThan(0);
    expect((await rowsAt(site, 'interaction')).map((row) => row.id)).toEqual([id]);
  });

  it('a cursor that is not known any more: the cache is filled again and unsent work is kept', async () => {
    const { site, desk } = await syncedDesk();
    const stop = site.proxy.fail('/v1/mutations', { kind: 'down' }, { times: Infinity });
    const { id } = site.centre.customers[1]!;
    await desk.workspace.call('customer.change', { id, change: { customer: { givenName: 'Fatma' } } });
    const unfinished = await ring(desk);
    await site.central.admin.beginNewHistory();
    stop();
    await desk.workspace.call('sync.now', undefined);
    await desk.settled();
    expect(site.proxy.seen('/v1/snapshot')).toHaveLength(2);
    expect(await desk.workspace.call('interaction.unfinished', undefined)).toMatchObject([{ id: unfinished.interactionId }]);
    expect((await rowsAt(site, 'customer')).find((row) => row.id === id)).toMatchObject({ givenName: 'Fatma' });
  });

  it('one mutation that it cannot read is parked; those before and after it arrive', async () => {
    const { site, desk } = await syncedDesk();
    await desk.main.call('session.clear', undefined);
    const [first, second, third] = site.centre.customers;
    for (const [customer, givenName] of [[first, 'Eerste'], [second, 'Gif'], [third, 'Derde']] as const) {
      await desk.workspace.call('customer.change', { id: customer!.id, change: { customer: { givenName } } });
    }
    site.proxy.fail('/v1/mutations', { kind: 'answer', status: 400, body: '{"type":"about:blank","title":"","status":400,"code":"invalid"}' }, { times: Infinity, when: ({ body }) => body.includes('Gif') });
    await desk.signIn();
    expect(await desk.settled()).toMatchObject({ pending: 0, parked: 1 });
    const names = new Map((await rowsAt(site, 'customer')).map((row) => [row.id, row.givenName]));
    expect([first, second, third].map((customer) => names.get(customer!.id))).toEqual(['Eerste', 'Fatima', 'Derde']);
    expect(outboxOf(desk.path)).toMatchObject([{ entityId: second!.id, patch: { givenName: 'Gif' } }]);
  });
});
