import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/ids.ts';

/** What the centre's other systems can be told. */
export const webhookEvents = ['interaction.closed', 'order.placed'] as const;
export const webhookEventSchema = z.enum(webhookEvents);
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

/** POST /v1/webhooks */
export const webhookInputSchema = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000), events: z.array(webhookEventSchema).min(1).max(20) });
export const webhookSchema = z.object({ id: idSchema, url: z.string(), events: z.array(webhookEventSchema), createdAt: instantSchema });
export type Webhook = z.infer<typeof webhookSchema>;
/** The secret is told once. */
export const newWebhookSchema = webhookSchema.extend({ secret: z.string() });

/** What is sent (Standard Webhooks): ids, never names or numbers; who needs more asks the API. */
export const webhookPayloadSchema = z.object({ type: webhookEventSchema, timestamp: instantSchema, data: z.record(z.string(), z.unknown()) });

export const webhookDeliverySchema = z.object({
  id: idSchema,
  event: webhookEventSchema,
  createdAt: instantSchema,
  attempts: z.number().int(),
  /** `given-up`: after the last attempt. */
  state: z.enum(['waiting', 'delivered', 'given-up']),
  /** Of the last attempt: the status that was answered, or what kept it from being sent. */
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  nextAttemptAt: instantSchema.nullable(),
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;
