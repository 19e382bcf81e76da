import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';
import type { CentralApp } from './types.ts';

type Guard = (request: FastifyRequest) => Promise<void>;

/**
 * At most `max` requests a minute for each key.
 *
 * @param keyOf what is counted: an address, a username, a session.
 * @returns a hook that throws Problem 429 with Retry-After.
 */
export function limitPerMinute(app: CentralApp, max: number, keyOf: (request: FastifyRequest) => string, code: 'session.rate-limited' | 'rate-limited' = 'session.rate-limited'): Guard {
  const check = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator: keyOf });
  return async (request) => {
    const limit = await check(request);
    if (limit.isAllowed || !limit.isExceeded) return;
    throw new Problem(429, code, 'Too many requests. Wait before trying again.', { retryAfter: Math.max(1, limit.ttlInSeconds) });
  };
}
