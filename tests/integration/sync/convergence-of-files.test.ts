import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Order, Reservation } from '#shared/domain/ordering/order.ts';
import { asDelivery } from '#shared/domain/ordering/delivery-address.ts';
import { takesStock } from '#shared/domain/ordering/order-machine.ts';
import { wantedOf } from '#shared/domain/ordering/review.ts';
import type { Central } from '../../../central/central.ts';
import { Workstation } from '../central/support/workstation.ts';
import { answer, hangUp, ring } from '../store/support/store-bench.ts';
import { withDatabase } from '../store/support/raw-database.ts';
import { Account } from './support/account.ts';
import { seedOfRun } from './support/random.ts';
import { eventually, openDesk, openSite, prepareSites, rowsAt, type Desk, type Site } from './support/sync-bench.ts';

beforeAll(prepareSites);

const numRuns = Number(process.env['RUNS'] ?? 5);
const played = 3;
const kinds = ['point', 'address', 'note', 'case', 'consent', 'order', 'conversation'] as const;
const steps = ['add', 'change', 'remove'] as const;
const desk = fc.nat({ max: 1 });
const command = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('edit' as const), desk, customer: fc.nat({ max: played - 1 }), what: fc.constantFrom(...kinds), step: fc.constantFrom(...steps), which: fc.nat({ max: 9 }), seed: fc.nat({ max: 9_999 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('merge' as const, 'undo' as const, 'archive' as const), desk }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), desk, customer: fc.nat({ max: played - 1 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('restore' as const, 'anew' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('offline' as const, 'online' as const, 'restart' as const), desk }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('fault' as const), path: fc.constantFrom('/v1/mutations', '/v1/changes', '/v1/snapshot'), fault: fc.constantFrom('down' as const, 'lose-answer' as const, 'cut' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;
type Edit = Extract<Command, { kind: 'edit' }>;

interface World {
  /** Another one once central was restored. */
  site: Site;
  readonly desks: readonly [Desk, Desk];
  /** Who is played with: in the place of whoever was erased comes somebody new. */
  people: string[];
  /** Puts central's backup back, which is of the beginning; once, as it takes a second. */
  restore: (() => Promise<Central>) | null;
  readonly account: Account;
}

/** Two operators who may also erase, and a backup of central that both of them can return to. */
async function openWorld(): Promise<World> {
  const site = await openSite();
  const desks = [await openDesk(site), await openDesk(site)] as const;
  for (const { station } of desks) await site.central.admin.setDuty(station.session.agent.username, 'privacy', true);
  const restore = await site.backUp();
  return { site: asItRuns(site), desks, people: firstPeople(site), restore, account: new Account() };
}

/** The site with the central that was started last, at which sessions are what they were. */
const asItRuns = (site: Site): Site => ({ ...site, central: site.running(), colleague: new Workstation(site.running(), site.colleague.device, site.colleague.session) });

const firstPeople = ({ centre }: Site): string[] => centre.customers.slice(0, played).map(({ id }) => id);

/** What an operator is told and can go on from: a file that became another one, a row that a colleague has removed, a number twice. */
const refusals = new Set(['store.not-found', 'store.refused', 'session.signed-out', 'order.incomplete']);

/** A call from its ring to its outcome. */
async function converse(desk: Desk, { centre }: Site, { which, seed }: Edit): Promise<void> {
  const call = await ring(desk, centre.customers[which % played]!.phone, centre.queue.key);
  await answer(desk, call);
  await hangUp(desk, call);
  await desk.workspace.call('interaction.close', { id: call.interactionId, outcomeId: centre.outcomes[0].id, sentence: '', note: `Gesprek ${seed}`, captured: {} });
}

/** An order is made, is placed, or the last one that can be is cancelled, loses a piece, or goes elsewhere. */
async function order({ workspace }: Desk, { centre: { shop } }: Site, customerId: string, { step, which, seed }: Edit): Promise<void> {
  if (step === 'remove') {
    const { orders } = await workspace.call('order.list', { customerId });
    const last = orders.find(({ order: { state }, refused }) => refused === null && (state === 'confirmed' || state === 'provisional'));
    if (last === undefined) return;
    const { id, lines, version } = last.order;
    // It was to go to a street that is not in the file: now to one that is, as long as a colleague has not taken it out.
    const [home] = (await workspace.call('customer.get', { id: customerId })).addresses;
    if (seed % 3 === 0 && version > 0 && home !== undefined) await workspace.call('order.redirect', { id, wish: { delivery: asDelivery(home), priority: seed % 2 === 0 ? 'urgent' : 'normal', slotId: null } });
    else if (seed % 2 === 0 && version > 0) await workspace.call('order.lessen', { id, lines: [{ id: lines[0]!.id, quantity: lines[0]!.quantity - 1 }] });
    else await workspace.call('order.change', { id, state: 'cancelled', reason: 'Bedacht' });
    return;
  }
  const delivery = { street: 'Kerkstraat', houseNumber: String(seed + 1), box: null, postcode: '9000', town: 'Gent', country: 'BE' };
  const lines = [{ id: newId(), productId: shop.product[which % 2]!.id, quantity: 1 + (which % 3), discount: 'best' as const }];
  const made = await workspace.call('order.save', { customerId, interactionId: null, wish: { lines, delivery, slotId: null, priority: 'normal', note: '', heard: shop.salesTerms.map(({ id }) => id), language: 'nl' } });
  if (step === 'change') await workspace.call('order.place', { id: made.order!.id });
}

async function edit(desk: Desk, site: Site, id: string, wish: Edit): Promise<void> {
  const { what, step, which, seed } = wish;
  const { workspace } = desk;
  const file = await workspace.call('customer.get', { id });
  const point = file.contactPoints[which % Math.max(1, file.contactPoints.length)];
  const address = file.addresses[which % Math.max(1, file.addresses.length)];
  const note = file.notes[which % Math.max(1, file.notes.length)];
  const one = file.cases[which % Math.max(1, file.cases.length)];
  const number = { kind: 'mobile', value: `+3247${String(1_000_000 + seed)}`, preferred: false } as const;
  const place = { kind: 'delivery', street: 'Kerkstraat', houseNumber: String(seed + 1), box: null, postcode: '9000', town: 'Gent', country: 'BE' } as const;
  const change = async (changes: Parameters<typeof workspace.call<'customer.change'>>[1]['change']): Promise<unknown> => await workspace.call('customer.change', { id, change: changes });
  switch (what) {
    case 'point':
      if (step === 'add' || point === undefined) await change({ contactPoints: [number] });
      else await change(step === 'remove' ? { removed: { contactPoints: [point.id] } } : { contactPoints: [{ ...number, id: point.id }] });
      return;
    case 'address':
      if (step === 'add' || address === undefined) await change({ addresses: [place] });
      else await change(step === 'remove' ? { removed: { addresses: [address.id] } } : { addresses: [{ ...place, id: address.id }] });
      return;
    case 'note':
      if (step === 'add' || note === undefined) await workspace.call('note.add', { customerId: id, text: `Nota ${seed}`, pinned: false });
      else if (step === 'remove') await workspace.call('note.remove', { id: note.id });
      else await workspace.call('note.change', { id: note.id, text: `Anders ${seed}` });
      return;
    case 'case':
      if (one === undefined || step === 'add') await workspace.call('case.open', { customerId: id, kind: 'complaint', subject: `Zaak ${seed}`, description: '', priority: 'normal', dueAt: null, mine: true });
      else await workspace.call('case.change', { id: one.id, ...(step === 'change' ? { subject: `Zaak ${seed}` } : { state: 'closed', result: `Opgelost ${seed}` }) });
      return;
    case 'consent':
      return void (await workspace.call('consent.add', { customerId: id, channel: 'phone', purpose: 'any', state: step === 'remove' ? 'withdrawn' : 'given', source: 'call', how: `gezegd ${seed}` }));
    case 'order':
      return await order(desk, site, id, wish);
    case 'conversation':
      return await converse(desk, site, wish);
  }
}

/** In the place of whoever central no longer has comes somebody new, with the same number. */
async function replaceErased(world: World): Promise<void> {
  const { site } = world;
  const known = new Set((await rowsAt(site, 'customer')).map(({ id }) => id));
  for (const [index, former] of world.people.entries()) {
    if (known.has(former)) continue;
    const id = newId();
    const of = <T extends { readonly id: string }>(row: T): T & { readonly version: number } => ({ ...row, version: 0 });
    const { customer = [], contactPoint = [] } = site.centre.rows;
    await site.central.import({ customer: [of({ ...customer[index]!, id, customerNumber: `BE-3${Date.now() % 100_000}${index}` })], contactPoint: [of({ ...contactPoint[index]!, id: newId(), customerId: id })] });
    world.people[index] = id;
  }
}

/** Central as it was in the beginning; whoever keeps it says that the history is another one, as the administrators' guide has it. */
async function restore(world: World): Promise<void> {
  if (world.restore === null) return;
  const central = await world.restore();
  world.restore = null;
  await central.admin.beginNewHistory();
  world.site = asItRuns(world.site);
  world.account.restored(world.site);
  world.people = firstPeople(world.site);
}

async function restart(desk: Desk): Promise<void> {
  await desk.main.call('store.close', undefined);
  await desk.open();
  await desk.signIn();
}

async function play(world: World, command: Command): Promise<void> {
  const { site, desks, people: ids } = world;
  switch (command.kind) {
    case 'edit':
      return await edit(desks[command.desk]!, site, ids[command.customer]!, command);
    case 'erase':
      await world.account.erasing(site, desks[command.desk]!, ids[command.customer]!);
      return await replaceErased(world);
    case 'restore':
      return await restore(world);
    case 'anew':
      return await site.central.admin.beginNewHistory();
    case 'merge':
      return void (await desks[command.desk]!.workspace.call('customer.merge', { survivorId: ids[0]!, mergedId: ids[1]!, taken: [] }));
    case 'undo':
      return await world.account.undoing(desks[command.desk]!, ids[0]!);
    case 'archive':
      return void (await desks[command.desk]!.workspace.call('customer.change', { id: ids[2]!, change: { customer: { archived: true } } }));
    case 'offline':
      return void (await desks[command.desk]!.main.call('session.clear', undefined));
    case 'online':
      return await desks[command.desk]!.signIn();
    case 'restart':
      return await restart(desks[command.desk]!);
    case 'fault':
      return void site.proxy.fail(command.path, command.fault === 'cut' ? { kind: 'cut', afterBytes: 40 } : { kind: command.fault });
    case 'settle':
      for (const each of desks) {
        await each.signIn();
        await each.settled();
      }
  }
}

/** Decides what is in dispute, and gives up what central does not take. */
async function decideAll({ account }: World, desk: Desk, mine: boolean): Promise<void> {
  const { workspace } = desk;
  for (let { work } = await workspace.call('unsent.list', undefined); work.length > 0; { work } = await workspace.call('unsent.list', undefined)) {
    const [{ id, state, fields }] = work as [(typeof work)[number]];
    if (state === 'conflict') await workspace.call('unsent.resolve', { id, choices: Object.fromEntries(fields.map(({ field }) => [field, mine ? 'mine' : 'theirs'])) });
    else await account.givingUp(desk, async () => await workspace.call('unsent.discard', { id }));
  }
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): readonly T[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The parts of a file, each in the order of ids. */
const sorted = ({ customer, contactPoints, addresses, notes, cases, consents, merges }: CustomerFile): unknown =>
  ({ customer, contactPoints: byId(contactPoints), addresses: byId(addresses), notes: byId(notes), cases: byId(cases), consents: byId(consents), merges: byId(merges) });

interface Told {
  readonly id: string;
  readonly version: number;
  readonly note: string;
  readonly customerId: string | null;
}

/** Every conversation that a device has, and every call of one. */
function conversationsAt({ path }: Desk): { interactions: readonly Told[]; legs: readonly string[] } {
  return withDatabase(path, (handle) => ({
    interactions: handle.prepare<[], Told>('SELECT id, version, note, customer_id AS customerId FROM interaction ORDER BY id').all(),
    legs: handle.prepare('SELECT id FROM call_leg ORDER BY id').pluck().all() as string[],
  }));
}

type Placed = { readonly orders: readonly Order[]; readonly reservations: readonly Reservation[]; readonly file: unknown };

async function fileAt({ workspace }: Desk, id: string): Promise<Placed & { readonly of: CustomerFile }> {
  const of = await workspace.call('customer.get', { id });
  const { orders, reservations } = await workspace.call('order.list', { customerId: of.customer.id });
  return { of, file: sorted(of), orders: byId(orders.map((view) => view.order)), reservations: byId(reservations.map((view) => view.reservation)) };
}

async function expectOneTruth({ site, desks, people }: World): Promise<void> {
  const [points, addresses, notes, cases, orders] = [await rowsAt(site, 'contactPoint'), await rowsAt(site, 'address'), await rowsAt(site, 'note'), await rowsAt(site, 'case'), await rowsAt(site, 'order')];
  const customers = await rowsAt(site, 'customer');
  for (const id of people) {
    const [first, second] = await Promise.all(desks.map(async (each) => await fileAt(each, id)));
    expect({ ...second, of: null }).toEqual({ ...first, of: null });
    const { of: file, orders: placed } = first!;
    const owner = file.customer.id;
    const of = <T extends { readonly id: string; readonly customerId: string }>(rows: readonly T[]): readonly T[] => byId(rows.filter(({ customerId }) => customerId === owner));
    expect({ customer: file.customer, points: byId(file.contactPoints), addresses: byId(file.addresses), notes: byId(file.notes), cases: byId(file.cases), orders: placed }).toEqual({
      ...{ customer: customers.find((row) => row.id === owner), points: of(points), addresses: of(addresses), notes: of(notes), cases: of(cases.filter(({ state }) => state !== 'closed')), orders: of(orders) },
    });
  }
  const told = { interactions: byId(await rowsAt(site, 'interaction')).map(({ id, version, note, customerId }) => ({ id, version, note, customerId })), legs: byId(await rowsAt(site, 'callLeg')).map(({ id }) => id) };
  const stock = byId(await rowsAt(site, 'stock'));
  // Nothing is kept for an order that is not there.
  const wanted = wantedOf(orders.filter(({ state }) => takesStock(state)).flatMap(({ lines }) => lines));
  for (const { productId, allocated } of stock) expect(allocated).toBe(wanted.get(productId) ?? 0);
  for (const each of desks) {
    expect(conversationsAt(each)).toEqual(told);
    const cards = await each.workspace.call('product.search', { text: '', limit: 50 });
    expect(byId(cards.flatMap((card) => card.stock ?? []))).toEqual(stock);
    // Whoever was erased is nowhere.
    const known = withDatabase(each.path, (handle) => handle.prepare('SELECT id FROM customer ORDER BY id').pluck().all());
    expect(known).toEqual(byId(customers).map(({ id }) => id));
  }
}

const wish = (what: Edit['what'], step: Edit['step'], customer: number, atDesk: number): Edit => ({ kind: 'edit', what, step, customer, desk: atDesk, which: customer, seed: 7 });
/** What chance seldom brings together: work of both on somebody who is erased, and a history that begins anew while one of them is away with work. */
const seldom: Command[] = [
  ...[wish('conversation', 'add', 0, 0), wish('order', 'change', 0, 0), wish('order', 'change', 1, 1), { kind: 'settle' } as const, { kind: 'offline', desk: 1 } as const],
  ...[wish('note', 'add', 0, 1), wish('conversation', 'add', 0, 1), wish('order', 'change', 0, 1), wish('order', 'remove', 1, 1), { kind: 'erase', desk: 0, customer: 0 } as const],
  ...[wish('conversation', 'add', 1, 0), wish('point', 'change', 1, 1), { kind: 'restore' } as const, wish('point', 'remove', 2, 1), wish('order', 'change', 1, 0)],
];

/** The same of merges: one that was undone on its way and is refused, and work on somebody who was erased before the cache was filled anew. */
const undone: Command[] = [
  ...[wish('note', 'add', 1, 0), { kind: 'settle' } as const, { kind: 'offline', desk: 1 } as const, { kind: 'merge', desk: 1 } as const, { kind: 'undo', desk: 1 } as const, { kind: 'merge', desk: 0 } as const, { kind: 'settle' } as const],
  ...[{ kind: 'offline', desk: 1 } as const, wish('note', 'change', 2, 1), wish('conversation', 'add', 2, 1), wish('order', 'change', 2, 1), { kind: 'erase', desk: 0, customer: 2 } as const, { kind: 'anew' } as const],
];

it('whole files that two devices change at random, order for, talk about, merge, take apart and erase, over a network that fails and at a central that is restored, are the same on both and at central; what left a device is there, and whoever was erased is nowhere', async () => {
  const world = await openWorld();
  await play(world, { kind: 'settle' });
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 6, maxLength: 20 }), async (commands) => {
      for (const each of commands) {
        await play(world, each).catch((thrown: unknown) => {
          if (!(thrown instanceof BalieError) || !refusals.has(thrown.code)) throw thrown;
        });
      }
      await play(world, { kind: 'settle' });
      // Also before anybody gives up what was refused.
      await eventually(async () => await world.account.expectErased(world.site, world.desks));
      for (const [index, mine] of [[0, true], [1, false], [0, false]] as const) {
        await decideAll(world, world.desks[index], mine);
        await play(world, { kind: 'settle' });
      }
      await eventually(async () => await expectOneTruth(world));
      await world.account.expectNothingLost(world.site);
      await world.account.expectErased(world.site, world.desks);
    }),
    { seed: seedOfRun(), numRuns, examples: [[seldom], [undone]], endOnFailure: true },
  );
}, 60_000 + numRuns * 40_000);
