import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { agentSchema, type Agent } from '#shared/domain/entities.ts';
import type { Queue } from '#shared/domain/entities.ts';
import type { IdentityPolicy } from '#shared/domain/identity/policy.ts';
import type { OutcomeSentences } from '#shared/domain/wrapup/outcome-sentence.ts';
import { newId } from '#shared/domain/ids.ts';
import { officeByRoleSchema } from '#shared/domain/office.ts';
import type { Role } from '#shared/domain/role.ts';
import { enrolmentFileSchema, localDataPolicySchema, provisioningSchema, telephonePolicySchema, type EnrolmentFile } from '#shared/contract/session.ts';
import { sql } from 'kysely';
import type { AgentAccesses } from '../access/agent-access.ts';
import type { CustomerPolicy } from '../access/scope.ts';
import { readRow } from '../database/rows.ts';
import type { Database, Executor } from '../database/schema.ts';
import { CentralError, codeOf } from '../errors.ts';
import { hashOf, newSecret, type Secrets } from '../secrets.ts';
import { hashPassword } from '../session/passwords.ts';
import { centre, type ChangeLog } from '../sync/change-log.ts';
import type { Duty } from './duties.ts';

/** An operator to make or to change; what is absent stays as it is. */
export interface AgentInput {
  /** For sample data, where ids are fixed; absent: a new one. */
  readonly id?: string;
  readonly username: string;
  readonly name: string;
  readonly extension?: string | null;
  readonly team?: string | null;
  readonly languages?: Agent['languages'];
  /** Absent: the operator signs in by enrolment only. */
  readonly password?: string;
}

/** An operator's own account at the SIP server. */
export const sipAccountSchema = provisioningSchema.shape.sip.pick({ uri: true, authorizationUser: true, password: true, displayName: true });
export type SipAccountInput = z.infer<typeof sipAccountSchema>;

/** SQLSTATE of a value that must be unique and is not. */
const uniqueViolation = '23505';

/** What provisioning says to every operator alike. */
export const provisioningPolicySchema = z.strictObject({
  sip: provisioningSchema.shape.sip.pick({ servers: true, registerExpires: true, sessionExpires: true, dtmf: true, codecs: true }).strict(),
  ice: provisioningSchema.shape.ice.strict(),
  queueHeader: provisioningSchema.shape.queueHeader,
  country: provisioningSchema.shape.country,
  policy: telephonePolicySchema.strict().prefault({}),
  office: officeByRoleSchema,
  localData: localDataPolicySchema.strict().prefault({}),
});
/** As an administrator writes it: what is absent has its default. */
export type ProvisioningPolicy = z.input<typeof provisioningPolicySchema>;

export interface AdministrationDependencies {
  readonly db: Database;
  readonly log: ChangeLog;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly accesses: AgentAccesses;
}

/** An agent's role and queues, the queues by their keys; what is absent stays. */
export interface AccessInput {
  readonly role?: Role;
  readonly queues?: 'all' | readonly string[];
  readonly active?: boolean;
}

/** What an administrator can do; the command line and the practice centre use it. */
export class Administration {
  readonly #db: Database;
  readonly #log: ChangeLog;
  readonly #secrets: Secrets;
  readonly #clock: Clock;
  readonly #accesses: AgentAccesses;

  constructor({ db, log, secrets, clock, accesses }: AdministrationDependencies) {
    this.#db = db;
    this.#log = log;
    this.#secrets = secrets;
    this.#clock = clock;
    this.#accesses = accesses;
  }

  /** @throws CentralError `agent-unknown`. */
  async findAgent(username: string): Promise<Agent> {
    const id = await this.#idOf(username);
    if (id === null) throw new CentralError('agent-unknown', `There is no agent with the username ${username}.`);
    return agentSchema.parse(await readRow(this.#db, 'agent', id));
  }

  /** @throws CentralError `username-taken`. */
  async createAgent(input: AgentInput): Promise<Agent> {
    const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
    const row = {
      id: input.id ?? newId(),
      username: input.username,
      name: input.name,
      extension: input.extension ?? null,
      team: input.team ?? null,
      languages: input.languages ?? ['nl'],
    };
    try {
      return await this.#log.write(centre, async (writer) => {
        const agent = await writer.create('agent', row);
        if (passwordHash !== null) await this.#storePassword(writer.trx, row.id, passwordHash);
        return agentSchema.parse(agent);
      });
    } catch (error) {
      if (codeOf(error) === uniqueViolation) throw new CentralError('username-taken', `The username ${input.username} is taken, or its id is.`, error);
      throw error;
    }
  }

  /** @throws CentralError `agent-unknown`. */
  async setPassword(username: string, password: string): Promise<void> {
    const { id } = await this.findAgent(username);
    await this.#storePassword(this.#db, id, await hashPassword(password));
  }

  /** The password is kept encrypted: the workstation needs it in clear for SIP's digest. */
  async setSipAccount(username: string, account: SipAccountInput): Promise<void> {
    const { uri, authorizationUser, password, displayName } = sipAccountSchema.parse(account);
    const { id } = await this.findAgent(username);
    const columns = { uri, authorizationUser, displayName, sealedPassword: this.#secrets.seal(password, id) };
    await this.#db
      .insertInto('sipAccount')
      .values({ agentId: id, ...columns })
      .onConflict((existing) => existing.column('agentId').doUpdateSet(columns))
      .execute();
  }

  /** Charges somebody with a duty, or relieves them of it. @throws CentralError `agent-unknown`. */
  async setDuty(username: string, duty: Duty, charged: boolean): Promise<void> {
    const { id } = await this.findAgent(username);
    if (charged) await this.#db.insertInto('agentDuty').values({ agentId: id, duty }).onConflict((existing) => existing.doNothing()).execute();
    else await this.#db.deleteFrom('agentDuty').where('agentId', '=', id).where('duty', '=', duty).execute();
  }

  /** @throws CentralError `agent-unknown`, `queue-unknown`. */
  async setAccess(username: string, { queues, ...rest }: AccessInput): Promise<void> {
    const { id } = await this.findAgent(username);
    const ids = queues === undefined || queues === 'all' ? queues : await this.#queueIds(queues);
    await this.#accesses.change({ agentId: null, deviceId: null }, id, { ...rest, ...(ids === undefined ? {} : { queues: ids }) });
  }

  /** Which customers those have who serve some queues. */
  async setCustomerPolicy(customers: CustomerPolicy): Promise<void> {
    await this.#accesses.setCustomerPolicy({ agentId: null, deviceId: null }, customers);
  }

  /**
   * What a queue asks before a customer's file is shown; null: nothing any more. Connected workstations hear of it at once.
   * @throws CentralError `queue-unknown`.
   */
  async setIdentityPolicy(queueKey: string, policy: IdentityPolicy | null): Promise<void> {
    await this.setQueue(queueKey, { identity: policy });
  }

  /**
   * What a queue agreed upon, asks after a call, or asks of callers, and how many counter-arguments its calls may have. Connected workstations hear of it at once.
   * @throws CentralError `queue-unknown`.
   */
  async setQueue(queueKey: string, change: Partial<Pick<Queue, 'identity' | 'agreement' | 'afterCall' | 'objectionBudget' | 'pickUpTargetSeconds' | 'durationTargetSeconds'>>): Promise<void> {
    const [id = ''] = await this.#queueIds([queueKey]);
    await this.#log.write(centre, async (writer) => {
      const queue = await readRow(writer.trx, 'queue', id);
      if (queue !== null) await writer.update('queue', queue, change);
    });
  }

  /**
   * How an outcome is said; null: its label and what was captured.
   * @throws CentralError `outcome-unknown`.
   */
  async setOutcomeSentences(code: string, sentences: OutcomeSentences | null): Promise<void> {
    await this.#log.write(centre, async (writer) => {
      const { rows } = await sql<{ id: string }>`select id from outcome where code = ${code}`.execute(writer.trx);
      const outcome = rows[0] === undefined ? null : await readRow(writer.trx, 'outcome', rows[0].id);
      if (outcome === null) throw new CentralError('outcome-unknown', `There is no outcome with the code ${code}.`);
      await writer.update('outcome', outcome, { sentences });
    });
  }

  async setProvisioningPolicy(policy: ProvisioningPolicy): Promise<void> {
    const text = JSON.stringify(provisioningPolicySchema.parse(policy));
    await this.#db
      .insertInto('provisioningPolicy')
      .values({ id: 1, policy: text })
      .onConflict((existing) => existing.column('id').doUpdateSet({ policy: text }))
      .execute();
  }

  /**
   * Every workstation renews the key of its database when it next hears of the policy and nobody is at it.
   *
   * @throws CentralError `environment-invalid` while there is no policy.
   */
  async renewDatabaseKeys(): Promise<void> {
    const stored = await this.#db.selectFrom('provisioningPolicy').select('policy').executeTakeFirst();
    if (stored === undefined) throw new CentralError('environment-invalid', 'There is no policy yet. Set one first: set-policy.');
    const policy = provisioningPolicySchema.parse(stored.policy);
    await this.setProvisioningPolicy({ ...policy, localData: { ...policy.localData, keysMadeSince: isoNow(this.#clock) } });
  }

  /**
   * A one-time code with which one workstation signs in as this operator.
   *
   * @param validForMs how long the code may wait to be used.
   */
  async createEnrolment(username: string, centralUrl: string, validForMs: number): Promise<EnrolmentFile> {
    const { id } = await this.findAgent(username);
    const code = newSecret();
    await this.#db
      .insertInto('enrolment')
      .values({ codeHash: hashOf(code), agentId: id, expiresAt: new Date(this.#clock.now() + validForMs), usedAt: null, usedBy: null })
      .execute();
    return enrolmentFileSchema.parse({ balieEnrolment: 1, centralUrl, code });
  }

  /**
   * After a backup was put back: the history begins anew, so that every device takes a snapshot
   * instead of believing that it has changes which this database lost.
   */
  async beginNewHistory(): Promise<void> {
    await this.#db.updateTable('logHead').set({ epoch: randomBytes(8).toString('hex') }).execute();
  }

  async #queueIds(keys: readonly string[]): Promise<string[]> {
    const { rows } = await sql<{ id: string; key: string }>`select id, key from queue where key in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`.execute(this.#db);
    const unknown = keys.filter((key) => !rows.some((row) => row.key === key));
    if (unknown.length > 0) throw new CentralError('queue-unknown', `There is no queue with the key ${unknown.join(', ')}.`);
    return rows.map(({ id }) => id);
  }

  async #idOf(username: string): Promise<string | null> {
    const found = await this.#db
      .selectFrom('agent')
      .select('id')
      .where((where) => where(where.fn<string>('lower', ['username']), '=', where.fn<string>('lower', [where.val(username)])))
      .executeTakeFirst();
    return found?.id ?? null;
  }

  async #storePassword(db: Executor, agentId: string, passwordHash: string): Promise<void> {
    const columns = { passwordHash, changedAt: new Date(this.#clock.now()) };
    await db
      .insertInto('credential')
      .values({ agentId, ...columns })
      .onConflict((existing) => existing.column('agentId').doUpdateSet(columns))
      .execute();
  }
}
