import { expect, test } from 'vitest';
import type { RtpSecond } from '#shared/ipc/audio-list.ts';
import { qualitySample } from './quality-sample.ts';

const second: RtpSecond = { slot: 1, received: 50, lost: 0, discarded: 0, jitterMs: 1, bufferMs: 30, roundTripMs: 20, sentLossPercent: 0, codec: 'PCMU' };

test('a clean second is as good as G.711 gets', () => {
  expect(qualitySample(second)).toEqual({ mos: expect.closeTo(4.41, 2) as number, lossPercent: 0, jitterMs: 1, roundTripMs: 20, sentLossPercent: 0, codec: 'PCMU' });
});

test('loss is a share of what was expected', () => {
  const sample = qualitySample({ ...second, received: 45, lost: 5 });
  expect(sample?.lossPercent).toBe(10);
  // R = 93.2 - 95 * 10 / 35.1 = 66.1.
  expect(sample?.mos).toBeCloseTo(3.41, 2);
});

test('what came too late counts as lost for the ear, not for the network', () => {
  const sample = qualitySample({ ...second, discarded: 5 });
  expect(sample?.lossPercent).toBe(0);
  expect(sample?.mos).toBeCloseTo(3.41, 2);
});

test('half of the round trip, the jitter buffer and the codec make the delay', () => {
  // 400 + 80 + 20 ms: Idd = 30.6 (7-27), R = 62.6.
  expect(qualitySample({ ...second, roundTripMs: 800, bufferMs: 80 })?.mos).toBeCloseTo(3.23, 2);
});

test('a second in which nothing was due is no sample', () => {
  expect(qualitySample({ ...second, received: 0 })).toBeNull();
});

test('the worse of both ways counts: what the customer does not hear is no good line', () => {
  expect(qualitySample({ ...second, sentLossPercent: 10 })?.mos).toBe(qualitySample({ ...second, received: 45, lost: 5 })?.mos);
  expect(qualitySample({ ...second, sentLossPercent: 10 })).toMatchObject({ lossPercent: 0, sentLossPercent: 10 });
  expect(qualitySample({ ...second, sentLossPercent: null })?.mos).toBe(qualitySample(second)?.mos);
});
