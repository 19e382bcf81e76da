import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { languageSchema } from '../language.ts';
import { capacitySlotSchema, productSchema, salesPolicySchema, salesTermsSchema, stockSchema } from './catalogue.ts';
import { deliveryAddressSchema, orderPrioritySchema, orderSchema, reservationSchema, stockHoldSchema } from './order.ts';
import { orderProblemSchema } from './review.ts';

/** A product as it is found: with its stock, where it has one. */
export const productCardSchema = z.object({ product: productSchema, stock: stockSchema.nullable() });
export type ProductCard = z.infer<typeof productCardSchema>;

/** A product with all that can be said about it. */
export const productSheetSchema = productCardSchema.extend({
  /** The editions in force today. */
  terms: z.array(salesTermsSchema),
  policy: salesPolicySchema.nullable(),
});
export type ProductSheet = z.infer<typeof productSheetSchema>;

/** What central answered to something that it could not take as it was. */
export const refusedWorkSchema = z.object({ state: z.enum(['rejected', 'conflict']), code: z.string(), problems: z.array(orderProblemSchema) });
export type RefusedWork = z.infer<typeof refusedWorkSchema>;

export const orderViewSchema = z.object({
  order: orderSchema,
  /** The delivery window that was chosen. */
  slot: capacitySlotSchema.nullable(),
  refused: refusedWorkSchema.nullable(),
  /** Pieces were taken out here, or the delivery was changed, and central has yet to confirm it. */
  isNoted: z.boolean().optional(),
});
export type OrderView = z.infer<typeof orderViewSchema>;

export const reservationViewSchema = z.object({ reservation: reservationSchema, slot: capacitySlotSchema.nullable(), refused: refusedWorkSchema.nullable() });
export type ReservationView = z.infer<typeof reservationViewSchema>;

/** A customer's orders and reservations, most recent first. Drafts are not among them. */
export const orderBookSchema = z.object({ orders: z.array(orderViewSchema), reservations: z.array(reservationViewSchema), policy: salesPolicySchema.nullable() });
export type OrderBook = z.infer<typeof orderBookSchema>;

/** What the operator decides about an order in the making; prices and sums follow from it. */
export const orderWishSchema = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        id: idSchema,
        productId: idSchema,
        quantity: z.number().int().min(1).max(9_999),
        /** `best`: whichever takes most off. */
        discount: z.union([z.literal('best'), z.strictObject({ key: z.string().max(64).nullable() })]),
      }),
    )
    .max(100),
  delivery: deliveryAddressSchema.nullable(),
  slotId: idSchema.nullable(),
  priority: orderPrioritySchema,
  note: z.string().max(1000),
  /** Editions of the terms that the customer has heard. */
  heard: z.array(idSchema).max(20),
  language: languageSchema,
});
export type OrderWish = z.infer<typeof orderWishSchema>;

/** All that is needed to make an order: the draft, and what it is judged by. */
export const orderDeskSchema = z.object({
  order: orderSchema.nullable(),
  holds: z.array(stockHoldSchema),
  /** Every product that the lines name. */
  cards: z.array(productCardSchema),
  /** All editions of the terms. */
  terms: z.array(salesTermsSchema),
  /** Delivery windows from today on. */
  windows: z.array(capacitySlotSchema),
  policy: salesPolicySchema.nullable(),
  segment: z.enum(['new', 'regular', 'loyal']),
});
export type OrderDesk = z.infer<typeof orderDeskSchema>;

/** One line in a list of found orders. */
export const orderHitSchema = z.object({
  id: idSchema,
  number: z.string(),
  kind: z.enum(['order', 'reservation']),
  customerId: idSchema,
  customerName: z.string(),
  state: z.string(),
  placedAt: z.string().nullable(),
  totalCents: z.number().int().nullable(),
});
export type OrderHit = z.infer<typeof orderHitSchema>;
