import { z } from 'zod';

/**
 * A transfer under way, on the call that is being transferred. It is gone from the call when the call
 * has ended with cause `transferred`, and stays with phase `failed` until the operator has seen it.
 */
export const transferSchema = z.object({
  /** `blind`: REFER (RFC 3515); `attended`: REFER with Replaces (RFC 5589 section 7.3). */
  kind: z.enum(['blind', 'attended']),
  /** As the operator gave it: a number or a user. */
  target: z.string().max(256),
  /** What the NOTIFYs tell (RFC 3515 section 2.4.4): asked, accepted and trying, ringing there, failed. */
  phase: z.enum(['asking', 'trying', 'ringing', 'failed']),
  /** The final status of a transfer that failed. */
  sipStatus: z.number().int().min(300).max(699).nullable(),
});
export type Transfer = z.infer<typeof transferSchema>;

/** What the operator tells the colleague who takes over. */
export const handOverNoteSchema = z.string().max(1000);
