import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { provisioningSchema, type Provisioning, type Session } from '#shared/contract/session.ts';
import { newId } from '#shared/domain/ids.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import type { SessionState } from '#shared/domain/snapshot.ts';
import { CentralSession } from './central-session.ts';
import { SecretVault } from './secret-vault.ts';

const provisioning: Provisioning = provisioningSchema.parse({
  sip: { servers: [{ url: 'wss://pbx.example/ws' }], uri: 'sip:lotte@pbx.example', authorizationUser: 'lotte', password: 'geheim', displayName: 'Lotte', registerExpires: 300, sessionExpires: 1800 },
  ice: { servers: [], relayOnly: false, gatheringCapMs: 500 },
  queueHeader: 'X-Queue',
  country: 'BE',
});
const agent: Session['agent'] = { id: newId(), version: 1, updatedAt: '2026-01-01T08:00:00.000Z', username: 'lotte', name: 'Lotte Vermeulen', extension: '201', team: null, languages: ['nl'] };
const centralUrl = 'http://127.0.0.1:1/';

type Answer = { readonly status: number; readonly body?: unknown } | 'unreachable';

describe('CentralSession', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'balie-session-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function setUp() {
    const clock = new ManualClock();
    const answers = new Map<string, Answer>();
    const asked: string[] = [];
    const refreshTokens: string[] = [];
    let issued = 0;
    const fetch = vi.fn((url: string, init?: RequestInit) => {
      const what = `${init?.method ?? 'GET'} ${new URL(url).pathname}`;
      asked.push(what);
      if (what.endsWith('refresh')) refreshTokens.push((JSON.parse(init?.body as string) as { refreshToken: string }).refreshToken);
      const answer = answers.get(what) ?? standard(what);
      return answer === 'unreachable' ? Promise.reject(new TypeError('fetch failed')) : Promise.resolve(new Response(answer.body === undefined ? null : JSON.stringify(answer.body), { status: answer.status }));
    });
    function standard(what: string): Answer {
      if (what === 'GET /v1/provisioning') return { status: 200, body: provisioning };
      issued++;
      return { status: 200, body: { accessToken: `access-${issued}`, expiresIn: 900, refreshToken: `refresh-token-${issued}-long`, agent, role: 'operator' } satisfies Session };
    }
    const states: SessionState[] = [];
    const onProvisioning = vi.fn();
    const onCredentials = vi.fn();
    const onSignedIn = vi.fn();
    const vault = new SecretVault(folder, { isEncryptionAvailable: () => false, encryptString: () => Buffer.alloc(0), decryptString: () => '' });
    const session = new CentralSession({ fetch, vault, device: { id: newId(), name: 'pc', platform: 'linux' }, clock, logger: silentLogger, onState: (state) => states.push(state), onProvisioning, onCredentials, onSignedIn });
    return { clock, answers, asked, refreshTokens, states, onProvisioning, onCredentials, onSignedIn, session };
  }

  it('signs in, and a later start telephones before central has been heard', async () => {
    const before = setUp();
    await before.session.signIn(centralUrl, 'lotte', 'wachtwoord');
    expect(before.states.map(({ state }) => state)).toEqual(['signing-in', 'signed-in']);

    const after = setUp();
    after.answers.set('POST /v1/session/refresh', 'unreachable');
    expect(after.session.restore()).toBe(true);
    expect(after.onProvisioning).toHaveBeenCalledExactlyOnceWith(provisioning);
    expect(after.states[0]).toMatchObject({ state: 'signed-in', offline: true });
  });

  it('says why a sign-in was refused', async () => {
    const { session, answers, states } = setUp();
    answers.set('POST /v1/session', { status: 401, body: { type: 'about:blank', title: 'Unauthorized', status: 401, code: 'credentials' } });
    await expect(session.signIn(centralUrl, 'lotte', 'fout')).rejects.toMatchObject({ code: 'session.credentials' });
    expect(states.at(-1)).toEqual({ state: 'signed-out', centralUrl, error: 'session.credentials' });
  });

  it('takes an answer that is not central for "not reachable"', async () => {
    const { session, answers } = setUp();
    answers.set('POST /v1/session', { status: 200, body: '<html>Welcome to the hotel</html>' });
    await expect(session.signIn(centralUrl, 'lotte', 'x')).rejects.toMatchObject({ code: 'session.unreachable' });
  });

  it('tries again while central is away, and is back without the operator', async () => {
    const { session, answers, clock, states, asked, onProvisioning } = setUp();
    await session.signIn(centralUrl, 'lotte', 'wachtwoord');
    answers.set('POST /v1/session/refresh', 'unreachable');
    await session.refresh();
    expect(states.at(-1)).toMatchObject({ state: 'signed-in', offline: true });
    answers.delete('POST /v1/session/refresh');
    clock.advance(10_000);
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ state: 'signed-in', offline: false }));
    expect(asked.filter((what) => what.endsWith('refresh'))).toHaveLength(2);
    expect(onProvisioning).toHaveBeenCalledOnce();
  });

  it('keeps a new refresh token before anything else can fail', async () => {
    const before = setUp();
    await before.session.signIn(centralUrl, 'lotte', 'wachtwoord');
    before.answers.set('GET /v1/provisioning', 'unreachable');
    await before.session.refresh();
    expect(before.states.at(-1)).toMatchObject({ state: 'signed-in', offline: true });

    const after = setUp();
    after.session.restore();
    await after.session.refresh();
    expect(after.refreshTokens).toEqual(['refresh-token-2-long']);
  });

  it.each([
    ['session.expired', 'session.expired'],
    ['refresh-refused', 'session.expired'],
    ['session.revoked', 'session.revoked'],
  ])('ends the session when central refuses its refresh token with %s', async (code, error) => {
    const { session, answers, states, onProvisioning } = setUp();
    await session.signIn(centralUrl, 'lotte', 'wachtwoord');
    answers.set('POST /v1/session/refresh', { status: 401, body: { type: 'about:blank', title: 'Unauthorized', status: 401, code } });
    await session.refresh();
    expect(states.at(-1)).toEqual({ state: 'signed-out', centralUrl, error });
    expect(onProvisioning).toHaveBeenLastCalledWith(null);
  });

  it('uses an enrolment code once: a device that is signed in there does not need it', async () => {
    const { session, asked } = setUp();
    const file = { balieEnrolment: 1 as const, centralUrl, code: 'x'.repeat(32) };
    await session.enrol(file);
    await session.enrol(file);
    expect(asked.filter((what) => what.endsWith('enrol'))).toHaveLength(1);
  });

  it('says that an enrolment file is spent', async () => {
    const { session, answers } = setUp();
    answers.set('POST /v1/session/enrol', { status: 401, body: { type: 'about:blank', title: 'Unauthorized', status: 401, code: 'enrolment-used' } });
    await expect(session.enrol({ balieEnrolment: 1, centralUrl, code: 'x'.repeat(32) })).rejects.toMatchObject({ code: 'session.enrolment-invalid' });
  });

  it('forgets the session at once when the operator signs out, also while central is away', async () => {
    const { session, answers, states, onCredentials } = setUp();
    await session.signIn(centralUrl, 'lotte', 'wachtwoord');
    answers.set('DELETE /v1/session', 'unreachable');
    await session.signOut();
    expect(states.at(-1)).toMatchObject({ state: 'signed-out', error: null });
    expect(onCredentials).toHaveBeenLastCalledWith(null);
    expect(setUp().session.restore()).toBe(false);
  });

  describe('shown once more who they are', () => {
    it('goes on in a session of its own, and ends the one before', async () => {
      const { session, asked, states, onCredentials, onProvisioning } = setUp();
      await session.signIn(centralUrl, 'lotte', 'wachtwoord');
      onProvisioning.mockClear();
      asked.splice(0);
      await session.confirm({ password: 'wachtwoord' });
      expect(asked).toEqual(['POST /v1/session', 'DELETE /v1/session']);
      expect(onCredentials).toHaveBeenLastCalledWith({ centralUrl, accessToken: 'access-2', agentId: agent.id });
      // The telephone is not put up anew.
      expect(onProvisioning).not.toHaveBeenCalled();
      expect(states.at(-1)?.state).toBe('signed-in');
    });

    it.each([
      ['a wrong password', { status: 401, body: { type: 'about:blank', title: 'Unauthorized', status: 401, code: 'session.credentials' } }, 'session.credentials'],
      ['a central that cannot be reached', 'unreachable', 'session.unreachable'],
      ['too many tries', { status: 429, body: { type: 'about:blank', title: 'Too many', status: 429, code: 'rate-limited' } }, 'session.rate-limited'],
    ] satisfies [string, Answer, string][])('%s leaves everything as it was', async (_what, answer, code) => {
      const { session, answers, states, onCredentials } = setUp();
      await session.signIn(centralUrl, 'lotte', 'wachtwoord');
      answers.set('POST /v1/session', answer);
      await expect(session.confirm({ password: 'fout' })).rejects.toMatchObject({ code });
      expect(states.at(-1)?.state).toBe('signed-in');
      expect(onCredentials).toHaveBeenCalledOnce();
    });

    it('is no way in for somebody else, whose session is ended', async () => {
      const { session, answers, asked, onCredentials } = setUp();
      await session.signIn(centralUrl, 'lotte', 'wachtwoord');
      answers.set('POST /v1/session/oidc', { status: 200, body: { accessToken: 'karims', expiresIn: 900, refreshToken: 'refresh-token-of-karim', agent: { ...agent, id: newId(), username: 'karim' }, role: 'operator' } });
      await expect(session.confirm(() => Promise.resolve('an.id.token.of.the.provider'))).rejects.toMatchObject({ code: 'lock.other-operator' });
      expect(asked.at(-1)).toBe('DELETE /v1/session');
      expect(onCredentials).toHaveBeenCalledOnce();
    });

    it('needs something to show: a file that was spent is nothing', async () => {
      const { session } = setUp();
      expect(session.canConfirm).toBe(false);
      await session.enrol({ balieEnrolment: 1, centralUrl, code: 'a-code-of-sixteen-or-more' });
      expect(session.canConfirm).toBe(false);
      await session.confirm({ password: 'wachtwoord' });
      expect(session.canConfirm).toBe(true);
      // Refreshing and starting anew change nothing about it.
      await session.refresh();
      expect(session.canConfirm).toBe(true);
      const after = setUp();
      after.session.restore();
      expect(after.session.canConfirm).toBe(true);
      // It is no sign-in either: that a desk was locked holds.
      await after.session.refresh();
      expect(after.onSignedIn).not.toHaveBeenCalled();
      await after.session.signIn(centralUrl, 'lotte', 'wachtwoord');
      expect(after.onSignedIn).toHaveBeenCalledOnce();
    });
  });
});
