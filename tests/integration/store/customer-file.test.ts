import { describe, expect, it } from 'vitest';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { TimelineEntry } from '#shared/domain/timeline.ts';
import type { Interaction } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { articleRow } from '../../fixtures/articles.ts';
import { orderRow } from '../../fixtures/ordering.ts';
import { arrive, outboxOf, seed } from './support/seed.ts';
import { answer, hangUp, ring, storeBench, type StoreBench } from './support/store-bench.ts';

const mobile = (value: string) => ({ kind: 'mobile' as const, value, preferred: true });

async function openBench(): Promise<StoreBench> {
  const bench = storeBench();
  await bench.open();
  return bench;
}

async function person({ workspace }: StoreBench, givenName: string, familyName: string, value: string, birthDate: string | null = null): Promise<CustomerFile> {
  return await workspace.call('customer.create', { customer: { givenName, familyName, birthDate }, contactPoints: [mobile(value)], addresses: [] });
}

const kinds = async ({ workspace }: StoreBench, customerId: string) => (await workspace.call('customer.timeline', { customerId })).entries.map(({ kind }) => kind);

describe('notes, consents, cases and promises', () => {
  it('stand in the file, in the timeline and in the outbox, in one step each', async () => {
    const bench = await openBench();
    const { customer } = await person(bench, 'Jan', 'Maes', '+32470112200');
    const customerId = customer.id;
    await bench.workspace.call('note.add', { customerId, text: 'Belt na 17 uur', pinned: false });
    await bench.workspace.call('note.add', { customerId, text: 'Buur neemt aan', pinned: true });
    await bench.workspace.call('consent.add', { customerId, channel: 'phone', purpose: 'any', state: 'withdrawn', source: 'call', how: 'gezegd' });
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    const file = await bench.workspace.call('case.open', { customerId, kind: 'claim', subject: 'Gebroken', description: '', priority: 'high', dueAt, mine: true, promised: { text: 'Terugbellen', dueAt } });
    expect(file.notes.map(({ text }) => text)).toEqual(['Buur neemt aan', 'Belt na 17 uur']);
    expect([file.consents.length, file.cases[0]?.subject, file.promises[0]?.caseId]).toEqual([1, 'Gebroken', file.cases[0]?.id]);
    expect((await kinds(bench, customerId)).toSorted()).toEqual(['case', 'consent', 'note', 'note', 'promise']);
    expect(outboxOf(bench.path).map(({ entity }) => entity)).toEqual(['customer', 'contactPoint', 'note', 'note', 'consent', 'case', 'promise']);
    expect((await bench.workspace.call('work.due', {})).map(({ kind, customerName }) => [kind, customerName])).toEqual([['case', 'Jan Maes'], ['promise', 'Jan Maes']]);
    await bench.workspace.call('case.change', { id: file.cases[0]!.id, state: 'solved', result: 'Vervangen' });
    await bench.workspace.call('promise.change', { id: file.promises[0]!.id, state: 'kept' });
    expect(await bench.workspace.call('work.due', {})).toEqual([]);
  });

  it('whoever dials is told who asked not to be called', async () => {
    const bench = await openBench();
    const { customer } = await person(bench, 'Jan', 'Maes', '+32470112200');
    const ask = async () => (await bench.workspace.call('customer.refusals', { number: '0470 11 22 00' })).map(({ name, consent }) => [name, consent.purpose]);
    expect(await ask()).toEqual([]);
    const say = async (state: 'given' | 'withdrawn') => await bench.workspace.call('consent.add', { customerId: customer.id, channel: 'phone', purpose: 'any', state, source: 'call', how: '' });
    await say('withdrawn');
    expect(await ask()).toEqual([['Jan Maes', 'any']]);
    await say('given');
    expect(await ask()).toEqual([]);
  });

  it('the timeline comes in pages that leave nothing out', async () => {
    const bench = await openBench();
    const { customer } = await person(bench, 'Jan', 'Maes', '+32470112200');
    for (let index = 0; index < 7; index++) await bench.workspace.call('note.add', { customerId: customer.id, text: `n${index}`, pinned: false });
    const seen: string[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const page: { entries: { id: string }[]; next: string | null } = await bench.workspace.call('customer.timeline', { customerId: customer.id, before, limit: 3 });
      seen.push(...page.entries.map(({ id }) => id));
      more = page.next !== null;
      before = page.next;
    }
    expect(new Set(seen).size).toBe(7);
    expect(await bench.workspace.call('customer.timeline', { customerId: customer.id, kinds: ['call'] })).toEqual({ entries: [], next: null });
  });

  it('the timeline has every step of an order, and contacts by other channels, between the calls; page by page none is lost', async () => {
    const bench = await openBench();
    const centre = seed(bench.path);
    const customerId = centre.customers[0]!.id;
    const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
    const contact = (channel: Interaction['channel'], hour: number): Interaction => ({
      ...{ id: newId(), version: 1, updatedAt: at(hour), channel, direction: 'inbound', state: 'closed', agentId: null, queueId: null, customerId, number: 'pieter@example.be' },
      ...{ startedAt: at(hour), answeredAt: null, endedAt: null, closedAt: at(hour), outcomeId: null, sentence: '', note: 'Waar blijft mijn pakje?', scriptRun: null, captured: {}, interrupted: false },
    });
    const history = [
      { state: 'provisional', at: at(8), by: null },
      { state: 'confirmed', at: at(9), by: null },
      { state: 'shipped', at: at(11), by: null },
      { state: 'cancelled', at: at(14), by: null },
    ] as const;
    const [slot] = centre.shop.capacitySlot;
    arrive(bench.path, 'interaction', [contact('email', 10), contact('voice', 12), contact('chat', 13)]);
    arrive(bench.path, 'order', [orderRow({ customerId, history: [...history], reason: 'Bedacht' }), orderRow({ customerId, number: null, state: 'draft', history: [], placedAt: null })]);
    arrive(bench.path, 'reservation', [{ id: newId(), version: 1, updatedAt: at(7), number: 'R-100044', customerId, interactionId: null, agentId: null, slotId: slot!.id, seats: 2, state: 'confirmed', note: '', at: at(7) }]);
    const told: string[] = [];
    for (let before: string | null = null, more = true; more; ) {
      const page: { entries: TimelineEntry[]; next: string | null } = await bench.workspace.call('customer.timeline', { customerId, before, limit: 2 });
      told.push(...page.entries.map((entry) => (entry.kind === 'order' ? entry.state : entry.kind === 'message' ? entry.interaction.channel : entry.kind)));
      more = page.next !== null;
      before = page.next;
    }
    expect(told).toEqual(['cancelled', 'chat', 'call', 'shipped', 'email', 'confirmed', 'provisional', 'reservation']);
    const orders = await bench.workspace.call('customer.timeline', { customerId, kinds: ['order', 'reservation'] });
    expect(orders.entries.at(-1)).toMatchObject({ kind: 'reservation', slot: { id: slot!.id } });
  });
});

describe('what was typed and saved', () => {
  it('is forgotten by the journal in the write that saves it; what was typed since stays', async () => {
    const bench = await openBench();
    const { customer } = await person(bench, 'Jan', 'Maes', '+32470112200');
    const { interactionId } = await ring(bench);
    const [given, family] = [`customer.${customer.id}.givenName`, `customer.${customer.id}.familyName`];
    await bench.workspace.call('draft.write', { interactionId, fields: { [given]: 'Johan', [family]: 'Maes', note: 'belt terug' } });
    const typed = { interactionId, fields: { [given]: 'Johan', [family]: 'Maas' } };
    await bench.workspace.call('customer.change', { id: customer.id, change: { customer: { givenName: 'Johan' } }, typed });
    expect((await bench.workspace.call('interaction.get', { id: interactionId })).draft).toEqual({ [family]: 'Maes', note: 'belt terug' });
    const refused = bench.workspace.call('customer.change', { id: customer.id, change: { customer: { givenName: '', familyName: '' } }, typed: { interactionId, fields: { note: 'belt terug' } } });
    await expect(refused).rejects.toMatchObject({ code: 'store.refused' });
    expect((await bench.workspace.call('interaction.get', { id: interactionId })).draft).toMatchObject({ note: 'belt terug' });
  });

  it('outside of a conversation is kept with the customer, theirs alone, until it is saved or given up', async () => {
    const bench = await openBench();
    const { customer } = await person(bench, 'Jan', 'Maes', '+32470112200');
    const field = `customer.${customer.id}.familyName`;
    await bench.workspace.call('draft.write', { interactionId: customer.id, fields: { [field]: 'Maas' } });
    expect((await bench.workspace.call('draft.read', { ownerId: customer.id })).draft).toEqual({ [field]: 'Maas' });
    await expect(bench.workspace.call('draft.write', { interactionId: customer.id, fields: { note: 'van niemand' } })).rejects.toMatchObject({ code: 'store.refused' });
    expect(await bench.main.call('store.unsent', undefined)).toMatchObject({ drafts: 1 });
    await bench.workspace.call('draft.forget', { interactionId: customer.id, fields: { [field]: 'Maas' } });
    expect(await bench.main.call('store.unsent', undefined)).toMatchObject({ drafts: 0 });
  });

  it('in the small forms about a customer is on disk too; in those about an article with the article, and with nobody else', async () => {
    const bench = await openBench();
    const { customer } = await person(bench, 'Jan', 'Maes', '+32470112200');
    const procedureId = newId();
    const fields = {
      'form.address.new.street': 'Veldstraat',
      'form.followUp.new.subject': 'Factuur klopt niet',
      [`form.followUp.new.collected.${procedureId}.orderNumber`]: 'O-100204',
      [`form.order.${newId()}.reason`]: 'Dubbel besteld',
    };
    await bench.workspace.call('draft.write', { interactionId: customer.id, fields });
    expect((await bench.workspace.call('draft.read', { ownerId: customer.id })).draft).toEqual(fields);
    const remark = { 'form.article.feedback.sentence': 'Het bedrag is oud.' };
    await expect(bench.workspace.call('draft.write', { interactionId: customer.id, fields: remark })).rejects.toMatchObject({ code: 'store.refused' });
    const article = articleRow();
    arrive(bench.path, 'article', [article]);
    await bench.workspace.call('draft.write', { interactionId: article.id, fields: remark });
    expect((await bench.workspace.call('draft.read', { ownerId: article.id })).draft).toEqual(remark);
    await expect(bench.workspace.call('draft.write', { interactionId: article.id, fields: { 'form.note.new.text': 'van niemand' } })).rejects.toMatchObject({ code: 'store.refused' });
  });
});

describe('corrections', () => {
  it('keep the former value from the first moment, and are undone', async () => {
    const bench = storeBench();
    await bench.open();
    const centre = seed(bench.path);
    const customer = centre.rows.customer![0]!;
    await bench.workspace.call('customer.change', { id: customer.id, change: { customer: { familyName: 'Verbeterd' } } });
    const [entry] = await bench.workspace.call('customer.corrections', { customerId: customer.id, fields: ['customer.familyName'] });
    expect(entry).toMatchObject({ kind: 'correction', isPending: true, correction: { field: 'familyName', former: customer.familyName, value: 'Verbeterd' } });
    const undone = await bench.workspace.call('correction.undo', { customerId: customer.id, id: entry!.id, field: 'familyName' });
    expect(undone.customer.familyName).toBe(customer.familyName);
  });

  it('a phone number is removed, and brought back', async () => {
    const bench = await openBench();
    const { customer, contactPoints } = await person(bench, 'Jan', 'Maes', '+32470112200');
    const gone = await bench.workspace.call('customer.change', { id: customer.id, change: { removed: { contactPoints: [contactPoints[0]!.id], addresses: [] } } });
    expect(gone.contactPoints).toEqual([]);
    expect(await bench.workspace.call('customer.search', { text: '0470112200' })).toEqual([]);
    const [entry] = await bench.workspace.call('customer.corrections', { customerId: customer.id, fields: ['contactPoint.removed'] });
    const back = await bench.workspace.call('correction.undo', { customerId: customer.id, id: entry!.id, field: 'removed' });
    expect(back.contactPoints).toMatchObject([{ kind: 'mobile', value: '+32470112200' }]);
  });
});

describe('several customers on one number', () => {
  it('each says what speaks for them; who called before comes first', async () => {
    const bench = await openBench();
    const els = await person(bench, 'Els', 'Maes', '+32470112200');
    const jan = await person(bench, 'Jan', 'Maes', '+32470112200');
    const call = await ring(bench);
    await bench.workspace.call('interaction.linkCustomer', { id: call.interactionId, customerId: jan.customer.id });
    await answer(bench, call);
    await hangUp(bench, call);
    const again = await ring(bench);
    const { candidates, customer } = await bench.workspace.call('interaction.get', { id: again.interactionId });
    expect(customer).toBeNull();
    expect(candidates.map(({ id, numberKind, preferred, lastFromNumberAt }) => [id, numberKind, preferred, lastFromNumberAt !== null])).toEqual([
      [jan.customer.id, 'mobile', true, true],
      [els.customer.id, 'mobile', true, false],
    ]);
  });
});

describe('duplicates', () => {
  it('are found with the reasons, merged with the chosen fields, and taken apart', async () => {
    const bench = await openBench();
    const stays = await person(bench, 'Jan', 'Maes', '+32470112200');
    const twin = await person(bench, 'Jàn', 'MAES', '+32470112200', '1970-05-01');
    await person(bench, 'Els', 'Maes', '+32470112200');
    await bench.workspace.call('note.add', { customerId: twin.customer.id, text: 'van de tweeling', pinned: false });
    const found = await bench.workspace.call('customer.duplicates', { id: stays.customer.id });
    expect(found.map(({ hit, reasons }) => [hit.id, reasons])).toEqual([[twin.customer.id, ['phone', 'name']]]);

    const merged = await bench.workspace.call('customer.merge', { survivorId: stays.customer.id, mergedId: twin.customer.id, taken: ['birthDate'] });
    expect(merged).toMatchObject({ customer: { birthDate: '1970-05-01' }, notes: [{ text: 'van de tweeling' }], merges: [{ mergedName: 'Jàn MAES' }] });
    expect((await bench.workspace.call('customer.get', { id: twin.customer.id })).customer.id).toBe(stays.customer.id);
    expect(await bench.workspace.call('customer.duplicates', { id: stays.customer.id })).toEqual([]);

    // One birth date and nearly one name, with nothing else in common.
    const [born, mistyped] = [await person(bench, 'Griet', 'Vandenbroucke', '+32470112233', '1982-07-14'), await person(bench, 'Greit', 'Vandenbroucke', '+32470112244', '1982-07-14')];
    expect((await bench.workspace.call('customer.duplicates', { id: born.customer.id })).map(({ hit, reasons }) => [hit.id, reasons])).toEqual([[mistyped.customer.id, ['similar-name', 'birth-date']]]);

    const apart = await bench.workspace.call('customer.undoMerge', { id: merged.merges[0]!.id });
    expect(apart).toMatchObject({ customer: { birthDate: null }, notes: [], merges: [] });
    expect(await bench.workspace.call('customer.get', { id: twin.customer.id })).toMatchObject({ customer: { birthDate: '1970-05-01', archived: false }, notes: [{ text: 'van de tweeling' }] });
    await expect(bench.workspace.call('customer.merge', { survivorId: stays.customer.id, mergedId: stays.customer.id, taken: [] })).rejects.toMatchObject({ code: 'store.refused' });
  });
});

describe('recordings of somebody who was erased', () => {
  it('are named to main: of calls that this device had, and of those that central sent here without a person', async () => {
    const bench = await openBench();
    const centre = seed(bench.path);
    const customerId = centre.customers[0]!.id;
    const linked = await ring(bench);
    const other = await ring(bench, null);
    await bench.workspace.call('interaction.linkCustomer', { id: linked.interactionId, customerId });
    for (const call of [linked, other]) await bench.main.call('interaction.recorded', { callId: call.callId, recording: { fileId: newId(), seconds: 12 } });
    const callIds = [linked.callId, other.callId];
    expect(await bench.main.call('recordings.erased', { callIds })).toEqual({ callIds: [] });
    arrive(bench.path, 'customer', [{ id: customerId, version: 9, gone: true }]);
    expect(await bench.main.call('recordings.erased', { callIds })).toEqual({ callIds: [linked.callId] });

    // The device was signed out when it happened: it has what central kept of the conversation.
    const [id, callId, at] = [newId(), newId(), '2026-03-02T09:00:00.000Z'];
    const nobody = { agentId: null, queueId: null, customerId: null, number: null, outcomeId: null, sentence: '', note: '', scriptRun: null, captured: {} };
    const times = { startedAt: at, answeredAt: at, endedAt: at };
    arrive(bench.path, 'interaction', [{ id, version: 3, updatedAt: at, channel: 'voice', direction: 'inbound', state: 'closed', ...times, closedAt: at, interrupted: false, ...nobody }]);
    arrive(bench.path, 'callLeg', [{ id: newId(), version: 2, updatedAt: at, interactionId: id, callId, direction: 'inbound', ...times, cause: 'hung-up', endedBy: 'remote', transferredTo: null, quality: null, recording: null }]);
    expect(await bench.main.call('recordings.erased', { callIds: [callId, other.callId] })).toEqual({ callIds: [callId] });
  });
});
