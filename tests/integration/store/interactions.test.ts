import { describe, expect, it } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { answer, hangUp, now, ring, storeBench } from './support/store-bench.ts';
import { outboxOf, seed } from './support/seed.ts';

async function readyBench() {
  const bench = storeBench();
  await bench.open();
  return { bench, centre: seed(bench.path) };
}

describe('a call that rings', () => {
  it('has its queue, script, outcomes and the one customer with the number', async () => {
    const { bench, centre } = await readyBench();
    const customer = centre.customers[0]!;
    const { callId, interactionId } = await ring(bench, customer.phone, centre.queue.key);
    const file = await bench.workspace.call('interaction.byCall', { callId });
    expect(file).toMatchObject({
      interaction: { id: interactionId, state: 'open', number: customer.phone, customerId: customer.id, interrupted: false },
      legs: [{ callId, endedAt: null }],
      queue: { id: centre.queue.id },
      script: { id: centre.queue.scriptId },
      customer: { customer: { id: customer.id, familyName: customer.familyName }, addresses: [{ town: 'Gent' }] },
      candidates: [],
      draft: {},
      draftSavedAt: null,
    });
    expect(file?.outcomes.map(({ code }) => code)).toEqual(['order-placed', 'complaint']);
  });

  it('finds its queue by the called number, in any notation', async () => {
    const { bench, centre } = await readyBench();
    await bench.main.call('interaction.open', { callId: newId(), direction: 'inbound', number: null, called: '078 15 00 00', queueKey: 'unknown', startedAt: now() });
    const [interaction] = await bench.workspace.call('interaction.unfinished', undefined);
    expect(interaction).toMatchObject({ queueId: centre.queue.id, number: null, customerId: null });
  });

  it('links nobody when two customers have the number, and offers both', async () => {
    const { bench, centre } = await readyBench();
    const [first, second] = centre.customers;
    await bench.workspace.call('customer.change', { id: second!.id, change: { contactPoints: [{ kind: 'mobile', value: first!.phone, preferred: false }] } });
    const { interactionId } = await ring(bench, first!.phone);
    const file = await bench.workspace.call('interaction.get', { id: interactionId });
    expect(file.interaction.customerId).toBeNull();
    expect(file.candidates.map(({ id, matched }) => [id, matched])).toEqual([
      [first!.id, 'phone'],
      [second!.id, 'phone'],
    ]);
  });

  it('is made once, however often main tells it', async () => {
    const { bench } = await readyBench();
    const opened: unknown[] = [];
    bench.workspace.on('interaction.opened', (event) => opened.push(event));
    const call = await ring(bench);
    const again = await bench.main.call('interaction.open', { callId: call.callId, direction: 'inbound', number: '+3291', called: null, queueKey: null, startedAt: now() });
    expect(again.interactionId).toBe(call.interactionId);
    expect(await bench.workspace.call('interaction.unfinished', undefined)).toHaveLength(1);
    expect(opened).toEqual([{ id: call.interactionId, callId: call.callId }]);
  });

  it('of a caller who withholds the number keeps what was shown, whatever it is', async () => {
    const { bench } = await readyBench();
    const { interactionId } = await ring(bench, '"<b>anonymous</b>"; DROP TABLE interaction');
    const file = await bench.workspace.call('interaction.get', { id: interactionId });
    expect(file.interaction.number).toBe('"<b>anonymous</b>"; DROP TABLE interaction');
    expect(file.candidates).toEqual([]);
  });
});

describe('a call that was never answered', () => {
  it('closes its interaction without an outcome and sends it with its leg', async () => {
    const { bench } = await readyBench();
    const call = await ring(bench);
    await hangUp(bench, call);
    const file = await bench.workspace.call('interaction.get', { id: call.interactionId });
    expect(file.interaction).toMatchObject({ state: 'closed', outcomeId: null, answeredAt: null });
    expect(outboxOf(bench.path)).toMatchObject([
      { entity: 'interaction', entityId: call.interactionId, baseVersion: null, patch: { state: 'closed' } },
      { entity: 'callLeg', baseVersion: null, patch: { callId: call.callId, cause: 'hung-up' } },
    ]);
    expect(outboxOf(bench.path)[0]?.patch).not.toHaveProperty('version');
  });

  it('stays unfinished when the operator had written something down', async () => {
    const { bench } = await readyBench();
    const call = await ring(bench);
    await bench.workspace.call('draft.write', { interactionId: call.interactionId, fields: { note: 'belt terug' } });
    await hangUp(bench, call);
    expect(await bench.workspace.call('interaction.unfinished', undefined)).toMatchObject([{ id: call.interactionId, state: 'wrap-up' }]);
  });
});

describe('closing an interaction', () => {
  async function wrapUp() {
    const { bench, centre } = await readyBench();
    const call = await ring(bench, centre.customers[0]!.phone, centre.queue.key);
    await answer(bench, call);
    await bench.workspace.call('draft.write', { interactionId: call.interactionId, fields: { note: 'half', 'script.purpose': '' } });
    await hangUp(bench, call);
    return { bench, centre, id: call.interactionId };
  }

  it('writes row, journal and outbox together', async () => {
    const { bench, centre, id } = await wrapUp();
    const closed = await bench.workspace.call('interaction.close', { id, outcomeId: centre.outcomes[1].id, sentence: 'Klacht over levering', note: 'dozen nat', captured: { purpose: 'complaint' } });
    expect(closed).toMatchObject({ state: 'closed', sentence: 'Klacht over levering', captured: { purpose: 'complaint' } });
    expect((await bench.workspace.call('interaction.get', { id })).draft).toEqual({});
    expect(await bench.workspace.call('interaction.unfinished', undefined)).toEqual([]);
    expect(outboxOf(bench.path).map(({ entity }) => entity)).toEqual(['interaction', 'callLeg', 'conversationQuality']);
    expect(await bench.workspace.call('sync.status', undefined)).toMatchObject({ state: 'signed-out', pending: 3 });
  });

  it('asked twice (the answer was lost) sends one', async () => {
    const { bench, centre, id } = await wrapUp();
    const input = { id, outcomeId: centre.outcomes[0].id, sentence: '', note: '', captured: {} };
    const first = await bench.workspace.call('interaction.close', input);
    expect(await bench.workspace.call('interaction.close', input)).toEqual(first);
    expect(outboxOf(bench.path)).toHaveLength(3);
  });

  it.each([
    ['an outcome that asks for a sentence and gets none', 1, '  ', { field: 'sentence', reason: 'required' }],
    ['an outcome that does not exist', null, 'x', { field: 'outcomeId', reason: 'unknown' }],
  ] as const)('refuses %s, and keeps the draft', async (_, outcome, sentence, details) => {
    const { bench, centre, id } = await wrapUp();
    const outcomeId = outcome === null ? newId() : centre.outcomes[outcome].id;
    await expect(bench.workspace.call('interaction.close', { id, outcomeId, sentence, note: '', captured: {} })).rejects.toMatchObject({ code: 'store.refused', details });
    expect((await bench.workspace.call('interaction.get', { id })).draft).toEqual({ note: 'half', 'script.purpose': '' });
    expect(outboxOf(bench.path)).toEqual([]);
  });

  it('while the call is still up sends the end of the call afterwards', async () => {
    const { bench, centre } = await readyBench();
    const call = await ring(bench, null, centre.queue.key);
    await answer(bench, call);
    await bench.workspace.call('interaction.close', { id: call.interactionId, outcomeId: centre.outcomes[0].id, sentence: '', note: '', captured: {} });
    await hangUp(bench, call);
    expect(outboxOf(bench.path)).toMatchObject([
      { entity: 'interaction', baseVersion: null },
      { entity: 'interaction', baseVersion: 0, patch: { endedAt: expect.any(String) as string } },
      { entity: 'callLeg', baseVersion: null },
      { entity: 'conversationQuality', baseVersion: null },
    ]);
  });

  it('refuses drafts and script steps afterwards', async () => {
    const { bench, centre, id } = await wrapUp();
    await bench.workspace.call('interaction.close', { id, outcomeId: centre.outcomes[0].id, sentence: '', note: '', captured: {} });
    await expect(bench.workspace.call('draft.write', { interactionId: id, fields: { note: 'late' } })).rejects.toMatchObject({ code: 'store.refused', details: { reason: 'closed' } });
  });
});

describe('before the database is open', () => {
  it('every call is refused as store.not-ready', async () => {
    const bench = storeBench();
    await expect(bench.workspace.call('interaction.unfinished', undefined)).rejects.toMatchObject({ code: 'store.not-ready' });
    await expect(ring(bench)).rejects.toMatchObject({ code: 'store.not-ready' });
  });
});
