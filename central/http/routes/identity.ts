import { z } from 'zod';
import { pageOf, pageQuery } from '#shared/contract/pages.ts';
import { identityCheckSchema } from '#shared/domain/identity/entities.ts';
import { idSchema, instantSchema } from '#shared/domain/ids.ts';
import { readIdentityChecks } from '../../access/identity-trail.ts';
import type { Context } from '../../context.ts';
import { requireRole } from '../authenticate.ts';
import { problems } from '../document.ts';
import { page, pageRequest } from '../pages.ts';
import type { CentralApp } from '../types.ts';

const query = z.strictObject({ ...pageQuery, agentId: idSchema.optional(), customerId: idSchema.optional(), interactionId: idSchema.optional(), from: instantSchema.optional(), until: instantSchema.optional() });

/** What was answered at the identity gate, for those who answer for it. */
export function identityRoutes(app: CentralApp, { database }: Context): void {
  app.get(
    '/v1/identity-checks',
    {
      schema: {
        operationId: 'listIdentityChecks',
        summary: 'Who was asked what before a file was shown, and whether it was right; the newest first (team leads and administrators)',
        tags: ['Administration'],
        querystring: query,
        response: { 200: pageOf(identityCheckSchema), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      requireRole(request, 'team-lead');
      const { limit, cursor, ...filter } = request.query;
      return page(await readIdentityChecks(database.db, { ...filter, ...pageRequest({ limit, cursor }) }), limit);
    },
  );
}
