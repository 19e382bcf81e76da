import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCentral } from '../../../central/central.ts';
import { entityOrder, tableOf } from '../../../central/database/entity-tables.ts';
import { migrate, type Migration } from '../../../central/database/migrate.ts';
import { migrations } from '../../../central/database/migrations/index.ts';
import { scriptEvents } from '../../../central/database/migrations/0120-script-events.ts';
import { openDatabase, type OpenDatabase } from '../../../central/database/open.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { scriptRunSchema, stateOf } from '#shared/domain/script/run.ts';
import { onEachDatabase, sharedPostgres } from './support/each-database.ts';
import { PostgresServer, postgresPrograms } from './support/postgres-server.ts';
import { customerPatch, customerRow, mutation } from './support/samples.ts';
import { codeIn, Workstation } from './support/workstation.ts';

/** What central keeps with a row and tells nobody. */
const centralsOwn: Partial<Record<(typeof entityOrder)[number], readonly { readonly name: string; readonly type: string }[]>> = { numberRange: [{ name: 'device_id', type: 'uuid' }] };

onEachDatabase('the database', (newDatabase) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await openDatabase(await newDatabase(), silentLogger);
  });
  afterAll(async () => await opened.close());

  it('has a column of the right type for every field of every entity, and no other', async () => {
    for (const entity of entityOrder) {
      const { table, fields } = tableOf(entity);
      const { rows } = await sql<{ name: string; type: string }>`
        select column_name as name, udt_name as type from information_schema.columns where table_name = ${table} order by column_name
      `.execute(opened.db);
      const told = fields.map(({ column, type }) => ({ name: column, type: { integer: 'int4', boolean: 'bool' }[type as string] ?? type }));
      const expected = [...told, ...(centralsOwn[entity] ?? [])];
      expect(rows, entity).toEqual(expected.sort((a, b) => (a.name < b.name ? -1 : 1)));
    }
  });

  it('keeps all of a failed migration out', async () => {
    const { db, schemaVersion } = opened;
    const good: Migration = { number: schemaVersion + 5, name: 'good', up: async (trx) => void (await sql`create table left_behind (id integer)`.execute(trx)) };
    const broken: Migration = { number: schemaVersion + 10, name: 'broken', up: async () => await Promise.reject(new Error('broken')) };
    await expect(migrate(db, [...migrations, good, broken], silentLogger)).rejects.toThrow('broken');
    const { rows } = await sql`select 1 from information_schema.tables where table_name = 'left_behind'`.execute(db);
    expect(rows).toEqual([]);
  });

  it('makes events of the trail of a script run', async () => {
    const { db } = opened;
    const run = { scriptKey: 's', scriptVersion: 2, step: 'weerwoord', objections: 1, trail: [{ step: 'a', answer: 'x', reason: null }, { step: 'b', answer: null, reason: 'haast' }, { step: 'c', answer: 'y', reason: null }] };
    const insert = (state: unknown) => sql`
      insert into interaction (id, version, updated_at, channel, direction, state, started_at, sentence, note, script_run, captured, interrupted)
      values (gen_random_uuid(), 1, now(), 'voice', 'inbound', 'open', '2026-01-05T08:00:00Z', '', '', ${JSON.stringify(state)}::jsonb, '{}', false)`.execute(db);
    await insert(run);
    await insert({ ...run, step: null, trail: [], objections: 0 });
    await db.transaction().execute(async (trx) => await scriptEvents.up(trx));
    const { rows } = await sql<{ run: unknown }>`select script_run as run from interaction order by jsonb_array_length(script_run -> 'events') desc`.execute(db);
    const [told, ended] = rows.map((row) => scriptRunSchema.parse(row.run));
    expect(stateOf(told!)).toMatchObject({ step: 'weerwoord', objections: 1, trail: [{ step: 'a', answer: 'x' }, { step: 'b', answer: null, reason: 'haast' }, { step: 'c', answer: 'y' }] });
    expect(ended).toMatchObject({ events: [] });
  });

  it('is migrated once, and refused when it is of a newer central', async () => {
    const { db, schemaVersion } = opened;
    expect(await migrate(db, migrations, silentLogger)).toBe(schemaVersion);
    await db.insertInto('migration').values({ number: schemaVersion + 10, name: 'of tomorrow', appliedAt: new Date() }).execute();
    await expect(migrate(db, migrations, silentLogger)).rejects.toMatchObject({ code: 'database-from-the-future' });
  });
});

const policy = {
  sip: { servers: [{ url: 'wss://sip.example.be/ws' }], registerExpires: 300, sessionExpires: 1800 },
  ice: { servers: [], relayOnly: false, gatheringCapMs: 500 },
  queueHeader: 'X-Queue',
  country: 'BE',
};

const programs = postgresPrograms();
const postgres = sharedPostgres();

describe.skipIf(programs === null || postgres === null)('several processes on one PostgreSQL', () => {
  it('start at once on an empty database, and read what the other wrote', async () => {
    const database = { kind: 'postgres', url: await postgres!.createDatabase() } as const;
    const centrals = await Promise.all([1, 2, 3].map(async () => await createCentral({ database, key: Buffer.alloc(32) })));
    const [first, second] = centrals;
    if (first === undefined || second === undefined) throw new Error('not started');
    const an = await Workstation.open(first);
    const elsewhere = new Workstation(second, an.device, an.session);
    const cursor = await elsewhere.cursor();
    const made = mutation('customer', null, customerPatch());
    const [one, two] = await Promise.all([an.mutateOne(made), elsewhere.mutateOne(made)]);
    expect(two).toEqual(one);
    expect((await elsewhere.changes(cursor)).changes).toMatchObject([{ id: made.entityId, version: 1 }]);
    await Promise.all(centrals.map(async (central) => await central.close()));
  });

  it('give four readers a snapshot at a time, and a reader who goes away frees its place', async () => {
    const central = await createCentral({ database: { kind: 'postgres', url: await postgres!.createDatabase() }, key: Buffer.alloc(32) });
    try {
      const url = await central.listen();
      const an = await Workstation.open(central);
      // More than a socket takes in by itself, in as few rows as can be.
      const long = { givenName: 'a'.repeat(200), familyName: 'b'.repeat(200), organisationName: 'c'.repeat(200) };
      await central.import({ customer: Array.from({ length: 20_000 }, () => customerRow(long)) });
      const open = async (signal: AbortSignal) => await fetch(`${url}/v1/snapshot`, { headers: { ...an.authorization, 'accept-encoding': 'identity' }, signal });
      const readers = Array.from({ length: 4 }, () => new AbortController());
      // Kept to the end: a body that nobody holds any more is given up, and its place with it.
      const held: Response[] = [];
      for (const { signal } of readers) held.push(await open(signal));
      expect(held.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const fifth = await open(AbortSignal.timeout(30_000));
      expect([fifth.status, fifth.headers.get('retry-after')]).toEqual([503, '3']);
      readers[0]?.abort();
      await expect.poll(async () => (await open(AbortSignal.timeout(30_000))).status, { timeout: 20_000 }).toBe(200);
      expect(held.slice(1).map(({ bodyUsed }) => bodyUsed)).toEqual([false, false, false]);
      for (const reader of readers) reader.abort();
    } finally {
      await central.close();
    }
  });

  it('a PostgreSQL that goes away answers 503 with Retry-After and nothing of the statement', async () => {
    const server = await PostgresServer.start(programs ?? '');
    const central = await createCentral({ database: { kind: 'postgres', url: await server.createDatabase() }, key: Buffer.alloc(32) });
    try {
      const an = await Workstation.open(central);
      await server.stop();
      const answer = await an.send('POST', '/v1/mutations', { mutations: [mutation('customer', null, customerPatch())] });
      expect([answer.status, codeIn(answer), answer.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
      expect((await central.app.inject('/v1/health')).statusCode).toBe(503);
    } finally {
      await central.close();
    }
  });
});

describe.skipIf(postgres === null)('secrets', () => {
  it('reach the operator they are for, and cannot be read in the database', async () => {
    const database = { kind: 'postgres', url: await postgres!.createDatabase() } as const;
    const central = await createCentral({ database, key: Buffer.alloc(32, 1) });
    const secret = 'Zonnebloem-in-de-wei-7';
    try {
      await central.admin.createAgent({ username: 'sofie', name: 'Sofie', password: secret });
      await central.admin.setSipAccount('sofie', { uri: 'sip:sofie@example.be', authorizationUser: 'sofie', displayName: 'Sofie', password: secret });
      await central.admin.setProvisioningPolicy(policy);
      const station = await Workstation.open(central);
      expect(codeIn(await station.send('GET', '/v1/provisioning'))).toBe('provisioning-missing');
      await central.admin.setSipAccount(station.session.agent.username, { uri: 'sip:an@example.be', authorizationUser: 'an', displayName: 'An', password: secret });
      expect((await station.send('GET', '/v1/provisioning')).json).toMatchObject({ sip: { password: secret, uri: 'sip:an@example.be' }, queueHeader: 'X-Queue' });
      const { db, close } = await openDatabase(database, silentLogger);
      const dumps = await Promise.all(['credential', 'sip_account', 'access_token', 'refresh_token', 'enrolment'].map(async (table) => (await sql`select * from ${sql.table(table)}`.execute(db)).rows));
      await close();
      const dump = JSON.stringify(dumps);
      for (const hidden of [secret, station.session.accessToken, station.session.refreshToken]) expect(dump).not.toContain(hidden);
    } finally {
      await central.close();
    }
  });
});
