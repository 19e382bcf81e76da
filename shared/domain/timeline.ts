import { z } from 'zod';
import { interactionSchema } from './entities.ts';
import { caseSchema, consentSchema, correctionSchema, noteSchema, promiseSchema } from './file-entities.ts';
import { idSchema, instantSchema } from './ids.ts';
import { capacitySlotSchema } from './ordering/catalogue.ts';
import { fewerSchema, orderSchema, orderStateSchema, redirectionSchema, reservationSchema } from './ordering/order.ts';

const common = {
  id: idSchema,
  at: instantSchema,
  /** Who did it; null where it was the centre, or is not known. */
  by: z.string().nullable(),
};

/**
 * One line of a customer's timeline. Another kind of row joins by a member here and a source in
 * `electron/store/queries/timeline.ts`; the workspace then does not compile until it can draw it.
 */
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), ...common, interaction: interactionSchema }),
  /** A contact by another channel: mail, chat, letter. */
  z.object({ kind: z.literal('message'), ...common, interaction: interactionSchema }),
  z.object({ kind: z.literal('note'), ...common, note: noteSchema }),
  z.object({ kind: z.literal('consent'), ...common, consent: consentSchema }),
  z.object({ kind: z.literal('case'), ...common, case: caseSchema }),
  z.object({ kind: z.literal('promise'), ...common, promise: promiseSchema }),
  /** A line for every state that an order came into, or in which pieces were taken out of it (`less`) or its delivery was changed; `id` is the order's. */
  z.object({ kind: z.literal('order'), ...common, order: orderSchema, state: orderStateSchema, less: z.array(fewerSchema).optional(), redirected: redirectionSchema.optional() }),
  z.object({ kind: z.literal('reservation'), ...common, reservation: reservationSchema, slot: capacitySlotSchema.nullable() }),
  /** `isPending`: made on this device, and central has yet to confirm it. */
  z.object({ kind: z.literal('correction'), ...common, correction: correctionSchema, isPending: z.boolean() }),
]);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export type TimelineKind = TimelineEntry['kind'];

export const timelineKinds = ['call', 'message', 'order', 'reservation', 'note', 'consent', 'case', 'promise', 'correction'] as const satisfies readonly TimelineKind[];
export const timelineKindSchema = z.enum(timelineKinds);
