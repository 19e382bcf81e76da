import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { enrolSchema, refreshSchema, sessionSchema, signInSchema } from '#shared/contract/session.ts';
import type { Context } from '../../context.ts';
import { principalOf, requireToken } from '../authenticate.ts';
import { problems } from '../document.ts';
import { limitPerMinute } from '../rate-limits.ts';
import type { CentralApp } from '../types.ts';

const tags = ['Session'];

function usernameOf(request: FastifyRequest): string {
  const body = signInSchema.shape.username.safeParse((request.body as { username?: unknown }).username);
  return `user ${body.success ? body.data.toLowerCase() : ''}`;
}

/** The doors that need no token. Attempts are counted by address before the body is read, and by username after. */
function registerDoors(app: CentralApp, { sessions, limits }: Context): void {
  const signInByAddress = limitPerMinute(app, limits.perAddress, (request) => `sign-in ${request.ip}`);
  const signInByUser = limitPerMinute(app, limits.perUser, usernameOf);
  const enrolByAddress = limitPerMinute(app, limits.perAddress, (request) => `enrol ${request.ip}`);
  const refreshByAddress = limitPerMinute(app, limits.refreshPerAddress, (request) => `refresh ${request.ip}`);

  app.post(
    '/v1/session',
    {
      onRequest: signInByAddress,
      preHandler: signInByUser,
      schema: { operationId: 'signIn', summary: 'Sign in with name and password', tags, security: [], body: signInSchema, response: { 200: sessionSchema, ...problems(400, 401, 413, 415, 429) } },
    },
    async ({ body }) => await sessions.signIn(body.username, body.password, body.device),
  );
  app.post(
    '/v1/session/enrol',
    {
      onRequest: enrolByAddress,
      schema: { operationId: 'enrol', summary: 'Sign in with a one-time enrolment code', tags, security: [], body: enrolSchema, response: { 200: sessionSchema, ...problems(400, 401, 413, 415, 429) } },
    },
    async ({ body }) => await sessions.enrol(body.code, body.device),
  );
  app.post(
    '/v1/session/refresh',
    {
      onRequest: refreshByAddress,
      schema: { operationId: 'refresh', summary: 'Exchange the refresh token for fresh tokens', tags, security: [], body: refreshSchema, response: { 200: sessionSchema, ...problems(400, 401, 413, 415, 429) } },
    },
    async ({ body }) => await sessions.refresh(body.refreshToken, body.deviceId),
  );
}

export async function sessionRoutes(app: CentralApp, context: Context): Promise<void> {
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  registerDoors(app, context);
  await app.register(async (inside: CentralApp) => {
    requireToken(inside, context.sessions);
    inside.delete(
      '/v1/session',
      { schema: { operationId: 'signOut', summary: 'Sign out: ends the session and its tokens', tags, response: { 204: z.undefined().describe('Signed out'), ...problems(401) } } },
      async (request, reply) => {
        const principal = principalOf(request);
        await context.sessions.signOut(principal);
        return await reply.code(204).send();
      },
    );
  });
}
