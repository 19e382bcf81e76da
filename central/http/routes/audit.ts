import { z } from 'zod';
import { auditActionSchema, auditEventSchema } from '#shared/contract/audit.ts';
import { pageOf, pageQuery } from '#shared/contract/pages.ts';
import { idSchema, instantSchema } from '#shared/domain/ids.ts';
import { readAudit } from '../../access/audit-trail.ts';
import type { Context } from '../../context.ts';
import { requireRole } from '../authenticate.ts';
import { problems } from '../document.ts';
import { page, pageRequest } from '../pages.ts';
import type { CentralApp } from '../types.ts';

const query = z.strictObject({
  ...pageQuery,
  agentId: idSchema.optional(),
  customerId: idSchema.optional(),
  action: auditActionSchema.optional(),
  from: instantSchema.optional(),
  until: instantSchema.optional(),
});

/** What was done, for those who answer for it. */
export function auditRoutes(app: CentralApp, { database }: Context): void {
  app.get(
    '/v1/audit-events',
    {
      schema: {
        operationId: 'listAuditEvents',
        summary: 'Who did what, when, with which customer; the newest first (team leads and administrators)',
        tags: ['Administration'],
        querystring: query,
        response: { 200: pageOf(auditEventSchema), ...problems(400, 401, 403) },
      },
    },
    async (request) => {
      requireRole(request, 'team-lead');
      const { limit, cursor, ...filter } = request.query;
      return page(await readAudit(database.db, { ...filter, ...pageRequest({ limit, cursor }) }), limit);
    },
  );
}
