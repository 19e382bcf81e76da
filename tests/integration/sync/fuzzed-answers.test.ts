import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { changesSchema, liveEventSchema, mutationResultsSchema } from '#shared/contract/sync.ts';
import { entityNames, entitySchemas, type EntityName } from '#shared/domain/entities.ts';
import { tables } from '../../../electron/store/entities/tables.ts';
import { fitting, nearlyFitting, type JsonSchema } from '../central/support/arbitrary.ts';
import { withDatabase } from '../store/support/raw-database.ts';
import { outboxOf } from '../store/support/seed.ts';
import { answer, ring } from '../store/support/store-bench.ts';
import { eventually, openDesk, openSite, prepareSites, rowsAt, type Desk, type Site } from './support/sync-bench.ts';

beforeAll(prepareSites);

/** The same every time; another seed looks elsewhere. */
const seed = Number(process.env['BALIE_FUZZ_SEED'] ?? 20_260_105);
const noReference = (): JsonSchema => ({});
const schemaOf = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;

const rowsOf = (entity: EntityName): fc.Arbitrary<unknown> => fitting(schemaOf(entitySchemas[entity]), noReference);
/** A row of any entity, or of one that this version does not know; it fits, or nearly. */
const made = fc
  .constantFrom(...entityNames)
  .chain((entity) => fc.record({ entity: fc.oneof({ weight: 9, arbitrary: fc.constant<string>(entity) }, { weight: 1, arbitrary: fc.constantFrom('hologram', '', '__proto__') }), row: fc.oneof(rowsOf(entity), nearlyFitting(rowsOf(entity))) }));
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] => fc.sample(arbitrary, { seed, numRuns });
const spoilt = (schema: z.ZodType): fc.Arbitrary<unknown> => fc.oneof(fitting(schemaOf(schema), noReference), nearlyFitting(fitting(schemaOf(schema), noReference)));

interface Busy {
  readonly site: Site;
  readonly desk: Desk;
  /** What the operator has typed and not saved, and what waits to be sent, is as it was; every row that is kept fits. */
  unharmed(): Promise<void>;
  /** Central hears what waits, and the desk hears of what is new at central. */
  goesOn(): Promise<void>;
}

/** A desk with a draft, and with work that central has refused and nobody has decided about. @param before what is done to the network before the first fill. */
async function busy(before: (site: Site) => void = () => undefined): Promise<Busy> {
  const site = await openSite();
  before(site);
  const desk = await openDesk(site);
  await desk.signIn();
  await desk.settled();
  const call = await ring(desk, null, site.centre.queue.key);
  await answer(desk, call);
  await desk.workspace.call('draft.write', { interactionId: call.interactionId, fields: { note: 'Nog niet bewaard' } });
  site.proxy.fail('/v1/mutations', { kind: 'answer', status: 400, body: '{"type":"about:blank","title":"","status":400,"code":"invalid"}' });
  const customer = site.centre.customers[0]!;
  await desk.workspace.call('customer.change', { id: customer.id, change: { customer: { givenName: 'Getypt' } } });
  await eventually(async () => expect(await desk.status()).toMatchObject({ parked: 1 }));
  const waiting = outboxOf(desk.path);
  expect(waiting).toHaveLength(1);
  const unharmed = async (): Promise<void> => {
    expect(outboxOf(desk.path)).toEqual(waiting);
    expect((await desk.workspace.call('draft.read', { ownerId: call.interactionId })).draft).toMatchObject({ note: 'Nog niet bewaard' });
    onlyWhatFits(desk);
  };
  const goesOn = async (): Promise<void> => {
    await desk.workspace.call('unsent.retry', { id: (await desk.workspace.call('unsent.list', undefined)).work[0]!.id, changes: {} });
    await eventually(async () => expect((await rowsAt(site, 'customer')).find(({ id }) => id === customer.id)?.givenName).toBe('Getypt'));
    await site.central.import({ customer: [{ ...site.centre.rows.customer![2]!, familyName: 'Hoorbaar' }] });
    await eventually(async () => expect(await desk.workspace.call('customer.search', { text: 'hoorbaar' })).toMatchObject([{ id: site.centre.customers[2]!.id }]));
    await desk.settled();
    onlyWhatFits(desk);
  };
  return { site, desk, unharmed, goesOn };
}

/** Every row that is kept fits the schema of its entity. */
function onlyWhatFits({ path }: Desk): void {
  withDatabase(path, (handle) => {
    for (const { entity, name, columns, decode } of Object.values(tables)) {
      for (const raw of handle.prepare<[], object>(`SELECT ${columns} FROM ${name}`).all()) {
        const read = entitySchemas[entity].safeParse(decode(raw));
        expect(read.success ? [] : [entity, read.error.issues]).toEqual([]);
      }
    }
  });
}

it('rows of a snapshot that were made from their schemas, fitting or not, spoil nothing that is here', { timeout: 30_000 }, async () => {
  const rows = sample(made, 300);
  const among = (lines: string): string => {
    const [begin, ...rest] = lines.trimEnd().split('\n');
    const end = JSON.parse(rest.pop()!) as { rows: number };
    return [begin, ...rows.map((each) => JSON.stringify({ type: 'row', ...each })), ...rest, JSON.stringify({ ...end, rows: end.rows + rows.length }), ''].join('\n');
  };
  const { desk, unharmed, goesOn } = await busy((site) => void site.proxy.fail('/v1/snapshot', { kind: 'rewrite', change: among }));
  // Those that fit are here, those that do not are kept aside: neither is none.
  const [kept, aside] = withDatabase(desk.path, (handle) => ['SELECT count(*) AS n FROM contact_point', 'SELECT count(*) AS n FROM parked_row'].map((sql) => handle.prepare<[], { n: number }>(sql).get()!.n));
  expect(kept).toBeGreaterThan(10);
  expect(aside).toBeGreaterThan(50);
  await unharmed();
  await goesOn();
});

it('pages of changes and live events that were made from their schemas spoil nothing that is here', { timeout: 30_000 }, async () => {
  const { site, desk, unharmed, goesOn } = await busy();
  const changes = sample(made, 300).map(({ entity, row }) => ({ entity, id: (row as { id?: unknown } | null)?.id, version: 1, row }));
  const wholes = sample(spoilt(changesSchema), 6);
  const bodies = sample(fc.array(fc.tuple(fc.constantFrom('hello', 'changed', 'hologram'), spoilt(liveEventSchema)), { minLength: 3, maxLength: 6 }), 5).map((events) =>
    events.map(([event, data], index) => `event: ${event}\nid: ${index}\ndata: ${JSON.stringify(data)}\n\n`).join(''),
  );
  const [pages, streams] = [site.proxy.seen('/v1/changes').length, site.proxy.seen('/v1/events').length];
  site.proxy.fail('/v1/changes', { kind: 'rewrite', change: (text) => JSON.stringify({ ...(JSON.parse(text) as object), changes }) });
  for (const whole of wholes) site.proxy.fail('/v1/changes', { kind: 'rewrite', change: () => JSON.stringify(whole) });
  for (const body of bodies) site.proxy.fail('/v1/events', { kind: 'answer', status: 200, headers: { 'content-type': 'text/event-stream' }, body });
  site.proxy.dropConnections();
  await eventually(async () => {
    await desk.workspace.call('sync.now', undefined);
    expect(site.proxy.seen('/v1/changes').length).toBeGreaterThan(pages + wholes.length);
    expect(site.proxy.seen('/v1/events').length).toBeGreaterThan(streams + bodies.length);
  });
  await unharmed();
  await goesOn();
});

it('answers to mutations that were made from their schemas take nothing out of the outbox that central was not heard to take', { timeout: 30_000 }, async () => {
  const { site, desk, unharmed, goesOn } = await busy();
  const answers = sample(spoilt(mutationResultsSchema), 8);
  let next = 0;
  const heal = site.proxy.fail('/v1/mutations', { kind: 'rewrite', change: () => JSON.stringify(answers[next++ % answers.length]) }, { times: Infinity });
  const { id } = site.centre.customers[1]!;
  await desk.workspace.call('customer.change', { id, change: { customer: { givenName: 'Onbeantwoord' } } });
  await eventually(async () => {
    await desk.workspace.call('sync.now', undefined);
    expect(next).toBeGreaterThanOrEqual(answers.length);
  });
  const theirs = outboxOf(desk.path).filter(({ entityId }) => entityId === id);
  expect(theirs).toMatchObject([{ patch: { givenName: 'Onbeantwoord' } }]);
  heal();
  // Central has taken it, and the row that comes with the answer is anything.
  const [anything] = sample(nearlyFitting(rowsOf('customer')), 1);
  site.proxy.fail('/v1/mutations', {
    kind: 'rewrite',
    change: (text) => JSON.stringify({ results: (JSON.parse(text) as { results: object[] }).results.map((result) => ({ ...result, row: { ...(anything as object) } })) }),
  });
  await eventually(() => expect(outboxOf(desk.path)).toHaveLength(1));
  expect(withDatabase(desk.path, (handle) => handle.prepare('SELECT entity, id FROM parked_row').all())).toContainEqual({ entity: 'customer', id });
  await unharmed();
  await goesOn();
});
