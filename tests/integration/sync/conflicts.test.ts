import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { withDatabase } from '../store/support/raw-database.ts';
import { type Desk, eventually, openDesk, openSite, prepareSites, rowsAt, type Site } from './support/sync-bench.ts';

beforeAll(prepareSites);

/** A desk that changed one customer while it was offline. */
async function offlineChange(mine: Readonly<Record<string, string>>): Promise<{ site: Site; desk: Desk; id: string }> {
  const site = await openSite();
  const desk = await openDesk(site);
  await desk.signIn();
  await desk.settled();
  await desk.main.call('session.clear', undefined);
  const { id } = site.centre.customers[0]!;
  await desk.workspace.call('customer.change', { id, change: { customer: mine } });
  return { site, desk, id };
}

/** A colleague changes the same customer meanwhile. */
async function colleagueChanges(site: Site, id: string, patch: Readonly<Record<string, string>>): Promise<void> {
  const row = (await rowsAt(site, 'customer')).find((customer) => customer.id === id);
  const result = await site.colleague.mutateOne({ id: newId(), entity: 'customer', entityId: id, baseVersion: row?.version ?? 0, patch, at: new Date().toISOString() });
  expect(result.status).toBe('applied');
}

interface Parked {
  readonly state: string;
  readonly patch: string;
  readonly base: string;
  readonly theirs: string | null;
}

function parked(path: string): Parked[] {
  return withDatabase(path, (handle) => handle.prepare<[], Parked>("SELECT state, patch, base, theirs FROM outbox WHERE state <> 'waiting'").all());
}

describe('two people change one customer', () => {
  it('in different fields: both arrive', async () => {
    const { site, desk, id } = await offlineChange({ givenName: 'Piet' });
    await colleagueChanges(site, id, { familyName: 'Desmedt' });
    await desk.signIn();
    expect(await desk.settled()).toMatchObject({ parked: 0 });
    expect((await desk.workspace.call('customer.get', { id })).customer).toMatchObject({ givenName: 'Piet', familyName: 'Desmedt' });
    expect((await rowsAt(site, 'customer')).find((row) => row.id === id)).toMatchObject({ givenName: 'Piet', familyName: 'Desmedt' });
  });

  it("in the same field: central's stands, and what was typed is parked with theirs and the base", async () => {
    const { site, desk, id } = await offlineChange({ givenName: 'Piet' });
    await colleagueChanges(site, id, { givenName: 'Peter' });
    await desk.signIn();
    expect(await desk.settled()).toMatchObject({ pending: 0, parked: 1 });
    expect((await desk.workspace.call('customer.get', { id })).customer.givenName).toBe('Peter');
    const [entry] = parked(desk.path);
    expect(entry).toMatchObject({ state: 'conflict', patch: '{"givenName":"Piet"}', base: expect.stringMatching(/^\{"givenName":"Pieter","updatedAt":"[^"]+"\}$/) });
    expect(JSON.parse(entry?.theirs ?? '')).toMatchObject({ givenName: 'Peter' });
  });

  it('in one field of two: the other one still arrives', async () => {
    const { site, desk, id } = await offlineChange({ givenName: 'Piet', familyName: 'Smets' });
    await colleagueChanges(site, id, { givenName: 'Peter' });
    await desk.signIn();
    expect(await desk.settled()).toMatchObject({ pending: 0, parked: 1 });
    expect((await rowsAt(site, 'customer')).find((row) => row.id === id)).toMatchObject({ givenName: 'Peter', familyName: 'Smets' });
    expect(parked(desk.path)).toMatchObject([{ patch: '{"givenName":"Piet"}' }]);
  });

  it('to the same value: nothing is in dispute', async () => {
    const { site, desk, id } = await offlineChange({ givenName: 'Peter' });
    await colleagueChanges(site, id, { givenName: 'Peter' });
    await desk.signIn();
    expect(await desk.settled()).toMatchObject({ parked: 0 });
  });
});

describe('one person changes a field twice before central answers', () => {
  it('and does not conflict with themselves', async () => {
    const { site, desk, id } = await offlineChange({ givenName: 'Piet' });
    await desk.workspace.call('customer.change', { id, change: { customer: { givenName: 'Pieterjan' } } });
    await desk.signIn();
    expect(await desk.settled()).toMatchObject({ parked: 0 });
    expect((await rowsAt(site, 'customer')).find((row) => row.id === id)).toMatchObject({ givenName: 'Pieterjan' });
  });
});

describe('a row from central', () => {
  it('never covers a field that still waits to be sent', async () => {
    const site = await openSite();
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    const stop = site.proxy.fail('/v1/mutations', { kind: 'answer', status: 200, body: '{}' }, { times: Infinity });
    const { id } = site.centre.customers[0]!;
    await desk.workspace.call('customer.change', { id, change: { customer: { givenName: 'Piet' } } });
    await colleagueChanges(site, id, { familyName: 'Desmedt', givenName: 'Peter' });
    await desk.workspace.call('sync.now', undefined);
    await eventually(async () => expect((await desk.workspace.call('customer.get', { id })).customer).toMatchObject({ familyName: 'Desmedt', givenName: 'Piet' }));
    stop();
    expect(await desk.settled()).toMatchObject({ parked: 1 });
  });
});

describe('a mutation that central rejects', () => {
  it('is parked with why, and holds up nothing', async () => {
    const site = await openSite();
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    await desk.main.call('session.clear', undefined);
    const { id } = site.centre.customers[0]!;
    await desk.workspace.call('customer.change', { id, change: { customer: { givenName: 'Piet' } } });
    site.proxy.fail('/v1/mutations', {
      kind: 'rewrite',
      change: (answer) => {
        const { results } = JSON.parse(answer) as { results: { id: string }[] };
        return JSON.stringify({ results: results.map((result) => ({ id: result.id, status: 'rejected', code: 'forbidden', reason: 'not yours' })) });
      },
    });
    await desk.signIn();
    expect(await desk.settled()).toMatchObject({ pending: 0, parked: 1 });
    expect(parked(desk.path)).toMatchObject([{ state: 'rejected' }]);
  });
});
