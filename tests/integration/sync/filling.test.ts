import { beforeAll, describe, expect, it } from 'vitest';
import { eventually, openDesk, openSite, prepareSites } from './support/sync-bench.ts';

beforeAll(prepareSites);

type Row = Readonly<Record<string, unknown>>;

/** A snapshot with every row altered on the way. */
function alterRows(lines: string, alter: (row: Row) => Row): string {
  const altered = (line: string): string => {
    const parsed = JSON.parse(line) as { type: string; row?: Row };
    return JSON.stringify(parsed.row === undefined ? parsed : { ...parsed, row: alter(parsed.row) });
  };
  return lines
    .split('\n')
    .map((line) => (line === '' ? '' : altered(line)))
    .join('\n');
}

describe('the first fill', () => {
  it('brings the whole centre, ready for search and calls', async () => {
    const site = await openSite();
    const desk = await openDesk(site);
    expect(await desk.status()).toMatchObject({ state: 'signed-out', lastSyncedAt: null });
    await desk.signIn();
    const status = await desk.settled();
    expect(status).toMatchObject({ pending: 0, parked: 0, error: null, progress: null });
    expect(status.lastSyncedAt).not.toBeNull();
    const [customer] = site.centre.customers;
    expect(await desk.workspace.call('customer.search', { text: 'de smet' })).toMatchObject([{ id: customer!.id }]);
    expect(await desk.workspace.call('customer.search', { text: customer!.phone })).toMatchObject([{ id: customer!.id, matched: 'phone' }]);
    expect(await desk.workspace.call('customer.get', { id: customer!.id })).toMatchObject({ addresses: [{ town: 'Gent' }] });
  });

  it('tells how far it is', async () => {
    const site = await openSite();
    const desk = await openDesk(site);
    const progress: unknown[] = [];
    desk.workspace.on('sync.status', (status) => {
      if (status.state === 'filling') progress.push(status.progress);
    });
    await desk.signIn();
    await desk.settled();
    expect(progress).toContainEqual({ done: 0, total: expect.any(Number) as number });
    expect(progress.length).toBeGreaterThan(1);
  });

  it.each([200, 2_000, 12_000])('cut after %i bytes is taken again, and is whole', async (afterBytes) => {
    const site = await openSite();
    site.proxy.fail('/v1/snapshot', { kind: 'cut', afterBytes });
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    expect(site.proxy.seen('/v1/snapshot')).toHaveLength(2);
    for (const { id } of site.centre.customers) expect((await desk.workspace.call('customer.get', { id })).contactPoints).toHaveLength(1);
  });

  it('that is cut goes on after the last mark that came', async () => {
    const site = await openSite();
    let mark = '';
    const cutBehindCustomers = (lines: string): string => {
      const line = /\{"type":"mark","after":"([^"]+\.customer\.[^"]+)"\}\n/.exec(lines);
      mark = line?.[1] ?? '';
      return `${lines.slice(0, (line?.index ?? 0) + (line?.[0].length ?? 0))}{"type":"row","enti`;
    };
    site.proxy.fail('/v1/snapshot', { kind: 'rewrite', change: cutBehindCustomers });
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    expect(mark).not.toBe('');
    expect(site.proxy.seen('/v1/snapshot').map(({ path }) => path)).toEqual(['/v1/snapshot', `/v1/snapshot?after=${mark}`]);
    for (const { id, phone } of site.centre.customers) expect(await desk.workspace.call('customer.search', { text: phone })).toMatchObject([{ id }]);
  });

  it('begins anew where central no longer knows how far it had come', async () => {
    const site = await openSite();
    site.proxy.fail('/v1/snapshot', { kind: 'rewrite', change: (lines) => lines.replace(/\{"type":"end".*\n/, '') });
    site.proxy.fail('/v1/snapshot?after=', { kind: 'answer', status: 410, body: JSON.stringify({ type: 'about:blank', title: 'gone', status: 410, code: 'cursor-unknown' }) });
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    expect(site.proxy.seen('/v1/snapshot').map(({ path }) => path.includes('after'))).toEqual([false, true, false]);
    for (const { id } of site.centre.customers) expect((await desk.workspace.call('customer.get', { id })).contactPoints).toHaveLength(1);
  });

  it('that loses its last line is not taken for whole', async () => {
    const site = await openSite();
    site.proxy.fail('/v1/snapshot', { kind: 'rewrite', change: (lines) => lines.replace(/\{"type":"end".*\n/, '') });
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    expect(site.proxy.seen('/v1/snapshot')).toHaveLength(2);
  });

  it('is not repeated at the next start: changes go on where they were', async () => {
    const site = await openSite();
    const first = await openDesk(site);
    await first.signIn();
    await first.settled();
    await first.main.call('store.close', undefined);
    const again = await openDesk(site, { path: first.path, station: first.station });
    await again.signIn();
    await again.settled();
    expect(site.proxy.seen('/v1/snapshot')).toHaveLength(1);
  });

  it('keeps a row it cannot read aside, says which, and goes on', async () => {
    const site = await openSite();
    const [bad, good] = site.centre.customers;
    site.proxy.fail('/v1/snapshot', {
      kind: 'rewrite',
      change: (lines) => alterRows(lines, (row) => (row['id'] === bad!.id ? { ...row, segment: 'emperor' } : row)),
    });
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    await expect(desk.workspace.call('customer.get', { id: bad!.id })).rejects.toMatchObject({ code: 'store.not-found' });
    expect(await desk.workspace.call('customer.get', { id: good!.id })).toMatchObject({ customer: { id: good!.id } });
    const line = desk.log.find(({ fields }) => fields['id'] === bad!.id);
    expect(line).toMatchObject({ level: 'warn', fields: { entity: 'customer', reason: 'segment: invalid_value' } });
    expect(JSON.stringify(desk.log)).not.toContain(bad!.familyName);
  });

  it('reads past entities, lines and fields it does not know', async () => {
    const site = await openSite();
    const hostile = ['not json at all', '{"type":"row","entity":"customer; DROP TABLE customer","row":{"id":"x"}}', '{"type":"row","entity":"__proto__","row":{}}', '{"type":"row","entity":"customer","row":null}'];
    site.proxy.fail('/v1/snapshot', {
      kind: 'rewrite',
      change: (lines) => {
        const [begin, ...rows] = lines.trim().split('\n');
        const end = rows.pop() ?? '';
        const newer = alterRows(rows.join('\n'), (row) => ({ ...row, loyaltyPoints: 12 }));
        return [begin, ...hostile, newer, end.replace(/\d+/, (n) => String(Number(n) + hostile.length))].join('\n');
      },
    });
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    for (const { id, familyName } of site.centre.customers) {
      const { customer } = await desk.workspace.call('customer.get', { id });
      expect(customer).toMatchObject({ familyName });
      expect(customer).not.toHaveProperty('loyaltyPoints');
    }
  });
});

describe('after the fill', () => {
  it('a change at central arrives by itself', async () => {
    const site = await openSite();
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    const changed: string[] = [];
    desk.workspace.on('customer.changed', ({ id }) => changed.push(id));
    const row = site.centre.rows.customer![2]!;
    await site.central.import({ customer: [{ ...row, familyName: 'Gewijzigd' }] });
    await eventually(() => expect(changed).toEqual([row.id]));
    expect(await desk.workspace.call('customer.search', { text: 'gewijzigd' })).toMatchObject([{ id: row.id }]);
  });

  it('also after the line of the live events was cut', async () => {
    const site = await openSite();
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    site.proxy.dropConnections();
    const row = site.centre.rows.customer![2]!;
    await site.central.import({ customer: [{ ...row, familyName: 'Gewijzigd' }] });
    await eventually(async () => expect(await desk.workspace.call('customer.search', { text: 'gewijzigd' })).toHaveLength(1));
  });

  it('a sign-out ends all traffic', async () => {
    const site = await openSite();
    const desk = await openDesk(site);
    await desk.signIn();
    await desk.settled();
    await desk.main.call('session.clear', undefined);
    expect(await desk.status()).toMatchObject({ state: 'signed-out' });
    const before = site.proxy.requests.length;
    await desk.workspace.call('sync.now', undefined);
    expect(site.proxy.requests).toHaveLength(before);
  });
});
