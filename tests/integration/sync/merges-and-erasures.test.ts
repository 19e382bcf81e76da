import { beforeAll, describe, expect, it } from 'vitest';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { Changes } from '#shared/contract/sync.ts';
import { newId } from '#shared/domain/ids.ts';
import { withDatabase } from '../store/support/raw-database.ts';
import { outboxOf } from '../store/support/seed.ts';
import { eventually, prepareSites, rowsAt, type Desk, type Site } from './support/sync-bench.ts';
import { twoDesks } from './support/two-desks.ts';

beforeAll(prepareSites);

const fileAt = async ({ workspace }: Desk, id: string): Promise<CustomerFile> => await workspace.call('customer.get', { id });
const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id).sort();

/** What a file of a desk consists of, by ids. */
async function partsAt(desk: Desk, id: string): Promise<object> {
  const { customer, contactPoints, addresses, notes } = await fileAt(desk, id);
  return { id: customer.id, archived: customer.archived, contactPoints: idsOf(contactPoints), addresses: idsOf(addresses), notes: idsOf(notes) };
}

/** Pieter's file, and Fatima's, which is to be found one with it. */
async function pair() {
  const { site, lotte, an } = await twoDesks();
  const [stays, twin] = site.centre.customers.map(({ id }) => id) as [string, string];
  for (const { station } of [lotte, an]) await site.central.admin.setDuty(station.session.agent.username, 'privacy', true);
  return { site, lotte, an, stays, twin, merge: async ({ workspace }: Desk) => await workspace.call('customer.merge', { survivorId: stays, mergedId: twin, taken: [] }) };
}

/** Work leaves this device, and central does not hear of it; news comes. @returns what lets it through. */
const muted = ({ proxy }: Site): (() => void) => proxy.fail('/v1/mutations', { kind: 'answer', status: 404 }, { times: Infinity });

/** No news comes to anybody; work leaves. @returns what lets it through. */
const deaf = ({ proxy }: Site): (() => void) => proxy.fail('/v1/changes', { kind: 'answer', status: 503 }, { times: Infinity });

/** As where a large page is written in several transactions: news of notes and customers comes in, of the merges themselves not yet. @returns what lets it through. */
function halfOfNews({ proxy }: Site, { path }: Desk): () => void {
  const cursor = withDatabase(path, (handle) => handle.prepare("SELECT value FROM device_state WHERE key = 'cursor'").pluck().get());
  const half = (body: string): string => JSON.stringify({ changes: (JSON.parse(body) as Changes).changes.filter(({ entity }) => entity !== 'merge'), cursor, more: false });
  return proxy.fail('/v1/changes', { kind: 'rewrite', change: half }, { times: Infinity });
}

async function away(desk: Desk): Promise<void> {
  await desk.main.call('session.clear', undefined);
}

async function back(desk: Desk): Promise<void> {
  await desk.signIn();
  await desk.settled();
}

describe('an answer that comes when the row is another by then', () => {
  it('does not bring back whose it was: a note whose answer was cut, in a file that a colleague merged meanwhile', async () => {
    const { site, lotte, an, stays, twin, merge } = await pair();
    const whole = site.proxy.fail('/v1/mutations', { kind: 'cut', afterBytes: 40 }, { times: Infinity, when: ({ body }) => body.includes('met een half antwoord') });
    await an.workspace.call('note.add', { customerId: twin, text: 'met een half antwoord', pinned: false });
    await eventually(async () => expect(await rowsAt(site, 'note')).toHaveLength(1));
    await merge(lotte);
    await lotte.settled();
    await eventually(async () => expect((await fileAt(an, twin)).customer.id).toBe(stays));
    whole();
    await an.settled();
    expect((await fileAt(an, stays)).notes).toMatchObject([{ text: 'met een half antwoord', version: 2 }]);
    expect(await partsAt(an, stays)).toEqual(await partsAt(lotte, stays));
  });

  it('does not bring the row back: a number whose answer was cut, and that a colleague removed meanwhile', async () => {
    const { site, lotte, an, stays } = await pair();
    const whole = site.proxy.fail('/v1/mutations', { kind: 'cut', afterBytes: 40 }, { times: Infinity, when: ({ body }) => body.includes('+32470998877') });
    await an.workspace.call('customer.change', { id: stays, change: { contactPoints: [{ kind: 'mobile', value: '+32470998877', preferred: false }] } });
    const added = await eventually(async () => (await fileAt(lotte, stays)).contactPoints.find(({ value }) => value === '+32470998877')!.id);
    await lotte.workspace.call('customer.change', { id: stays, change: { removed: { contactPoints: [added] } } });
    await lotte.settled();
    await eventually(async () => expect(await rowsAt(site, 'correction')).toHaveLength(1));
    // Its own news of it has come: what is asked last is answered last.
    await an.workspace.call('sync.now', undefined);
    whole();
    await an.settled();
    expect(await partsAt(an, stays)).toEqual(await partsAt(lotte, stays));
  });
});

describe('a merge that central does not carry out', () => {
  it('is not taken apart where a colleague merged the same files, and news of that came before the refusal', async () => {
    const { site, lotte, an, stays, twin, merge } = await pair();
    await lotte.workspace.call('note.add', { customerId: twin, text: 'van haar', pinned: false });
    await eventually(async () => expect((await fileAt(an, twin)).notes).toHaveLength(1));
    const heard = muted(site);
    await merge(an);
    await site.colleague.mutateOne({ id: newId(), entity: 'merge', entityId: newId(), baseVersion: null, patch: { survivorId: stays, mergedId: twin, taken: [] }, at: new Date().toISOString() });
    for (const [desk, merges] of [[an, 2], [lotte, 1]] as const) await eventually(async () => expect((await fileAt(desk, stays)).merges).toHaveLength(merges));
    heard();
    expect(await an.settled()).toMatchObject({ parked: 1 });
    expect((await fileAt(an, stays)).notes).toMatchObject([{ text: 'van haar' }]);
    expect(await partsAt(an, stays)).toEqual(await partsAt(lotte, stays));
    expect((await rowsAt(site, 'customer')).find(({ id }) => id === twin)).toMatchObject({ archived: true });
  });

  it('asks nothing any more of whoever had undone it meanwhile: neither the merge nor its undoing waits', async () => {
    const { site, lotte, an, stays, twin, merge } = await pair();
    await lotte.workspace.call('note.add', { customerId: twin, text: 'van haar', pinned: false });
    await eventually(async () => expect((await fileAt(an, twin)).notes).toMatchObject([{ version: 1 }]));
    await away(an);
    await merge(an);
    await an.workspace.call('customer.undoMerge', { id: (await fileAt(an, stays)).merges[0]!.id });
    await merge(lotte);
    await lotte.settled();
    await an.signIn();
    expect(await an.settled()).toMatchObject({ pending: 0, parked: 0 });
    // The colleague's merge is another one: nobody has undone that.
    await eventually(async () => expect((await fileAt(an, stays)).notes).toMatchObject([{ text: 'van haar' }]));
    expect(await partsAt(an, stays)).toEqual(await partsAt(lotte, stays));
    expect(await partsAt(an, twin)).toEqual(await partsAt(lotte, twin));
    expect(await rowsAt(site, 'merge')).toMatchObject([{ undoneAt: null }]);
  });

  it('takes nobody along whose file would have been merged into one that was erased', async () => {
    const { site, lotte, an, stays, twin, merge } = await pair();
    const heard = muted(site);
    await merge(an);
    await lotte.workspace.call('customer.erase', { id: stays, reason: 'verzoek 1' });
    await eventually(async () => await expect(fileAt(an, stays)).rejects.toMatchObject({ code: 'store.not-found' }));
    expect(await partsAt(an, twin)).toEqual(await partsAt(lotte, twin));
    expect((await fileAt(an, twin)).contactPoints).toHaveLength(1);
    heard();
    expect(await an.settled()).toMatchObject({ pending: 0, parked: 0 });
  });
});

describe('an erasure at a desk that has not heard of a merge', () => {
  it('takes nobody away by half: it is told which file the other one became, and erases that', async () => {
    const { site, lotte, an, stays, twin, merge } = await pair();
    const { customerNumber } = (await rowsAt(site, 'customer')).find(({ id }) => id === stays)!;
    const news = deaf(site);
    await merge(lotte);
    await eventually(async () => expect(await rowsAt(site, 'merge')).toHaveLength(1));
    expect((await fileAt(an, twin)).customer.id).toBe(twin);
    for (const call of ['customer.erase', 'customer.export'] as const) {
      await expect(an.workspace.call(call, { id: twin, reason: 'verzoek 1' })).rejects.toMatchObject({ code: 'customer.merged', details: { survivorId: stays, survivorNumber: customerNumber } });
    }
    expect((await rowsAt(site, 'customer')).map(({ id }) => id)).toEqual(expect.arrayContaining([stays, twin]));
    // What was asked has told that there is news.
    news();
    await eventually(async () => expect((await fileAt(an, twin)).customer.id).toBe(stays));
    await an.workspace.call('customer.erase', { id: stays, reason: 'verzoek 1' });
    for (const desk of [an, lotte]) for (const id of [stays, twin]) await eventually(async () => await expect(fileAt(desk, id)).rejects.toMatchObject({ code: 'store.not-found' }));
    expect((await rowsAt(site, 'customer')).filter(({ id }) => id === stays || id === twin)).toEqual([]);
  });
});

describe('a merge that was taken back', () => {
  it('gives the other person their own before the first one is erased, also where both are heard of at once', async () => {
    const { lotte, an, stays, twin, merge } = await pair();
    await lotte.workspace.call('note.add', { customerId: twin, text: 'van haar', pinned: false });
    await merge(lotte);
    await lotte.settled();
    await eventually(async () => expect((await fileAt(an, stays)).notes).toHaveLength(1));
    await away(an);
    await lotte.workspace.call('customer.undoMerge', { id: (await fileAt(lotte, stays)).merges[0]!.id });
    await lotte.settled();
    await lotte.workspace.call('customer.erase', { id: stays, reason: 'verzoek 1' });
    await back(an);
    await expect(fileAt(an, stays)).rejects.toMatchObject({ code: 'store.not-found' });
    expect((await fileAt(an, twin)).notes).toMatchObject([{ text: 'van haar' }]);
    expect(await partsAt(an, twin)).toEqual(await partsAt(lotte, twin));
  });
});

describe('a merge that is taken back here and not at central', () => {
  it('is not erased by half: the archived file is refused, and the whole goes with the file that stays', async () => {
    const { site, lotte, an, stays, twin, merge } = await pair();
    await lotte.workspace.call('note.add', { customerId: twin, text: 'van haar', pinned: false });
    await merge(lotte);
    await lotte.settled();
    await eventually(async () => expect(await fileAt(an, stays)).toMatchObject({ notes: [{ version: 2 }], merges: [{ version: 1 }] }));
    const heard = muted(site);
    await an.workspace.call('customer.undoMerge', { id: (await fileAt(an, stays)).merges[0]!.id });
    expect((await fileAt(an, twin)).notes).toHaveLength(1);
    await expect(an.workspace.call('customer.erase', { id: twin, reason: 'verzoek 1' })).rejects.toMatchObject({ code: 'customer.merged', details: { survivorId: stays } });
    expect(await rowsAt(site, 'note')).toHaveLength(1);
    await lotte.workspace.call('customer.erase', { id: stays, reason: 'verzoek 1' });
    for (const id of [stays, twin]) await eventually(async () => await expect(fileAt(an, id)).rejects.toMatchObject({ code: 'store.not-found' }));
    heard();
    expect(await an.settled()).toMatchObject({ pending: 0, parked: 0 });
    expect(await rowsAt(site, 'note')).toEqual([]);
  });

  it('is one file again where central refuses to take it back', async () => {
    const { site, lotte, an, stays, twin, merge } = await pair();
    await lotte.workspace.call('note.add', { customerId: twin, text: 'van haar', pinned: false });
    await merge(lotte);
    await lotte.settled();
    await eventually(async () => expect(await fileAt(an, stays)).toMatchObject({ notes: [{ version: 2 }], merges: [{ version: 1 }] }));
    const { id } = (await fileAt(an, stays)).merges[0]!;
    const refused = (body: string): string => JSON.stringify({ results: (JSON.parse(body) as { results: { id: string }[] }).results.map((result) => ({ id: result.id, status: 'rejected', code: 'too-late', reason: 'This merge can no longer be taken back.' })) });
    site.proxy.fail('/v1/mutations', { kind: 'rewrite', change: refused }, { when: ({ body }) => body.includes(id) });
    await an.workspace.call('customer.undoMerge', { id });
    expect(await an.settled()).toMatchObject({ parked: 1 });
    expect((await fileAt(an, twin)).customer.id).toBe(stays);
  });
});

describe('a merge that is taken back here while half of the news is in that a colleague took it back and merged again', () => {
  it('leaves everything where the colleague put it', async () => {
    const { site, lotte, an, stays, twin, merge } = await pair();
    await lotte.workspace.call('note.add', { customerId: twin, text: 'van haar', pinned: false });
    await merge(lotte);
    await lotte.settled();
    await eventually(async () => expect(await fileAt(an, stays)).toMatchObject({ notes: [{ version: 2 }], merges: [{ version: 1 }] }));
    const { id } = (await fileAt(an, stays)).merges[0]!;
    const news = deaf(site);
    await lotte.workspace.call('customer.undoMerge', { id });
    await merge(lotte);
    await eventually(async () => expect(await rowsAt(site, 'merge')).toHaveLength(2));
    const whole = halfOfNews(site, an);
    news();
    await eventually(async () => expect(await fileAt(an, stays)).toMatchObject({ notes: [{ version: 4 }], merges: [{ id, version: 1 }] }));
    await an.workspace.call('customer.undoMerge', { id });
    expect((await fileAt(an, twin)).notes).toMatchObject([{ version: 4 }]);
    await eventually(() => expect(outboxOf(an.path)).toEqual([]));
    whole();
    for (const desk of [an, lotte]) {
      await desk.workspace.call('sync.now', undefined);
      await desk.settled();
    }
    await eventually(async () => expect((await fileAt(an, stays)).notes).toMatchObject([{ text: 'van haar' }]));
    expect(await partsAt(an, stays)).toEqual(await partsAt(lotte, stays));
    expect(await partsAt(an, twin)).toEqual(await partsAt(lotte, twin));
  });
});

describe('a number that both files have', () => {
  it('is in the file that stays once, also on the device that merged', async () => {
    const { site, lotte, an, stays, twin, merge } = await pair();
    const { phone } = site.centre.customers[0]!;
    const { contactPoint = [] } = site.centre.rows;
    await site.central.import({ contactPoint: [{ ...contactPoint.find(({ customerId }) => customerId === stays)!, id: newId(), customerId: twin }] });
    await eventually(async () => expect((await fileAt(an, twin)).contactPoints.map(({ value }) => value)).toContain(phone));
    await merge(an);
    await an.settled();
    await eventually(async () => expect((await fileAt(lotte, stays)).merges).toHaveLength(1));
    await lotte.settled();
    expect((await fileAt(an, stays)).contactPoints.filter(({ value }) => value === phone)).toHaveLength(1);
    expect(await partsAt(an, stays)).toEqual(await partsAt(lotte, stays));
  });
});
