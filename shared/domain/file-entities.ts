import { z } from 'zod';
import { idSchema, instantSchema } from './ids.ts';
import { synced } from './synced.ts';

/** What a customer may be approached on. */
export const consentChannelSchema = z.enum(['phone', 'email', 'sms', 'post']);
/** What for. `any` is everything that the customer did not ask for: withdrawn on the telephone it is do-not-call. */
export const consentPurposeSchema = z.enum(['any', 'marketing', 'service', 'survey']);

/**
 * A customer said yes or no. Rows are never changed: the newest of a channel and purpose counts, and the
 * older ones are how it came about.
 */
export const consentSchema = z.strictObject({
  ...synced,
  customerId: idSchema,
  channel: consentChannelSchema,
  purpose: consentPurposeSchema,
  state: z.enum(['given', 'withdrawn']),
  at: instantSchema,
  /** Where it was said: in a call, by letter, on the web site, or in a public register (Do Not Call Me list). */
  source: z.enum(['call', 'email', 'letter', 'web', 'register', 'centre']),
  /** In the customer's own words, or what the register is called. */
  how: z.string().max(500),
  /** Who wrote it down. */
  agentId: idSchema.nullable(),
  interactionId: idSchema.nullable(),
});
export type Consent = z.infer<typeof consentSchema>;

/** What colleagues should know about a customer, whatever the conversation is about. */
export const noteSchema = z.strictObject({
  ...synced,
  customerId: idSchema,
  text: z.string().max(4000),
  /** Stays on top of the file. */
  pinned: z.boolean(),
  at: instantSchema,
  agentId: idSchema.nullable(),
  interactionId: idSchema.nullable(),
});
export type Note = z.infer<typeof noteSchema>;

export const prioritySchema = z.enum(['low', 'normal', 'high']);
export type Priority = z.infer<typeof prioritySchema>;

export const caseKindSchema = z.enum(['question', 'complaint', 'claim']);

/** A question, complaint or claim, from the moment it is noted until it is answered. */
export const caseSchema = z.strictObject({
  ...synced,
  customerId: idSchema,
  kind: caseKindSchema,
  /** What the customer can quote, e.g. `Z-100204`: of the device's own range, or null until central has given one. */
  caseNumber: z.string().max(32).nullable(),
  state: z.enum(['open', 'waiting', 'solved', 'closed']),
  subject: z.string().max(200),
  description: z.string().max(10_000),
  priority: prioritySchema,
  /** Who answers for it; null: whoever of the queue takes it. */
  ownerId: idSchema.nullable(),
  queueId: idSchema.nullable(),
  openedAt: instantSchema,
  openedBy: idSchema.nullable(),
  /** The conversation in which it came up. */
  interactionId: idSchema.nullable(),
  dueAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  /** What was answered, in one sentence that can be spoken. */
  result: z.string().max(1000),
  /** The procedure that it follows; null where the centre has none for it. */
  procedureId: idSchema.nullable(),
  /** What the procedure's fields collected, by field key. */
  collected: z.record(z.string().max(64), z.string().max(2000)),
  /** When the number was read back to the customer; null: not yet. */
  readBackAt: instantSchema.nullable(),
});
export type Case = z.infer<typeof caseSchema>;

/** What was promised to a customer, with a date. */
export const promiseSchema = z.strictObject({
  ...synced,
  customerId: idSchema,
  /** The case it belongs to, where there is one. */
  caseId: idSchema.nullable(),
  text: z.string().max(500),
  /** How early it is warned of. */
  priority: prioritySchema,
  state: z.enum(['open', 'kept', 'cancelled']),
  dueAt: instantSchema,
  ownerId: idSchema.nullable(),
  queueId: idSchema.nullable(),
  madeAt: instantSchema,
  madeBy: idSchema.nullable(),
  interactionId: idSchema.nullable(),
  doneAt: instantSchema.nullable(),
});
export type CustomerPromise = z.infer<typeof promiseSchema>;

/** A field's value as it was kept; a whole row where one was removed. */
const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const correctedValueSchema = z.union([scalarSchema, z.record(z.string().max(64), scalarSchema)]);
export type CorrectedValue = z.infer<typeof correctedValueSchema>;

/** The field of a correction that says: the whole row was removed. `former` is then the row. */
export const removedField = 'removed';

/**
 * A value that was replaced: who did it, when, and what stood there before. Written by central with the
 * change itself, so that it is complete whoever changed it and on whichever device.
 */
export const correctionSchema = z.strictObject({
  ...synced,
  customerId: idSchema,
  entity: z.enum(['customer', 'contactPoint', 'address']),
  rowId: idSchema,
  field: z.string().max(64),
  former: correctedValueSchema,
  value: correctedValueSchema,
  at: instantSchema,
  agentId: idSchema.nullable(),
});
export type Correction = z.infer<typeof correctionSchema>;

/**
 * Two files of one customer became one. A device writes the row with its wish, central carries it out and
 * notes in `moved` what it did; setting `undoneAt` takes it back, as long as `undoUntil` has not passed.
 */
export const mergeSchema = z.strictObject({
  ...synced,
  /** The file that stays. */
  survivorId: idSchema,
  /** The file that is archived; who opens it, or still writes to it, lands on the survivor. */
  mergedId: idSchema,
  /** Fields of the customer whose value was taken from the file that is archived. */
  taken: z.array(z.string().max(64)).max(20),
  /** The survivor's own values of those fields. */
  former: z.record(z.string().max(64), scalarSchema),
  /** Rows that came from the archived file, by entity. */
  moved: z.record(z.string().max(64), z.array(idSchema)),
  at: instantSchema,
  agentId: idSchema.nullable(),
  undoUntil: instantSchema,
  undoneAt: instantSchema.nullable(),
});
export type Merge = z.infer<typeof mergeSchema>;

/** How long a merge can be taken back. */
export const undoMergeMs = 30 * 86_400_000;
