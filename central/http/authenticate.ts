import type { FastifyRequest } from 'fastify';
import { isAtLeast, type Role } from '#shared/domain/role.ts';
import type { Principal, Sessions } from '../session/sessions.ts';
import { Problem } from './problem.ts';
import type { CentralApp } from './types.ts';

const unauthorised = (): Problem => new Problem(401, 'unauthorised', 'The access token is missing or not good any more.');

/** Every route registered on this instance needs a bearer token (RFC 6750). */
export function requireToken(app: CentralApp, sessions: Sessions): void {
  app.addHook('onRequest', async (request) => {
    const token = /^Bearer ([A-Za-z0-9._~+/-]{16,512})$/i.exec(request.headers.authorization ?? '')?.[1];
    const principal = token === undefined ? null : await sessions.principalOf(token);
    if (principal === null) throw unauthorised();
    request.principal = principal;
  });
}

/** @returns who is asking; for routes behind {@link requireToken}. */
export function principalOf(request: Pick<FastifyRequest, 'principal'>): Principal {
  if (request.principal === null) throw unauthorised();
  return request.principal;
}

/** For routes that not everybody may use. @throws Problem 403 `forbidden`. */
export function requireRole(request: Pick<FastifyRequest, 'principal'>, needed: Role): Principal {
  const principal = principalOf(request);
  if (!isAtLeast(principal.role, needed)) throw new Problem(403, 'forbidden', `This is for the role ${needed}.`);
  return principal;
}
