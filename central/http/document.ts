import swagger from '@fastify/swagger';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { contractNames } from '#shared/contract/openapi.ts';
import { problemSchema } from '#shared/contract/problem.ts';
import { showExamples } from './examples.ts';
import type { CentralApp } from './types.ts';

const descriptions: Readonly<Record<number, string>> = {
  400: 'The request does not fit its schema',
  401: 'No valid token or credentials',
  403: 'Not for this role',
  404: 'There is none, or it is not set up',
  409: 'Somebody was first, or it is not in a state for this',
  410: 'The cursor is unknown: take a snapshot again',
  413: 'The request is too large',
  415: 'Not JSON',
  429: 'Too many requests; see Retry-After',
  500: 'A defect; it has been logged',
  503: 'Temporarily unavailable; see Retry-After',
};

interface ContentResponse<S extends z.ZodType> {
  readonly description: string;
  readonly content: Record<string, { readonly schema: S }>;
}

/** @returns the response schema of one media type. */
export function content<S extends z.ZodType>(mediaType: string, schema: S, description: string): ContentResponse<S> {
  return { description, content: { [mediaType]: { schema } } };
}

/** @returns the refusals of a route, all problem details; 500 and 503 are everywhere, and 429 behind a token. */
export function problems(...statuses: readonly number[]): Record<number, ContentResponse<typeof problemSchema>> {
  return Object.fromEntries([...new Set([...statuses, ...(statuses.includes(401) ? [429] : []), 500, 503])].map((status) => [status, content('application/problem+json', problemSchema, descriptions[status] ?? 'Refused')]));
}

const references = /"#\/components\/schemas\/([^"]+)"/g;

/** Every schema is generated for requests and for responses; what nothing refers to is left out. */
function withoutUnused(document: Record<string, unknown>): Record<string, unknown> {
  const components = (document['components'] ?? {}) as { schemas?: Record<string, unknown> };
  const schemas = components.schemas ?? {};
  const used = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(references)) {
      if (name === undefined || used.has(name)) continue;
      used.add(name);
      visit(schemas[name]);
    }
  };
  visit(document['paths']);
  // The rows travel inside changes and snapshots without being referred to: they stay, as the reader needs them most.
  visit([...rowNames].map((name) => ({ $ref: `#/components/schemas/${name}` })));
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
  return { ...document, components: { ...components, schemas: kept } };
}

const rowNames = new Set(['Address', 'Agent', 'CallLeg', 'ContactPoint', 'Customer', 'DirectoryEntry', 'Interaction', 'Outcome', 'Queue', 'ScriptRow']);

/** OpenAPI 3.1, generated from the same zod schemas that validate. */
export async function describeApi(app: CentralApp): Promise<void> {
  const transformObject = createJsonSchemaTransformObject({ schemaRegistry: contractNames });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Balie central API',
        version: '1.0.0',
        description: 'Sign-in, provisioning and sync for the Balie workplace. Every refusal is problem details (RFC 9457) with a stable `code`.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'This server' }],
      tags: [
        { name: 'Session', description: 'Signing in and out' },
        { name: 'Agent', description: 'The signed-in operator' },
        { name: 'Sync', description: 'Filling, following and writing' },
        { name: 'Lists', description: 'What there is, in pages and by filters, for the centre’s other systems: read here, written by mutations' },
        { name: 'Letters', description: 'Templates of letters and mails, and their documents' },
        { name: 'Administration', description: 'Roles, queues and the audit' },
        { name: 'Service', description: 'Operation of the service itself' },
      ],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'The access token of a session; good for fifteen minutes.' } } },
      security: [{ bearer: [] }],
    },
    transform: createJsonSchemaTransform({ schemaRegistry: contractNames }),
    transformObject: (document) => {
      const described = withoutUnused(transformObject(document));
      showExamples(described['paths'] as never);
      return described;
    },
  });
}
