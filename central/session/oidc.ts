import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '#shared/domain/clock.ts';
import type { Device, Session } from '#shared/contract/session.ts';
import type { Database } from '../database/schema.ts';
import { Problem } from '../http/problem.ts';
import { hashOf, newSecret } from '../secrets.ts';
import type { Sessions } from './sessions.ts';

/** The centre's own provider of identities. */
export interface OidcOptions {
  readonly issuer: string;
  /** The workstations' public client: they have no secret. */
  readonly clientId: string;
  readonly scope: string;
  /** The claim of the ID token that is the username. */
  readonly claim: string;
}

/** How long somebody may take in the browser. */
export const challengeMs = 10 * 60_000;
const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url() });
/** Signatures by a key of the provider; never `none`, never a shared secret. */
const algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];

const refused = (cause?: unknown): Problem => new Problem(401, 'session.credentials', 'The provider has not vouched for an operator who works here.', { cause });

/**
 * Sign-in with the ID token of an OpenID provider. The workstation took it out of the browser with PKCE; central
 * checks who signed it, for whom, and that it answers a challenge of central's own: a token that
 * was caught elsewhere, or is shown twice, opens nothing.
 */
export class OidcSignIn {
  readonly #options: OidcOptions;
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #sessions: Sessions;
  #keys: JWTVerifyGetKey | null = null;

  constructor(options: OidcOptions, dependencies: { readonly db: Database; readonly clock: Clock; readonly sessions: Sessions }) {
    this.#options = options;
    this.#db = dependencies.db;
    this.#clock = dependencies.clock;
    this.#sessions = dependencies.sessions;
  }

  /** @returns the nonce that the ID token must carry: good once, for this device, for ten minutes. */
  async challenge(deviceId: string): Promise<{ nonce: string; expiresIn: number }> {
    const nonce = newSecret();
    const now = this.#clock.now();
    await this.#db.deleteFrom('oidcChallenge').where('expiresAt', '<', new Date(now)).execute();
    await this.#db.insertInto('oidcChallenge').values({ nonceHash: hashOf(nonce), deviceId, expiresAt: new Date(now + challengeMs) }).execute();
    return { nonce, expiresIn: challengeMs / 1000 };
  }

  /** @throws Problem 401 `session.credentials`, 503 `unavailable` where the provider's keys cannot be had. */
  async signIn(idToken: string, device: Device): Promise<Session> {
    const claims = await this.#verified(idToken);
    const nonce = claims['nonce'];
    if (typeof nonce !== 'string' || !(await this.#spend(nonce, device.id))) throw refused();
    const username = claims[this.#options.claim];
    if (typeof username !== 'string' || username === '') throw refused();
    const agent = await this.#db
      .selectFrom('agent')
      .select('id')
      .where((where) => where(where.fn<string>('lower', ['username']), '=', where.fn<string>('lower', [where.val(username)])))
      .executeTakeFirst();
    if (agent === undefined) throw refused();
    return await this.#sessions.begin(agent.id, device, 'oidc');
  }

  async #verified(idToken: string): Promise<Record<string, unknown>> {
    const { issuer, clientId } = this.#options;
    try {
      this.#keys ??= await keysOf(issuer);
      const { payload } = await jwtVerify(idToken, this.#keys, { issuer, audience: clientId, algorithms, clockTolerance: 30, currentDate: new Date(this.#clock.now()), requiredClaims: ['exp', 'iat', 'sub', 'nonce'] });
      // OpenID Connect Core 3.1.3.7: a token for several audiences names the party it was issued to.
      if (Array.isArray(payload.aud) && payload.aud.length > 1 && payload['azp'] !== clientId) throw refused();
      return payload;
    } catch (error) {
      if (error instanceof Problem) throw error;
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) throw refused(error);
      throw new Problem(503, 'unavailable', 'The provider of identities cannot be reached.', { retryAfter: 10, cause: error });
    }
  }

  async #spend(nonce: string, deviceId: string): Promise<boolean> {
    const spent = await this.#db
      .deleteFrom('oidcChallenge')
      .where('nonceHash', '=', hashOf(nonce))
      .where('deviceId', '=', deviceId)
      .where('expiresAt', '>', new Date(this.#clock.now()))
      .returning('deviceId')
      .executeTakeFirst();
    return spent !== undefined;
  }
}

/** OpenID Connect Discovery: where the keys are. They are fetched anew when a token names one that is not known: keys rotate. */
async function keysOf(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(10_000), headers: { accept: 'application/json' } });
  const metadata = metadataSchema.parse(await answer.json());
  if (metadata.issuer !== issuer) throw new Error('The provider names another issuer');
  // No pause between two fetches: how often anybody may ask is limited at the door.
  return createRemoteJWKSet(new URL(metadata.jwks_uri), { cooldownDuration: 0, timeoutDuration: 5_000 });
}
