import { z } from 'zod';
import { addressSchema, callLegSchema, contactPointSchema, customerSchema, handOverSchema, interactionSchema, outcomeSchema, queueSchema, scriptRowSchema } from './entities.ts';
import { idSchema, instantSchema } from './ids.ts';

/** A customer with all that the file shows. */
export const customerFileSchema = z.object({
  customer: customerSchema,
  contactPoints: z.array(contactPointSchema),
  addresses: z.array(addressSchema),
  /** Most recent first, at most fifty. */
  interactions: z.array(interactionSchema),
});
export type CustomerFile = z.infer<typeof customerFileSchema>;

/** One line in a list of found customers, with why it was found. */
export const customerHitSchema = z.object({
  id: idSchema,
  customerNumber: z.string().nullable(),
  name: z.string(),
  street: z.string(),
  town: z.string(),
  matched: z.enum(['phone', 'email', 'customer-number', 'name', 'town']),
  /** Of the last conversation that this device knows of. Absent where it was not asked for. */
  lastContactAt: instantSchema.nullable().optional(),
});
export type CustomerHit = z.infer<typeof customerHitSchema>;

/** A field as typed but not yet final: what the journal keeps per interaction. */
export const draftFieldSchema = z.string().regex(/^(note|sentence|outcomeId|handOver|customer\.[A-Za-z.0-9-]{1,80}|script\.[A-Za-z0-9-]{1,64})$/);
export const draftSchema = z.record(draftFieldSchema, z.string().max(20_000));
export type Draft = z.infer<typeof draftSchema>;

/** All that the workspace shows for one interaction. */
export const interactionFileSchema = z.object({
  interaction: interactionSchema,
  legs: z.array(callLegSchema),
  queue: queueSchema.nullable(),
  script: scriptRowSchema.nullable(),
  /** Outcomes of the queue, in order; all outcomes where there is no queue. */
  outcomes: z.array(outcomeSchema),
  /** The linked customer's file. */
  customer: customerFileSchema.nullable(),
  /** Customers who have the caller's number, when none is linked or several fit. */
  candidates: z.array(customerHitSchema),
  /** What the colleague who transferred this call wrote along, as it came through central; `by` is their name. */
  handOver: handOverSchema.extend({ by: z.string().nullable() }).nullable(),
  draft: draftSchema,
  /** When the last keystroke batch reached the journal. */
  draftSavedAt: instantSchema.nullable(),
});
export type InteractionFile = z.infer<typeof interactionFileSchema>;
