import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { seedOfRun } from './support/random.ts';
import { eventually, openDesk, openSite, prepareSites, rowsAt, type Desk, type Site } from './support/sync-bench.ts';

beforeAll(prepareSites);

const played = 3;
const kinds = ['point', 'address', 'note', 'case', 'consent'] as const;
const steps = ['add', 'change', 'remove'] as const;
const desk = fc.nat({ max: 1 });
const command = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('edit' as const), desk, customer: fc.nat({ max: played - 1 }), what: fc.constantFrom(...kinds), step: fc.constantFrom(...steps), which: fc.nat({ max: 9 }), seed: fc.nat({ max: 9_999 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('merge' as const, 'undo' as const, 'archive' as const), desk }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('offline' as const, 'online' as const, 'restart' as const), desk }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('fault' as const), path: fc.constantFrom('/v1/mutations', '/v1/changes', '/v1/snapshot'), fault: fc.constantFrom('down' as const, 'lose-answer' as const, 'cut' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;
type Edit = Extract<Command, { kind: 'edit' }>;

interface World {
  readonly site: Site;
  readonly desks: readonly [Desk, Desk];
}

/** What an operator is told and can go on from: a file that became another one, a row that a colleague has removed, a number twice. */
const refusals = new Set(['store.not-found', 'store.refused']);

async function edit({ workspace }: Desk, id: string, { what, step, which, seed }: Edit): Promise<void> {
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
      await workspace.call('consent.add', { customerId: id, channel: 'phone', purpose: 'any', state: step === 'remove' ? 'withdrawn' : 'given', source: 'call', how: `gezegd ${seed}` });
  }
}

async function restart(desk: Desk): Promise<void> {
  await desk.main.call('store.close', undefined);
  await desk.open();
  await desk.signIn();
}

async function play({ site, desks }: World, command: Command): Promise<void> {
  const ids = site.centre.customers.slice(0, played).map(({ id }) => id);
  switch (command.kind) {
    case 'edit':
      return await edit(desks[command.desk]!, ids[command.customer]!, command);
    case 'merge':
      return void (await desks[command.desk]!.workspace.call('customer.merge', { survivorId: ids[0]!, mergedId: ids[1]!, taken: [] }));
    case 'undo': {
      const { merges } = await desks[command.desk]!.workspace.call('customer.get', { id: ids[0]! });
      if (merges[0] !== undefined) await desks[command.desk]!.workspace.call('customer.undoMerge', { id: merges[0].id });
      return;
    }
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
async function decideAll({ workspace }: Desk, mine: boolean): Promise<void> {
  for (let { work } = await workspace.call('unsent.list', undefined); work.length > 0; { work } = await workspace.call('unsent.list', undefined)) {
    const [{ id, state, fields }] = work as [(typeof work)[number]];
    if (state === 'conflict') await workspace.call('unsent.resolve', { id, choices: Object.fromEntries(fields.map(({ field }) => [field, mine ? 'mine' : 'theirs'])) });
    else await workspace.call('unsent.discard', { id });
  }
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): readonly T[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The parts of a file, each in the order of ids. */
const sorted = ({ customer, contactPoints, addresses, notes, cases, consents, merges }: CustomerFile): unknown =>
  ({ customer, contactPoints: byId(contactPoints), addresses: byId(addresses), notes: byId(notes), cases: byId(cases), consents: byId(consents), merges: byId(merges) });

async function expectOneTruth({ site, desks }: World): Promise<void> {
  const [points, addresses, notes, cases] = [await rowsAt(site, 'contactPoint'), await rowsAt(site, 'address'), await rowsAt(site, 'note'), await rowsAt(site, 'case')];
  const customers = await rowsAt(site, 'customer');
  for (const { id } of site.centre.customers.slice(0, played)) {
    const [first, second] = await Promise.all(desks.map(async ({ workspace }) => await workspace.call('customer.get', { id })));
    expect(sorted(second!)).toEqual(sorted(first!));
    const owner = first!.customer.id;
    const of = <T extends { readonly id: string; readonly customerId: string }>(rows: readonly T[]): readonly T[] => byId(rows.filter(({ customerId }) => customerId === owner));
    expect({ customer: first!.customer, points: byId(first!.contactPoints), addresses: byId(first!.addresses), notes: byId(first!.notes), cases: byId(first!.cases) }).toEqual({
      ...{ customer: customers.find((row) => row.id === owner), points: of(points), addresses: of(addresses), notes: of(notes), cases: of(cases.filter(({ state }) => state !== 'closed')) },
    });
  }
}

it('whole files that two devices change at random, merge and take apart, over a network that fails, are the same on both and at central', async () => {
  const site = await openSite();
  const world: World = { site, desks: [await openDesk(site), await openDesk(site)] };
  await play(world, { kind: 'settle' });
  const refused = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 6, maxLength: 20 }), async (commands) => {
      for (const each of commands) {
        await play(world, each).catch((thrown: unknown) => {
          if (!(thrown instanceof BalieError) || !refusals.has(thrown.code)) throw thrown;
          refused.set(thrown.code, (refused.get(thrown.code) ?? 0) + 1);
        });
      }
      await play(world, { kind: 'settle' });
      for (const [index, mine] of [[0, true], [1, false], [0, false]] as const) {
        await decideAll(world.desks[index], mine);
        await play(world, { kind: 'settle' });
      }
      await eventually(async () => await expectOneTruth(world));
    }),
    { seed: seedOfRun(), numRuns: Number(process.env['RUNS'] ?? 5), endOnFailure: true },
  );
}, 240_000);
