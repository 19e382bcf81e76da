import type { AuditAction } from '#shared/contract/audit.ts';
import type { Clock } from '#shared/domain/clock.ts';
import type { Device, Session } from '#shared/contract/session.ts';
import { agentSchema } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';
import { sql } from 'kysely';
import { accessColumns, accessOf, readAccess, type AccessRow } from '../access/accesses.ts';
import type { Audit } from '../access/audit.ts';
import { scopeOf, type Scope } from '../access/scope.ts';
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
  readonly role: Role;
  /** What they may have, as it is now. */
  readonly scope: Scope;
  readonly deviceId: string;
  readonly sessionId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Why a session ended. After the last two a workstation wipes what it has. */
export type EndReason = 'signed-out' | 'token-reused' | 'revoked' | 'deactivated';
const wiping: readonly (string | null)[] = ['revoked', 'deactivated'] satisfies EndReason[];

const revoked = (): Problem => new Problem(401, 'session.revoked', 'The centre has signed this device out.');
const expired = (): Problem => new Problem(401, 'session.expired', 'The session has ended. Sign in again.');

export interface SessionDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly bus: Bus;
  readonly audit: Audit;
  /** Called in the process that ended the session; the others hear it on the bus. */
  readonly onEnded: (sessionId: string, agentId: string) => void;
}

/** Sign-in, enrolment, refresh and sign-out. Tokens are opaque and kept as hashes; ending a session ends its tokens at once. */
export class Sessions {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #secrets: Secrets;
  readonly #bus: Bus;
  readonly #audit: Audit;
  readonly #onEnded: (sessionId: string, agentId: string) => void;

  constructor({ db, clock, secrets, bus, audit, onEnded }: SessionDependencies) {
    this.#db = db;
    this.#clock = clock;
    this.#secrets = secrets;
    this.#bus = bus;
    this.#audit = audit;
    this.#onEnded = onEnded;
  }

  /** @throws Problem 401 `session.credentials`. */
  async signIn(username: string, password: string, device: Device): Promise<Session> {
    const found = await this.#db
      .selectFrom('credential')
      .innerJoin('agent', 'agent.id', 'credential.agentId')
      .innerJoin('agentAccess', 'agentAccess.agentId', 'credential.agentId')
      .select(['credential.agentId', 'credential.passwordHash', 'agentAccess.active'])
      .where((where) => where(where.fn<string>('lower', ['agent.username']), '=', where.fn<string>('lower', [where.val(username)])))
      .executeTakeFirst();
    const matches = await verifyPassword(found?.passwordHash ?? null, password);
    if (!matches || found?.active !== true) {
      if (found !== undefined) await this.#audit.record(this.#db, { action: 'sign-in-refused', agentId: found.agentId, deviceId: device.id, details: { by: 'password' } });
      throw new Problem(401, 'session.credentials', 'Name and password do not match.');
    }
    return await this.begin(found.agentId, device, 'password');
  }

  /** Begins a session for somebody whose identity has been established. @throws Problem 401 `session.credentials` for who is not active. */
  async begin(agentId: string, device: Device, by: SignInWay): Promise<Session> {
    return await this.#db.transaction().execute(async (trx) => await this.#start(trx, agentId, device, by));
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
      return await this.#start(trx, spent.agentId, device, 'enrolment');
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
    throw outcome.revoked ? revoked() : expired();
  }

  async signOut(principal: Principal): Promise<void> {
    await this.#close({ id: principal.sessionId, agentId: principal.agentId }, 'signed-out', 'signed-out', principal.deviceId);
  }

  /** The centre's own doing: the device's next request is answered with `session.revoked`. */
  async revoke(session: { readonly id: string; readonly agentId: string }, because: 'revoked' | 'deactivated'): Promise<void> {
    await this.#close(session, because, 'session-revoked');
  }

  async endAllOf(agentId: string, because: 'revoked' | 'deactivated'): Promise<void> {
    for (const session of await this.#db.selectFrom('session').select(['id', 'agentId']).where('agentId', '=', agentId).where('endedAt', 'is', null).execute()) {
      await this.revoke(session, because);
    }
  }

  /**
   * @returns who the token stands for, or null where it is not (or no longer) good.
   * @throws Problem 401 `session.revoked`.
   */
  async principalOf(accessToken: string): Promise<Principal | null> {
    const { rows } = await sql<AccessRow & { sessionId: string; deviceId: string; expiresAt: Date; endedBecause: string | null }>`
      select s.id as session_id, s.device_id, s.ended_because, t.expires_at, ${accessColumns}
      from access_token t join session s on s.id = t.session_id join agent a on a.id = s.agent_id join agent_access g on g.agent_id = s.agent_id
      where t.hash = ${hashOf(accessToken)} and t.expires_at > ${this.#now()}`.execute(this.#db);
    const [found] = rows;
    if (wiping.includes(found?.endedBecause ?? null)) throw revoked();
    if (found === undefined || found.endedBecause !== null) return null;
    const { sessionId, deviceId, expiresAt, agentId, role } = found;
    return { agentId, deviceId, sessionId, role, scope: scopeOf(accessOf(found)), expiresAt: expiresAt.getTime() };
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

  async #start(trx: Executor, agentId: string, device: Device, by: SignInWay): Promise<Session> {
    const active = await trx.selectFrom('agentAccess').select('agentId').where('agentId', '=', agentId).where('active', '=', true).executeTakeFirst();
    if (active === undefined) throw new Problem(401, 'session.credentials', 'This operator does not work here any more.');
    await this.#audit.record(trx, { action: 'signed-in', agentId, deviceId: device.id, details: { by } });
    const sessionId = newId();
    const now = this.#now();
    await trx
      .insertInto('session')
      .values({ id: sessionId, agentId, deviceId: device.id, deviceName: device.name, platform: device.platform, createdAt: now, seenAt: now, endedAt: null, endedBecause: null })
      .execute();
    return await this.#issue(trx, sessionId, agentId, newSecret());
  }

  async #rotate(trx: Executor, refreshToken: string, deviceId: string): Promise<RotationOutcome> {
    const found = await trx
      .selectFrom('refreshToken')
      .innerJoin('session', 'session.id', 'refreshToken.sessionId')
      .select(['session.id', 'session.agentId', 'session.deviceId', 'session.endedBecause', 'refreshToken.usedAt', 'refreshToken.expiresAt'])
      .where('refreshToken.hash', '=', hashOf(refreshToken))
      .forUpdate('refreshToken')
      .executeTakeFirst();
    if (found === undefined || found.expiresAt <= this.#now() || found.endedBecause !== null) {
      return { session: null, ended: null, revoked: wiping.includes(found?.endedBecause ?? null) && found?.deviceId === deviceId };
    }
    const successor = this.#secrets.successorOf(refreshToken);
    if (found.deviceId !== deviceId || (found.usedAt !== null && !(await this.#inGrace(trx, found.usedAt, successor)))) {
      await this.#end(trx, found.id, 'token-reused');
      await this.#audit.record(trx, { action: 'token-reused', agentId: found.agentId, deviceId: found.deviceId });
      return { session: null, ended: found, revoked: false };
    }
    if (found.usedAt === null) await trx.updateTable('refreshToken').set({ usedAt: this.#now() }).where('hash', '=', hashOf(refreshToken)).execute();
    await trx.updateTable('session').set({ seenAt: this.#now() }).where('id', '=', found.id).execute();
    return { session: await this.#issue(trx, found.id, found.agentId, successor), ended: null, revoked: false };
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
    const access = await readAccess(trx, agentId);
    if (access === null) throw expired();
    return { accessToken, expiresIn: accessTokenMs / 1000, refreshToken, agent, role: access.role };
  }

  async #close(session: { readonly id: string; readonly agentId: string }, because: EndReason, action: AuditAction, deviceId: string | null = null): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await this.#end(trx, session.id, because);
      await this.#audit.record(trx, { action, agentId: session.agentId, deviceId, details: { because } });
    });
    this.#onEnded(session.id, session.agentId);
  }

  /** A device that is to be told to wipe shows a token that is known still; they are forgotten when they expire. */
  async #end(trx: Executor, sessionId: string, because: EndReason): Promise<void> {
    await trx.updateTable('session').set({ endedAt: this.#now(), endedBecause: because }).where('id', '=', sessionId).where('endedAt', 'is', null).execute();
    if (!wiping.includes(because)) {
      await trx.deleteFrom('accessToken').where('sessionId', '=', sessionId).execute();
      await trx.deleteFrom('refreshToken').where('sessionId', '=', sessionId).execute();
    }
    await this.#bus.tell(trx, { topic: 'session-ended', sessionId });
  }
}

type SignInWay = 'password' | 'enrolment' | 'oidc';

interface RotationOutcome {
  readonly session: Session | null;
  readonly ended: { readonly id: string; readonly agentId: string } | null;
  readonly revoked: boolean;
}
