import { orderSchema, reservationSchema, stockHoldSchema } from '#shared/domain/ordering/order.ts';
import { z } from 'zod';

/** What the log writes itself. */
const kept = { id: true, version: true, updatedAt: true } as const;

/** Numbers, promises and histories are given by central alone. */
export const centralOrderFields = { order: ['number', 'promisedFor', 'history'], stockHold: ['until'], reservation: ['number'] } as const;

/** A device places an order, asks for a hold, reserves. It decides nothing of what becomes of it. */
export const orderCreateSchemas = {
  order: orderSchema.omit({ ...kept, number: true, promisedFor: true, history: true }).extend({ state: z.literal('provisional') }),
  stockHold: stockHoldSchema.omit({ ...kept, until: true }).extend({ state: z.literal('requested') }),
  reservation: reservationSchema.omit({ ...kept, number: true }).extend({ state: z.literal('provisional') }),
};

const { reason, note, lines, delivery, priority, slotId, deliveryCents, totalCents, toldFor } = orderSchema.shape;

export const orderUpdateSchemas = {
  // Lines with fewer pieces, or another delivery, and what the customer was told that it then comes to.
  order: z.strictObject({ state: z.literal(['cancelled', 'returned']), reason, note, lines, delivery, priority, slotId, deliveryCents, totalCents, toldFor }).partial(),
  stockHold: z.strictObject({ state: z.literal('released'), quantity: stockHoldSchema.shape.quantity, renewals: stockHoldSchema.shape.renewals }).partial(),
  reservation: z.strictObject({ state: z.literal('cancelled'), note: reservationSchema.shape.note }).partial(),
};
