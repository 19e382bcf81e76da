import { z } from 'zod';

/** Why a recording pauses by itself or by hand. It runs again only when every reason is gone. */
export const pauseReasonSchema = z.enum(['operator', 'sensitive-field']);
export type PauseReason = z.infer<typeof pauseReasonSchema>;

/** Recording of one call: both sides, on this device, encrypted. */
export const recordingStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('recording') }),
  z.object({ state: z.literal('paused'), reasons: z.array(pauseReasonSchema).min(1) }),
  /** The file could not be written: the operator must know that nothing is kept. */
  z.object({ state: z.literal('failed') }),
]);
export type RecordingState = z.infer<typeof recordingStateSchema>;

/** Whether the centre records calls of a queue. */
export const recordingPolicySchema = z.enum(['never', 'on-demand', 'always']);
export type RecordingPolicy = z.infer<typeof recordingPolicySchema>;
