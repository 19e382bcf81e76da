import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { entityNameSchema } from '../domain/entities.ts';

/** What is written down for good. */
export const auditActions = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'session-revoked',
  'token-reused',
  'snapshot-taken',
  'read',
  'listed',
  'created',
  'changed',
  'removed',
  'imported',
  'access-changed',
  'webhook-changed',
  'script-saved',
  'script-reviewed',
  'script-scheduled',
  'script-withdrawn',
  'script-live',
  'queue-script-set',
  'queue-script-planned',
  'queue-script-withdrawn',
  'queue-objections-set',
  'letter-saved',
  'letter-withdrawn',
] as const;
export const auditActionSchema = z.enum(auditActions);
export type AuditAction = z.infer<typeof auditActionSchema>;

/** Who did what, to which row, of which customer. Names of fields, never their values. */
export const auditEventSchema = z.object({
  id: idSchema,
  at: instantSchema,
  /** null: the centre itself. */
  agentId: idSchema.nullable(),
  deviceId: idSchema.nullable(),
  action: auditActionSchema,
  entity: entityNameSchema.nullable(),
  entityId: idSchema.nullable(),
  customerId: idSchema.nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;
