import { z } from 'zod';
import { idSchema, instantSchema } from '../ids.ts';
import { guardedClassSchema, identityCheckKeySchema, identityChecks, wayOutSchema } from './policy.ts';
import { synced } from '../synced.ts';

const checks = z.array(identityCheckKeySchema).max(identityChecks.length);

/** What a colleague had checked when a call was transferred: which answers, never what was said. */
export const carriedIdentitySchema = z.strictObject({
  passed: checks,
  /** Wrong answers, so that a transfer gives nobody new tries. */
  wrong: z.number().int().min(0).max(99),
  /** When the last right answer was given; null where there was none. */
  at: instantSchema.nullable(),
});
export type CarriedIdentity = z.infer<typeof carriedIdentitySchema>;

/**
 * One thing that happened at the identity gate: an answer that was right or wrong, a check that a colleague handed over, a way
 * out that was taken. Rows are never changed and never removed but with their customer; what was typed is in none of them.
 */
export const identityCheckSchema = z.strictObject({
  ...synced,
  interactionId: idSchema,
  customerId: idSchema,
  queueId: idSchema.nullable(),
  agentId: idSchema.nullable(),
  at: instantSchema,
  /** `registered`: the customer was entered in this very conversation, and everything in the file is what they said. */
  kind: z.enum(['passed', 'wrong', 'carried', 'gave-up', 'registered']),
  /** Of an answer: to what. */
  check: identityCheckKeySchema.nullable(),
  /** Of a way out: which. */
  way: wayOutSchema.nullable(),
  /** Of a check that came along with a transfer: the hand-over and what was in it. */
  carried: carriedIdentitySchema.extend({ handOverId: idSchema, agentId: idSchema.nullable() }).nullable(),
  /** The classes of data that are open after it. */
  opened: z.array(guardedClassSchema).max(3),
});
export type IdentityCheck = z.infer<typeof identityCheckSchema>;
