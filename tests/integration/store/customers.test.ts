import { describe, expect, it } from 'vitest';
import { ring, storeBench } from './support/store-bench.ts';
import { outboxOf, seed } from './support/seed.ts';

async function readyBench() {
  const bench = storeBench();
  await bench.open();
  return { ...bench, centre: seed(bench.path) };
}

const person = { kind: 'person', givenName: 'Jan', familyName: 'De Smét' } as const;
const home = { kind: 'home', street: 'Kerkstraat', houseNumber: '1', box: null, postcode: '8000', town: 'Brugge', country: 'BE' } as const;
const mobile = { kind: 'mobile', value: '0475 12 34 56', preferred: true } as const;

describe('making a customer', () => {
  it('stores numbers in E.164 and sends each part, the customer first', async () => {
    const { workspace, path } = await readyBench();
    const file = await workspace.call('customer.create', { customer: { ...person, vatNumber: 'be 0123.456.749' }, contactPoints: [mobile], addresses: [home] });
    expect(file.customer).toMatchObject({ vatNumber: 'BE0123456749', customerNumber: null, version: 0 });
    expect(file.contactPoints).toMatchObject([{ value: '+32475123456' }]);
    expect(outboxOf(path)).toMatchObject([
      { entity: 'customer', entityId: file.customer.id, baseVersion: null, patch: { familyName: 'De Smét' } },
      { entity: 'contactPoint', baseVersion: null, patch: { customerId: file.customer.id, value: '+32475123456' } },
      { entity: 'address', baseVersion: null, patch: { town: 'Brugge' } },
    ]);
  });

  it.each([
    ['customer.vatNumber', 'invalid-vat', { ...person, vatNumber: 'BE0123456748' }, mobile, home],
    ['customer.familyName', 'required', { kind: 'person', givenName: ' ' }, mobile, home],
    ['customer.organisationName', 'required', { kind: 'organisation' }, mobile, home],
    ['contactPoints.0.value', 'invalid-phone', person, { ...mobile, value: '0475 12' }, home],
    ['contactPoints.0.value', 'invalid-email', person, { kind: 'email', value: 'jan@', preferred: false }, home],
    ['addresses.0.postcode', 'invalid-postcode', person, mobile, { ...home, postcode: '0123' }],
    ['addresses.0.country', 'invalid-country', person, mobile, { ...home, country: '??' }],
  ] as const)('refuses a wrong %s (%s), and then keeps nothing', async (field, reason, customer, contactPoint, address) => {
    const { workspace, path } = await readyBench();
    const creating = workspace.call('customer.create', { customer, contactPoints: [contactPoint], addresses: [address] });
    await expect(creating).rejects.toMatchObject({ code: 'store.refused', details: { field, reason } });
    expect(outboxOf(path)).toEqual([]);
    expect(await workspace.call('customer.search', { text: 'brugge' })).toEqual([]);
  });
});

describe('changing a customer', () => {
  it('sends only what differs, on the version it was made on', async () => {
    const { workspace, path, centre } = await readyBench();
    const id = centre.customers[0]!.id;
    const before = await workspace.call('customer.get', { id });
    const [address] = before.addresses;
    const { customerId: _, version: __, updatedAt: ___, ...same } = address!;
    await workspace.call('customer.change', { id, change: { customer: { givenName: 'Piet', familyName: before.customer.familyName }, addresses: [{ ...same, town: 'Brugge', postcode: '8000' }] } });
    expect(outboxOf(path)).toEqual([
      { entity: 'customer', entityId: id, baseVersion: 1, patch: { givenName: 'Piet' } },
      { entity: 'address', entityId: address!.id, baseVersion: 1, patch: { town: 'Brugge', postcode: '8000' } },
    ]);
    expect(await workspace.call('customer.get', { id })).toMatchObject({ customer: { givenName: 'Piet' }, addresses: [{ town: 'Brugge' }] });
    expect((await workspace.call('customer.search', { text: 'piet brugge' })).map((hit) => hit.id)).toEqual([id]);
  });

  it('that changes nothing sends nothing', async () => {
    const { workspace, path, centre } = await readyBench();
    const { id, familyName } = centre.customers[0]!;
    await workspace.call('customer.change', { id, change: { customer: { familyName } } });
    expect(outboxOf(path)).toEqual([]);
  });

  it("refuses another customer's contact point", async () => {
    const { workspace, path, centre } = await readyBench();
    const [mine, theirs] = centre.customers;
    const [point] = (await workspace.call('customer.get', { id: theirs!.id })).contactPoints;
    const changing = workspace.call('customer.change', { id: mine!.id, change: { contactPoints: [{ ...mobile, id: point!.id }] } });
    await expect(changing).rejects.toMatchObject({ code: 'store.refused', details: { field: 'contactPoints.0.id', reason: 'not-found' } });
    expect(outboxOf(path)).toEqual([]);
  });

  it('does not judge an old number that is not touched', async () => {
    const { workspace, path, centre } = await readyBench();
    const id = centre.customers[0]!.id;
    const [point] = (await workspace.call('customer.get', { id })).contactPoints;
    await workspace.call('customer.change', { id, change: { contactPoints: [{ id: point!.id, kind: point!.kind, value: point!.value, preferred: false }] } });
    expect(outboxOf(path)).toMatchObject([{ patch: { preferred: false } }]);
  });
});

describe('hostile text', () => {
  const nasty = ['<script>alert(1)</script>', "Robert'); DROP TABLE customer;--", 'a\u0001b\u001b[31m\u202Ec', '=HYPERLINK("x")', '\u{1F469}\u200D\u{1F4BB}'];

  it.each(nasty)('%j is stored as typed', async (familyName) => {
    const { workspace } = await readyBench();
    const { customer } = await workspace.call('customer.create', { customer: { ...person, familyName }, contactPoints: [], addresses: [] });
    expect((await workspace.call('customer.get', { id: customer.id })).customer.familyName).toBe(familyName);
  });

  it('that no database can hold is marked, not refused', async () => {
    const { workspace } = await readyBench();
    const { customer } = await workspace.call('customer.create', { customer: { ...person, familyName: 'a\u0000b\ud800c' }, contactPoints: [], addresses: [] });
    expect(customer.familyName).toBe('a\uFFFDb\uFFFDc');
  });

  it.each([...nasty, 'a\u0000b', '"', '*', 'a" OR b', 'NEAR(a b)', 'words:x', '-', '^a', '{a b}: c', 'a\u{1E900}b', '%', '_', '@', '@"; --', '+', '((((', '0'.repeat(200), 'BE-%'])('%j as a search is only a search', async (text) => {
    const { workspace } = await readyBench();
    await expect(workspace.call('customer.search', { text })).resolves.toBeInstanceOf(Array);
    expect(await workspace.call('customer.search', { text: 'desmet' })).toHaveLength(1);
  });
});

describe('searching', () => {
  it.each([
    ['de smet', 'name'],
    ['DESMET', 'name'],
    ['de sm', 'name'],
    ['smet pie', 'name'],
    ['gent pieter', 'name'],
    ['0470 11 22 00', 'phone'],
    ['+32470112200', 'phone'],
    ['0032 470/11.22.00', 'phone'],
    ['BE-204500', 'customer-number'],
    ['be 204500', 'customer-number'],
  ] as const)('%j finds the customer by %s', async (text, matched) => {
    const { workspace, centre } = await readyBench();
    const [hit] = await workspace.call('customer.search', { text });
    expect(hit).toMatchObject({ id: centre.customers[0]!.id, matched, name: 'Pieter De Smet', town: '9000 Gent' });
  });

  it('finds by e-mail, whatever the case', async () => {
    const { workspace } = await readyBench();
    const { customer } = await workspace.call('customer.create', { customer: person, contactPoints: [{ kind: 'email', value: 'Jan.DeSmet@Example.be', preferred: true }], addresses: [] });
    expect(await workspace.call('customer.search', { text: 'jan.desmet@ex' })).toMatchObject([{ id: customer.id, matched: 'email' }]);
  });

  it('ignores accents on both sides', async () => {
    const { workspace } = await readyBench();
    const { customer } = await workspace.call('customer.create', { customer: { ...person, givenName: 'Zoë', familyName: 'Lemaître' }, contactPoints: [], addresses: [] });
    for (const text of ['zoe lemaitre', 'ZOÉ lemaî']) expect(await workspace.call('customer.search', { text })).toMatchObject([{ id: customer.id }]);
  });

  it('finds a town with all who live there, at most as many as asked', async () => {
    const { workspace } = await readyBench();
    expect(await workspace.call('customer.search', { text: 'gent', limit: 3 })).toMatchObject([{ matched: 'town' }, { matched: 'town' }, { matched: 'town' }]);
  });

  it('leaves out archived customers', async () => {
    const { workspace, centre } = await readyBench();
    const { id, phone } = centre.customers[0]!;
    await workspace.call('customer.change', { id, change: { customer: { archived: true } } });
    expect(await workspace.call('customer.search', { text: 'desmet' })).toEqual([]);
    expect(await workspace.call('customer.search', { text: phone })).toEqual([]);
  });
});

describe('a file in the archive', () => {
  async function archivedJan() {
    const bench = await readyBench();
    const { workspace } = bench;
    const { customer } = await workspace.call('customer.create', { customer: person, contactPoints: [mobile], addresses: [home] });
    await workspace.call('customer.change', { id: customer.id, change: { customer: { archived: true } } });
    return { ...bench, id: customer.id };
  }

  it('is offered, marked and not linked, to a call from a number that nobody else has', async () => {
    const { id, ...bench } = await archivedJan();
    const { interactionId } = await ring(bench, '+32475123456');
    const file = await bench.workspace.call('interaction.get', { id: interactionId });
    expect(file).toMatchObject({ customer: null, interaction: { customerId: null }, candidates: [{ id, archived: true, numberKind: 'mobile', town: '8000 Brugge' }] });
    // Out of the archive it is who calls.
    await bench.workspace.call('customer.change', { id, change: { customer: { archived: false } } });
    const again = await ring(bench, '+32475123456');
    expect((await bench.workspace.call('interaction.get', { id: again.interactionId })).customer?.customer.id).toBe(id);
  });

  it('is no doubt where somebody else has the number', async () => {
    const { id: _, ...bench } = await archivedJan();
    const { customer } = await bench.workspace.call('customer.create', { customer: { ...person, givenName: 'Els' }, contactPoints: [mobile], addresses: [home] });
    const { interactionId } = await ring(bench, '+32475123456');
    expect(await bench.workspace.call('interaction.get', { id: interactionId })).toMatchObject({ customer: { customer: { id: customer.id } }, candidates: [] });
  });

  it('is found by its whole customer number, and by nothing else', async () => {
    const bench = await readyBench();
    const { workspace, centre } = bench;
    const { id, customerNumber, familyName } = centre.rows.customer![0]!;
    await workspace.call('customer.change', { id, change: { customer: { archived: true } } });
    expect(await workspace.call('customer.search', { text: customerNumber!.toLowerCase() })).toMatchObject([{ id, archived: true, matched: 'customer-number' }]);
    expect((await workspace.call('customer.search', { text: customerNumber!.slice(0, -1) })).map((hit) => hit.id)).not.toContain(id);
    expect((await workspace.call('customer.search', { text: familyName })).map((hit) => hit.id)).not.toContain(id);
  });
});

it('an organisation needs a name, and its VAT number goes to central as it is written', async () => {
  const { workspace, path } = await readyBench();
  const { customer } = await workspace.call('customer.create', { customer: { kind: 'organisation', organisationName: 'Brouwerij Het Anker', vatNumber: '0123.456.749' }, contactPoints: [], addresses: [] });
  expect(customer).toMatchObject({ kind: 'organisation', organisationName: 'Brouwerij Het Anker', vatNumber: 'BE0123456749' });
  expect(outboxOf(path)).toMatchObject([{ entity: 'customer', patch: { kind: 'organisation', organisationName: 'Brouwerij Het Anker', vatNumber: 'BE0123456749' } }]);
  expect(await workspace.call('customer.search', { text: 'anker' })).toMatchObject([{ id: customer.id, name: 'Brouwerij Het Anker' }]);
});
