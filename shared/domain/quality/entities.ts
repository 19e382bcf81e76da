import { z } from 'zod';
import { idSchema, instantSchema } from '../ids.ts';
import { scriptKeySchema } from '../script/key.ts';
import { synced } from '../synced.ts';

const ms = z.number().int().min(0);
const count = z.number().int().min(0);
const percent = z.number().int().min(0).max(100);

/** What was done of a script, in counts: what {@link conversationQualitySchema} has a percentage of. */
export const scriptCountsSchema = z.strictObject({
  /** Steps that were said and answered, in the order of the script. */
  said: count,
  /** Steps that were left unsaid with a reason. */
  excused: count,
  /** Steps that were left unsaid without a word, and the one that stood on screen when the call ended. */
  left: count,
  /** Mandatory terms of the steps that were said, and those of them that were agreed to. */
  terms: count,
  agreed: count,
});
export type ScriptCounts = z.infer<typeof scriptCountsSchema>;

/**
 * The figures of one answered conversation, written once when it is over and closed, by the device that had it. Numbers
 * only: what was said, and with whom, is in the conversation. Every definition is in docs/administrator/quality.md.
 */
export const conversationQualitySchema = z.strictObject({
  ...synced,
  interactionId: idSchema,
  agentId: idSchema.nullable(),
  queueId: idSchema.nullable(),
  direction: z.enum(['inbound', 'outbound']),
  /** Why the customer called, by the script's own key; null where the script did not find out. */
  purpose: scriptKeySchema.nullable(),
  startedAt: instantSchema,
  endedAt: instantSchema,
  /** From the first ring at this operator to the answer; null for a call that the operator made. */
  pickUpMs: ms.nullable(),
  /** From answer to end, without hold. */
  talkMs: ms,
  holdMs: ms,
  holds: count,
  /** From the end of the call to closing, without the time in other calls; null where Balie stopped during the call. */
  wrapUpMs: ms.nullable(),
  /** Stretches of three seconds and more in which neither spoke; null where the sound was not followed. */
  silenceMs: ms.nullable(),
  silences: count.nullable(),
  /** How often, and how long, the operator spoke through the customer; null where the sound was not followed. */
  overlapMs: ms.nullable(),
  overlaps: count.nullable(),
  /** Null where the queue has no script. */
  script: scriptCountsSchema.nullable(),
  adherencePercent: percent.nullable(),
  completenessPercent: percent,
  /** When the outcome sentence was read back to the customer; null: it was not. */
  readBackAt: instantSchema.nullable(),
});
export type ConversationQuality = z.infer<typeof conversationQualitySchema>;
