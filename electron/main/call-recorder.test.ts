import { describe, expect, it, vi } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { connectedCall, endedCall, ringingCall } from '../../tests/fixtures/calls.ts';
import { CallRecorder } from './call-recorder.ts';

const call = ringingCall({ id: '018f0000-0000-7000-8000-000000000001' });

function setUp(answer: () => Promise<unknown> = () => Promise.resolve()) {
  const sent: string[] = [];
  const clock = new ManualClock();
  const send = vi.fn(async (record: { readonly name: string }) => {
    await answer();
    sent.push(record.name);
  });
  return { sent, clock, send, recorder: new CallRecorder({ send, clock, logger: silentLogger }) };
}

describe('CallRecorder', () => {
  it('tells each fact once, in order', async () => {
    const { recorder, sent } = setUp();
    recorder.observe([call]);
    recorder.observe([call]);
    recorder.observe([connectedCall(call)]);
    recorder.observe([{ ...connectedCall(call), muted: true }]);
    recorder.observe([endedCall(call, { answered: true })]);
    await vi.waitFor(() => expect(sent).toEqual(['interaction.open', 'interaction.answered', 'interaction.ended']));
  });

  it('keeps the facts while the store is away, and tells them when it is back', async () => {
    let away = true;
    const { recorder, sent, send, clock } = setUp(() => (away ? Promise.reject(new BalieError('store.not-ready', 'away')) : Promise.resolve()));
    recorder.observe([call]);
    recorder.observe([endedCall(call, { answered: false })]);
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    away = false;
    clock.advance(1_000);
    await vi.waitFor(() => expect(sent).toEqual(['interaction.open', 'interaction.ended']));
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('tells all anew to a store that was started again', async () => {
    const { recorder, sent } = setUp();
    recorder.observe([call]);
    recorder.observe([connectedCall(call)]);
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    recorder.retell([connectedCall(call)]);
    await vi.waitFor(() => expect(sent.slice(2)).toEqual(['interaction.open', 'interaction.answered']));
  });

  it('does not let one refused fact hold up the others', async () => {
    let refusals = 1;
    const { recorder, sent } = setUp(() => (refusals-- > 0 ? Promise.reject(new BalieError('ipc.invalid-payload', 'no')) : Promise.resolve()));
    recorder.observe([call]);
    recorder.observe([connectedCall(call)]);
    await vi.waitFor(() => expect(sent).toEqual(['interaction.answered']));
  });

  it('tells of a consultation only when the caller is gone and it goes on', async () => {
    const { recorder, sent } = setUp();
    const consultation = { ...connectedCall(call), consultationFor: '018f0000-0000-7000-8000-000000000002' };
    recorder.observe([consultation]);
    recorder.observe([{ ...consultation, consultationFor: null }]);
    await vi.waitFor(() => expect(sent).toEqual(['interaction.open', 'interaction.answered']));
    recorder.observe([]);
    recorder.observe([{ ...endedCall(call, { answered: true }), consultationFor: consultation.consultationFor }]);
    await vi.waitFor(() => expect(sent).toHaveLength(2));
  });

  it('tells of a transfer behind what happened before, and before the end', async () => {
    const { recorder, sent } = setUp();
    recorder.observe([connectedCall(call)]);
    recorder.tell({ name: 'interaction.transferred', input: { callId: call.id, kind: 'blind', target: '201', note: '', at: '2026-01-01T08:03:00.000Z' } });
    recorder.observe([endedCall(call, { answered: true })]);
    await vi.waitFor(() => expect(sent).toEqual(['interaction.open', 'interaction.answered', 'interaction.transferred', 'interaction.ended']));
  });
});
