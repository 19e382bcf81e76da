import { isoNow } from '#shared/domain/clock.ts';
import { z } from 'zod';
import { customerPathSchema, personalDataRequestSchema, personalDataSchema } from '#shared/contract/personal-data.ts';
import type { Context } from '../../context.ts';
import { hasDuty } from '../../agents/duties.ts';
import { eraseCustomer, exportCustomer } from '../../sync/erasure.ts';
import { principalOf } from '../authenticate.ts';
import { problems } from '../document.ts';
import { Problem } from '../problem.ts';
import type { CentralApp } from '../types.ts';

/** One person's data: handed out to them, or erased. Both are for who has that duty, and both are logged. */
export function customerRoutes(app: CentralApp, { database, log, clock }: Context): void {
  async function requirePrivacyDuty(agentId: string): Promise<void> {
    if (!(await hasDuty(database.db, agentId, 'privacy'))) throw new Problem(403, 'forbidden', 'Only who is charged with privacy may do this.');
  }
  app.post(
    '/v1/customers/:id/export',
    {
      schema: {
        operationId: 'exportCustomer',
        summary: 'All that is kept of one person (GDPR articles 15 and 20)',
        tags: ['Customers'],
        params: customerPathSchema,
        body: personalDataRequestSchema,
        response: { 200: personalDataSchema, ...problems(400, 401, 403, 404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const { agentId, deviceId } = principalOf(request);
      await requirePrivacyDuty(agentId);
      void reply.header('cache-control', 'no-store');
      return await exportCustomer(database.db, { agentId, deviceId, reason: request.body.reason }, request.params.id, isoNow(clock));
    },
  );
  app.post(
    '/v1/customers/:id/erasure',
    {
      schema: {
        operationId: 'eraseCustomer',
        summary: 'Erases one person, here and on every device (GDPR article 17)',
        tags: ['Customers'],
        params: customerPathSchema,
        body: personalDataRequestSchema,
        response: { 204: z.undefined().describe('Erased'), ...problems(400, 401, 403, 404, 409, 413, 415) },
      },
    },
    async (request, reply) => {
      const { agentId, deviceId } = principalOf(request);
      await requirePrivacyDuty(agentId);
      await eraseCustomer(log, { agentId, deviceId, reason: request.body.reason }, request.params.id);
      return await reply.code(204).send();
    },
  );
}
