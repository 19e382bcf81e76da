import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCentral, type Central } from '../../../central/central.ts';
import { askProvider, signInWays } from '../../../electron/settings/provider-sign-in.ts';
import { oidcChallengeSchema, sessionSchema } from '#shared/contract/session.ts';
import { codeIn, newDevice, request, type Answer } from './support/workstation.ts';

const clientId = 'balie-workstation';

async function newKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'ES256' };
}

/** The centre's provider, as `oidc-provider` makes one; its keys can be replaced, as providers do. */
class IdentityProvider {
  issuer = '';
  readonly #server: Server = createServer((message, response) => void this.#provider?.callback()(message, response));
  #provider: Provider | null = null;

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    this.useKey(await newKey('first'));
  }

  useKey(key: JWK): void {
    this.#provider = new Provider(this.issuer, {
      clients: [{ client_id: clientId, token_endpoint_auth_method: 'none', application_type: 'native', redirect_uris: ['http://127.0.0.1/callback'], grant_types: ['authorization_code'], response_types: ['code'], id_token_signed_response_alg: 'ES256' }],
      jwks: { keys: [key] },
      cookies: { keys: ['a test'] },
      pkce: { required: () => true },
      claims: { openid: ['sub'], profile: ['preferred_username'] },
      conformIdTokenClaims: false,
      findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: sub }) }),
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** What the operator does in the browser: signs in with the provider's own page and consents. */
async function browse(url: string, login: string): Promise<void> {
  const cookies = new Map<string, string>();
  const visit = async (address: string, form?: Record<string, string>): Promise<Response> => {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form).toString() }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    return next === null ? answer : await visit(new URL(next, address).href);
  };
  let page = await visit(url);
  for (const prompt of ['login', 'consent']) {
    const html = await page.text();
    const action = /action="([^"]+)"/.exec(html)?.[1];
    if (action === undefined) return;
    page = await visit(new URL(action, url).href, prompt === 'login' ? { prompt, login, password: 'x' } : { prompt });
  }
}

describe('sign-in through an OpenID provider', () => {
  const provider = new IdentityProvider();
  let central: Central;

  beforeAll(async () => {
    await provider.start();
    central = await createCentral({ database: { kind: 'memory' }, oidc: { issuer: provider.issuer, clientId, scope: 'openid profile', claim: 'preferred_username' } });
    await central.listen();
    await central.admin.createAgent({ username: 'sofie', name: 'Sofie Claes' });
  });
  afterAll(async () => {
    await central.close();
    await provider.stop();
  });

  const tokenFor = async (login: string, deviceId: string): Promise<string> => {
    const { oidc } = await signInWays(fetch, central.url);
    if (oidc === null) throw new Error('no provider');
    return await askProvider(central.url, oidc, { fetch, deviceId, openBrowser: async (url) => void browse(url, login), page: () => 'ok', signal: AbortSignal.timeout(30_000) });
  };
  const signIn = async (idToken: string, device = newDevice()): Promise<Answer> => await request(central, 'POST', '/v1/session/oidc', { idToken, device });
  const challenge = async (deviceId: string): Promise<string> => oidcChallengeSchema.parse((await request(central, 'POST', '/v1/session/oidc/challenge', { deviceId })).json).nonce;

  it('takes the operator through the browser and back, and central gives a session; the same token opens nothing again', async () => {
    const device = newDevice();
    const idToken = await tokenFor('Sofie', device.id);
    const answer = await signIn(idToken, device);
    expect(sessionSchema.parse(answer.json).agent.name).toBe('Sofie Claes');
    expect(codeIn(await signIn(idToken, device))).toBe('session.credentials');
  });

  it('goes on when the provider has a new key', async () => {
    provider.useKey(await newKey('second'));
    const device = newDevice();
    expect((await signIn(await tokenFor('sofie', device.id), device)).status).toBe(200);
  });

  it('opens a locked desk only for who shows anew who they are: that the browser still knows them is not asked', async () => {
    const { oidc } = await signInWays(fetch, central.url);
    const device = newDevice();
    let asked = new URL(provider.issuer);
    const openBrowser = async (url: string): Promise<void> => {
      asked = new URL(url);
      void browse(url, 'sofie');
    };
    const idToken = await askProvider(central.url, oidc!, { fetch, deviceId: device.id, openBrowser, page: () => 'ok', signal: AbortSignal.timeout(30_000), anew: true });
    expect(asked.searchParams.get('prompt')).toBe('login');
    // The provider says when it saw the password, and the token is refused where it does not.
    expect(decodeJwt(idToken)['auth_time']).toBeGreaterThan(Date.now() / 1000 - 60);
    expect((await signIn(idToken, device)).status).toBe(200);
  });

  it('lets nobody in whom the centre does not know, and no device but the one that asked', async () => {
    const device = newDevice();
    expect(codeIn(await signIn(await tokenFor('stranger', device.id), device))).toBe('session.credentials');
    expect(codeIn(await signIn(await tokenFor('sofie', device.id), newDevice()))).toBe('session.credentials');
  });

  it.each<[string, Record<string, unknown>]>([
    ['for another client', { aud: 'another' }],
    ['of another provider', { iss: 'https://elsewhere.example' }],
    ['that has expired', { exp: 1_000_000_000 }],
    ['without a nonce', { nonce: undefined }],
    ['signed with a key of its own', {}],
  ])('refuses a token %s', async (_name, claims) => {
    const device = newDevice();
    const { privateKey } = await generateKeyPair('ES256');
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: provider.issuer, aud: clientId, sub: 'sofie', preferred_username: 'sofie', iat: now, exp: now + 60, nonce: await challenge(device.id), ...claims };
    const idToken = await new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'second' }).sign(privateKey);
    expect(codeIn(await signIn(idToken, device))).toBe('session.credentials');
  });

  it('refuses an unsigned token', async () => {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    expect(codeIn(await signIn(`${part({ alg: 'none' })}.${part({ iss: provider.issuer, aud: clientId, sub: 'sofie' })}.`))).toBe('session.credentials');
  });

  it('says so when the operator does not come back, and turns away who answers something else', async () => {
    const { oidc } = await signInWays(fetch, central.url);
    const abandoned = new AbortController();
    const openBrowser = async (url: string): Promise<void> => {
      const back = new URL(url).searchParams.get('redirect_uri') ?? '';
      expect((await fetch(`${back}?code=stolen&state=guessed`)).status).toBe(404);
      abandoned.abort();
    };
    await expect(askProvider(central.url, oidc!, { fetch, deviceId: newDevice().id, openBrowser, page: () => 'ok', signal: abandoned.signal })).rejects.toMatchObject({ code: 'session.sign-in-abandoned' });
  });

  it('a centre without a provider says so', async () => {
    const plain = await createCentral({ database: { kind: 'memory' } });
    expect((await request(plain, 'GET', '/v1/sign-in')).json).toEqual({ password: true, oidc: null });
    expect((await request(plain, 'POST', '/v1/session/oidc/challenge', { deviceId: newDevice().id })).status).toBe(404);
    await plain.close();
  });
});
