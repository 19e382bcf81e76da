import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as oidc from 'openid-client';
import { oidcChallengeSchema, signInWaysSchema, type SignInWays } from '#shared/contract/session.ts';
import { asBalieError, BalieError } from '#shared/domain/errors.ts';
import { requestCentral, type Fetch } from './central-http.ts';

export interface ProviderSignInOptions {
  readonly fetch: Fetch;
  readonly deviceId: string;
  /** Opens the system's browser: the operator's password is never typed into Balie (RFC 8252 section 8.12). */
  readonly openBrowser: (url: string) => Promise<void>;
  /** What the browser shows afterwards. */
  readonly page: (ok: boolean) => string;
  readonly signal: AbortSignal;
  /** Whoever sits there shows who they are now: that the browser still knows somebody is not enough (OpenID Connect Core 3.1.2.1). */
  readonly anew?: boolean;
}

/** How long the operator may take in the browser: as long as central's challenge is good. */
const patienceMs = 10 * 60_000;
/** How long ago the provider may have seen somebody's password, as its token says: as long as they may take. */
const freshSeconds = patienceMs / 1000;

/** @returns which ways in a centre has. @throws {BalieError} `session.unreachable`. */
export async function signInWays(fetch: Fetch, centralUrl: string): Promise<SignInWays> {
  return await requestCentral(fetch, centralUrl, { method: 'GET', path: '/v1/sign-in' }, signInWaysSchema);
}

/** The address to which the browser comes back: loopback by number, any port (RFC 8252 section 7.3). */
async function listen(): Promise<{ server: Server; redirectUri: string }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return { server, redirectUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback` };
}

/** Waits for the browser to come back with an answer to this very request; anything else is turned away. */
function answerOf(server: Server, redirectUri: string, state: string, { page, signal }: ProviderSignInOptions): Promise<URL> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  return new Promise((resolve, reject) => {
    patience.addEventListener('abort', () => reject(new BalieError('session.sign-in-abandoned', 'nobody came back from the browser')), { once: true });
    server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', redirectUri);
      const ours = request.method === 'GET' && url.pathname === '/callback' && url.searchParams.get('state') === state;
      response.writeHead(ours ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store', connection: 'close' });
      response.end(ours ? page(!url.searchParams.has('error')) : '');
      if (ours) resolve(url);
    });
  });
}

/**
 * Sign-in through the centre's provider: authorization code with PKCE in the system's browser, back by loopback.
 *
 * @returns the ID token, which central checks.
 * @throws {BalieError} `session.provider-refused`, `session.sign-in-abandoned`, `session.unreachable`.
 */
export async function askProvider(centralUrl: string, provider: NonNullable<SignInWays['oidc']>, options: ProviderSignInOptions): Promise<string> {
  const insecure = new URL(provider.issuer).protocol === 'http:';
  const { server, redirectUri } = await listen();
  try {
    const execute = insecure ? [oidc.allowInsecureRequests] : [];
    const configuration = await oidc.discovery(new URL(provider.issuer), provider.clientId, undefined, oidc.None(), { execute, [oidc.customFetch]: (url, init) => options.fetch(url, init as RequestInit) }).catch((cause: unknown) => {
      throw new BalieError('session.unreachable', 'the provider cannot be reached', { cause });
    });
    const { nonce } = await requestCentral(options.fetch, centralUrl, { method: 'POST', path: '/v1/session/oidc/challenge', body: { deviceId: options.deviceId } }, oidcChallengeSchema);
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: provider.scope,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(options.anew === true ? { prompt: 'login', max_age: String(freshSeconds) } : {}),
    });
    const back = answerOf(server, redirectUri, state, options);
    await options.openBrowser(url.href);
    const tokens = await oidc.authorizationCodeGrant(configuration, await back, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true, ...(options.anew === true ? { maxAge: freshSeconds } : {}) });
    if (tokens.id_token === undefined) throw new BalieError('session.provider-refused', 'the provider gave no ID token');
    return tokens.id_token;
  } catch (thrown) {
    throw asBalieError(thrown, 'session.provider-refused');
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
