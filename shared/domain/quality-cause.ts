import type { QualitySample } from './call-quality.ts';

/** What a poor call suffers from, as far as it can be told apart: the advice to the operator follows from it. */
export type QualityCause = 'loss' | 'sent' | 'delay' | 'other';

/** Beyond these one cause stands out: packets lost (percent), and a conversation that gets in its own way (ITU-T G.114, one way 150 ms). */
const muchLoss = 3;
const longRoundTripMs = 300;

/** @returns the cause that stands out in a second of a call that is poor. */
export function qualityCause(sample: QualitySample | null): QualityCause {
  if (sample === null) return 'other';
  if (sample.lossPercent >= muchLoss) return 'loss';
  if (sample.sentLossPercent !== null && sample.sentLossPercent >= muchLoss) return 'sent';
  return sample.roundTripMs !== null && sample.roundTripMs >= longRoundTripMs ? 'delay' : 'other';
}
