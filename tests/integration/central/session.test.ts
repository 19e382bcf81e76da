import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { createCentral, type Central } from '../../../central/central.ts';
import { openDatabase } from '../../../central/database/open.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { newId } from '#shared/domain/ids.ts';
import { sessionSchema, type Session } from '#shared/contract/session.ts';
import { onEachDatabase } from './support/each-database.ts';
import { codeIn, newDevice, request, Workstation, type Answer } from './support/workstation.ts';

const minute = 60_000;
const password = 'Zonnebloem-in-de-wei-7';

onEachDatabase('signing in', (newDatabase) => {
  const clock = new ManualClock();
  let central: Central;
  /** Where another connection reads what is kept; null where there can be none. */
  let url: string | null;

  beforeAll(async () => {
    const database = await newDatabase();
    url = database.kind === 'postgres' ? database.url : null;
    central = await createCentral({ database, key: Buffer.alloc(32, 7), clock });
    await central.admin.createAgent({ username: 'Sofie', name: 'Sofie Claes', password });
  });
  afterAll(async () => await central.close());

  const signIn = async (body: Record<string, unknown>) => await request(central, 'POST', '/v1/session', body);
  const refresh = async (refreshToken: string, deviceId: string) => await request(central, 'POST', '/v1/session/refresh', { refreshToken, deviceId });
  const isGood = async (accessToken: string) => (await request(central, 'PUT', '/v1/agents/me/state', report(), { authorization: `Bearer ${accessToken}` })).status === 204;
  const report = () => ({ state: { state: 'available', since: '2026-01-01T00:00:00Z' }, at: '2026-01-01T00:00:00Z' });
  const fresh = async (): Promise<{ session: Session; deviceId: string }> => {
    const { session, device } = await Workstation.open(central);
    return { session, deviceId: device.id };
  };

  describe('with a password', () => {
    it('gives a session whose access token opens the API', async () => {
      const answer = await signIn({ username: 'sofie', password, device: newDevice() });
      const session = sessionSchema.parse(answer.json);
      expect(session.agent.name).toBe('Sofie Claes');
      expect(session.expiresIn).toBe(900);
      expect(await isGood(session.accessToken)).toBe(true);
      expect(answer.headers['cache-control']).toBe('no-store');
    });

    it('keeps it as argon2id, with the costs that were decided', async () => {
      if (url === null) return;
      const opened = await openDatabase({ kind: 'postgres', url }, silentLogger);
      const { rows } = await sql<{ passwordHash: string }>`select password_hash from credential`.execute(opened.db);
      await opened.close();
      expect(rows.map(({ passwordHash }) => passwordHash)).toEqual([expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22}\$[^$]{43}$/)]);
    });

    it('answers a wrong password and an unknown name alike', async () => {
      const wrong = await signIn({ username: 'Sofie', password: 'wrong', device: newDevice() });
      const unknown = await signIn({ username: 'nobody', password: 'wrong', device: newDevice() });
      expect(wrong.status).toBe(401);
      expect(wrong.headers['content-type']).toMatch('application/problem+json');
      expect(codeIn(wrong)).toBe('session.credentials');
      expect(unknown.json).toEqual(wrong.json);
    });

    it('refuses unknown fields and says where, without repeating values', async () => {
      const answer = await signIn({ username: 'Sofie', password, device: newDevice(), admin: true });
      expect(answer.status).toBe(400);
      expect(codeIn(answer)).toBe('invalid');
      expect(answer.text).not.toContain(password);
    });

    it.each([['not JSON', '{"username":'], ['a list', '[]'], ['null', 'null'], ['nothing', '']])('refuses a body that is %s', async (_name, body) => {
      const answer = await request(central, 'POST', '/v1/session', body);
      expect([answer.status, codeIn(answer)]).toEqual([400, 'invalid']);
    });

    it('refuses a giant body and another media type', async () => {
      const giant = await request(central, 'POST', '/v1/session', 'x'.repeat(70_000));
      expect([giant.status, codeIn(giant)]).toEqual([413, 'too-large']);
      const form = await request(central, 'POST', '/v1/session', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' });
      expect([form.status, codeIn(form)]).toEqual([415, 'unsupported-media-type']);
    });
  });

  describe('access tokens', () => {
    it.each(['', 'Bearer', 'Bearer short', 'Basic c29maWU6eA==', `Bearer ${'a'.repeat(43)}`, "Bearer ' or 1=1 --aaaaaaaaaaaaaaa"])('refuses %j', async (authorization) => {
      const answer = await request(central, 'GET', '/v1/provisioning', undefined, { authorization });
      expect([answer.status, codeIn(answer), answer.headers['www-authenticate']]).toEqual([401, 'unauthorised', 'Bearer']);
    });

    it('end after fifteen minutes', async () => {
      const { session } = await fresh();
      clock.advance(15 * minute - 1);
      expect(await isGood(session.accessToken)).toBe(true);
      clock.advance(1);
      expect(await isGood(session.accessToken)).toBe(false);
    });

    it('end at once when the operator signs out, and so does the refresh token', async () => {
      const { session, deviceId } = await fresh();
      const out = await request(central, 'DELETE', '/v1/session', undefined, { authorization: `Bearer ${session.accessToken}` });
      expect(out.status).toBe(204);
      expect(await isGood(session.accessToken)).toBe(false);
      expect(codeIn(await refresh(session.refreshToken, deviceId))).toBe('session.expired');
    });
  });

  describe('refresh tokens', () => {
    it('rotate, and the chain goes on for as long as it is used', async () => {
      const { session, deviceId } = await fresh();
      let token = session.refreshToken;
      for (let day = 0; day < 60; day += 10) {
        clock.advance(10 * 24 * 60 * minute);
        const next = sessionSchema.parse((await refresh(token, deviceId)).json);
        expect(next.refreshToken).not.toBe(token);
        token = next.refreshToken;
      }
    });

    it('end after thirty days without use', async () => {
      const { session, deviceId } = await fresh();
      clock.advance(30 * 24 * 60 * minute);
      expect(codeIn(await refresh(session.refreshToken, deviceId))).toBe('session.expired');
    });

    it('give the same successor again when the first answer was lost', async () => {
      const { session, deviceId } = await fresh();
      const lost = sessionSchema.parse((await refresh(session.refreshToken, deviceId)).json);
      clock.advance(minute - 1);
      const again = sessionSchema.parse((await refresh(session.refreshToken, deviceId)).json);
      expect(again.refreshToken).toBe(lost.refreshToken);
      expect(await isGood(again.accessToken)).toBe(true);
    });

    it('give one successor to two requests at once', async () => {
      const { session, deviceId } = await fresh();
      const answers = await Promise.all([1, 2, 3].map(async () => sessionSchema.parse((await refresh(session.refreshToken, deviceId)).json)));
      expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1);
    });

    it.each([
      ['after its minute', minute, false],
      ['after its successor was used', 1000, true],
    ])('used again %s end the session for whoever holds it', async (_name, wait, useSuccessor) => {
      const { session, deviceId } = await fresh();
      const next = sessionSchema.parse((await refresh(session.refreshToken, deviceId)).json);
      if (useSuccessor) await refresh(next.refreshToken, deviceId);
      clock.advance(wait);
      expect(codeIn(await refresh(session.refreshToken, deviceId))).toBe('session.expired');
      expect(codeIn(await refresh(next.refreshToken, deviceId))).toBe('session.expired');
      expect(await isGood(next.accessToken)).toBe(false);
    });

    it('of another device end the session', async () => {
      const { session, deviceId } = await fresh();
      expect(codeIn(await refresh(session.refreshToken, newId()))).toBe('session.expired');
      expect(codeIn(await refresh(session.refreshToken, deviceId))).toBe('session.expired');
    });
  });

  describe('enrolment codes', () => {
    const enrol = async (code: string, device = newDevice()) => await request(central, 'POST', '/v1/session/enrol', { code, device });

    it('work once', async () => {
      const { code } = await central.admin.createEnrolment('Sofie', 'http://127.0.0.1:1', minute);
      expect((await enrol(code)).status).toBe(200);
      const again = await enrol(code);
      expect([again.status, codeIn(again)]).toEqual([401, 'session.enrolment-invalid']);
    });

    it('work for one of many at once', async () => {
      const { code } = await central.admin.createEnrolment('Sofie', 'http://127.0.0.1:1', minute);
      const statuses = (await Promise.all(Array.from({ length: 5 }, async () => await enrol(code)))).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 401, 401, 401, 401]);
    });

    it('work again within a minute for the same device, whose answer was lost', async () => {
      const device = newDevice();
      const { code } = await central.admin.createEnrolment('Sofie', 'http://127.0.0.1:1', 10 * minute);
      expect((await enrol(code, device)).status).toBe(200);
      clock.advance(minute - 1);
      expect((await enrol(code, device)).status).toBe(200);
      clock.advance(1);
      expect((await enrol(code, device)).status).toBe(401);
    });

    it('expire', async () => {
      const { code } = await central.admin.createEnrolment('Sofie', 'http://127.0.0.1:1', minute);
      clock.advance(minute);
      expect(codeIn(await enrol(code))).toBe('session.enrolment-invalid');
    });
  });
});

onEachDatabase('guessing', (newDatabase) => {
  it('is slowed down by user and by address, and says when to come back', async () => {
    const central = await createCentral({ database: await newDatabase(), key: Buffer.alloc(32), limits: { perUser: 2, perAddress: 5 } });
    try {
      const guess = async (username: string) => await request(central, 'POST', '/v1/session', { username, password: 'x', device: newDevice() });
      const byUser = [await guess('an'), await guess('AN'), await guess('an')];
      expect(byUser.map(({ status }) => status)).toEqual([401, 401, 429]);
      expect(codeIn(byUser[2]!)).toBe('session.rate-limited');
      expect(Number(byUser[2]!.headers['retry-after'])).toBeGreaterThan(0);
      const byAddress = [await guess('b'), await guess('c'), await guess('d')];
      expect(byAddress.map(({ status }) => status)).toEqual([401, 401, 429]);
    } finally {
      await central.close();
    }
  });

  it('is slowed down where tokens are renewed, by address; a session by what it asks and by what it sends in', async () => {
    const central = await createCentral({ database: await newDatabase(), key: Buffer.alloc(32), limits: { refreshPerAddress: 2, perSession: 4, importsPerSession: 1 } });
    try {
      const ends = (answers: readonly Answer[], code: string): void => {
        const [last, ...before] = answers.toReversed();
        expect(before.map(({ status }) => status)).not.toContain(429);
        expect([last!.status, codeIn(last!)]).toEqual([429, code]);
        expect(Number(last!.headers['retry-after'])).toBeGreaterThan(0);
      };
      const refresh = async (): Promise<Answer> => await request(central, 'POST', '/v1/session/refresh', { refreshToken: 'x'.repeat(43), deviceId: newId() });
      ends([await refresh(), await refresh(), await refresh()], 'session.rate-limited');
      const [an, lead] = [await Workstation.open(central), await Workstation.open(central)];
      const ask = async (by: Workstation): Promise<Answer> => await by.send('GET', '/v1/queues');
      ends([await ask(an), await ask(an), await ask(an), await ask(an), await ask(an)], 'rate-limited');
      expect((await ask(lead)).status, 'another session').toBe(200);
      await central.admin.setAccess(lead.session.agent.username, { role: 'administrator' });
      const send = async (): Promise<Answer> => await lead.send('POST', '/v1/imports/customers', 'customerNumber\n', { 'content-type': 'text/csv' });
      ends([await send(), await send()], 'rate-limited');
    } finally {
      await central.close();
    }
  });
});
