import { z } from 'zod';
import { accessPolicySchema, agentAccessChangeSchema, agentAccessSchema } from '#shared/contract/access.ts';
import { idSchema } from '#shared/domain/ids.ts';
import type { Context } from '../../context.ts';
import { requireRole } from '../authenticate.ts';
import { problems } from '../document.ts';
import type { CentralApp } from '../types.ts';

const tags = ['Administration'];
const params = z.strictObject({ id: idSchema });

/** Who is what, and serves which queues. */
export function accessRoutes(app: CentralApp, { accesses }: Context): void {
  app.get(
    '/v1/agents/:id/access',
    { schema: { operationId: 'readAccess', summary: "An agent's role and queues (team leads and administrators)", tags, params, response: { 200: agentAccessSchema, ...problems(400, 401, 403, 404) } } },
    async (request) => {
      requireRole(request, 'team-lead');
      return await accesses.of(request.params.id);
    },
  );
  app.put(
    '/v1/agents/:id/access',
    {
      schema: {
        operationId: 'changeAccess',
        summary: "Changes an agent's role and queues; what is absent stays (administrators)",
        description: 'Connected workstations of the agent hear of it, and drop what they may not have any more. An agent who is not active is signed out everywhere.',
        tags,
        params,
        body: agentAccessChangeSchema,
        response: { 200: agentAccessSchema, ...problems(400, 401, 403, 404, 413, 415) },
      },
    },
    async (request) => await accesses.change(requireRole(request, 'administrator'), request.params.id, request.body),
  );
  app.get(
    '/v1/access-policy',
    { schema: { operationId: 'readAccessPolicy', summary: 'Which customers operators may have (team leads and administrators)', tags, response: { 200: accessPolicySchema, ...problems(401, 403) } } },
    async (request) => {
      requireRole(request, 'team-lead');
      return { customers: await accesses.customerPolicy() };
    },
  );
  app.put(
    '/v1/access-policy',
    {
      schema: {
        operationId: 'changeAccessPolicy',
        summary: 'Says which customers operators may have (administrators)',
        tags,
        body: accessPolicySchema,
        response: { 200: accessPolicySchema, ...problems(400, 401, 403, 413, 415) },
      },
    },
    async (request) => {
      await accesses.setCustomerPolicy(requireRole(request, 'administrator'), request.body.customers);
      return request.body;
    },
  );
}
