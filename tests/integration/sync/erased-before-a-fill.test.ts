import { beforeAll, expect, it } from 'vitest';
import { withDatabase } from '../store/support/raw-database.ts';
import { answer, hangUp, ring } from '../store/support/store-bench.ts';
import { eventually, prepareSites, rowsAt, type Desk } from './support/sync-bench.ts';
import { twoDesks } from './support/two-desks.ts';

beforeAll(prepareSites);

/** Tables of a device in which anything is left of this customer or of what was said to them; that they are gone may be known. */
function traces({ path }: Desk, words: readonly string[]): string[] {
  return withDatabase(path, (handle) => {
    const names = handle.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name <> 'tombstone'").pluck().all() as string[];
    return names.filter((name) => words.some((word) => JSON.stringify(handle.prepare(`SELECT * FROM "${name}"`).all()).includes(word)));
  });
}

it.each([['and hears of it', false], ['and has to be filled anew, without news of it', true]])('whoever was erased while a workstation was away %s, is forgotten there with all unsent work; calls are sent on without the person', async (_, anew) => {
  const { site, lotte, an } = await twoDesks();
  await site.central.admin.setDuty(lotte.station.session.agent.username, 'privacy', true);
  const [customer, other] = site.centre.customers;
  const { id, phone } = customer!;
  await an.workspace.call('note.add', { customerId: id, text: 'Eerst geheim', pinned: false });
  const begun = await ring(an, phone, site.centre.queue.key);
  await answer(an, begun);
  await an.settled();
  await an.main.call('session.clear', undefined);

  const close = async (interactionId: string): Promise<unknown> =>
    await an.workspace.call('interaction.close', { id: interactionId, outcomeId: site.centre.outcomes[0].id, sentence: 'Zeer geheim', note: 'Heel geheim', captured: {} });
  await hangUp(an, begun);
  await close(begun.interactionId);
  const offline = await ring(an, phone, site.centre.queue.key);
  await answer(an, offline);
  await hangUp(an, offline);
  await close(offline.interactionId);
  const { notes, contactPoints } = await an.workspace.call('customer.get', { id });
  await an.workspace.call('note.change', { id: notes[0]!.id, text: 'Nu geheim' });
  await an.workspace.call('note.add', { customerId: id, text: 'Later geheim', pinned: false });
  await an.workspace.call('customer.change', { id, change: { customer: { givenName: 'Geheim' }, removed: { contactPoints: [contactPoints[0]!.id] } } });
  await an.workspace.call('note.add', { customerId: other!.id, text: 'Van iemand anders', pinned: false });

  await lotte.workspace.call('customer.erase', { id, reason: 'verzoek 1' });
  if (anew) await site.central.admin.beginNewHistory();
  await an.signIn();
  expect(await an.settled()).toMatchObject({ state: 'synced', pending: 0, parked: 0 });
  expect(traces(an, [id, 'geheim', 'Geheim'])).toEqual([]);
  await eventually(async () => expect((await rowsAt(site, 'interaction')).map((row) => row.id).sort()).toEqual([begun.interactionId, offline.interactionId].sort()));
  for (const row of await rowsAt(site, 'interaction')) expect(row).toMatchObject({ state: 'closed', customerId: null, number: null, note: '', sentence: '' });
  expect((await rowsAt(site, 'note')).map(({ text }) => text)).toEqual(['Van iemand anders']);
});
