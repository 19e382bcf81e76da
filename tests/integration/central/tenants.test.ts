import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { openDatabase } from '../../../central/database/open.ts';
import { lists } from '#shared/contract/lists.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { EventReader } from './support/event-reader.ts';
import { sharedPostgres } from './support/each-database.ts';
import { testCentre } from '../../fixtures/centre.ts';
import { fillLists, filtersFor, listed } from './support/every-list.ts';
import { customerPatch, mutation } from './support/samples.ts';
import { codeIn, request, Workstation } from './support/workstation.ts';

const postgres = sharedPostgres();

describe.skipIf(postgres === null)('two centres in one PostgreSQL', () => {
  const names = ['centre_a', 'centre_b'] as const;
  let databases: { kind: 'postgres'; url: string; schema: string }[];
  let a: Central;
  let b: Central;
  let ofA: Workstation;
  let ofB: Workstation;

  beforeAll(async () => {
    const server = postgres!;
    const url = await server.createDatabase();
    const database = new URL(url).pathname.slice(1);
    // As docs/administrator/central.md has it.
    for (const name of names) await server.run(database, `create role ${name} login; create schema ${name} authorization ${name}; revoke all on schema public from public`);
    databases = names.map((name) => ({ kind: 'postgres', url: url.replace('balie@', `${name}@`), schema: name }));
    [a, b] = (await Promise.all(databases.map(async (choice, index) => await createCentral({ database: choice, key: Buffer.alloc(32, index + 1) })))) as [Central, Central];
    await a.listen();
    await b.listen();
    ofA = await Workstation.open(a);
    ofB = await Workstation.open(b);
    // With eyes for everything that a centre has.
    await a.admin.setAccess(ofA.session.agent.username, { role: 'administrator' });
    await b.admin.setAccess(ofB.session.agent.username, { role: 'administrator' });
  });
  afterAll(async () => {
    await a.close();
    await b.close();
  });

  const idsOf = async (station: Workstation): Promise<unknown[]> => (await station.snapshot()).flatMap((line) => (line.type === 'row' ? [line.row['id']] : []));

  it('have rows, numbers, sessions and cursors of their own', async () => {
    const [one, two] = [mutation('customer', null, customerPatch()), mutation('customer', null, customerPatch())];
    const results = [await ofA.mutateOne(one), await ofB.mutateOne(two)];
    expect(results.map((result) => (result.status === 'applied' ? result.row?.['customerNumber'] : null))).toEqual(['BE-100001', 'BE-100001']);
    const [inA, inB] = [await idsOf(ofA), await idsOf(ofB)];
    expect([inA.includes(one.entityId), inB.includes(two.entityId)]).toEqual([true, true]);
    expect(inA.filter((id) => inB.includes(id))).toEqual([]);
    expect(codeIn(await request(b, 'GET', '/v1/provisioning', undefined, ofA.authorization))).toBe('unauthorised');
    expect(codeIn(await ofB.send('GET', `/v1/changes?cursor=${await ofA.cursor()}`))).toBe('cursor-unknown');
    expect(await ofB.mutateOne(mutation('customer', 1, { givenName: 'Els' }, one.entityId))).toMatchObject({ status: 'rejected', code: 'not-found' });
  });

  it('find nothing of each other in any list, whatever of the other it is asked by', async () => {
    const { rows, queue } = testCentre({ procedures: true });
    await a.import(rows);
    await fillLists(a, ofA, queue.id);
    const empty: string[] = [];
    for (const [name, list] of Object.entries(lists)) {
      const [row] = await listed(ofA, name);
      if (row === undefined) {
        empty.push(name);
        continue;
      }
      expect((await ofB.send('GET', `/v1/${name}/${row.id}`)).status, name).toBe(404);
      for (const filter of filtersFor(list, row)) {
        // Asked for like this it is found where it is.
        expect((await listed(ofA, name, filter)).map(({ id }) => id)).toContain(row.id);
        expect((await listed(ofB, name, filter)).map(({ id }) => id), `${name} ${JSON.stringify(filter)}`).not.toContain(row.id);
      }
    }
    expect(empty).toEqual(['letter-templates']);
  });

  it('do not hear of each other', async () => {
    // Also whoever says that they were last at a place of the other's.
    const events = await EventReader.open(`${b.url}/v1/events`, { ...ofB.authorization, 'last-event-id': await ofA.cursor() });
    const own = await ofB.cursor();
    expect([await events.next(), await events.next()]).toMatchObject([{ event: 'hello', id: own }, { event: 'changed', id: own }]);
    await ofA.mutateOne(mutation('customer', null, customerPatch()));
    await ofB.mutateOne(mutation('customer', null, customerPatch()));
    // What comes is of one's own centre; that of the other would have come first.
    expect(await events.next()).toMatchObject({ event: 'changed', id: await ofB.cursor() });
    await events.close();
  });

  it('cannot read each other, not even with a statement that names the other', async () => {
    const [choice] = databases;
    if (choice === undefined) throw new Error('no database');
    const { db, close } = await openDatabase(choice, silentLogger);
    for (const table of ['customer', 'credential', 'audit_event', 'session']) {
      await expect(sql`select * from centre_b.${sql.id(table)}`.execute(db)).rejects.toThrow('permission denied for schema centre_b');
    }
    expect((await sql`select 1 from information_schema.tables where table_name = 'customer'`.execute(db)).rows.length).toBe(1);
    await close();
  });
});
