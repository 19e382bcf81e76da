import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { problems } from '../document.ts';
import { Problem } from '../problem.ts';
import type { CentralApp } from '../types.ts';

const healthSchema = z.object({ status: z.literal('ok'), schemaVersion: z.number().int() });

/** What anybody may ask: whether central works, and how it is spoken to. */
export function publicRoutes(app: CentralApp, { database }: Context): void {
  app.get(
    '/v1/health',
    { schema: { operationId: 'health', summary: 'Whether central and its database answer', tags: ['Service'], security: [], response: { 200: healthSchema, ...problems(400, 503) } } },
    async () => {
      await sql`select 1`.execute(database.db).catch((error: unknown) => {
        throw new Problem(503, 'unavailable', 'The database cannot be reached.', { retryAfter: 5, cause: error });
      });
      return { status: 'ok' as const, schemaVersion: database.schemaVersion };
    },
  );
  app.get(
    '/v1/health/live',
    { schema: { operationId: 'live', summary: 'Whether this process answers, whatever its database does', tags: ['Service'], security: [], response: { 200: z.object({ status: z.literal('ok') }), ...problems(400) } } },
    async () => ({ status: 'ok' as const }),
  );
  app.get('/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) => await reply.send(app.swagger()));
}
