import { beforeAll, describe, expect, it } from 'vitest';
import { interactionPatch, mutation } from '../central/support/samples.ts';
import { queueRow } from '../central/support/two-queues.ts';
import { withDatabase } from '../store/support/raw-database.ts';
import { outboxOf } from '../store/support/seed.ts';
import { answer, hangUp, ring } from '../store/support/store-bench.ts';
import { eventually, openDesk, openSite, prepareSites, rowsAt, type Desk, type Site } from './support/sync-bench.ts';

beforeAll(prepareSites);

interface Served {
  readonly site: Site;
  readonly desk: Desk;
  /** A colleague's conversations: with the first customer by the queue that goes, with the second by both, with the third by the one that stays. */
  readonly gone: string;
  readonly kept: readonly string[];
  /** The queue that the test takes away is taken away. */
  takeAway(): Promise<void>;
}

/** An operator of two queues, whose device has the customers of both. */
async function served(): Promise<Served> {
  const site = await openSite();
  const stays = queueRow('blijft');
  await site.central.import({ queue: [stays] });
  await site.central.admin.setCustomerPolicy('queues');
  const talk = (customer: number, queueId: string) => mutation('interaction', null, interactionPatch(site.colleague.agentId, { queueId, customerId: site.centre.customers[customer]!.id, note: 'Vraagt naar de levering' }));
  const talks = [talk(0, site.centre.queue.id), talk(1, site.centre.queue.id), talk(1, stays.id), talk(2, stays.id)];
  expect((await site.colleague.mutate(...talks)).map(({ status }) => status)).toEqual(['applied', 'applied', 'applied', 'applied']);
  const desk = await openDesk(site);
  const { username } = desk.station.session.agent;
  await site.central.admin.setAccess(username, { queues: [site.centre.queue.key, stays.key] });
  await desk.signIn();
  await desk.settled();
  for (const { id } of site.centre.customers.slice(0, 3)) expect((await desk.workspace.call('customer.get', { id })).customer.id).toBe(id);
  const [gone, ...kept] = talks.map(({ entityId }) => entityId);
  return { site, desk, gone: gone!, kept: kept.slice(1), takeAway: async () => await site.central.admin.setAccess(username, { queues: [stays.key] }) };
}

const hits = async ({ workspace }: Desk, text: string): Promise<string[]> => (await workspace.call('customer.search', { text })).map(({ id }) => id);

/** What the file of the database has, apart from what is only an index of it and from what is known to be gone. */
function contents({ path }: Desk): string {
  return withDatabase(path, (handle) =>
    handle
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'customer_words%' AND name NOT LIKE 'sqlite_%' AND name <> 'tombstone'")
      .all()
      .map(({ name }) => `${name}: ${JSON.stringify(handle.prepare(`SELECT * FROM "${name}"`).all())}`)
      .join('\n'),
  );
}

describe('a queue that an operator no longer serves', () => {
  it('takes along its customers and conversations: from the store, the search and the index', async () => {
    const { site, desk, gone, kept, takeAway } = await served();
    const [first, second] = site.centre.customers;
    expect(await hits(desk, first!.phone)).toEqual([first!.id]);
    await takeAway();
    await eventually(async () => await expect(desk.workspace.call('customer.get', { id: first!.id })).rejects.toMatchObject({ code: 'store.not-found' }));
    await desk.settled();
    for (const text of [first!.phone, first!.familyName, first!.phone.slice(-6)]) await eventually(async () => expect(await hits(desk, text)).not.toContain(first!.id));
    const all = contents(desk);
    for (const trace of [first!.id, gone, first!.phone.slice(3), first!.familyName, '"pieter"']) expect(all).not.toContain(trace);
    expect(all).toContain('"fatima"');
    expect(withDatabase(desk.path, (handle) => handle.prepare("SELECT rowid FROM customer_words WHERE customer_words MATCH 'pieter'").all())).toEqual([]);
    for (const id of kept) expect(all).toContain(id);
    expect(await hits(desk, second!.phone)).toEqual([second!.id]);
  });

  it('does not keep what is unsent: it is sent, and what central no longer takes is kept until somebody decides, then nothing of it stays', async () => {
    const { site, desk, takeAway } = await served();
    const [first] = site.centre.customers;
    await desk.main.call('session.clear', undefined);
    const call = await ring(desk, first!.phone, site.centre.queue.key);
    await answer(desk, call);
    await hangUp(desk, call);
    await desk.workspace.call('interaction.close', { id: call.interactionId, outcomeId: site.centre.outcomes[0].id, sentence: '', note: 'Onderweg geschreven', captured: {} });
    await desk.workspace.call('customer.change', { id: first!.id, change: { customer: { givenName: 'Anders' } } });
    await takeAway();
    await desk.signIn();
    await eventually(async () => expect(await desk.status()).toMatchObject({ state: 'synced', parked: 1 }));
    expect((await rowsAt(site, 'interaction')).find(({ id }) => id === call.interactionId)).toMatchObject({ state: 'closed', note: 'Onderweg geschreven', customerId: first!.id });
    const { work } = await desk.workspace.call('unsent.list', undefined);
    expect(work).toHaveLength(1);
    expect(outboxOf(desk.path)).toMatchObject([{ entity: 'customer', patch: { givenName: 'Anders' } }]);
    await desk.workspace.call('unsent.discard', { id: work[0]!.id });
    await expect(desk.workspace.call('customer.get', { id: first!.id })).rejects.toMatchObject({ code: 'store.not-found' });
    expect(await hits(desk, first!.familyName)).toEqual([]);
    // One's own figures stay one's own.
    expect(withDatabase(desk.path, (handle) => handle.prepare('SELECT id FROM interaction WHERE id = ? UNION ALL SELECT id FROM call_leg WHERE interaction_id = ?').all(call.interactionId, call.interactionId))).toEqual([]);
    // Back at the queue, everything is here again.
    await site.central.admin.setAccess(desk.station.session.agent.username, { queues: [site.centre.queue.key] });
    await eventually(async () => expect((await desk.workspace.call('customer.get', { id: first!.id })).customer).toMatchObject({ givenName: 'Pieter' }));
    // Their number may come in a transaction of its own.
    await eventually(async () => expect(await hits(desk, first!.phone)).toEqual([first!.id]));
  });

  it('does not take the conversation from under who is in it', async () => {
    const { site, desk, takeAway } = await served();
    const [first] = site.centre.customers;
    const call = await ring(desk, first!.phone, site.centre.queue.key);
    await answer(desk, call);
    await desk.settled();
    await takeAway();
    await eventually(() => expect(withDatabase(desk.path, (handle) => handle.prepare('SELECT key FROM queue').all())).toEqual([{ key: 'blijft' }]));
    await desk.settled();
    expect(await desk.workspace.call('interaction.get', { id: call.interactionId })).toMatchObject({ interaction: { state: 'open' } });
    await hangUp(desk, call);
    await desk.workspace.call('interaction.close', { id: call.interactionId, outcomeId: site.centre.outcomes[0].id, sentence: '', note: 'Tot het einde', captured: {} });
    await eventually(async () => expect((await rowsAt(site, 'interaction')).find(({ id }) => id === call.interactionId)).toMatchObject({ state: 'closed', note: 'Tot het einde' }));
  });
});
