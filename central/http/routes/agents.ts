import { z } from 'zod';
import { agentStateReportSchema, lastSeenSchema, provisioningSchema } from '#shared/contract/session.ts';
import { readProvisioning } from '../../agents/provisioning.ts';
import type { Context } from '../../context.ts';
import { principalOf } from '../authenticate.ts';
import { problems } from '../document.ts';
import type { CentralApp } from '../types.ts';

/** What concerns the operator who asks. */
export function agentRoutes(app: CentralApp, { database, secrets, agentStates }: Context): void {
  app.get(
    '/v1/provisioning',
    { schema: { operationId: 'provisioning', summary: 'The telephone account and the media policy of the signed-in operator', tags: ['Agent'], response: { 200: provisioningSchema, ...problems(401, 404) } } },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store');
      return await readProvisioning(database.db, secrets, principalOf(request));
    },
  );
  app.get(
    '/v1/agents/me/last-seen',
    { schema: { operationId: 'lastSeen', summary: 'When the operator was last signed in, apart from this session: what changed since then is news to them', tags: ['Agent'], response: { 200: lastSeenSchema, ...problems(401) } } },
    async (request) => {
      const { agentId, sessionId } = principalOf(request);
      const others = await database.db.selectFrom('session').select(['seenAt', 'endedAt']).where('agentId', '=', agentId).where('id', '<>', sessionId).execute();
      const last = Math.max(...others.map(({ seenAt, endedAt }) => (endedAt ?? seenAt).getTime()));
      return { at: Number.isFinite(last) ? new Date(last).toISOString() : null };
    },
  );
  app.put(
    '/v1/agents/me/state',
    {
      schema: {
        operationId: 'reportState',
        summary: 'What the operator is doing, for the queues',
        tags: ['Agent'],
        body: agentStateReportSchema,
        response: { 204: z.undefined().describe('Taken note of'), ...problems(400, 401, 413, 415) },
      },
    },
    async (request, reply) => {
      await agentStates.report(principalOf(request).agentId, request.body);
      return await reply.code(204).send();
    },
  );
}
