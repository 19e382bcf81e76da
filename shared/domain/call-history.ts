import { z } from 'zod';
import { endCauseSchema } from './call.ts';
import { qualityReportSchema } from './call-quality.ts';
import { localisedSchema } from './entities.ts';
import { idSchema, instantSchema } from './ids.ts';

/** One line of the call history. */
export const historyEntrySchema = z.object({
  interactionId: idSchema,
  callId: idSchema,
  direction: z.enum(['inbound', 'outbound']),
  /** E.164 where it could be read as one; what to dial to call back. */
  number: z.string().nullable(),
  customerId: idSchema.nullable(),
  customerName: z.string().nullable(),
  /** Of a colleague or department of the directory who has the number, where there is no customer. */
  colleagueName: z.string().nullable(),
  queueName: z.string().nullable(),
  startedAt: instantSchema,
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  cause: endCauseSchema.nullable(),
  outcome: localisedSchema.nullable(),
  transferredTo: z.string().nullable(),
  quality: qualityReportSchema.nullable(),
  recorded: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
