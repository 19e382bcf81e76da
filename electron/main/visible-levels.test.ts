import { expect, test } from 'vitest';
import { VisibleLevels } from './visible-levels.ts';

const callId = '0197a000-0000-7000-8000-000000000001';

function bars() {
  let now = 0;
  const levels = new VisibleLevels({ monotonic: () => now });
  const take = (microphone: number, speaker: number, call = callId) => levels.take({ callId: call, microphone, speaker });
  return { take, after: (ms: number) => void (now += ms) };
}

test('a level that moves a bar is told, silence and what nobody sees are not', () => {
  const { take } = bars();
  expect(take(0, 0)).toEqual({ callId, microphone: 0, speaker: 0 });
  expect(take(0, 0.0001)).toBeNull();
  expect(take(0.5, 0)).toMatchObject({ microphone: expect.closeTo(0.5, 1), speaker: 0 });
  expect(take(0.51, 0)).toBeNull();
});

test('a bar rises at once and falls to the highest of the last one and a half seconds: syllables do not move it', () => {
  const { take, after } = bars();
  take(0.5, 0);
  for (const level of [0, 0.2, 0, 0.5, 0.1, 0]) {
    after(250);
    expect(take(level, 0)).toBeNull();
  }
  after(250);
  expect(take(0.9, 0)?.microphone).toBeGreaterThan(0.8);
  after(1_499);
  expect(take(0.1, 0)).toBeNull();
  after(1);
  expect(take(0, 0)).toMatchObject({ microphone: expect.closeTo(0.1, 1) });
  after(1_500);
  expect(take(0, 0)).toEqual({ callId, microphone: 0, speaker: 0 });
});

test('another call begins anew', () => {
  const { take } = bars();
  take(0.5, 0.5);
  expect(take(0, 0, 'another')).toEqual({ callId: 'another', microphone: 0, speaker: 0 });
});
