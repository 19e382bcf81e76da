import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Logger } from '#shared/domain/logger.ts';
import { codeOf, loggable } from '../errors.ts';
import { Problem } from './problem.ts';
import type { CentralApp } from './types.ts';

/** Connection lost, shutting down, too many connections, or a lock that could not be had: the same request may succeed later. */
function isDatabaseDown(code: string): boolean {
  return /^(08|57P|53)/.test(code) || ['40001', '40P01', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code);
}

/** node-postgres gives these without a code. */
function isConnectionFailure(error: unknown): boolean {
  return error instanceof Error && /connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/i.test(error.message);
}

function invalid(error: FastifyError & { validation: readonly { instancePath: string; message?: string | undefined; keyword: string }[] }): Problem {
  const errors = error.validation.slice(0, 20).map(({ instancePath, keyword, message }) => ({
    path: instancePath,
    message: keyword === 'unrecognized_keys' ? 'unknown field' : (message ?? 'invalid'),
  }));
  return new Problem(400, 'invalid', 'The request does not fit its schema.', { errors });
}

/** Refusals of Fastify itself, by their status. */
function fromStatus(status: number, error: unknown): Problem {
  switch (status) {
    case 413:
      return new Problem(413, 'too-large', 'The request is larger than this route takes.');
    case 415:
      return new Problem(415, 'unsupported-media-type', 'Send application/json.');
    case 404:
      return new Problem(404, 'not-found', 'There is nothing here.');
    default:
      return status >= 400 && status < 500
        ? new Problem(400, 'invalid', 'The request cannot be read.')
        : new Problem(500, 'internal', 'Something went wrong. It has been logged.', { cause: error });
  }
}

/** @returns the problem that answers whatever was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error);
  const code = codeOf(error) ?? '';
  if (isDatabaseDown(code) || isConnectionFailure(error)) {
    return new Problem(503, 'unavailable', 'The database cannot be reached. Nothing was lost: try again.', { retryAfter: 5, cause: error });
  }
  // SQLSTATE class 22: a value that no column can hold, such as a NUL in a text.
  if (/^22[0-9A-Z]{3}$/.test(code)) return new Problem(400, 'invalid', 'A value in the request cannot be used.');
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  return fromStatus(status, error);
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (problem.extras.retryAfter !== undefined) void reply.header('retry-after', String(problem.extras.retryAfter));
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .type('application/problem+json')
    .send(problem.toDetails());
}

/** What the router refuses before there is a route: an address that is none. */
export function answerRouterErrors(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void send(reply, error.statusCode === 414 ? new Problem(404, 'not-found', 'There is nothing here.') : problemOf(error));
}

/** Every failure leaves as problem details (RFC 9457); what is our own fault is logged with its cause. */
export function answerProblems(app: CentralApp, logger: Logger): void {
  app.setErrorHandler((error: unknown, request: FastifyRequest, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) logger.error({ requestId: request.id, route: request.routeOptions.url, code: problem.code, err: loggable(problem.extras.cause ?? error) }, 'request failed');
    return send(reply, problem);
  });
  app.setNotFoundHandler((_request, reply) => send(reply, new Problem(404, 'not-found', 'There is nothing here.')));
}
