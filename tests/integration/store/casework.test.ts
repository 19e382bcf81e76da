import { describe, expect, it } from 'vitest';
import type { Question } from '#shared/domain/casework/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { offerRow, procedureRow } from '../../fixtures/casework.ts';
import { orderRow } from '../../fixtures/ordering.ts';
import { withDatabase } from './support/raw-database.ts';
import { arrive, outboxOf, seed } from './support/seed.ts';
import { answer, hangUp, ring, storeBench } from './support/store-bench.ts';

const due = (): string => new Date(Date.now() + 3_600_000).toISOString();

async function inCall() {
  const bench = storeBench();
  await bench.open();
  const centre = seed(bench.path);
  const call = await ring(bench, centre.customers[0]!.phone, centre.queue.key);
  await answer(bench, call);
  return { ...bench, centre, call, customerId: centre.customers[0]!.id, interactionId: call.interactionId };
}
type Bench = Awaited<ReturnType<typeof inCall>>;

const close = async ({ workspace, centre, interactionId }: Bench) => await workspace.call('interaction.close', { id: interactionId, outcomeId: centre.outcomes[0].id, sentence: 'Genoteerd.', note: '', captured: {} });

describe('questions that are noted', () => {
  it('keep a conversation open until each has an answer, or an owner and a day; one that is none is struck out', async () => {
    const bench = await inCall();
    const { workspace, interactionId, customerId } = bench;
    await workspace.call('draft.write', { interactionId, fields: { question: 'Wanneer komt de kredietnota?' } });
    const note = async (text: string): Promise<Question> => (await workspace.call('question.note', { interactionId, text })).at(-1)!;
    const [credit, opened, mistake] = [await note('Wanneer komt de kredietnota?'), await note('Tot hoe laat is de winkel open?'), await note('eh')];
    expect((await workspace.call('interaction.get', { id: interactionId })).draft).toEqual({});
    await hangUp(bench, bench.call);
    await expect(close(bench)).rejects.toMatchObject({ code: 'store.refused', details: { field: 'questions', reason: 'unassigned' } });
    await expect(workspace.call('question.settle', { id: opened.id, state: 'answered', answer: ' ' })).rejects.toMatchObject({ details: { field: 'answer' } });
    await workspace.call('question.settle', { id: opened.id, state: 'answered', answer: 'Tot zes uur.' });
    await workspace.call('question.settle', { id: mistake.id, state: 'dropped' });
    await expect(close(bench)).rejects.toMatchObject({ code: 'store.refused' });
    await workspace.call('question.assign', { id: credit.id, dueAt: due(), priority: 'normal', procedureId: null, mine: true });
    const { cases } = await workspace.call('customer.get', { id: customerId });
    expect(cases).toMatchObject([{ kind: 'question', subject: 'Wanneer komt de kredietnota?', interactionId }]);
    await close(bench);
    expect(outboxOf(bench.path).filter(({ entity }) => entity === 'question')).toHaveLength(6);
    expect((await workspace.call('interaction.get', { id: interactionId })).questions.map(({ state, answer: said, caseId }) => [state, said, caseId])).toEqual([['assigned', '', cases[0]!.id], ['answered', 'Tot zes uur.', null], ['dropped', '', null]]);
  });

  it('of a caller nobody knows are theirs once they are linked', async () => {
    const bench = storeBench();
    await bench.open();
    const centre = seed(bench.path);
    const call = await ring(bench, '+32499000000');
    await answer(bench, call);
    const { workspace } = bench;
    const [question] = await workspace.call('question.note', { interactionId: call.interactionId, text: 'Levert u in Luik?' });
    expect(question).toMatchObject({ customerId: null });
    await expect(workspace.call('question.assign', { id: question!.id, dueAt: due(), priority: 'normal', procedureId: null, mine: true })).rejects.toMatchObject({ details: { field: 'customerId' } });
    await workspace.call('question.settle', { id: question!.id, state: 'answered', answer: 'Ja.' });
    await workspace.call('interaction.linkCustomer', { id: call.interactionId, customerId: centre.customers[1]!.id });
    await hangUp(bench, call);
    await close({ ...bench, centre, call, customerId: centre.customers[1]!.id, interactionId: call.interactionId });
    expect((await workspace.call('interaction.get', { id: call.interactionId })).questions).toMatchObject([{ customerId: centre.customers[1]!.id }]);
  });
});

describe('a case by a procedure', () => {
  it('is opened, walked through and read back; a step can be taken back', async () => {
    const bench = await inCall();
    const { workspace, customerId, interactionId } = bench;
    const procedure = procedureRow();
    arrive(bench.path, 'procedure', [procedure]);
    const opened = { customerId, interactionId, kind: 'claim', subject: 'Gebroken', description: '', priority: 'high', dueAt: due(), mine: false, procedureId: procedure.id, collected: { wat: 'Twee flessen' } } as const;
    const { cases } = await workspace.call('case.open', opened);
    const row = cases[0]!;
    expect(row).toMatchObject({ procedureId: procedure.id, collected: { wat: 'Twee flessen' }, readBackAt: null, caseNumber: null });
    await expect(workspace.call('case.open', { ...opened, procedureId: newId() })).rejects.toMatchObject({ code: 'store.not-found' });
    await workspace.call('case.step', { caseId: row.id, step: 'fotoVragen', done: true });
    const file = await workspace.call('case.step', { caseId: row.id, step: 'fotoVragen', done: false });
    expect(file.caseSteps.map(({ step, done }) => [step, done])).toEqual([['fotoVragen', true], ['fotoVragen', false]]);
    expect((await workspace.call('case.change', { id: row.id, readBack: true })).cases[0]!.readBackAt).not.toBeNull();
  });

  it('gives out numbers of its own range, once each, and none without one', async () => {
    const bench = await inCall();
    const { workspace, customerId } = bench;
    await bench.main.call('session.set', { centralUrl: 'http://127.0.0.1:9', accessToken: 'x', agentId: newId(), deviceId: newId(), country: 'BE' });
    await workspace.call('case.numbers', undefined);
    await workspace.call('case.numbers', undefined);
    const asked = outboxOf(bench.path).filter(({ entity }) => entity === 'numberRange');
    expect(asked).toHaveLength(1);
    const open = async (): Promise<string | null> => {
      const known = new Set((await workspace.call('customer.get', { id: customerId })).cases.map(({ id }) => id));
      const { cases } = await workspace.call('case.open', { customerId, kind: 'claim', subject: 'Gebroken', description: '', priority: 'high', dueAt: due(), mine: true });
      return cases.find(({ id }) => !known.has(id))!.caseNumber;
    };
    expect(await open()).toBeNull();
    const { entityId, patch } = asked[0]!;
    const range = { id: entityId, version: 1, updatedAt: due(), agentId: patch['agentId'] as string, at: patch['at'] as string };
    // Central has answered.
    withDatabase(bench.path, (handle) => void handle.exec("DELETE FROM outbox WHERE entity = 'numberRange'"));
    // What another file of this operator asked for is not this one's to give.
    arrive(bench.path, 'numberRange', [{ ...range, id: newId(), first: 900, last: 950 }, { ...range, first: 100_301, last: 100_302 }]);
    expect([await open(), await open(), await open()]).toEqual(['Z-100301', 'Z-100302', null]);
    await workspace.call('case.numbers', undefined);
    expect(outboxOf(bench.path).filter(({ entity }) => entity === 'numberRange')).toHaveLength(1);
  });
});

it('work of a colleague who is absent is seen, and taken over', async () => {
  const { workspace, path, customerId, interactionId } = await inCall();
  const colleague = { id: newId(), version: 1, updatedAt: due(), username: 'an', name: 'An De Clercq', extension: null, team: null, languages: ['nl' as const] };
  arrive(path, 'agent', [colleague]);
  const { promises } = await workspace.call('promise.add', { customerId, interactionId, text: 'Terugbellen', dueAt: due(), caseId: null, priority: 'high', mine: false });
  await workspace.call('work.handOver', { kind: 'promise', id: promises[0]!.id, ownerId: colleague.id });
  expect(await workspace.call('work.due', {})).toEqual([]);
  expect(await workspace.call('work.due', { whose: 'all' })).toMatchObject([{ kind: 'promise', priority: 'high', ownerName: 'An De Clercq', isMine: false }]);
  expect(await workspace.call('work.colleagues', undefined)).toEqual([{ id: colleague.id, name: 'An De Clercq' }]);
  await expect(workspace.call('work.handOver', { kind: 'promise', id: promises[0]!.id, ownerId: newId() })).rejects.toMatchObject({ code: 'store.not-found' });
  await workspace.call('work.handOver', { kind: 'promise', id: promises[0]!.id, ownerId: null });
  expect(await workspace.call('work.due', {})).toHaveLength(1);
});

it('what may be offered is what is on sale, with what was ordered and answered; a no is kept', async () => {
  const { workspace, path, centre, customerId, interactionId } = await inCall();
  const [product] = centre.shop.product;
  const [offer, unsold] = [offerRow({ sku: product!.sku, key: 'a' }), offerRow({ sku: 'WEG-01', key: 'b' })];
  arrive(path, 'offer', [offer, unsold, offerRow({ active: false, key: 'c' })]);
  arrive(path, 'order', [orderRow({ customerId, interactionId, history: [], lines: [{ id: newId(), productId: product!.id, name: { nl: 'x' }, quantity: 1, unitCents: 1, vatRate: 2100, discountKey: null, discountCents: 0 }] })]);
  await workspace.call('offer.answer', { customerId, interactionId, offerId: offer.id, answer: 'no' });
  const told = await workspace.call('offer.list', { customerId, interactionId });
  expect(told).toMatchObject({ offers: [{ id: offer.id, productId: product!.id }], answers: [{ offerId: offer.id, answer: 'no', interactionId }], ordered: [product!.sku], orderPlaced: true });
});
