import { z } from 'zod';
import { idSchema, instantSchema } from '../ids.ts';
import { languageSchema, localisedSchema, registerSchema } from '../language.ts';
import { conditionSchema } from '../script/condition.ts';
import { scriptKeySchema } from '../script/key.ts';
import { synced } from '../synced.ts';

const skus = z.array(z.string().min(1).max(64)).max(50);

/** Something that may be offered beside what the customer called for. Set by the centre. */
export const offerSchema = z.strictObject({
  ...synced,
  /** What an administrator names it by. */
  key: z.string().min(1).max(64),
  /** Article number of what is offered. */
  sku: z.string().min(1).max(64),
  /** Of several that fit, the highest is offered. */
  priority: z.number().int().min(0).max(100),
  /** Both included, by the calendar of the operator's clock. */
  validFrom: z.iso.date(),
  validUntil: z.iso.date(),
  /** Over the customer, the queue and what the script captured, in the script's own words; null: everybody. */
  condition: conditionSchema.nullable(),
  /** Purposes of a call with which it goes; empty: any. */
  purposes: z.array(scriptKeySchema).max(30),
  /** One of these was ordered, now or before; empty: it does not matter. */
  boughtAny: skus,
  /** None of these was ordered, now or before. */
  boughtNone: skus,
  /** What is said. The first that fits language and register is taken; one without register fits both. */
  say: z.array(z.strictObject({ language: languageSchema, register: registerSchema.nullable(), text: z.string().min(1).max(500) })).min(1).max(20),
  /** Why it fits this customer, for the operator. */
  reason: localisedSchema,
  active: z.boolean(),
});
export type Offer = z.infer<typeof offerSchema>;

/** What a customer said to an offer. Rows are never changed: a no stays a no, on every device. */
export const offerAnswerSchema = z.strictObject({
  ...synced,
  customerId: idSchema,
  offerId: idSchema,
  interactionId: idSchema.nullable(),
  agentId: idSchema.nullable(),
  at: instantSchema,
  answer: z.enum(['yes', 'no']),
});
export type OfferAnswer = z.infer<typeof offerAnswerSchema>;
