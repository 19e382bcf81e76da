import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Mutation, MutationResult } from '#shared/contract/sync.ts';
import { onEachDatabase } from './support/each-database.ts';
import { addressPatch, customerPatch, interactionPatch, mutation } from './support/samples.ts';
import { codeIn, Workstation } from './support/workstation.ts';

const codeOf = (result: MutationResult): string => (result.status === 'rejected' ? result.code : result.status);

onEachDatabase('mutations', (newDatabase) => {
  let central: Central;
  let an: Workstation;
  let bart: Workstation;

  beforeAll(async () => {
    central = await createCentral({ database: await newDatabase(), key: Buffer.alloc(32) });
    an = await Workstation.open(central);
    bart = await Workstation.open(central);
  });
  afterAll(async () => await central.close());

  const applied = async (workstation: Workstation, given: Mutation): Promise<MutationResult & { status: 'applied' }> => {
    const result = await workstation.mutateOne(given);
    if (result.status !== 'applied') throw new Error(`expected applied: ${JSON.stringify(result)}`);
    return result;
  };
  const newCustomer = async (): Promise<string> => {
    const created = mutation('customer', null, customerPatch());
    await applied(an, created);
    return created.entityId;
  };
  const rowOf = async (id: string): Promise<Record<string, unknown> | undefined> => {
    const lines = await an.snapshot();
    return lines.flatMap((line) => (line.type === 'row' && line.row['id'] === id ? [line.row] : []))[0];
  };

  describe('creating', () => {
    it('gives version 1 and a customer number of its own', async () => {
      const first = await applied(an, mutation('customer', null, customerPatch()));
      const second = await applied(an, mutation('customer', null, customerPatch()));
      expect(first).toMatchObject({ version: 1, row: { version: 1, familyName: 'Peeters', customerNumber: expect.stringMatching(/^BE-\d{6}$/) } });
      expect(second.row!['customerNumber']).not.toBe(first.row!['customerNumber']);
    });

    it('of the same row by another mutation answers the row, or a conflict where it differs', async () => {
      const created = mutation('customer', null, customerPatch());
      await applied(an, created);
      expect(await applied(an, { ...created, id: newId() })).toMatchObject({ version: 1 });
      expect(await an.mutateOne({ ...created, id: newId(), patch: customerPatch({ givenName: 'Els' }) })).toMatchObject({ status: 'conflict', row: { givenName: 'An' } });
    });

    it('of what was answered at the identity gate is written down for good, and read by team leads only', async () => {
      const customerId = await newCustomer();
      const patch = { interactionId: newId(), customerId, queueId: null, agentId: null, at: '2026-01-05T09:00:00.000Z', kind: 'wrong', check: 'postcode', way: null, carried: null, opened: [] };
      const told = mutation('identityCheck', null, patch);
      expect(await applied(an, told)).toMatchObject({ row: { agentId: an.agentId, kind: 'wrong', check: 'postcode' } });
      expect(codeOf(await an.mutateOne(mutation('identityCheck', 1, { kind: 'passed' }, told.entityId)))).toBe('invalid');
      expect(codeOf(await an.mutateOne({ ...mutation('identityCheck', 1, {}, told.entityId), patch: null }))).toBe('forbidden');
      expect(codeOf(await an.mutateOne(mutation('identityCheck', null, { ...patch, agentId: bart.agentId })))).toBe('forbidden');
      // Nothing of what was said has a place in it.
      expect(codeOf(await an.mutateOne(mutation('identityCheck', null, { ...patch, answer: '9000' })))).toBe('invalid');
      const where = `/v1/identity-checks?customerId=${customerId}`;
      expect((await bart.send('GET', where)).json).toMatchObject({ items: [] });
      expect((await bart.send('GET', `/v1/identity-checks/${told.entityId}`)).status).toBe(404);
      await central.admin.setAccess(bart.session.agent.username, { role: 'team-lead' });
      expect((await bart.send('GET', where)).json).toMatchObject({ items: [{ id: told.entityId, kind: 'wrong', agentId: an.agentId }], next: null });
      await central.admin.setAccess(bart.session.agent.username, { role: 'operator' });
    });

    it('of an export is written down in the name of who did it, and stays as it is', async () => {
      const patch = { agentId: null, list: 'history', format: 'ods', rows: 1234, customerId: null, at: '2026-01-05T09:00:00.000Z' };
      const taken = mutation('dataExport', null, patch);
      expect(await applied(an, taken)).toMatchObject({ row: { agentId: an.agentId, list: 'history', rows: 1234 } });
      expect(codeOf(await an.mutateOne(mutation('dataExport', 1, { rows: 1 }, taken.entityId)))).toBe('invalid');
      expect(codeOf(await an.mutateOne(mutation('dataExport', null, { ...patch, agentId: bart.agentId })))).toBe('forbidden');
      expect(codeOf(await an.mutateOne(mutation('dataExport', null, { ...patch, list: 'everything' })))).toBe('invalid');
    });

    it('takes a call from a device that does not know of transfers and quality yet', async () => {
      const own = mutation('interaction', null, interactionPatch(an.agentId));
      const leg = mutation('callLeg', null, callLegPatch(own.entityId));
      await applied(an, own);
      expect(await applied(an, leg)).toMatchObject({ row: { transferredTo: null, quality: null, recording: null } });
      // A change of something else leaves what was measured.
      const quality = { seconds: 9, mosMean: 4, mosWorst: 4, lossPercent: 0, jitterMs: 1, roundTripMs: null, codec: 'opus' };
      await applied(an, mutation('callLeg', 1, { quality }, leg.entityId));
      expect(await applied(an, mutation('callLeg', 2, { cause: 'busy' }, leg.entityId))).toMatchObject({ row: { cause: 'busy', quality } });
    });

    it('gives a conversation without an operator to the one who brings it', async () => {
      expect(await applied(an, mutation('interaction', null, interactionPatch(null)))).toMatchObject({ row: { agentId: an.agentId } });
    });

    it('keeps every value as it was, in any script', async () => {
      const note = 'Café “Zoë” \u{1F680} <script>alert(1)</script> \'); drop table customer; -- \\ \n\t%s ${x}';
      const given = mutation('interaction', null, interactionPatch(an.agentId, { note, captured: { reden: note } }));
      const { row } = await applied(an, given);
      expect([row!['note'], row!['captured']]).toEqual([note, { reden: note }]);
      expect(await rowOf(given.entityId)).toEqual(row);
    });
  });

  describe('repeating', () => {
    it('answers as the first time and applies nothing twice', async () => {
      const created = mutation('customer', null, customerPatch());
      const first = await an.mutateOne(created);
      expect(await an.mutateOne(created)).toEqual(first);
      expect(await rowOf(created.entityId)).toMatchObject({ version: 1 });
    });

    it('answers with the row as others have made it since: an older copy would take that back on the device', async () => {
      const created = mutation('customer', null, customerPatch());
      await applied(an, created);
      await applied(bart, mutation('customer', 1, { givenName: 'Els' }, created.entityId));
      expect(await an.mutateOne(created)).toMatchObject({ status: 'applied', version: 2, row: { version: 2, givenName: 'Els' } });
    });

    it('of a row that others removed since says so, and of a conflict about one that there is no such row', async () => {
      const created = mutation('address', null, addressPatch(await newCustomer()));
      await applied(an, created);
      await applied(bart, mutation('address', 1, { street: 'Nieuwe straat' }, created.entityId));
      const disputed = mutation('address', 1, { street: 'Andere straat' }, created.entityId);
      expect(await an.mutateOne(disputed)).toMatchObject({ status: 'conflict', version: 2 });
      await applied(bart, { ...mutation('address', 2, {}, created.entityId), patch: null });
      expect(await an.mutateOne(created)).toMatchObject({ status: 'applied', version: 3, row: null });
      expect(codeOf(await an.mutateOne(disputed))).toBe('not-found');
    });

    it('at the same time applies once', async () => {
      const created = mutation('interaction', null, interactionPatch(an.agentId));
      const answers = await Promise.all(Array.from({ length: 8 }, async () => await an.mutateOne(created)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await rowOf(created.entityId)).toMatchObject({ version: 1 });
    });

    it('within one outbox applies once', async () => {
      const created = mutation('customer', null, customerPatch());
      const [first, second] = await an.mutate(created, created);
      expect(second).toEqual(first);
    });

    it('of an id for something else, or by somebody else, is rejected and tells nothing', async () => {
      const created = mutation('customer', null, customerPatch());
      await applied(an, created);
      expect(codeOf(await an.mutateOne({ ...created, patch: customerPatch({ givenName: 'Els' }) }))).toBe('id-reused');
      expect(codeOf(await bart.mutateOne(created))).toBe('id-reused');
    });

    it('of a rejection and of a conflict answers the same', async () => {
      const missing = mutation('address', null, addressPatch(newId()));
      const first = await an.mutateOne(missing);
      expect(codeOf(first)).toBe('reference-missing');
      expect(await an.mutateOne(missing)).toEqual(first);
    });
  });

  describe('changing', () => {
    it('merges fields that nobody else touched', async () => {
      const id = await newCustomer();
      await applied(an, mutation('customer', 1, { givenName: 'Els' }, id));
      expect(await applied(bart, mutation('customer', 1, { familyName: 'Maes' }, id))).toMatchObject({ version: 3, row: { givenName: 'Els', familyName: 'Maes' } });
    });

    it('of a field that somebody else changed is a conflict with the row as it is', async () => {
      const id = await newCustomer();
      await applied(an, mutation('customer', 1, { givenName: 'Els' }, id));
      expect(await bart.mutateOne(mutation('customer', 1, { givenName: 'Eva', language: 'fr' }, id))).toMatchObject({ status: 'conflict', version: 2, row: { givenName: 'Els', language: 'nl' } });
    });

    it('to the value that is there already is applied and makes no version', async () => {
      const id = await newCustomer();
      await applied(an, mutation('customer', 1, { givenName: 'Els' }, id));
      expect(await applied(bart, mutation('customer', 1, { givenName: 'Els' }, id))).toMatchObject({ version: 2 });
    });

    it('by one outbox never conflicts with itself: the later mutations were made on the earlier', async () => {
      const created = mutation('interaction', null, interactionPatch(an.agentId));
      const results = await an.mutate(
        created,
        mutation('interaction', 0, { state: 'wrap-up', endedAt: '2026-01-05T09:05:00Z' }, created.entityId),
        mutation('interaction', 0, { state: 'closed', sentence: 'Adres gewijzigd.' }, created.entityId),
      );
      expect(results.map(codeOf)).toEqual(['applied', 'applied', 'applied']);
      expect(await rowOf(created.entityId)).toMatchObject({ version: 3, state: 'closed', endedAt: '2026-01-05T09:05:00.000Z' });
    });

    it('by the same operator at another device does conflict', async () => {
      const elsewhere = await Workstation.open(central, an);
      const id = await newCustomer();
      await applied(an, mutation('customer', 1, { givenName: 'Els' }, id));
      expect(codeOf(await elsewhere.mutateOne(mutation('customer', 1, { givenName: 'Eva' }, id)))).toBe('conflict');
    });

    it('made on a version that does not exist here is a conflict', async () => {
      const id = await newCustomer();
      expect(codeOf(await bart.mutateOne(mutation('customer', 9, { givenName: 'Eva' }, id)))).toBe('conflict');
    });

    it('of one field by many at once applies one and shows it to the others', async () => {
      const id = await newCustomer();
      const stations = await Promise.all(Array.from({ length: 6 }, async () => await Workstation.open(central)));
      const results = await Promise.all(stations.map(async (station, index) => await station.mutateOne(mutation('customer', 1, { givenName: `Naam ${index}` }, id))));
      expect(results.map(codeOf).sort()).toEqual(['applied', 'conflict', 'conflict', 'conflict', 'conflict', 'conflict']);
      const winner = results.find(({ status }) => status === 'applied');
      expect(results.map((result) => (result.status === 'rejected' ? null : result.row))).toEqual(results.map(() => (winner?.status === 'applied' ? winner.row : undefined)));
    });

    it('of different fields by many at once applies them all', async () => {
      const id = await newCustomer();
      const patches = [{ givenName: 'Els' }, { familyName: 'Maes' }, { language: 'fr' }, { segment: 'loyal' }, { birthDate: null }];
      const stations = await Promise.all(patches.map(async () => await Workstation.open(central)));
      const results = await Promise.all(stations.map(async (station, index) => await station.mutateOne(mutation('customer', 1, patches[index]!, id))));
      expect(results.map(codeOf)).toEqual(patches.map(() => 'applied'));
      expect(await rowOf(id)).toMatchObject({ version: 6, ...Object.assign({}, ...patches) });
    });
  });

  describe('rejecting', () => {
    it.each<[string, string, () => Mutation | Promise<Mutation>]>([
      ['an unknown field', 'invalid', () => mutation('customer', null, { ...customerPatch(), isAdmin: true })],
      ['a missing field', 'invalid', () => mutation('customer', null, { givenName: 'An' })],
      ['a wrong type', 'invalid', () => mutation('customer', null, { ...customerPatch(), archived: 'yes' })],
      ['a date that does not exist', 'invalid', () => mutation('customer', null, customerPatch({ birthDate: '2026-02-30' }))],
      ['the year nought', 'invalid', () => mutation('customer', null, customerPatch({ birthDate: '0000-01-01' }))],
      ['a NUL character', 'invalid', () => mutation('customer', null, customerPatch({ givenName: 'a\u0000b' }))],
      ['half a surrogate pair', 'invalid', () => mutation('customer', null, customerPatch({ givenName: 'a\ud800b' }))],
      ['a text that is too long', 'invalid', () => mutation('interaction', null, interactionPatch(an.agentId, { note: 'x'.repeat(10_001) }))],
      ['a customer number', 'field-forbidden', () => mutation('customer', null, customerPatch({ customerNumber: 'BE-000001' }))],
      ['a version', 'field-forbidden', () => mutation('customer', null, { ...customerPatch(), version: 7 })],
      ['another id', 'field-forbidden', () => mutation('customer', null, { ...customerPatch(), id: newId() })],
      ['a change of the customer number', 'field-forbidden', async () => mutation('customer', 1, { customerNumber: null }, await newCustomer())],
      ['a row that does not exist', 'not-found', () => mutation('customer', 1, { givenName: 'Els' })],
      ['an address of nobody', 'reference-missing', () => mutation('address', null, addressPatch(newId()))],
      ['a conversation in no queue', 'reference-missing', () => mutation('interaction', null, interactionPatch(an.agentId, { queueId: newId() }))],
      ['a call of no conversation', 'reference-missing', () => mutation('callLeg', null, callLegPatch(newId()))],
      ["a conversation in another operator's name", 'forbidden', () => mutation('interaction', null, interactionPatch(bart.agentId))],
    ])('%s', async (_name, code, given) => {
      expect(codeOf(await an.mutateOne(await given()))).toBe(code);
    });

    it("a hand-over in another operator's name, and a change of another's", async () => {
      const own = mutation('handOver', null, handOverPatch(null));
      expect(await applied(an, own)).toMatchObject({ row: { agentId: an.agentId } });
      const attempts = await bart.mutate(mutation('handOver', 1, { note: 'mine' }, own.entityId), mutation('handOver', null, handOverPatch(an.agentId)));
      expect(attempts.map(codeOf)).toEqual(['forbidden', 'forbidden']);
    });

    it("another operator's conversation and its calls, and giving one away", async () => {
      const own = mutation('interaction', null, interactionPatch(an.agentId));
      const leg = mutation('callLeg', null, callLegPatch(own.entityId));
      expect((await an.mutate(own, leg)).map(codeOf)).toEqual(['applied', 'applied']);
      const attempts = await bart.mutate(
        mutation('interaction', 1, { note: 'mine' }, own.entityId),
        mutation('interaction', 1, { agentId: bart.agentId }, own.entityId),
        mutation('callLeg', 1, { cause: 'busy' }, leg.entityId),
        mutation('callLeg', null, callLegPatch(own.entityId)),
      );
      expect(attempts.map(codeOf)).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden']);
      expect(codeOf(await an.mutateOne(mutation('interaction', 1, { agentId: bart.agentId }, own.entityId)))).toBe('forbidden');
    });

    it('one does not keep the others back', async () => {
      const results = await an.mutate(
        mutation('customer', null, customerPatch()),
        mutation('customer', null, customerPatch({ givenName: '\u0000' })),
        mutation('address', null, addressPatch(newId())),
        mutation('customer', null, customerPatch()),
      );
      expect(results.map(codeOf)).toEqual(['applied', 'invalid', 'reference-missing', 'applied']);
    });
  });

  describe('refusing the request', () => {
    it.each<[string, (given: Mutation) => unknown]>([
      ['an unknown field', (given) => ({ mutations: [{ ...given, force: true }] })],
      ['an entity that devices may not write', (given) => ({ mutations: [{ ...given, entity: 'agent' }] })],
      ['an id that is none', (given) => ({ mutations: [{ ...given, entityId: "1'; drop table customer; --" }] })],
      ['__proto__ as a field', (given) => ({ mutations: [{ ...given, patch: JSON.parse('{"__proto__":{"a":1}}') as unknown }] })],
      ['an empty list', () => ({ mutations: [] })],
      ['more than a hundred', (given) => ({ mutations: Array.from({ length: 101 }, () => ({ ...given, id: newId() })) })],
    ])('%s', async (_name, body) => {
      const answer = await an.send('POST', '/v1/mutations', body(mutation('customer', null, customerPatch())));
      expect([answer.status, codeIn(answer)]).toEqual([400, 'invalid']);
    });

    it('a giant body', async () => {
      const answer = await an.send('POST', '/v1/mutations', `"${'x'.repeat(9 * 1024 * 1024)}"`);
      expect([answer.status, codeIn(answer)]).toEqual([413, 'too-large']);
    });
  });

  function handOverPatch(agentId: string | null): Record<string, unknown> {
    return { interactionId: newId(), callId: newId(), agentId, customerId: null, queueId: null, number: null, kind: 'blind', target: '203', note: 'x', at: '2026-01-05T09:00:00Z' };
  }

  function callLegPatch(interactionId: string): Record<string, unknown> {
    return { interactionId, callId: newId(), direction: 'inbound', startedAt: '2026-01-05T09:00:00Z', answeredAt: null, endedAt: null, cause: null, endedBy: null };
  }
});
