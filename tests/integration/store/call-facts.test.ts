import { describe, expect, it } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { outboxOf, seed } from './support/seed.ts';
import { answer, hangUp, now, ring, storeBench, type StartedCall, type StoreBench } from './support/store-bench.ts';

const report = { seconds: 25, mosMean: 4.2, mosWorst: 3.1, lossPercent: 0.4, jitterMs: 6, roundTripMs: null, codec: 'PCMA' };

async function upCall() {
  const bench = storeBench();
  await bench.open();
  const centre = seed(bench.path);
  const call = await ring(bench, centre.customers[0]!.phone, centre.queue.key);
  await answer(bench, call);
  const close = async () => await bench.workspace.call('interaction.close', { id: call.interactionId, outcomeId: centre.outcomes[0].id, sentence: '', note: '', captured: {} });
  return { bench, centre, call, close };
}

async function transfer({ main }: StoreBench, { callId }: StartedCall, note = 'wil graag een factuur'): Promise<void> {
  await main.call('interaction.transferred', { callId, kind: 'attended', target: '203', note, at: '2026-03-02T08:00:30.000Z' });
}

describe('a call that appears', () => {
  it('tells main what its queue says about answering and recording', async () => {
    const { bench, centre } = await upCall();
    const input = { callId: newId(), direction: 'inbound', number: null, called: null, queueKey: centre.queue.key, startedAt: now() } as const;
    expect((await bench.main.call('interaction.open', input)).queue).toEqual({ autoAnswer: false, recording: 'on-demand' });
    expect((await bench.main.call('interaction.open', input)).queue).toEqual({ autoAnswer: false, recording: 'on-demand' });
    expect((await bench.main.call('interaction.open', { ...input, callId: newId(), queueKey: null })).queue).toBeNull();
  });
});

describe('a transfer', () => {
  it('sends its note at once, while the interaction still waits for its outcome', async () => {
    const { bench, centre, call } = await upCall();
    await transfer(bench, call);
    expect(outboxOf(bench.path)).toMatchObject([
      {
        entity: 'handOver',
        baseVersion: null,
        patch: { interactionId: call.interactionId, callId: call.callId, customerId: centre.customers[0]!.id, queueId: centre.queue.id, number: centre.customers[0]!.phone, kind: 'attended', target: '203', note: 'wil graag een factuur' },
      },
    ]);
    const file = await bench.workspace.call('interaction.get', { id: call.interactionId });
    expect(file).toMatchObject({ interaction: { state: 'open' }, legs: [{ transferredTo: '203' }] });
  });

  it('told twice sends one', async () => {
    const { bench, call } = await upCall();
    await transfer(bench, call);
    await transfer(bench, call);
    expect(outboxOf(bench.path)).toHaveLength(1);
  });

  it.each(['<b>vet</b>', "'; DROP TABLE hand_over; --", 'nul\u0000teken', ''])('carries %j', async (note) => {
    const { bench, call } = await upCall();
    await transfer(bench, call, note);
    expect(outboxOf(bench.path)[0]?.patch).toMatchObject({ note: note.replaceAll('\0', '\uFFFD') });
  });

  it('of a call nobody knows is refused', async () => {
    const { bench } = await upCall();
    await expect(transfer(bench, { callId: newId(), interactionId: newId() })).rejects.toMatchObject({ code: 'store.not-found' });
  });
});

describe('what is learnt about a call', () => {
  it('before it is closed travels with its leg', async () => {
    const { bench, call, close } = await upCall();
    const fileId = newId();
    await hangUp(bench, call);
    await bench.main.call('interaction.quality', { callId: call.callId, report });
    await bench.main.call('interaction.recorded', { callId: call.callId, recording: { fileId, seconds: 21 } });
    expect(outboxOf(bench.path)).toEqual([]);
    await close();
    expect(outboxOf(bench.path)[1]).toMatchObject({ entity: 'callLeg', baseVersion: null, patch: { quality: report, recording: { fileId, seconds: 21 }, transferredTo: null } });
  });

  it('afterwards follows as a change, once', async () => {
    const { bench, call, close } = await upCall();
    await hangUp(bench, call);
    await close();
    await bench.main.call('interaction.quality', { callId: call.callId, report });
    await bench.main.call('interaction.quality', { callId: call.callId, report });
    expect(outboxOf(bench.path).slice(3)).toMatchObject([{ entity: 'callLeg', baseVersion: 0, patch: { quality: report } }]);
    const file = await bench.workspace.call('interaction.get', { id: call.interactionId });
    expect(file.legs).toMatchObject([{ quality: report, cause: 'hung-up' }]);
  });

  it('and a recording whose file is gone is no longer named', async () => {
    const { bench, call } = await upCall();
    await bench.main.call('interaction.recorded', { callId: call.callId, recording: { fileId: newId(), seconds: 21 } });
    await bench.main.call('interaction.recorded', { callId: call.callId, recording: null });
    const file = await bench.workspace.call('interaction.get', { id: call.interactionId });
    expect(file.legs).toMatchObject([{ recording: null }]);
  });
});
