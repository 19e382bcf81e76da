import { describe, expect, it, vi } from 'vitest';
import type { CustomerHit } from '#shared/domain/customer-file.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ReadDb } from '../../../electron/store/database/connection.ts';
import { customersBySeq } from '../../../electron/store/queries/customers.ts';
import { findEveryone } from '../../../electron/store/search/find-everyone.ts';
import { placeOf, seqAt } from '../../../electron/store/search/place.ts';
import { answer, hangUp, now, ring, storeBench } from './support/store-bench.ts';
import { withDatabase } from './support/raw-database.ts';
import { arrive, seed } from './support/seed.ts';

async function readyBench() {
  const bench = storeBench();
  await bench.open();
  return { bench, workspace: bench.workspace, centre: seed(bench.path) };
}

const namesake = { customer: { kind: 'person' as const, givenName: 'Pieter', familyName: 'De Smet' }, contactPoints: [], addresses: [] };

/** An organisation in another town than everybody else, with one of each thing that a customer is found by. */
function arriveBakery(path: string, id: string): void {
  const synced = { version: 1, updatedAt: now() };
  const contact = { ...synced, customerId: id, preferred: true };
  const about = { salutation: 'none', givenName: '', familyName: '', vatNumber: null, birthDate: null, language: 'nl', segment: 'new', archived: false } as const;
  arrive(path, 'customer', [{ ...synced, ...about, id, kind: 'organisation', organisationName: 'Bakkerij Het Zoete Broodje', customerNumber: 'BE-9901' }]);
  arrive(path, 'contactPoint', [
    { ...contact, id: newId(), kind: 'mobile', value: '+32470334455' },
    { ...contact, id: newId(), kind: 'email', value: 'An.Declercq@bestellingen.example' },
  ]);
  arrive(path, 'address', [{ ...synced, id: newId(), customerId: id, kind: 'home', street: 'Kouter', houseNumber: '12', box: null, postcode: '8000', town: 'Brugge', country: 'BE' }]);
}

/** Whom a list of everybody who is found would hold. */
function everyoneFound(db: ReadDb, text: string): string[] {
  const seqs = [...new Set([...findEveryone(db, text, 'BE', 100)].flat())];
  return customersBySeq(db, seqs).map(({ id }) => id);
}

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

  it.each<[string, readonly (readonly [string, CustomerHit['matched']])[]]>([
    ['street and postcode', [['Kouter brugge', 'town'], ['kouter 12', 'town'], ['8000', 'town'], ['8000 kouter', 'town'], ['12 KOUTER 80', 'town']]],
    ["an organisation's name", [['zoete broodje', 'name'], ['broodje bakkerij', 'name'], ['brood brug', 'name']]],
    [
      'a number in any notation, or a part of one, beside a word',
      [['broodje 0470 33 44', 'phone'], ['0470/33.44.55 broodje', 'phone'], ['bakkerij +32 470 33 44 55 brugge', 'phone'], ['00324 70 33 broodje', 'phone'], ['kouter 12 0470334455', 'phone'], ['broodje 334455', 'phone']],
    ],
    ['a customer number beside a word', [['brugge BE-99', 'customer-number'], ['be-9901 broodje', 'customer-number'], ['broodje be 9901', 'customer-number'], ['zoete 9901 8000', 'customer-number']]],
    ['the beginning of an e-mail address', [['an.declercq', 'email'], ['an.decl', 'email'], ['An.Declercq@bestellingen.example', 'email'], ['an.declercq@best', 'email']]],
    ['another part of an e-mail address', [['declercq', 'email'], ['bestelling', 'email'], ['@bestellingen.example', 'email'], ['bestellingen.exam', 'email'], ['declercq@bestel', 'email']]],
    [
      'an e-mail address, or a part of one, beside a word',
      [['an.declercq@best brugge', 'email'], ['brugge an.declercq@bestellingen.example', 'email'], ['decl brugge', 'email'], ['bestellingen.example brugge', 'email'], ['bestellingen broodje', 'email'], ['0470 33 an.declercq@bestellingen.example', 'phone']],
    ],
  ])('finds by %s', async (_, rows) => {
    const { bench, workspace } = await readyBench();
    const id = newId();
    arriveBakery(bench.path, id);
    const found = await Promise.all(rows.map(async ([text]) => [text, (await workspace.call('customer.search', { text })).map((hit) => [hit.id, hit.matched])]));
    expect(found).toEqual(rows.map(([text, matched]) => [text, [[id, matched]]]));
    expect(rows.map(([text]) => [text, everyoneFound(bench.store.context.db, text)])).toEqual(rows.map(([text]) => [text, [id]]));
  });

  it('does not find whoever one of the words is in nothing of', async () => {
    const { bench, workspace } = await readyBench();
    const id = newId();
    arriveBakery(bench.path, id);
    for (const text of ['broodje 0470 33 45', 'broodje BE-9902', 'an.declercq@bestellingen.example gent', 'declercqs', 'peeters 334455', 'bestellingen maes', `${'3 '.repeat(95)}kouter`]) {
      expect((await workspace.call('customer.search', { text })).filter((hit) => hit.id === id), text).toEqual([]);
      expect(everyoneFound(bench.store.context.db, text), text).not.toContain(id);
    }
  });

  it('an e-mail address that comes or goes is found, or not, by its words', async () => {
    const { workspace, centre } = await readyBench();
    const { id } = centre.customers[3]!;
    const found = async (): Promise<number> => (await workspace.call('customer.search', { text: 'wijnkelder gent' })).length;
    const { contactPoints } = await workspace.call('customer.change', { id, change: { contactPoints: [{ kind: 'email', value: 'griet@wijnkelder.example', preferred: false }] } });
    await vi.waitFor(async () => expect(await found()).toBe(1), { timeout: 10_000 });
    await workspace.call('customer.change', { id, change: { removed: { contactPoints: [contactPoints.find(({ kind }) => kind === 'email')!.id] } } });
    await vi.waitFor(async () => expect(await found()).toBe(0), { timeout: 10_000 });
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
