import { z } from 'zod';
import { instantSchema } from './ids.ts';

/** How a call sounds, in steps an operator can use. Changes slowly on purpose: one bad second is not a bad call. */
export const qualityLevelSchema = z.enum(['unknown', 'good', 'fair', 'poor']);
export type QualityLevel = z.infer<typeof qualityLevelSchema>;

/** One second of a call. */
export const qualitySampleSchema = z.object({
  /** Estimated MOS of the worse of both ways, 1..4.5 (ITU-T G.107): what the operator hears, and what the customer does. */
  mos: z.number().min(1).max(5),
  /** Packets lost of those expected in this second, 0..100. */
  lossPercent: z.number().min(0).max(100),
  /** The same of what the operator says, as the other side reports it; null until it has. */
  sentLossPercent: z.number().min(0).max(100).nullable(),
  jitterMs: z.number().min(0),
  /** Null until the other side has sent an RTCP report. */
  roundTripMs: z.number().min(0).nullable(),
  codec: z.string().max(32),
});
export type QualitySample = z.infer<typeof qualitySampleSchema>;

/** A whole call, for the store and for who looks into a complaint. */
export const qualityReportSchema = z.object({
  /** Seconds that were measured. */
  seconds: z.number().int().min(0),
  mosMean: z.number().min(1).max(5),
  mosWorst: z.number().min(1).max(5),
  lossPercent: z.number().min(0).max(100),
  jitterMs: z.number().min(0),
  roundTripMs: z.number().min(0).nullable(),
  codec: z.string().max(32),
});
export type QualityReport = z.infer<typeof qualityReportSchema>;

/** Who speaks, from the audio window's voice activity. Nothing is recorded for it. */
export const voiceActivitySchema = z.object({ operator: z.boolean(), customer: z.boolean(), at: instantSchema });
export type VoiceActivity = z.infer<typeof voiceActivitySchema>;
