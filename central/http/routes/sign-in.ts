import { oidcChallengeRequestSchema, oidcChallengeSchema, oidcSignInSchema, sessionSchema, signInWaysSchema } from '#shared/contract/session.ts';
import type { Context } from '../../context.ts';
import { problems } from '../document.ts';
import { Problem } from '../problem.ts';
import { limitPerMinute } from '../rate-limits.ts';
import type { CentralApp } from '../types.ts';

const tags = ['Session'];

/** Which ways in there are, and the one through the centre's own provider of identities. */
export function signInRoutes(app: CentralApp, { oidc, oidcOptions, limits }: Context): void {
  const byAddress = limitPerMinute(app, limits.perAddress, (request) => `oidc ${request.ip}`);
  const wayIn = (): NonNullable<typeof oidc> => {
    if (oidc === null) throw new Problem(404, 'not-found', 'This centre does not sign in through a provider.');
    return oidc;
  };
  app.get(
    '/v1/sign-in',
    { schema: { operationId: 'signInWays', summary: 'Which ways of signing in there are', tags, security: [], response: { 200: signInWaysSchema, ...problems(400) } } },
    async () => ({ password: true, oidc: oidcOptions === null ? null : { issuer: oidcOptions.issuer, clientId: oidcOptions.clientId, scope: oidcOptions.scope } }),
  );
  app.post(
    '/v1/session/oidc/challenge',
    {
      onRequest: byAddress,
      schema: {
        operationId: 'challenge',
        summary: 'A nonce for one sign-in through the provider',
        tags,
        security: [],
        body: oidcChallengeRequestSchema,
        response: { 200: oidcChallengeSchema, ...problems(400, 404, 413, 415, 429) },
      },
    },
    async ({ body }) => await wayIn().challenge(body.deviceId),
  );
  app.post(
    '/v1/session/oidc',
    {
      onRequest: byAddress,
      schema: {
        operationId: 'signInWithProvider',
        summary: 'Sign in with the ID token that the provider gave for a challenge',
        tags,
        security: [],
        body: oidcSignInSchema,
        response: { 200: sessionSchema, ...problems(400, 401, 404, 413, 415, 429) },
      },
    },
    async ({ body }) => await wayIn().signIn(body.idToken, body.device),
  );
}

