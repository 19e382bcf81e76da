import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/ids.ts';

/** Why one person's data is taken out or erased: the reference of their request, never a name. It is kept in the log. */
export const personalDataRequestSchema = z.strictObject({ reason: z.string().trim().min(1).max(200) });

export const customerPathSchema = z.strictObject({ id: idSchema });

/** POST /v1/customers/{id}/export: all that is kept of one person, by entity (GDPR articles 15 and 20). */
export const personalDataSchema = z.object({
  customerId: idSchema,
  exportedAt: instantSchema,
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
export type PersonalData = z.infer<typeof personalDataSchema>;
