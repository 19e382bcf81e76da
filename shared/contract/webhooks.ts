import { z } from 'zod';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { pageQuery } from './pages.ts';

/** What the centre's other systems can be told. `order.changed`: it lost pieces, is delivered elsewhere or otherwise, was cancelled or sent back. */
export const webhookEvents = ['interaction.closed', 'order.placed', 'order.changed'] as const;
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

/** GET /v1/webhooks. `event`: those that are told of it. */
export const webhooksQuerySchema = z.strictObject({ ...pageQuery, event: webhookEventSchema.optional() });

/** `given-up`: after the last attempt. */
const deliveryStateSchema = z.enum(['waiting', 'delivered', 'given-up']);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

/** GET /v1/webhooks/{id}/deliveries */
export const deliveriesQuerySchema = z.strictObject({ ...pageQuery, event: webhookEventSchema.optional(), state: deliveryStateSchema.optional() });

export const webhookDeliverySchema = z.object({
  id: idSchema,
  event: webhookEventSchema,
  createdAt: instantSchema,
  attempts: z.number().int(),
  state: deliveryStateSchema,
  /** Of the last attempt: the status that was answered, or what kept it from being sent. */
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  nextAttemptAt: instantSchema.nullable(),
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;
