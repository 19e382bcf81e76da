import { sql } from 'kysely';
import { z } from 'zod';
import { scriptJsonSchema } from '#shared/domain/script/json-schema.ts';
import type { Context } from '../../context.ts';
import { content, problems } from '../document.ts';
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
  const scriptSchemaText = JSON.stringify(scriptJsonSchema());
  app.get(
    '/v1/schemas/script',
    { schema: { operationId: 'scriptSchema', summary: 'The format of scripts, as a JSON Schema (2020-12)', tags: ['Service'], security: [], response: { 200: content('application/schema+json', z.unknown(), 'A JSON Schema'), ...problems(400) } } },
    async (_request, reply) => await reply.type('application/schema+json').serializer((text: unknown) => String(text)).send(scriptSchemaText),
  );
  app.get('/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) => await reply.send(app.swagger()));
}
