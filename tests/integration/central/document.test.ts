import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { createCentralClient, everyItem } from '../../../client/index.mjs';
import { lists } from '#shared/contract/lists.ts';
import { problemSchema } from '#shared/contract/problem.ts';
import { rowSchemaOf } from '#shared/contract/sync.ts';
import { customerPatch, mutation } from './support/samples.ts';
import { request, Workstation } from './support/workstation.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Operation {
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly responses: Record<string, unknown>;
}

interface Schema {
  readonly $ref?: string;
  readonly properties?: Record<string, { readonly type?: string }>;
}

describe('the OpenAPI document', () => {
  let central: Central;
  beforeAll(async () => {
    central = await createCentral({ database: { kind: 'memory' } });
  });
  afterAll(async () => await central.close());

  const operations = (): { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string; operation: Operation }[] =>
    Object.entries(central.app.swagger().paths ?? {}).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ method: method.toUpperCase() as 'GET', path, operation })),
    );

  const resolved = (schema: unknown): Schema | undefined => {
    const { $ref } = (schema ?? {}) as Schema;
    const schemas = central.app.swagger() as unknown as { components: { schemas: Record<string, Schema> } };
    return $ref === undefined ? (schema as Schema | undefined) : schemas.components.schemas[$ref.split('/').at(-1) ?? ''];
  };

  it('passes the linter', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js'), 'lint', '--config', 'redocly.yaml'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });
    expect(status, stdout + stderr).toBe(0);
    expect(stdout + stderr).not.toMatch(/warning/i);
  });

  it('names every route but its own', () => {
    const documented = operations().map(({ method, path }) => `${method} ${path}`);
    expect(documented.sort()).toEqual([
      'DELETE /v1/devices/{id}',
      'DELETE /v1/letter-templates/{id}',
      'DELETE /v1/scripts/{id}/versions/{number}/publication',
      'DELETE /v1/session',
      'DELETE /v1/webhooks/{id}',
      'GET /v1/access-policy',
      'GET /v1/agents/me/last-seen',
      'GET /v1/agents/{id}/access',
      'GET /v1/audit-events',
      'GET /v1/changes',
      'GET /v1/conversation-quality',
      'GET /v1/devices',
      'GET /v1/events',
      'GET /v1/health',
      'GET /v1/health/live',
      'GET /v1/letter-editions',
      'GET /v1/letter-files/{sha256}',
      'GET /v1/letter-templates/{id}/editions',
      'GET /v1/provisioning',
      'GET /v1/quality-figures',
      'GET /v1/quality-overview',
      'GET /v1/queue-scripts',
      'GET /v1/schemas/script',
      'GET /v1/scripts',
      'GET /v1/scripts/{id}/versions',
      'GET /v1/scripts/{id}/versions/{number}',
      'GET /v1/sign-in',
      'GET /v1/snapshot',
      'GET /v1/webhooks',
      'GET /v1/webhooks/{id}/deliveries',
      'POST /v1/customers/{id}/erasure',
      'POST /v1/customers/{id}/export',
      'POST /v1/imports/articles',
      'POST /v1/imports/customers',
      'POST /v1/imports/products',
      'POST /v1/letter-files',
      'POST /v1/mutations',
      'POST /v1/scripts/{id}/versions',
      'POST /v1/scripts/{id}/versions/{number}/publication',
      'POST /v1/scripts/{id}/versions/{number}/restoration',
      'POST /v1/scripts/{id}/versions/{number}/review',
      'POST /v1/session',
      'POST /v1/session/enrol',
      'POST /v1/session/oidc',
      'POST /v1/session/oidc/challenge',
      'POST /v1/session/refresh',
      'POST /v1/webhooks',
      'PUT /v1/access-policy',
      'PUT /v1/agents/me/state',
      'PUT /v1/agents/{id}/access',
      'PUT /v1/queue-scripts/{id}',
      'PUT /v1/queue-scripts/{id}/objections',
      'PUT /v1/letter-templates/{id}',
      ...Object.keys(lists).flatMap((name) => [`GET /v1/${name}`, `GET /v1/${name}/{id}`]),
    ].sort());
  });

  it('has every list in pages, and by what can be asked for', () => {
    const answered = operations().flatMap(({ method, path, operation }) => {
      const content = (operation.responses['200'] as { content?: Record<string, { schema?: unknown }> } | undefined)?.content?.['application/json'];
      return method === 'GET' && resolved(content?.schema)?.properties?.['items']?.type === 'array' ? [{ path, operation }] : [];
    });
    expect(answered.length).toBeGreaterThan(Object.keys(lists).length);
    for (const { path, operation } of answered) {
      const names = (operation.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
      expect(names, path).toEqual(expect.arrayContaining(['limit', 'cursor']));
      expect(names.filter((name) => name !== 'limit' && name !== 'cursor'), path).not.toEqual([]);
    }
  });

  it('is right about which routes need a token, and every refusal is a problem it names', async () => {
    for (const { method, path, operation } of operations()) {
      const answer = await request(central, method, path, method === 'POST' || method === 'PUT' ? {} : undefined);
      const isPublic = operation.security?.length === 0;
      expect(answer.status === 401, `${method} ${path} answered ${answer.status}`).toBe(!isPublic);
      if (answer.status < 400) continue;
      expect(operation.responses).toHaveProperty(String(answer.status));
      expect(problemSchema.parse(answer.json).status).toBe(answer.status);
    }
  });

  it.each([
    ['GET', '/'],
    ['GET', '/v1/session'],
    ['POST', '/v1/changes'],
    ['GET', '/v1/../etc/passwd'],
    ['GET', '/v1/health/%00'],
    ['GET', `/v1/${'x'.repeat(5000)}`],
  ] as const)('knows no %s %s', async (method, path) => {
    const answer = await request(central, method, path);
    expect([answer.status, problemSchema.parse(answer.json).code]).toEqual([404, 'not-found']);
  });

  it('is what the typed client speaks: lists page after page, a row, and a refusal by its code', async () => {
    const url = await central.listen();
    const an = await Workstation.open(central);
    const own = Array.from({ length: 5 }, () => mutation('customer', null, customerPatch({ segment: 'loyal' })));
    await an.mutate(...own);
    const client = createCentralClient({ url, token: () => an.session.accessToken });
    const ids: string[] = [];
    for await (const { id } of everyItem((cursor) => client.GET('/v1/customers', { params: { query: { segment: 'loyal', limit: 2, ...(cursor === undefined ? {} : { cursor }) } } }))) ids.push(id);
    expect(ids).toEqual(own.map(({ entityId }) => entityId).toReversed());
    const { data, error } = await client.GET('/v1/customers/{id}', { params: { path: { id: own[0]!.entityId } } });
    expect([data?.familyName, error]).toEqual(['Peeters', undefined]);
    const refused = everyItem((cursor) => client.GET('/v1/orders', { params: { query: { cursor: cursor ?? 'none' } } }));
    await expect(refused.next()).rejects.toMatchObject({ name: 'CentralProblem', code: 'invalid', status: 400 });
  });

  it('shows examples that fit, for every list', () => {
    const paths = central.app.swagger().paths as unknown as Record<string, Record<string, { responses: Record<string, { content: Record<string, { example: { items: unknown[] } }> }> }>>;
    for (const [name, { entity }] of Object.entries(lists)) {
      const example = paths[`/v1/${name}`]?.['get']?.responses['200']?.content['application/json']?.example;
      expect(rowSchemaOf(entity).safeParse(example?.items[0]).error, name).toBeUndefined();
    }
  });
});
