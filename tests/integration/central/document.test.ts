import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { problemSchema } from '#shared/contract/problem.ts';
import { request } from './support/workstation.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Operation {
  readonly security?: readonly unknown[];
  readonly responses: Record<string, unknown>;
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
      'DELETE /v1/session',
      'DELETE /v1/webhooks/{id}',
      'GET /v1/access-policy',
      'GET /v1/agents/{id}/access',
      'GET /v1/audit-events',
      'GET /v1/changes',
      'GET /v1/devices',
      'GET /v1/events',
      'GET /v1/health',
      'GET /v1/health/live',
      'GET /v1/provisioning',
      'GET /v1/sign-in',
      'GET /v1/snapshot',
      'GET /v1/webhooks',
      'GET /v1/webhooks/{id}/deliveries',
      'POST /v1/customers/{id}/erasure',
      'POST /v1/customers/{id}/export',
      'POST /v1/imports/customers',
      'POST /v1/mutations',
      'POST /v1/session',
      'POST /v1/session/enrol',
      'POST /v1/session/oidc',
      'POST /v1/session/oidc/challenge',
      'POST /v1/session/refresh',
      'POST /v1/webhooks',
      'PUT /v1/access-policy',
      'PUT /v1/agents/me/state',
      'PUT /v1/agents/{id}/access',
    ]);
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
});
