import { z } from 'zod';
import { pageOf } from '#shared/contract/pages.ts';
import { deliveriesQuerySchema, newWebhookSchema, webhookDeliverySchema, webhookInputSchema, webhookSchema, webhooksQuerySchema } from '#shared/contract/webhooks.ts';
import { idSchema } from '#shared/domain/ids.ts';
import type { Context } from '../../context.ts';
import { requireRole } from '../authenticate.ts';
import { problems } from '../document.ts';
import { page, pageRequest } from '../pages.ts';
import { Problem } from '../problem.ts';
import type { CentralApp } from '../types.ts';

const tags = ['Administration'];
const params = z.strictObject({ id: idSchema });

/** What the centre's other systems are told. */
export function webhookRoutes(app: CentralApp, { webhooks }: Context): void {
  app.get(
    '/v1/webhooks',
    { schema: { operationId: 'listWebhooks', summary: 'Who is told of what (administrators)', tags, querystring: webhooksQuerySchema, response: { 200: pageOf(webhookSchema), ...problems(400, 401, 403) } } },
    async (request) => {
      requireRole(request, 'administrator');
      const { limit, cursor, ...filter } = request.query;
      return page(await webhooks.list({ ...filter, ...pageRequest({ limit, cursor }) }), limit);
    },
  );
  app.post(
    '/v1/webhooks',
    {
      schema: {
        operationId: 'createWebhook',
        summary: 'Tells another system of events; the secret by which it knows us is answered once (administrators)',
        description:
          '`interaction.closed`, `order.placed`, and `order.changed`: an order lost pieces, is delivered elsewhere or otherwise, was cancelled or sent back; `data.changed` says what is another (`lines`, `delivery`, `priority`, `slotId`, `state`) and `data.version` which version of the order that is. What is told are ids, states and times; the rest is asked of the API.',
        tags,
        body: webhookInputSchema,
        response: { 201: newWebhookSchema, ...problems(400, 401, 403, 413, 415) },
      },
    },
    async (request, reply) => {
      const decider = requireRole(request, 'administrator');
      return await reply.code(201).header('cache-control', 'no-store').send(await webhooks.create(decider, request.body.url, request.body.events));
    },
  );
  app.delete(
    '/v1/webhooks/:id',
    { schema: { operationId: 'removeWebhook', summary: 'Tells it no more (administrators)', tags, params, response: { 204: z.undefined().describe('Removed'), ...problems(400, 401, 403, 404) } } },
    async (request, reply) => {
      if (!(await webhooks.remove(requireRole(request, 'administrator'), request.params.id))) throw new Problem(404, 'not-found', 'There is no such webhook.');
      return await reply.code(204).send();
    },
  );
  app.get(
    '/v1/webhooks/:id/deliveries',
    {
      schema: { operationId: 'listDeliveries', summary: 'What was sent, the newest first (administrators)', tags, params, querystring: deliveriesQuerySchema, response: { 200: pageOf(webhookDeliverySchema), ...problems(400, 401, 403) } },
    },
    async (request) => {
      requireRole(request, 'administrator');
      const { limit, cursor, ...filter } = request.query;
      return page(await webhooks.deliveries(request.params.id, { ...filter, ...pageRequest({ limit, cursor }) }), limit);
    },
  );
}
