import { z } from 'zod';
import { idSchema, instantSchema } from '../ids.ts';
import { languageSchema, localisedSchema } from '../language.ts';
import { synced } from '../synced.ts';
import { centsSchema, daySchema, minuteSchema, vatRateSchema } from './catalogue.ts';

/**
 * `draft`: being made, on this device only. `provisional`: placed by the operator, central has not answered. `placed`: in
 * central's books, and a person has to confirm it. The rest is what the centre does with it.
 */
export const orderStateSchema = z.enum(['draft', 'provisional', 'placed', 'confirmed', 'packed', 'shipped', 'delivered', 'cancelled', 'returned']);
export type OrderState = z.infer<typeof orderStateSchema>;

/** A product in an order, with the price that was said to the customer. */
export const orderLineSchema = z.strictObject({
  id: idSchema,
  productId: idSchema,
  /** As the product was called when it was ordered. */
  name: localisedSchema,
  quantity: z.number().int().min(1).max(9_999),
  unitCents: centsSchema,
  vatRate: vatRateSchema,
  /** The discount that was given; null: none. */
  discountKey: z.string().max(64).nullable(),
  /** Taken off the whole line. */
  discountCents: centsSchema,
});
export type OrderLine = z.infer<typeof orderLineSchema>;

/** Where it goes: as the file had it when it was ordered, because the file may change afterwards. */
export const deliveryAddressSchema = z.strictObject({
  street: z.string().max(200),
  houseNumber: z.string().max(20),
  box: z.string().max(20).nullable(),
  postcode: z.string().max(12),
  town: z.string().max(200),
  country: z.string().length(2),
});
export type DeliveryAddress = z.infer<typeof deliveryAddressSchema>;

export const orderPrioritySchema = z.enum(['normal', 'urgent']);
export type OrderPriority = z.infer<typeof orderPrioritySchema>;

/** A line of which fewer pieces are wanted than were ordered; `to` is 0 where it went. */
export const fewerSchema = z.strictObject({ name: localisedSchema, from: z.number().int().min(1), to: z.number().int().min(0) });
export type Fewer = z.infer<typeof fewerSchema>;

/** When an order comes: the day that was promised, and the hours where a window was chosen. */
export const arrivalSchema = z.strictObject({ day: daySchema.nullable(), hours: z.strictObject({ from: minuteSchema, until: minuteSchema }).nullable() });
export type Arrival = z.infer<typeof arrivalSchema>;

/** What is otherwise about the delivery of an order, with what it was before; at least one of them. */
export const redirectionSchema = z.strictObject({
  address: z.strictObject({ from: deliveryAddressSchema.nullable(), to: deliveryAddressSchema }).optional(),
  priority: z.strictObject({ from: orderPrioritySchema, to: orderPrioritySchema }).optional(),
  arrival: z.strictObject({ from: arrivalSchema, to: arrivalSchema }).optional(),
});
export type Redirection = z.infer<typeof redirectionSchema>;

/** What happened to an order: it came into a state, or stayed in it with fewer pieces or another delivery. `by` is null for the centre. */
const orderStepSchema = z.strictObject({
  state: orderStateSchema,
  at: instantSchema,
  by: idSchema.nullable(),
  less: z.array(fewerSchema).max(100).optional(),
  redirected: redirectionSchema.optional(),
});

/** Steps that an order keeps. */
export const mostSteps = 50;

export const orderSchema = z.strictObject({
  ...synced,
  /** What the customer can quote, e.g. `O-100204`; null until central has given one. */
  number: z.string().max(32).nullable(),
  customerId: idSchema,
  /** The conversation in which it was made. */
  interactionId: idSchema.nullable(),
  agentId: idSchema.nullable(),
  state: orderStateSchema,
  /** In which it was made, and is spoken of. */
  language: languageSchema,
  priority: orderPrioritySchema,
  lines: z.array(orderLineSchema).max(100),
  delivery: deliveryAddressSchema.nullable(),
  /** A delivery window that was chosen. */
  slotId: idSchema.nullable(),
  note: z.string().max(1000),
  /** Which editions of the terms the customer has heard, and when. */
  terms: z.array(z.strictObject({ termsId: idSchema, at: instantSchema })).max(20),
  deliveryCents: centsSchema,
  totalCents: centsSchema,
  /** The day that the customer was told. */
  toldFor: daySchema.nullable(),
  /** The day that central promises. Later than `toldFor`: the customer has to hear of it. */
  promisedFor: daySchema.nullable(),
  placedAt: instantSchema.nullable(),
  /** Every state it had, oldest first, and where pieces were taken out or the delivery was changed; central writes it. */
  history: z.array(orderStepSchema).max(mostSteps),
  /** Why it was cancelled or sent back. */
  reason: z.string().max(500),
});
export type Order = z.infer<typeof orderSchema>;

export const stockHoldStateSchema = z.enum(['requested', 'granted', 'refused', 'released', 'expired', 'consumed']);

/** Stock that is kept for an order in the making. Asked by a device, granted by central for some minutes. */
export const stockHoldSchema = z.strictObject({
  ...synced,
  /** The order in the making: central learns of it only when it is placed. */
  orderId: idSchema,
  productId: idSchema,
  interactionId: idSchema.nullable(),
  agentId: idSchema.nullable(),
  quantity: z.number().int().min(1).max(9_999),
  state: stockHoldStateSchema,
  /** Until when it is granted. */
  until: instantSchema.nullable(),
  /** Counts how often it was asked again. */
  renewals: z.number().int().min(0).max(1_000),
});
export type StockHold = z.infer<typeof stockHoldSchema>;

/** Places that a customer has in a dated slot. */
export const reservationSchema = z.strictObject({
  ...synced,
  number: z.string().max(32).nullable(),
  customerId: idSchema,
  interactionId: idSchema.nullable(),
  agentId: idSchema.nullable(),
  slotId: idSchema,
  seats: z.number().int().min(1).max(500),
  /** `provisional`: central has not answered. */
  state: z.enum(['provisional', 'confirmed', 'cancelled']),
  note: z.string().max(500),
  at: instantSchema,
});
export type Reservation = z.infer<typeof reservationSchema>;
