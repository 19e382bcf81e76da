import { z } from 'zod';
import { idSchema, instantSchema } from '../ids.ts';
import { languageSchema, localisedSchema } from '../language.ts';
import { synced } from '../synced.ts';

/** An amount in euro cents. */
export const centsSchema = z.number().int().min(0).max(100_000_000);

/** A calendar day of the centre, `2026-11-26`. */
export const daySchema = z.iso.date();

/** Local time to the minute, `16:00`. */
export const minuteSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day');

/** The Belgian rates of VAT in hundredths of a percent (Royal Decree no. 20). */
export const vatRateSchema = z.literal([0, 600, 1200, 2100]);
export type VatRate = z.infer<typeof vatRateSchema>;

/** A price that is lower for some time, for some customers. */
export const discountSchema = z.strictObject({
  key: z.string().min(1).max(64),
  label: localisedSchema,
  /** `percent`: `value` hundredths of a percent of the line. `amount`: `value` cents a piece. */
  kind: z.enum(['percent', 'amount']),
  value: z.number().int().min(1).max(100_000_000),
  /** First and last day, both included, by the calendar of the centre. */
  from: daySchema,
  until: daySchema,
  minQuantity: z.number().int().min(1),
  /** `regular` is meant for loyal customers too. */
  audience: z.enum(['everybody', 'regular', 'loyal']),
});
export type Discount = z.infer<typeof discountSchema>;

export const productSchema = z.strictObject({
  ...synced,
  /** What stands on the price list, e.g. `LOI-06`. */
  sku: z.string().min(1).max(32),
  name: localisedSchema,
  category: localisedSchema,
  summary: localisedSchema,
  features: z.array(z.strictObject({ label: localisedSchema, value: localisedSchema })).max(30),
  /** VAT included, as prices for consumers are shown (Code of Economic Law, art. VI.4). */
  priceCents: centsSchema,
  vatRate: vatRateSchema,
  discounts: z.array(discountSchema).max(20),
  /** Which terms of sale belong to it; of each the edition in force counts. */
  termsKeys: z.array(z.string().max(64)).max(10),
  /** Languages in which its papers exist. */
  languages: z.array(languageSchema),
  /** False: it is not sold any more, and orders of before still name it. */
  active: z.boolean(),
  /** False: made to order. There is no stock to hold, and the order is confirmed by a person. */
  stocked: z.boolean(),
  /** Working days that it needs before it can leave, above those of any order. */
  leadDays: z.number().int().min(0).max(60),
});
export type Product = z.infer<typeof productSchema>;

/** How much there is of a product. Only central writes it: what an order takes, it takes there. */
export const stockSchema = z.strictObject({
  ...synced,
  productId: idSchema,
  /** In the warehouse. */
  onHand: z.number().int().min(0),
  /** Of these, promised to orders that have not left yet. */
  allocated: z.number().int().min(0),
  /** Of these, kept for a short time for orders that are being made. */
  held: z.number().int().min(0),
  /** When the warehouse last told its count. */
  countedAt: instantSchema,
});
export type Stock = z.infer<typeof stockSchema>;

/** One edition of terms of sale. Editions are never changed: a new one follows. */
export const salesTermsSchema = z.strictObject({
  ...synced,
  key: z.string().min(1).max(64),
  /** How the edition is called, e.g. `2026-11`. */
  edition: z.string().min(1).max(32),
  /** In force from this day until a later edition is. */
  validFrom: daySchema,
  title: localisedSchema,
  text: localisedSchema,
  /** The customer must have heard them before an order can be placed. */
  mandatory: z.boolean(),
});
export type SalesTerms = z.infer<typeof salesTermsSchema>;

/** What the centre has agreed on selling and delivering. The newest row counts. */
export const salesPolicySchema = z.strictObject({
  ...synced,
  /** IANA name of the zone by which days and the cut-off are meant. */
  timeZone: z.string().max(64),
  /** An order before this time counts as of today. */
  cutOff: minuteSchema,
  /** Days on which the warehouse works, 1 (Monday) to 7 (Sunday). Belgian public holidays are none, whatever stands here. */
  workingDays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  /** Days on which the centre itself is closed. */
  closedDays: z.array(daySchema).max(366),
  /** Working days from an order to its delivery. */
  normalDays: z.number().int().min(0).max(60),
  urgentDays: z.number().int().min(0).max(60),
  deliveryCents: centsSchema,
  /** On top of `deliveryCents`, which is then always due. */
  urgentCents: centsSchema,
  /** From this amount of goods on, normal delivery costs nothing. */
  freeFromCents: centsSchema,
  deliveryVatRate: vatRateSchema,
  /** How long stock is held for an order in the making. */
  holdMinutes: z.number().int().min(1).max(120),
  /** A count of the warehouse that is older than this is shown as old. */
  stockFreshMinutes: z.number().int().min(1),
  /** Days after delivery within which goods can be returned. */
  returnDays: z.number().int().min(0).max(365),
});
export type SalesPolicy = z.infer<typeof salesPolicySchema>;

/** A delivery window or a tasting: a day, hours, and how many can have it. Only central writes `taken`. */
export const capacitySlotSchema = z.strictObject({
  ...synced,
  kind: z.enum(['delivery', 'tasting']),
  title: localisedSchema,
  place: z.string().max(200),
  day: daySchema,
  from: minuteSchema,
  until: minuteSchema,
  capacity: z.number().int().min(0),
  taken: z.number().int().min(0),
});
export type CapacitySlot = z.infer<typeof capacitySlotSchema>;
