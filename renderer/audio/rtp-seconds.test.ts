import { expect, test } from 'vitest';
import { RtpSeconds, type RtpStats } from './rtp-seconds.ts';

const inbound = (change: Partial<RtpStats> = {}): RtpStats => ({
  id: 'in',
  type: 'inbound-rtp',
  kind: 'audio',
  packetsReceived: 100,
  packetsLost: 2,
  packetsDiscarded: 1,
  jitter: 0.004,
  jitterBufferDelay: 4_000,
  jitterBufferEmittedCount: 100_000,
  codecId: 'codec',
  transportId: 'transport',
  ...change,
});
const others: readonly RtpStats[] = [
  { id: 'codec', type: 'codec', mimeType: 'audio/PCMA' },
  { id: 'transport', type: 'transport', selectedCandidatePairId: 'pair' },
  { id: 'pair', type: 'candidate-pair', currentRoundTripTime: 0.03 },
];
const report = (...entries: RtpStats[]) => new Map([...others, ...entries].map((entry) => [entry.id, entry]));

/** Two readings, a second apart. */
function between(first: RtpStats, second: RtpStats, ...more: RtpStats[]) {
  const seconds = new RtpSeconds();
  seconds.take(report(first, ...more), [first], 0);
  return seconds.take(report(second, ...more), [second], 1_000);
}

test('a second is what was counted in it', () => {
  const after = inbound({ packetsReceived: 148, packetsLost: 4, packetsDiscarded: 2, jitterBufferDelay: 4_000 + 48 * 960 * 0.05, jitterBufferEmittedCount: 100_000 + 48 * 960 });
  expect(between(inbound(), after)).toEqual({ received: 48, lost: 2, discarded: 1, jitterMs: 4, bufferMs: expect.closeTo(50) as number, roundTripMs: 30, sentLossPercent: null, codec: 'PCMA' });
});

test('is not told before it is over', () => {
  const seconds = new RtpSeconds();
  const stream = inbound();
  expect(seconds.take(report(stream), [stream], 0)).toBeNull();
  expect(seconds.take(report(stream), [stream], 750)).toBeNull();
  expect(seconds.take(report(stream), [stream], 1_000)).not.toBeNull();
});

test('the round trip of RTCP goes before that of ICE', () => {
  const rtcp: RtpStats = { id: 'remote', type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.12 };
  expect(between(inbound(), inbound({ packetsReceived: 150 }), rtcp)?.roundTripMs).toBe(120);
});

test('what the other side lost of ours is what it says in RTCP', () => {
  const rtcp: RtpStats = { id: 'remote', type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.12, fractionLost: 0.25 };
  expect(between(inbound(), inbound({ packetsReceived: 150 }), rtcp)?.sentLossPercent).toBe(25);
  // A report that counts duplicates as received makes it negative.
  expect(between(inbound(), inbound({ packetsReceived: 150 }), { ...rtcp, fractionLost: -0.1 })?.sentLossPercent).toBe(0);
});

test('packets that were given up and came after all are no negative loss', () => {
  expect(between(inbound(), inbound({ packetsReceived: 152, packetsLost: 0 }))?.lost).toBe(0);
});

test('without a pair and without RTCP the round trip is not known', () => {
  const seconds = new RtpSeconds();
  const stream = inbound({ transportId: 'none', codecId: 'none' });
  seconds.take(report(stream), [stream], 0);
  expect(seconds.take(report(stream), [stream], 1_000)).toMatchObject({ roundTripMs: null, codec: '' });
});
