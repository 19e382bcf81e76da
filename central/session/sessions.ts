import type { Clock } from '#shared/domain/clock.ts';
import type { Device, Session } from '#shared/contract/session.ts';
import { agentSchema } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Bus } from '../database/bus.ts';
import { readRow } from '../database/rows.ts';
import type { Database, Executor } from '../database/schema.ts';
import { Problem } from '../http/problem.ts';
import { hashOf, newSecret, type Secrets } from '../secrets.ts';
import { verifyPassword } from './passwords.ts';

const accessTokenMs = 15 * 60_000;
const refreshTokenMs = 30 * 24 * 3_600_000;
/** How long a spent token or code is still honoured for the same device: the answer may have been lost. */
const graceMs = 60_000;

/** Who a bearer token stands for. */
export interface Principal {
  readonly agentId: string;
  readonly deviceId: string;
  readonly sessionId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

const expired = (): Problem => new Problem(401, 'session.expired', 'The session has ended. Sign in again.');

export interface SessionDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly bus: Bus;
  /** Called in the process that ended the session; the others hear it on the bus. */
  readonly onEnded: (sessionId: string, agentId: string) => void;
}

/** Sign-in, enrolment, refresh and sign-out. Tokens are opaque and kept as hashes; ending a session ends its tokens at once. */
export class Sessions {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #secrets: Secrets;
  readonly #bus: Bus;
  readonly #onEnded: (sessionId: string, agentId: string) => void;

  constructor({ db, clock, secrets, bus, onEnded }: SessionDependencies) {
    this.#db = db;
    this.#clock = clock;
    this.#secrets = secrets;
    this.#bus = bus;
    this.#onEnded = onEnded;
  }

  /** @throws Problem 401 `session.credentials`. */
  async signIn(username: string, password: string, device: Device): Promise<Session> {
    const found = await this.#db
      .selectFrom('credential')
      .innerJoin('agent', 'agent.id', 'credential.agentId')
      .select(['credential.agentId', 'credential.passwordHash'])
      .where((where) => where(where.fn<string>('lower', ['agent.username']), '=', where.fn<string>('lower', [where.val(username)])))
      .executeTakeFirst();
    const matches = await verifyPassword(found?.passwordHash ?? null, password);
    if (!matches || found === undefined) throw new Problem(401, 'session.credentials', 'Name and password do not match.');
    return await this.#db.transaction().execute(async (trx) => await this.#start(trx, found.agentId, device));
  }

  /** @throws Problem 401 `session.enrolment-invalid`. */
  async enrol(code: string, device: Device): Promise<Session> {
    const now = this.#now();
    return await this.#db.transaction().execute(async (trx) => {
      const spent = await trx
        .updateTable('enrolment')
        .set((where) => ({ usedAt: where.fn.coalesce('usedAt', where.val(now)), usedBy: device.id }))
        .where('codeHash', '=', hashOf(code))
        .where('expiresAt', '>', now)
        .where((where) => where.or([where('usedAt', 'is', null), where.and([where('usedBy', '=', device.id), where('usedAt', '>', this.#now(-graceMs))])]))
        .returning('agentId')
        .executeTakeFirst();
      if (spent === undefined) throw new Problem(401, 'session.enrolment-invalid', 'This enrolment code is unknown, expired or used. Ask for a new one.');
      return await this.#start(trx, spent.agentId, device);
    });
  }

  /**
   * Rotates the refresh token. A token is good once; used again within a minute it gives the same
   * successor, as long as that one was not used itself. Anything else means that two parties hold
   * it, and ends the session for both.
   *
   * @throws Problem 401 `session.expired`.
   */
  async refresh(refreshToken: string, deviceId: string): Promise<Session> {
    const outcome = await this.#db.transaction().execute(async (trx) => await this.#rotate(trx, refreshToken, deviceId));
    if (outcome.session !== null) return outcome.session;
    if (outcome.ended !== null) this.#onEnded(outcome.ended.id, outcome.ended.agentId);
    throw expired();
  }

  async signOut(principal: Principal): Promise<void> {
    await this.#db.transaction().execute(async (trx) => await this.#end(trx, principal.sessionId, 'signed-out'));
    this.#onEnded(principal.sessionId, principal.agentId);
  }

  /** @returns who the token stands for, or null where it is not (or no longer) good. */
  async principalOf(accessToken: string): Promise<Principal | null> {
    const found = await this.#db
      .selectFrom('accessToken')
      .innerJoin('session', 'session.id', 'accessToken.sessionId')
      .select(['session.id', 'session.agentId', 'session.deviceId', 'accessToken.expiresAt'])
      .where('accessToken.hash', '=', hashOf(accessToken))
      .where('accessToken.expiresAt', '>', this.#now())
      .where('session.endedAt', 'is', null)
      .executeTakeFirst();
    return found === undefined ? null : { agentId: found.agentId, deviceId: found.deviceId, sessionId: found.id, expiresAt: found.expiresAt.getTime() };
  }

  /** @returns those of the given sessions that have ended. */
  async endedAmong(sessionIds: readonly string[]): Promise<string[]> {
    if (sessionIds.length === 0) return [];
    const rows = await this.#db.selectFrom('session').select('id').where('id', 'in', sessionIds).where('endedAt', 'is not', null).execute();
    return rows.map(({ id }) => id);
  }

  /** Forgets tokens that have expired. */
  async sweep(): Promise<void> {
    await this.#db.deleteFrom('accessToken').where('expiresAt', '<', this.#now()).execute();
    await this.#db.deleteFrom('refreshToken').where('expiresAt', '<', this.#now()).execute();
  }

  #now(offsetMs = 0): Date {
    return new Date(this.#clock.now() + offsetMs);
  }

  async #start(trx: Executor, agentId: string, device: Device): Promise<Session> {
    const sessionId = newId();
    const now = this.#now();
    await trx
      .insertInto('session')
      .values({ id: sessionId, agentId, deviceId: device.id, deviceName: device.name, platform: device.platform, createdAt: now, seenAt: now, endedAt: null, endedBecause: null })
      .execute();
    return await this.#issue(trx, sessionId, agentId, newSecret());
  }

  async #rotate(trx: Executor, refreshToken: string, deviceId: string): Promise<{ session: Session | null; ended: { id: string; agentId: string } | null }> {
    const found = await trx
      .selectFrom('refreshToken')
      .innerJoin('session', 'session.id', 'refreshToken.sessionId')
      .select(['session.id', 'session.agentId', 'session.deviceId', 'refreshToken.usedAt', 'refreshToken.expiresAt'])
      .where('refreshToken.hash', '=', hashOf(refreshToken))
      .where('session.endedAt', 'is', null)
      .forUpdate('refreshToken')
      .executeTakeFirst();
    if (found === undefined || found.expiresAt <= this.#now()) return { session: null, ended: null };
    const successor = this.#secrets.successorOf(refreshToken);
    if (found.deviceId !== deviceId || (found.usedAt !== null && !(await this.#inGrace(trx, found.usedAt, successor)))) {
      await this.#end(trx, found.id, 'token-reused');
      return { session: null, ended: found };
    }
    if (found.usedAt === null) await trx.updateTable('refreshToken').set({ usedAt: this.#now() }).where('hash', '=', hashOf(refreshToken)).execute();
    await trx.updateTable('session').set({ seenAt: this.#now() }).where('id', '=', found.id).execute();
    return { session: await this.#issue(trx, found.id, found.agentId, successor), ended: null };
  }

  async #inGrace(trx: Executor, usedAt: Date, successor: string): Promise<boolean> {
    if (usedAt <= this.#now(-graceMs)) return false;
    const next = await trx.selectFrom('refreshToken').select('usedAt').where('hash', '=', hashOf(successor)).executeTakeFirst();
    return next !== undefined && next.usedAt === null;
  }

  async #issue(trx: Executor, sessionId: string, agentId: string, refreshToken: string): Promise<Session> {
    const accessToken = newSecret();
    await trx
      .insertInto('refreshToken')
      .values({ hash: hashOf(refreshToken), sessionId, expiresAt: this.#now(refreshTokenMs), usedAt: null })
      .onConflict((existing) => existing.column('hash').doNothing())
      .execute();
    await trx.insertInto('accessToken').values({ hash: hashOf(accessToken), sessionId, expiresAt: this.#now(accessTokenMs) }).execute();
    const agent = agentSchema.parse(await readRow(trx, 'agent', agentId));
    return { accessToken, expiresIn: accessTokenMs / 1000, refreshToken, agent };
  }

  async #end(trx: Executor, sessionId: string, because: 'signed-out' | 'token-reused'): Promise<void> {
    await trx.updateTable('session').set({ endedAt: this.#now(), endedBecause: because }).where('id', '=', sessionId).execute();
    await trx.deleteFrom('accessToken').where('sessionId', '=', sessionId).execute();
    await trx.deleteFrom('refreshToken').where('sessionId', '=', sessionId).execute();
    await this.#bus.tell(trx, { topic: 'session-ended', sessionId });
  }
}
