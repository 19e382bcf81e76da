import { describe, expect, it } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { isoNow } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { nothingCounted, type CallTally } from '#shared/domain/quality/tally.ts';
import type { ConversationQuality } from '#shared/domain/quality/entities.ts';
import { tables } from '../../../electron/store/entities/tables.ts';
import { outboxOf, seed } from './support/seed.ts';
import { storeBench, type StartedCall, type StoreBench } from './support/store-bench.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const counted: CallTally = { ...nothingCounted.tally, holdMs: 30_000, holds: 1, heard: true, silenceMs: 9_000, silences: 2, overlapMs: 1_500, overlaps: 1 };

/** A desk whose clock is moved by hand. */
async function desk(path?: string) {
  const clock = new ManualClock();
  const bench = storeBench({ clock, ...(path === undefined ? {} : { path }) });
  await bench.open();
  const centre = seed(bench.path);
  const ring = async (number: string | null = centre.customers[0]!.phone): Promise<StartedCall> => {
    const callId = newId();
    const { interactionId } = await bench.main.call('interaction.open', { callId, direction: 'inbound', number, called: null, queueKey: centre.queue.key, startedAt: isoNow(clock) });
    return { callId, interactionId };
  };
  const answer = async ({ callId }: StartedCall): Promise<void> => void (await bench.main.call('interaction.answered', { callId, answeredAt: isoNow(clock) }));
  const count = async ({ callId }: StartedCall, tally: CallTally): Promise<void> => void (await bench.main.call('interaction.counted', { callId, tally }));
  const hangUp = async ({ callId }: StartedCall): Promise<void> => void (await bench.main.call('interaction.ended', { callId, endedAt: isoNow(clock), cause: 'hung-up', endedBy: 'remote' }));
  const close = async ({ interactionId }: StartedCall, sentence = 'Besteld.') =>
    await bench.workspace.call('interaction.close', { id: interactionId, outcomeId: centre.outcomes[0].id, sentence, note: '', captured: {}, readBackAt: isoNow(clock) });
  return { bench, clock, centre, ring, answer, count, hangUp, close };
}

function figuresOf({ path }: Pick<StoreBench, 'path'>): ConversationQuality[] {
  return outboxOf(path).flatMap(({ entity, patch }) => (entity === 'conversationQuality' ? [patch as unknown as ConversationQuality] : []));
}

describe('the figures of a conversation', () => {
  it('are made once it is closed and over, and go to central behind it', async () => {
    const { bench, clock, centre, ring, answer, count, hangUp, close } = await desk();
    const call = await ring();
    clock.advance(8_000);
    await answer(call);
    clock.advance(100_000);
    await count(call, { ...counted, heldSince: isoNow(clock), holdMs: 0 });
    clock.advance(30_000);
    await count(call, counted);
    clock.advance(70_000);
    await hangUp(call);
    clock.advance(45_000);
    expect(figuresOf(bench)).toEqual([]);
    await close(call);
    expect(outboxOf(bench.path).map(({ entity }) => entity)).toEqual(['interaction', 'callLeg', 'conversationQuality']);
    expect(figuresOf(bench)).toMatchObject([
      {
        ...{ interactionId: call.interactionId, queueId: centre.queue.id, direction: 'inbound', pickUpMs: 8_000, talkMs: 170_000, holdMs: 30_000, holds: 1, wrapUpMs: 45_000 },
        ...{ silenceMs: 9_000, silences: 2, overlapMs: 1_500, overlaps: 1, readBackAt: isoNow(clock) },
        // Nothing of the script was said; the customer has no mail address, and nothing else is missing.
        ...{ script: { said: 0, excused: 0, left: 1, terms: 0, agreed: 0 }, adherencePercent: 0 },
      },
    ]);
    expect(figuresOf(bench)[0]).not.toHaveProperty('customerId');
    await close(call);
    expect(figuresOf(bench)).toHaveLength(1);
  });

  it('leave the time in another call out of the wrap-up', async () => {
    const { bench, clock, ring, answer, hangUp, close } = await desk();
    const first = await ring();
    await answer(first);
    clock.advance(60_000);
    await hangUp(first);
    clock.advance(10_000);
    const second = await ring(null);
    clock.advance(5_000);
    await answer(second);
    clock.advance(200_000);
    await hangUp(second);
    clock.advance(20_000);
    await close(first);
    await close(second);
    expect(figuresOf(bench).map(({ wrapUpMs }) => wrapUpMs)).toEqual([35_000, 20_000]);
  });

  it('are not made of a call that nobody answered, nor where the sound was not followed out of nothing', async () => {
    const { bench, ring, answer, hangUp, close } = await desk();
    await hangUp(await ring());
    const call = await ring();
    await answer(call);
    await hangUp(call);
    await close(call);
    expect(figuresOf(bench)).toMatchObject([{ interactionId: call.interactionId, silenceMs: null, silences: null, overlapMs: null, overlaps: null, holds: 0 }]);
  });

  it('keep what was counted before a crash; a hold that was under way ends at the last sign of life', async () => {
    const path = `${temporaryFolder()}/balie.db`;
    const before = await desk(path);
    const call = await before.ring();
    await before.answer(call);
    before.clock.advance(50_000);
    await before.count(call, { ...counted, heldSince: isoNow(before.clock) });
    before.clock.advance(10_000);
    // No farewell: another store opens the file, as after kill -9.
    const after = storeBench({ path, clock: before.clock });
    expect(await after.open()).toBe(1);
    await after.workspace.call('interaction.close', { id: call.interactionId, outcomeId: before.centre.outcomes[0].id, sentence: '', note: '', captured: {} });
    expect(figuresOf({ path })).toMatchObject([{ holds: 1, holdMs: 40_000, talkMs: 20_000, wrapUpMs: null, silenceMs: 9_000, readBackAt: null }]);
  });

  it('what the centre wants to know after a call keeps the conversation open, in words that name the field', async () => {
    const { bench, clock, centre, ring, answer, hangUp } = await desk();
    const { context } = bench.store;
    const afterCall = [{ outcome: 'order-placed', fields: [{ key: 'oorzaak', label: 'Oorzaak', type: 'text' as const, required: true }] }];
    context.db.write((db) => tables.queue.put(db, { ...centre.queue, version: 2, afterCall }));
    const call = await ring();
    await answer(call);
    await hangUp(call);
    const close = async (captured: Record<string, string>, outcome: 0 | 1 = 0) => await bench.workspace.call('interaction.close', { id: call.interactionId, outcomeId: centre.outcomes[outcome].id, sentence: 'Zo.', note: '', captured, readBackAt: isoNow(clock) });
    await expect(close({})).rejects.toMatchObject({ code: 'store.refused', details: { field: 'captured.oorzaak', reason: 'required' } });
    await expect(close({ oorzaak: '  ' })).rejects.toMatchObject({ code: 'store.refused' });
    expect(await close({ oorzaak: 'levering' })).toMatchObject({ state: 'closed', captured: { oorzaak: 'levering' } });
  });
});
