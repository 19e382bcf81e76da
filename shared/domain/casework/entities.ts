import { z } from 'zod';
import { idSchema, instantSchema } from '../ids.ts';
import { scriptKeySchema } from '../script/key.ts';
import { synced } from '../synced.ts';

/**
 * A step of a case's procedure was done, or is not done after all. Rows are never changed: of each step the newest counts, so that two
 * who work on one case at once are never in each other's way.
 */
export const caseStepSchema = z.strictObject({
  ...synced,
  customerId: idSchema,
  caseId: idSchema,
  step: scriptKeySchema,
  done: z.boolean(),
  at: instantSchema,
  agentId: idSchema.nullable(),
});
export type CaseStep = z.infer<typeof caseStepSchema>;

/** What a customer asked during a conversation, noted in one key. A conversation is not closed while one is open. */
export const questionSchema = z.strictObject({
  ...synced,
  interactionId: idSchema,
  /** Null while nobody is linked. */
  customerId: idSchema.nullable(),
  text: z.string().max(500),
  at: instantSchema,
  agentId: idSchema.nullable(),
  /** `assigned`: it became a case, with an owner and a day. `dropped`: it is none after all. */
  state: z.enum(['open', 'answered', 'assigned', 'dropped']),
  /** What was answered, in the operator's words. */
  answer: z.string().max(1000),
  caseId: idSchema.nullable(),
});
export type Question = z.infer<typeof questionSchema>;

/**
 * Case numbers that one device may give out by itself, so that a customer can quote theirs at once, also without a network. A device
 * asks with a row without numbers; central fills them in, once, and nobody else ever has them.
 */
export const numberRangeSchema = z.strictObject({
  ...synced,
  agentId: idSchema.nullable(),
  at: instantSchema,
  /** Null until central has answered. Both included. */
  first: z.number().int().positive().nullable(),
  last: z.number().int().positive().nullable(),
});
export type NumberRange = z.infer<typeof numberRangeSchema>;
