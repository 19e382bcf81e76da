import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '../context.ts';
import { principalOf, requireToken } from './authenticate.ts';
import { describeApi } from './document.ts';
import { answerProblems, answerRouterErrors } from './errors.ts';
import { limitPerMinute } from './rate-limits.ts';
import { accessRoutes } from './routes/access.ts';
import { agentRoutes } from './routes/agents.ts';
import { auditRoutes } from './routes/audit.ts';
import { customerRoutes } from './routes/customers.ts';
import { deviceRoutes } from './routes/devices.ts';
import { eventRoutes } from './routes/events.ts';
import { importRoutes } from './routes/imports.ts';
import { letterRoutes } from './routes/letters.ts';
import { listRoutes } from './routes/lists.ts';
import { qualityRoutes } from './routes/quality.ts';
import { publicRoutes } from './routes/public.ts';
import { queueScriptRoutes } from './routes/queue-scripts.ts';
import { scriptRoutes } from './routes/scripts.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { snapshotRoutes } from './routes/snapshot.ts';
import { syncRoutes } from './routes/sync.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import type { CentralApp } from './types.ts';

const defaultBodyBytes = 64 * 1024;
const streams = new Set(['/v1/events', '/v1/snapshot']);

export interface AppOptions {
  /** Addresses or ranges of proxies whose X-Forwarded-For counts; false: none. */
  readonly trustProxy: string | false;
  /** Called before there are routes, so that hooks count for all of them. */
  readonly prepare?: (app: CentralApp) => void;
}

/** One line a request: the route's pattern, never the address that was asked for, which may hold ids. */
function logRequests(app: CentralApp, { logger }: Context): void {
  app.addHook('onResponse', async (request, reply) => {
    logger.debug({ requestId: request.id, method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
}

/** How many requests are being answered. A stream is none: it stays. */
function countRequests(app: CentralApp, { traffic }: Context): void {
  const counts = (request: FastifyRequest): boolean => !streams.has(request.routeOptions.url ?? '');
  app.addHook('onRequest', async (request) => {
    if (counts(request)) traffic.underWay += 1;
  });
  app.addHook('onResponse', async (request) => {
    if (counts(request)) traffic.underWay -= 1;
  });
}

/** The HTTP side of central: all routes, not listening yet. */
export async function createApp(context: Context, { trustProxy, prepare }: AppOptions): Promise<CentralApp> {
  const app = Fastify({
    logger: false,
    trustProxy,
    bodyLimit: defaultBodyBytes,
    requestTimeout: 60_000,
    forceCloseConnections: true,
    // HEAD would start a snapshot or an event stream that nobody reads.
    exposeHeadRoutes: false,
    frameworkErrors: (error, request, reply) => answerRouterErrors(error, request as never, reply as never),
    genReqId: () => randomUUID(),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('principal', null);
  answerProblems(app, context.logger);
  logRequests(app, context);
  countRequests(app, context);
  prepare?.(app);
  await app.register(rateLimit, { global: false });
  await app.register(compress, { global: false, encodings: ['gzip'], customTypes: /^application\/(x-nd)?json(;|$)/, zlibOptions: { level: constants.Z_BEST_SPEED } });
  await describeApi(app);
  await app.register(async (open: CentralApp) => publicRoutes(open, context));
  await app.register(async (doors: CentralApp) => await sessionRoutes(doors, context));
  await app.register(async (doors: CentralApp) => signInRoutes(doors, context));
  await app.register(async (inside: CentralApp) => {
    requireToken(inside, context.sessions);
    inside.addHook('onRequest', limitPerMinute(inside, context.limits.perSession, (request) => `session ${principalOf(request).sessionId}`, 'rate-limited'));
    agentRoutes(inside, context);
    syncRoutes(inside, context);
    customerRoutes(inside, context);
    snapshotRoutes(inside, context);
    eventRoutes(inside, context);
    accessRoutes(inside, context);
    auditRoutes(inside, context);
    qualityRoutes(inside, context);
    deviceRoutes(inside, context);
    listRoutes(inside, context);
    await importRoutes(inside, context);
    webhookRoutes(inside, context);
    scriptRoutes(inside, context);
    queueScriptRoutes(inside, context);
    await letterRoutes(inside, context);
  });
  await app.ready();
  return app;
}
