import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import type { Mutation, MutationResult } from '#shared/contract/sync.ts';
import type { EntityName } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { onEachDatabase } from './support/each-database.ts';
import { addressPatch, customerPatch, interactionPatch, mutation } from './support/samples.ts';
import { codeIn, Workstation } from './support/workstation.ts';

const at = '2026-01-05T09:00:00.000Z';
const contactPatch = (customerId: string, value = '+32470112200') => ({ customerId, kind: 'mobile', value, preferred: true });
const notePatch = (customerId: string) => ({ customerId, text: 'Belt liever na 17 uur.', pinned: true, at, agentId: null, interactionId: null });
const casePatch = (customerId: string) => ({
  customerId, kind: 'claim', caseNumber: null, state: 'open', subject: 'Gebroken flessen', description: '', priority: 'high', ownerId: null, queueId: null,
  openedAt: at, openedBy: null, interactionId: null, dueAt: null, closedAt: null, result: '',
});
const promisePatch = (customerId: string, caseId: string) => ({
  customerId, caseId, text: 'Terugbellen', state: 'open', dueAt: at, ownerId: null, queueId: null, madeAt: at, madeBy: null, interactionId: null, doneAt: null,
});
const removal = (entity: Mutation['entity'], entityId: string, baseVersion: number): Mutation => ({ id: newId(), entity, entityId, baseVersion, patch: null, at });

onEachDatabase("the customer's file", (newDatabase) => {
  let central: Central;
  let an: Workstation;
  let bart: Workstation;

  beforeAll(async () => {
    central = await createCentral({ database: await newDatabase(), key: Buffer.alloc(32) });
    an = await Workstation.open(central);
    bart = await Workstation.open(central);
    await central.admin.setDuty(an.session.agent.username, 'privacy', true);
  });
  afterAll(async () => await central.close());

  async function put(entity: Mutation['entity'], patch: Record<string, unknown>, by = an): Promise<string> {
    const given = mutation(entity, null, patch);
    expect(await by.mutateOne(given)).toMatchObject({ status: 'applied' });
    return given.entityId;
  }
  const code = (result: MutationResult): string => (result.status === 'rejected' ? result.code : result.status);
  async function all(entity: EntityName): Promise<Record<string, unknown>[]> {
    return (await an.snapshot()).flatMap((line) => (line.type === 'row' && line.entity === entity ? [line.row] : []));
  }
  const row = async (entity: EntityName, id: string) => (await all(entity)).find((candidate) => candidate['id'] === id);

  describe('removing', () => {
    it('takes a contact point away, tells every device, and keeps what it was', async () => {
      const customerId = await put('customer', customerPatch());
      const contact = await put('contactPoint', contactPatch(customerId));
      const cursor = await bart.cursor();
      expect(await an.mutateOne(removal('contactPoint', contact, 1))).toEqual({ id: expect.any(String), status: 'applied', version: 2, row: null });
      const { changes } = await bart.changes(cursor);
      expect(changes).toContainEqual({ entity: 'contactPoint', id: contact, version: 2, row: null });
      expect((await all('correction')).find((entry) => entry['rowId'] === contact)).toMatchObject({ customerId, field: 'removed', former: { kind: 'mobile', value: '+32470112200' }, value: null, agentId: an.agentId });
    });

    it('is applied when it comes twice, a conflict when somebody changed the row, refused for what stays', async () => {
      const customerId = await put('customer', customerPatch());
      const contact = await put('contactPoint', contactPatch(customerId));
      expect(code(await bart.mutateOne(mutation('contactPoint', 1, { value: '+32470112299' }, contact)))).toBe('applied');
      expect(await an.mutateOne(removal('contactPoint', contact, 1))).toMatchObject({ status: 'conflict', row: { value: '+32470112299' } });
      expect(code(await an.mutateOne(removal('contactPoint', contact, 2)))).toBe('applied');
      expect(code(await an.mutateOne(removal('contactPoint', contact, 2)))).toBe('applied');
      expect(code(await an.mutateOne(removal('customer', customerId, 1)))).toBe('forbidden');
    });
  });

  it('keeps who changed a field and what stood there, and gives a case its number', async () => {
    const customerId = await put('customer', customerPatch({ familyName: 'De Smedt' }));
    await bart.mutate(mutation('customer', 1, { familyName: 'De Smet', archived: false }, customerId));
    expect((await all('correction')).filter((entry) => entry['customerId'] === customerId)).toEqual([
      expect.objectContaining({ entity: 'customer', field: 'familyName', former: 'De Smedt', value: 'De Smet', agentId: bart.agentId, at }),
    ]);
    expect(await row('case', await put('case', casePatch(customerId)))).toMatchObject({ caseNumber: expect.stringMatching(/^Z-\d{6}$/), openedBy: an.agentId });
  });

  it('never changes a consent', async () => {
    const customerId = await put('customer', customerPatch());
    const consent = await put('consent', { customerId, channel: 'phone', purpose: 'any', state: 'withdrawn', at, source: 'call', how: '', agentId: null, interactionId: null });
    expect(code(await an.mutateOne(mutation('consent', 1, { state: 'given' }, consent)))).toBe('invalid');
    expect(await row('consent', consent)).toMatchObject({ state: 'withdrawn', agentId: an.agentId });
  });

  describe('merging', () => {
    async function pair() {
      const stays = await put('customer', customerPatch({ familyName: 'Peeters', birthDate: null }));
      const goes = await put('customer', customerPatch({ familyName: 'Peters', birthDate: '1980-02-03' }));
      await put('contactPoint', contactPatch(stays));
      const same = await put('contactPoint', contactPatch(goes));
      const other = await put('contactPoint', contactPatch(goes, '+32470112233'));
      const call = await put('interaction', interactionPatch(an.agentId, { customerId: goes }));
      const note = await put('note', notePatch(goes));
      const merge = await put('merge', { survivorId: stays, mergedId: goes, taken: ['birthDate'] });
      return { stays, goes, same, other, call, note, merge };
    }

    it('moves all that belongs to the file, takes what was chosen, and undoes it', async () => {
      const { stays, goes, same, other, call, note, merge } = await pair();
      const owner = async (entity: EntityName, id: string) => (await row(entity, id))?.['customerId'];
      expect([await owner('contactPoint', other), await owner('interaction', call), await owner('note', note)]).toEqual([stays, stays, stays]);
      expect(await owner('contactPoint', same)).toBe(goes);
      expect(await row('customer', goes)).toMatchObject({ archived: true });
      expect(await row('customer', stays)).toMatchObject({ familyName: 'Peeters', birthDate: '1980-02-03' });

      expect(await bart.mutateOne(mutation('merge', 1, { undoneAt: at }, merge))).toMatchObject({ status: 'applied', row: { undoneAt: expect.any(String) } });
      expect([await owner('contactPoint', other), await owner('interaction', call), await owner('note', note)]).toEqual([goes, goes, goes]);
      expect(await row('customer', goes)).toMatchObject({ archived: false });
      expect(await row('customer', stays)).toMatchObject({ birthDate: null });
    });

    it('sends whoever has not heard of it to the survivor', async () => {
      const { stays, goes } = await pair();
      const late = await put('contactPoint', contactPatch(goes, '+32470112244'), bart);
      expect(await row('contactPoint', late)).toMatchObject({ customerId: stays });
      expect(await bart.mutateOne(mutation('customer', 1, { givenName: 'Anna' }, goes))).toMatchObject({ status: 'applied', row: { id: goes, givenName: 'An' } });
      expect(await row('customer', stays)).toMatchObject({ givenName: 'Anna' });
    });

    it('refuses to merge a file with itself, or one that was merged', async () => {
      const { stays, goes } = await pair();
      const merge = (survivorId: string, mergedId: string) => an.mutateOne(mutation('merge', null, { survivorId, mergedId, taken: [] }));
      expect(code(await merge(stays, stays))).toBe('merge-impossible');
      expect(code(await merge(stays, goes))).toBe('merge-impossible');
      expect(code(await an.mutateOne(mutation('merge', null, { survivorId: stays, mergedId: await put('customer', customerPatch()), taken: ['archived'] })))).toBe('invalid');
    });
  });

  describe("one person's data", () => {
    async function person(name: string) {
      const id = await put('customer', customerPatch({ familyName: name }));
      const twin = await put('customer', customerPatch({ familyName: `${name}-Twee` }));
      await put('address', addressPatch(id, { street: `${name}straat` }));
      const caseId = await put('case', casePatch(id));
      await put('promise', promisePatch(id, caseId));
      await put('note', notePatch(twin));
      const call = await put('interaction', interactionPatch(an.agentId, { customerId: id, note: `${name} belde`, number: '+32470999888' }));
      // Handed over before it was known who was calling: it names nobody but the conversation.
      const script = { scriptId: newId(), title: 'Klacht', step: null, run: { scriptKey: 'klacht', scriptVersion: 1, start: 'a', events: [] }, captured: { wat: `${name} klaagt` } };
      await put('handOver', { interactionId: call, callId: newId(), agentId: an.agentId, customerId: null, queueId: null, number: null, kind: 'blind', target: '203', note: '', at: '2026-01-05T09:00:00Z', script });
      await put('merge', { survivorId: id, mergedId: twin, taken: [] });
      await an.mutate(mutation('customer', 1, { givenName: `${name}e` }, id));
      return { id, twin, call };
    }

    it('is handed out whole to who is charged with it, and only to them', async () => {
      const { id } = await person('Opvraag');
      expect(codeIn(await bart.send('POST', `/v1/customers/${id}/export`, { reason: 'verzoek 12' }))).toBe('forbidden');
      const { json } = await an.send('POST', `/v1/customers/${id}/export`, { reason: 'verzoek 12' });
      expect(Object.fromEntries(Object.entries((json as { rows: Record<string, unknown[]> }).rows).map(([entity, rows]) => [entity, rows.length]))).toEqual({
        customer: 2, address: 1, interaction: 1, handOver: 1, note: 1, case: 1, promise: 1, merge: 1, correction: 1,
      });
    });

    it('is not told again by what central once answered: of rows that were removed, or became somebody else\'s, before it was erased', async () => {
      const { id } = await person('Antwoord');
      const number = mutation('contactPoint', null, contactPatch(id, '+32470999777'));
      const call = mutation('interaction', null, interactionPatch(an.agentId, { customerId: id, note: 'Antwoord belde' }));
      expect((await an.mutate(number, call)).map(code)).toEqual(['applied', 'applied']);
      expect(code(await an.mutateOne(removal('contactPoint', number.entityId, 1)))).toBe('applied');
      const other = await put('customer', customerPatch());
      expect(code(await an.mutateOne(mutation('interaction', 1, { customerId: other, note: '' }, call.entityId)))).toBe('applied');
      // Its answer was lost on the way: it is given again, without what is no longer there.
      expect(await an.mutateOne(number)).toMatchObject({ status: 'applied', version: 2, row: null });
      expect((await an.send('POST', `/v1/customers/${id}/erasure`, { reason: 'verzoek 14' })).status).toBe(204);
      expect(code(await an.mutateOne(number))).toBe('reference-missing');
      expect(JSON.stringify(await an.mutateOne(call))).not.toContain(`"customerId":"${id}"`);
    });

    it('that was merged into another file meanwhile is not erased by half: central says into which, and nothing is gone', async () => {
      const { id, twin } = await person('Samen');
      const { customerNumber } = (await row('customer', id))!;
      const last = await put('customer', customerPatch({ familyName: 'Samen-Drie' }));
      const before = await an.snapshot();
      const refused = await an.send('POST', `/v1/customers/${twin}/erasure`, { reason: 'verzoek 15' });
      expect(refused).toMatchObject({ status: 409, json: { code: 'customer.merged', survivor: { id, customerNumber } } });
      expect(await an.send('POST', `/v1/customers/${twin}/export`, { reason: 'verzoek 15' })).toMatchObject({ status: 409, json: { survivor: { id } } });
      expect(await an.snapshot()).toEqual(before);
      // Through all the files that became one after the other; and what is one no longer is erased by itself.
      const merge = await put('merge', { survivorId: last, mergedId: id, taken: [] });
      expect(await an.send('POST', `/v1/customers/${twin}/erasure`, { reason: 'verzoek 15' })).toMatchObject({ status: 409, json: { survivor: { id: last } } });
      expect(code(await an.mutateOne(mutation('merge', 1, { undoneAt: '2026-01-05T09:00:00Z' }, merge)))).toBe('applied');
      expect((await an.send('POST', `/v1/customers/${id}/erasure`, { reason: 'verzoek 15' })).status).toBe(204);
      expect(JSON.stringify((await an.snapshot()).slice(1))).not.toContain(twin);
    });

    it('is erased everywhere; the conversation stays without the person, and nobody brings them back', async () => {
      const { id, twin, call } = await person('Verdwenen');
      const cursor = await bart.cursor();
      expect(codeIn(await bart.send('POST', `/v1/customers/${id}/erasure`, { reason: 'verzoek 13' }))).toBe('forbidden');
      expect((await an.send('POST', `/v1/customers/${id}/erasure`, { reason: 'verzoek 13' })).status).toBe(204);
      const { changes } = await bart.changes(cursor);
      expect(changes).toContainEqual(expect.objectContaining({ entity: 'customer', id, row: null }));
      expect(changes).toContainEqual(expect.objectContaining({ entity: 'customer', id: twin, row: null }));
      expect(await row('interaction', call)).toMatchObject({ customerId: null, number: null, note: '', sentence: '' });
      const [begin, ...rest] = await an.snapshot();
      expect(begin).toMatchObject({ erased: expect.arrayContaining([id, twin]) });
      const left = JSON.stringify(rest);
      expect(left).not.toContain('Verdwenen');
      expect(left).not.toContain(id);
      expect(code(await bart.mutateOne(mutation('customer', null, customerPatch({ familyName: 'Verdwenen' }), id)))).toBe('erased');
      expect(code(await bart.mutateOne(mutation('note', null, notePatch(id))))).toBe('reference-missing');
    });
  });
});
