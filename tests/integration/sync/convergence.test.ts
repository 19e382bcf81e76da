import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import { seedOfRun } from './support/random.ts';
import { eventually, openDesk, openSite, prepareSites, rowsAt, type Desk, type Site } from './support/sync-bench.ts';

beforeAll(prepareSites);

const fields = ['givenName', 'familyName', 'organisationName'] as const;
const hostile = ["'; DROP TABLE customer; --", '<script>alert(1)</script>', '" OR 1=1', 'NEAR(a b)*', '=HYPERLINK("x")', '\u202Eomgekeerd', '__proto__', '\0', '\ud800'];
const value = fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 12, unit: 'grapheme' })).map((text) => `n${text}`);
const where = { customer: fc.nat({ max: 2 }), field: fc.constantFrom(...fields), value };
const desk = fc.nat({ max: 1 });
const command = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), desk, ...where }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('colleague' as const), ...where }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('offline' as const, 'online' as const), desk }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('lose-answer' as const, 'down' as const, 'cut' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

interface World {
  readonly site: Site;
  readonly desks: readonly [Desk, Desk];
}

async function play({ site, desks }: World, command: Command): Promise<void> {
  switch (command.kind) {
    case 'edit': {
      const { id } = site.centre.customers[command.customer]!;
      await desks[command.desk]!.workspace.call('customer.change', { id, change: { customer: { [command.field]: command.value } } });
      return;
    }
    case 'colleague': {
      const { id } = site.centre.customers[command.customer]!;
      const { version } = (await rowsAt(site, 'customer')).find((row) => row.id === id)!;
      await site.colleague.mutateOne({ id: newId(), entity: 'customer', entityId: id, baseVersion: version, patch: { [command.field]: command.value.toWellFormed().replaceAll('\0', '') }, at: new Date().toISOString() });
      return;
    }
    case 'offline':
      await desks[command.desk]!.main.call('session.clear', undefined);
      return;
    case 'online':
      await desks[command.desk]!.signIn();
      return;
    case 'lose-answer':
    case 'down':
      site.proxy.fail('/v1/mutations', { kind: command.kind });
      return;
    case 'cut':
      site.proxy.dropConnections();
      return;
    case 'settle':
      for (const each of desks) {
        await each.signIn();
        await each.settled();
      }
  }
}

/** The customers that were played with, as one place has them. */
const names = (rows: readonly { id: string; givenName: string; familyName: string; organisationName: string | null; version: number }[], { centre }: Site): unknown[] =>
  centre.customers.slice(0, 3).map(({ id }) => {
    const row = rows.find((candidate) => candidate.id === id)!;
    return [row.version, row.givenName, row.familyName, row.organisationName];
  });

async function atDesk({ workspace }: Desk, site: Site): Promise<unknown[]> {
  const files = await Promise.all(site.centre.customers.slice(0, 3).map(({ id }) => workspace.call('customer.get', { id })));
  return names(files.map(({ customer }) => customer), site);
}

/** Decides every conflict, once mine and once theirs. @returns how many there were. */
async function decideAll({ workspace }: Desk, mine: boolean): Promise<number> {
  const { work } = await workspace.call('unsent.list', undefined);
  for (const { id, state, fields: disputed } of work) {
    expect(state).toBe('conflict');
    await workspace.call('unsent.resolve', { id, choices: Object.fromEntries(disputed.map(({ field }) => [field, mine ? 'mine' : 'theirs'])) });
  }
  return work.length;
}

it('two devices and a central that are edited at random, over a network that fails, converge; what lost is in the history', async () => {
  const site = await openSite();
  const world: World = { site, desks: [await openDesk(site), await openDesk(site)] };
  await play(world, { kind: 'settle' });
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 14 }), async (commands) => {
      for (const each of commands) await play(world, each);
      await play(world, { kind: 'settle' });
      // A decision of mine may meet a decision of the other device: after theirs, there is nothing left to decide.
      await decideAll(world.desks[0], true);
      await play(world, { kind: 'settle' });
      await decideAll(world.desks[1], false);
      await decideAll(world.desks[0], false);
      await play(world, { kind: 'settle' });
      await eventually(async () => {
        const central = names(await rowsAt(site, 'customer'), site);
        expect(await atDesk(world.desks[0], site)).toEqual(central);
        expect(await atDesk(world.desks[1], site)).toEqual(central);
      });
      for (const each of world.desks) if ((await each.status()).parked > 0) throw new BalieError('internal', 'work is left undecided');
    }),
    { seed: seedOfRun(), numRuns: Number(process.env['RUNS'] ?? 12), endOnFailure: true },
  );
}, 240_000);
