import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BalieError } from '#shared/domain/errors.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import type { RecordingPolicy, RecordingState } from '#shared/domain/recording.ts';
import { FakeAudioLink } from '../../tests/fixtures/fake-audio-link.ts';
import { connectedCall, endedCall, ringingCall } from '../../tests/fixtures/calls.ts';
import { RecordingDesk } from './recording-desk.ts';
import type { RecordingFile } from './recording-file.ts';

const callId = '0198c0de-0000-7000-8000-000000000001';
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

class Written {
  readonly parts: string[][] = [];
  ended = false;
  fail: (error: unknown) => void = () => undefined;

  part(): void {
    this.parts.push([]);
  }

  append(data: Uint8Array): void {
    this.parts.at(-1)?.push(Buffer.from(data).toString());
  }

  end(): Promise<void> {
    this.ended = true;
    return Promise.resolve();
  }
}

describe('recording', () => {
  let link: FakeAudioLink;
  let clock: ManualClock;
  let policy: RecordingPolicy | null;
  let states: RecordingState[];
  let files: Written[];
  let recorded: unknown[];
  let desk: RecordingDesk;
  const ringing = ringingCall({ id: callId });
  const call = connectedCall(ringing);

  beforeEach(() => {
    link = new FakeAudioLink();
    clock = new ManualClock();
    policy = 'on-demand';
    states = [];
    files = [];
    recorded = [];
    desk = new RecordingDesk({
      link,
      clock,
      logger: silentLogger,
      policy: () => policy,
      agentId: () => null,
      openFile: (_about, onFailed) => {
        const file = new Written();
        file.fail = onFailed;
        files.push(file);
        return file as unknown as RecordingFile;
      },
      onState: (_callId, state) => states.push(state),
      onRecorded: (id, recording) => recorded.push([id, recording]),
    });
  });

  function answer(queue?: RecordingPolicy): void {
    desk.onSlot(callId, 7);
    if (queue !== undefined) desk.onQueue(callId, queue);
    desk.observe([call]);
  }

  const chunk = (text: string, slot = 7) => link.emit('recording.chunk', { slot, data: Buffer.from(text) });

  async function hangUp(): Promise<void> {
    desk.observe([endedCall(ringing, { answered: true })]);
    chunk('last');
    link.emit('recording.ended', { slot: 7 });
    await settled();
  }

  test('begins by the wish of the operator, ends with the call, and is told', async () => {
    answer();
    expect(link.inputs('recording.start')).toEqual([]);
    desk.start(callId);
    expect(states).toEqual([{ state: 'recording' }]);
    expect(link.inputs('recording.start')).toEqual([{ slot: 7, paused: false }]);
    chunk('one');
    clock.advance(61_000);
    await hangUp();
    expect(files[0]).toMatchObject({ parts: [['one', 'last']], ended: true });
    expect(recorded).toEqual([[callId, { fileId: expect.any(String) as string, seconds: 61 }]]);
  });

  test.each([
    ['always', undefined, 1],
    ['on-demand', 'always', 1],
    ['always', 'on-demand', 0],
    ['always', 'never', 0],
    ['never', 'always', 0],
    [null, 'always', 0],
  ] as const)('with the centre on %s and the queue on %s it begins by itself %i times', (centre, queue, times) => {
    policy = centre;
    answer(queue);
    expect(link.inputs('recording.start')).toHaveLength(times);
  });

  test('begins as soon as the queue is known, but not against the hand of the operator', () => {
    answer();
    desk.start(callId);
    desk.stop(callId);
    link.emit('recording.ended', { slot: 7 });
    desk.onQueue(callId, 'always');
    expect(link.inputs('recording.start')).toHaveLength(1);
  });

  test('is refused where the centre forbids it', () => {
    policy = 'never';
    answer();
    expect(() => desk.start(callId)).toThrow(expect.objectContaining({ code: 'recording.not-allowed' }) as Error);
    expect(() => desk.start('0198c0de-0000-7000-8000-000000000009')).toThrow(expect.objectContaining({ code: 'call.illegal' }) as Error);
  });

  test('stops for a customer who does not want it, and stays off', async () => {
    policy = 'always';
    answer();
    desk.stop(callId);
    chunk('the last of it');
    link.emit('recording.ended', { slot: 7 });
    desk.onQueue(callId, 'always');
    expect(states.at(-1)).toEqual({ state: 'off' });
    expect(link.inputs('recording.start')).toHaveLength(1);
    await hangUp();
    expect(files[0]).toMatchObject({ parts: [['the last of it']], ended: true });
  });

  test('a consultation is not recorded by itself', () => {
    policy = 'always';
    desk.onSlot(callId, 7);
    desk.observe([{ ...call, consultationFor: '0198c0de-0000-7000-8000-000000000002' }]);
    expect(link.inputs('recording.start')).toEqual([]);
  });

  test('runs again only when every reason to pause is gone', async () => {
    policy = 'always';
    answer();
    await desk.pause(callId, 'operator');
    await desk.pause(callId, 'sensitive-field');
    await desk.resume(callId, 'operator');
    expect(states.at(-1)).toEqual({ state: 'paused', reasons: ['sensitive-field'] });
    expect(link.inputs('recording.pause').at(-1)).toEqual({ slot: 7, paused: true });
    await desk.resume(callId, 'sensitive-field');
    expect(states.at(-1)).toEqual({ state: 'recording' });
    expect(link.inputs('recording.pause').at(-1)).toEqual({ slot: 7, paused: false });
  });

  test('begins paused when a sensitive field has focus already', async () => {
    answer();
    await desk.pause(callId, 'sensitive-field');
    desk.start(callId);
    expect(link.inputs('recording.start')).toEqual([{ slot: 7, paused: true }]);
    expect(states).toEqual([{ state: 'paused', reasons: ['sensitive-field'] }]);
  });

  test('ends when it cannot be paused', async () => {
    policy = 'always';
    answer();
    link.answer('recording.pause', () => Promise.reject(new BalieError('ipc.timeout', 'hangs')));
    await expect(desk.pause(callId, 'sensitive-field')).rejects.toMatchObject({ code: 'recording.failed' });
    expect(states.at(-1)).toEqual({ state: 'failed' });
    chunk('what must not be kept');
    expect(files[0]?.parts.flat()).toEqual([]);
  });

  test('goes on in the same file, as another part, after the audio window died', async () => {
    policy = 'always';
    answer();
    chunk('one');
    link.die();
    link.revive();
    desk.onSlot(callId, 8);
    chunk('two', 8);
    expect(link.inputs('recording.start').at(-1)).toEqual({ slot: 8, paused: false });
    desk.observe([endedCall(ringing, { answered: true })]);
    link.emit('recording.ended', { slot: 8 });
    await settled();
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ parts: [['one'], ['two']], ended: true });
  });

  test('is finished when the window dies with the end of the call, or never says the last', async () => {
    policy = 'always';
    answer();
    desk.observe([endedCall(ringing, { answered: true })]);
    clock.advance(5_000);
    await settled();
    expect(recorded).toHaveLength(1);
  });

  test('a disk that is full ends the recording and is shown; the operator may try again', () => {
    policy = 'on-demand';
    answer();
    desk.start(callId);
    files[0]?.fail(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    expect(states.at(-1)).toEqual({ state: 'failed' });
    expect(link.inputs('recording.stop')).toEqual([{ slot: 7 }]);
    link.emit('recording.ended', { slot: 7 });
    expect(states.at(-1)).toEqual({ state: 'failed' });
  });

  test('a recorder that fails in the window is shown', () => {
    policy = 'always';
    answer();
    link.emit('recording.failed', { slot: 7, message: 'encoder' });
    expect(states.at(-1)).toEqual({ state: 'failed' });
  });

  test('a call that was never recorded leaves nothing', async () => {
    answer();
    const openFile = vi.fn();
    await hangUp();
    expect(openFile).not.toHaveBeenCalled();
    expect(recorded).toEqual([]);
  });
});
