import type { QualitySample } from '#shared/domain/call-quality.ts';
import { meanOpinionScore, transmissionRating } from '#shared/domain/e-model.ts';
import type { RtpSecond } from '#shared/ipc/audio-list.ts';

/**
 * What a codec adds before a packet leaves: a frame of 20 ms, and its look-ahead (Opus 6.5 ms, RFC 6716 section 2;
 * G.722 1.5 ms, from its filter bank).
 */
const codecDelayMs: Readonly<Record<string, number>> = { opus: 26.5, G722: 21.5 };
const frameMs = 20;

/** @returns a second of RTP as a sample of quality; null for one in which nothing was due, as on hold. */
export function qualitySample({ received, lost, discarded, jitterMs, bufferMs, roundTripMs, sentLossPercent, codec }: RtpSecond): QualitySample | null {
  const expected = received + lost;
  if (expected === 0) return null;
  const lossPercent = (100 * lost) / expected;
  // A packet that came too late to be played is as good as lost.
  const unplayed = (100 * Math.min(expected, lost + discarded)) / expected;
  const delayMs = (roundTripMs ?? 0) / 2 + bufferMs + (codecDelayMs[codec] ?? frameMs);
  // A poor upload, usual at home, is heard by the customer alone. How long their buffer is nobody tells: ours stands for it.
  const mos = meanOpinionScore(transmissionRating({ delayMs, lossPercent: Math.max(unplayed, sentLossPercent ?? 0) }));
  return { mos, lossPercent, sentLossPercent, jitterMs, roundTripMs, codec };
}
