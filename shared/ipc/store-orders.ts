import { z } from 'zod';
import { idSchema } from '../domain/ids.ts';
import { capacitySlotSchema } from '../domain/ordering/catalogue.ts';
import { fewerPiecesSchema, lessenedSchema } from '../domain/ordering/lessen.ts';
import { deliveryWishSchema, redirectedSchema } from '../domain/ordering/redirect.ts';
import { orderSchema, reservationSchema } from '../domain/ordering/order.ts';
import { orderBookSchema, orderDeskSchema, orderHitSchema, orderViewSchema, orderWishSchema, productCardSchema, productSheetSchema, reservationViewSchema } from '../domain/ordering/order-views.ts';
import { nothing } from './contract.ts';

const limit = z.number().int().min(1).max(60).default(20);
const lessening = z.strictObject({ id: idSchema, lines: z.array(fewerPiecesSchema).max(100) });
const redirecting = z.strictObject({ id: idSchema, wish: deliveryWishSchema });
const place = z.strictObject({ customerId: idSchema, interactionId: idSchema.nullable() });

/** The part of the store's contract that is about selling. Every write is on disk when it answers. */
export const orderCalls = {
  /** Words in any order and in any language, accents and case ignored; without words, the whole catalogue. */
  'product.search': { input: z.strictObject({ text: z.string().max(200), limit }), output: z.array(productCardSchema) },
  'product.get': { input: z.strictObject({ id: idSchema }), output: productSheetSchema },

  /** Orders and reservations by number. */
  'order.search': { input: z.strictObject({ text: z.string().max(200), limit }), output: z.array(orderHitSchema) },
  'order.list': { input: z.strictObject({ customerId: idSchema }), output: orderBookSchema },
  /** The order in the making of a customer, if there is one, and what is needed to make it. */
  'order.desk': { input: place, output: orderDeskSchema },
  /** Keeps the order in the making, prices it, and has its stock held. */
  'order.save': { input: place.extend({ wish: orderWishSchema }), output: orderDeskSchema },
  /** Asks for the hold of every line again. */
  'order.hold': { input: place, output: orderDeskSchema },
  'order.discard': { input: z.strictObject({ id: idSchema }), output: nothing },
  /** Places the order: provisional until central has answered. Refused with `order.incomplete` where something is missing; `details.problem` says what. */
  'order.place': { input: z.strictObject({ id: idSchema }), output: orderViewSchema },
  /** Takes an order that central refused back into the making. */
  'order.revise': { input: z.strictObject({ id: idSchema, interactionId: idSchema.nullable() }), output: orderDeskSchema },
  'order.change': { input: z.strictObject({ id: idSchema, state: z.enum(['cancelled', 'returned']), reason: orderSchema.shape.reason }), output: orderViewSchema },
  /** What an order would come to with fewer pieces in it. */
  'order.lessened': { input: lessening, output: lessenedSchema },
  /** Takes pieces out of an order that is not packed yet; it counts once central has answered. */
  'order.lessen': { input: lessening, output: orderViewSchema },
  /** What an order would come to, and when it would come, delivered otherwise; and the windows that there are for it. */
  'order.redirected': { input: redirecting, output: redirectedSchema.extend({ windows: z.array(capacitySlotSchema) }) },
  /** Has an order that is not packed yet delivered otherwise: to another address of the customer's, faster or slower, in another window. */
  'order.redirect': { input: redirecting, output: orderViewSchema },
  /** Central's answer to a change, or to a reservation, was read: its row stands, what was refused is let go. */
  'order.accept': { input: z.strictObject({ entity: z.enum(['order', 'reservation']), id: idSchema }), output: nothing },

  /** Tastings and other dated places from today on that have room. */
  'slot.list': { input: nothing, output: z.array(capacitySlotSchema) },
  'reservation.create': { input: place.extend({ slotId: idSchema, seats: reservationSchema.shape.seats, note: reservationSchema.shape.note }), output: reservationViewSchema },
  'reservation.cancel': { input: z.strictObject({ id: idSchema }), output: reservationViewSchema },
} as const;
