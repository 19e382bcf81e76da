import { describe, expect, it, vi } from 'vitest';
import { placeOf, seqAt } from '../../../electron/store/search/place.ts';
import { answer, hangUp, ring, storeBench } from './support/store-bench.ts';
import { withDatabase } from './support/raw-database.ts';
import { seed } from './support/seed.ts';

async function readyBench() {
  const bench = storeBench();
  await bench.open();
  return { bench, workspace: bench.workspace, centre: seed(bench.path) };
}

const namesake = { customer: { kind: 'person' as const, givenName: 'Pieter', familyName: 'De Smet' }, contactPoints: [], addresses: [] };

describe('words that are out of date', () => {
  it('are brought up to date when the database is opened, without a session', async () => {
    const { bench, workspace, centre } = await readyBench();
    await bench.main.call('store.close', undefined);
    withDatabase(bench.path, (handle) => handle.prepare("UPDATE customer SET family_name = 'Ontrouw' WHERE id = ?").run(centre.customers[0]!.id));
    await bench.open();
    await vi.waitFor(async () => expect(await workspace.call('customer.search', { text: 'ontrouw' })).toMatchObject([{ id: centre.customers[0]!.id }]), { timeout: 10_000 });
  });

  it('of a fill whose process was ended are written when the database is opened, and its numbers too', async () => {
    const { bench, workspace, centre } = await readyBench();
    const [customer] = centre.customers;
    await bench.main.call('store.close', undefined);
    withDatabase(bench.path, (handle) => {
      handle.exec("DELETE FROM phone; INSERT INTO customer_words (customer_words) VALUES ('delete-all'); INSERT INTO device_state VALUES ('search-behind', '{\"customer\":0,\"contact\":0}')");
    });
    await bench.open();
    await vi.waitFor(async () => expect(await workspace.call('customer.search', { text: customer!.familyName })).not.toEqual([]), { timeout: 10_000 });
    expect(await workspace.call('customer.search', { text: customer!.phone })).toMatchObject([{ id: customer!.id, matched: 'phone' }]);
  });
});

describe('search', () => {
  it.each(['vandenbrouke', 'vandenbruocke', 'bandenbroucke luc', 'lux vandenbroucke', 'vandenbroucke gnet'])('%j, with one typing error, finds the customer', async (text) => {
    const { workspace, centre } = await readyBench();
    const { id } = centre.customers.find(({ familyName }) => familyName === 'Vandenbroucke')!;
    expect(await workspace.call('customer.search', { text })).toMatchObject([{ id }]);
  });

  it('finds by a long beginning: of one word, of more words than are asked for by themselves, and beside another word', async () => {
    const { workspace, centre } = await readyBench();
    const found = async (text: string): Promise<string[]> => (await workspace.call('customer.search', { text })).map(({ id }) => id);
    const luc = centre.customers.find(({ familyName }) => familyName === 'Vandenbroucke')!.id;
    expect([await found('vandenbrou'), await found('luc vandenbrou'), await found('vandenbrou gen'), await found('vandenbrou x')]).toEqual([[luc], [luc], [luc], []]);
    const many = await Promise.all(Array.from({ length: 14 }, async (_, at) => (await workspace.call('customer.create', { ...namesake, customer: { ...namesake.customer, familyName: `Zwartendijk${at}` } })).customer.id));
    await vi.waitFor(async () => expect((await found('zwartendijk')).sort()).toEqual(many.sort()), { timeout: 10_000 });
  });

  it.each([
    ['11 22 00', 'phone'],
    ['70112200', 'phone'],
    ['204500', 'customer-number'],
    ['4500', 'customer-number'],
  ] as const)('%j, a part of a number, finds by %s', async (text, matched) => {
    const { workspace, centre } = await readyBench();
    expect((await workspace.call('customer.search', { text })).find(({ id }) => id === centre.customers[0]!.id)).toMatchObject({ matched });
  });

  it('puts whoever was spoken to last before a namesake who came earlier', async () => {
    const { bench, workspace, centre } = await readyBench();
    const { customer } = await workspace.call('customer.create', namesake);
    const search = async (): Promise<string[]> => (await workspace.call('customer.search', { text: 'de smet' })).map(({ id }) => id);
    expect(await search()).toEqual([centre.customers[0]!.id, customer.id]);
    const call = await ring(bench, null);
    await workspace.call('interaction.linkCustomer', { id: call.interactionId, customerId: customer.id });
    await answer(bench, call);
    await hangUp(bench, call);
    // The index follows at the customer's next change, as it does when sync next has something to write.
    await workspace.call('customer.change', { id: customer.id, change: { customer: { language: 'fr' } } });
    expect(await search()).toEqual([customer.id, centre.customers[0]!.id]);
  });

  it.each(['مرحبا', '🍷🍷', '\u202Edesmet', 'de '.repeat(66), 'a'.repeat(200), 'smet" OR "1"="1', "'; DROP TABLE customer; --", 'words : (smet)', 'smet\u0000'])('%j harms nothing', async (text) => {
    const { workspace } = await readyBench();
    await expect(workspace.call('customer.search', { text })).resolves.toBeInstanceOf(Array);
    expect(await workspace.call('customer.search', { text: 'desmet' })).toHaveLength(1);
  });
});

it('a place in the index says whose it is, and later days come first', () => {
  for (const [seq, day] of [[1, 0], [2 ** 24 - 1, 0], [77, 20_500], [2 ** 24 - 1, 2 ** 16 - 1]] as const) expect(seqAt(placeOf(seq, day))).toBe(seq);
  expect(placeOf(2 ** 24 - 1, 20_501)).toBeLessThan(placeOf(1, 20_500));
  expect(Number.isSafeInteger(placeOf(2 ** 24 - 1, 0))).toBe(true);
});
