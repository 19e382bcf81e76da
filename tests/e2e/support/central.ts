import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityName, EntityRow, WritableEntity } from '#shared/domain/entities.ts';
import type { FiguresAnswer } from '#shared/contract/quality.ts';
import type { Mutation } from '#shared/contract/sync.ts';
import { newId } from '#shared/domain/ids.ts';
import type { LetterTemplate } from '#shared/domain/letter-template.ts';
import type { Figures } from '#shared/domain/quality/figures.ts';
import type { IceServer } from '#shared/ipc/audio-list.ts';
import type { z } from 'zod';
import { createCentral, type Central } from '../../../central/central.ts';
import type { telephonePolicySchema } from '#shared/contract/session.ts';
import type { DatabaseChoice } from '../../../central/database/open.ts';
import { testCentre, type CentreWishes, type TestCentre } from '../../fixtures/centre.ts';
import { Postgres } from '../../integration/central/support/postgres-server.ts';
import type { Lab } from '../../lab/lab.ts';
import { CentralGate } from './central-gate.ts';
import { postgresFolder } from './postgres-setup.ts';

const username = 'liesbeth.vandamme';
const password = 'een goed wachtwoord voor tests';

/** @returns a database for a centre, new and empty. */
async function newDatabase(): Promise<DatabaseChoice> {
  const folder = process.env[postgresFolder];
  return folder === undefined ? { kind: 'memory' } : { kind: 'postgres', url: await new Postgres(folder).createDatabase() };
}

/** The centre of a test file: what is in it, and what it lets a telephone do. */
export interface CentreOptions extends CentreWishes {
  readonly policy?: z.input<typeof telephonePolicySchema>;
}

interface SipServer {
  readonly url: string;
  readonly fingerprint?: string;
}

/** The real central API with a small centre in it, and the network before it. */
export class TestCentral {
  readonly centre: TestCentre;
  readonly gate: CentralGate;
  readonly username = username;
  readonly password = password;
  readonly central: Central;
  private readonly lab: Lab;
  private readonly policy: NonNullable<CentreOptions['policy']>;
  private enrolments = 0;

  private constructor(central: Central, gate: CentralGate, centre: TestCentre, lab: Lab, policy: CentreOptions['policy']) {
    this.central = central;
    this.gate = gate;
    this.centre = centre;
    this.lab = lab;
    this.policy = policy ?? {};
  }

  static async start(lab: Lab, options: CentreOptions = {}): Promise<TestCentral> {
    const centre = testCentre(options);
    const central = await createCentral({ database: await newDatabase(), key: Buffer.alloc(32, 1), limits: { perUser: 1000, perAddress: 1000, refreshPerAddress: 1000 } });
    const gate = new CentralGate(await central.listen());
    await gate.open();
    await central.import(centre.rows);
    await central.admin.createAgent({ username, name: 'Liesbeth Van Damme', password, languages: ['nl', 'fr'] });
    const here = new TestCentral(central, gate, centre, lab, options.policy);
    await here.provision();
    return here;
  }

  /** Gives the operator a SIP account at the lab. */
  async provision(change: { readonly password?: string; readonly servers?: readonly SipServer[]; readonly iceServers?: readonly IceServer[] } = {}): Promise<void> {
    const { uri, user, password: sipPassword } = this.lab.users.operator;
    await this.central.admin.setSipAccount(username, { uri, authorizationUser: user, password: change.password ?? sipPassword, displayName: 'Liesbeth Van Damme' });
    await this.central.admin.setProvisioningPolicy({
      sip: { servers: [...(change.servers ?? [this.lab.server])], registerExpires: 60, sessionExpires: 0 },
      ice: { servers: [...(change.iceServers ?? [])], relayOnly: false, gatheringCapMs: 500 },
      queueHeader: 'X-Queue',
      country: 'BE',
      policy: this.policy,
      office: { abbreviations: [{ short: 'kn', text: 'kredietnota' }] },
    });
  }

  /** Writes an enrolment file that one workstation can use. @returns its path. */
  async enrolment(): Promise<string> {
    this.enrolments += 1;
    const file = join(this.lab.dir, `enrolment-${this.enrolments}.json`);
    writeFileSync(file, JSON.stringify(await this.central.admin.createEnrolment(username, this.gate.url, 600_000)));
    return file;
  }

  /** A template of one document, or its next edition, as an administrator brings it in. */
  async putLetter(key: string, document: Uint8Array): Promise<LetterTemplate> {
    const template = { kind: 'letter' as const, key, title: { nl: key }, queues: [], variants: [{ language: 'nl' as const, register: 'formal' as const, file: 'brief.docx' }] };
    const { refusals } = await this.central.importLetters({ templates: [template], document: () => document }, false);
    const found = (await this.central.letterTemplates()).find((each) => each.key === key);
    if (found === undefined) throw new Error(`the template was refused: ${JSON.stringify(refusals)}`);
    return found;
  }

  /** Every row of an entity as central has it now. */
  async rows<N extends EntityName>(entity: N): Promise<EntityRow<N>[]> {
    const lines = (await this.ask('/v1/snapshot')).body.trim().split('\n').map((line) => JSON.parse(line) as { type: string; entity?: string; row?: unknown });
    return lines.filter((line) => line.type === 'row' && line.entity === entity).map((line) => line.row as EntityRow<N>);
  }

  /** The operator's figures of the last day in a queue, as central counts them. */
  async figures(queueKey: string): Promise<Figures> {
    const queueId = (await this.rows('queue')).find(({ key }) => key === queueKey)?.id ?? '';
    const [from, until] = [new Date(Date.now() - 86_400_000).toISOString(), new Date(Date.now() + 60_000).toISOString()];
    return (await this.ask(`/v1/quality-figures?${new URLSearchParams({ queueId, from, until })}`)).json<FiguresAnswer>().figures;
  }

  /** A colleague's device changes a row that is at central. */
  async colleagueChanges<N extends WritableEntity>(entity: N, row: EntityRow<N>, patch: Partial<EntityRow<N>>): Promise<void> {
    await this.write(await this.colleague('an.declercq', 'An De Clercq'), { entity, entityId: row.id, baseVersion: row.version, patch });
  }

  /** A colleague has stock kept for an order in the making. @returns what gives it back. */
  async colleagueHolds(productId: string, quantity: number): Promise<() => Promise<void>> {
    const authorization = await this.colleague('tom.wouters', 'Tom Wouters');
    const hold = { entity: 'stockHold', entityId: newId() } as const;
    await this.write(authorization, { ...hold, baseVersion: null, patch: { orderId: newId(), productId, interactionId: null, agentId: null, quantity, state: 'requested', renewals: 0 } });
    return async () => await this.write(authorization, { ...hold, baseVersion: 1, patch: { state: 'released' } });
  }

  /** A colleague at another workstation, an operator. @returns what central answers them. */
  async asColleague(agent: string, name: string): Promise<(url: string) => Promise<unknown>> {
    const authorization = await this.colleague(agent, name);
    return async (url) => (await this.central.app.inject({ method: 'GET', url, headers: { authorization } })).json<unknown>();
  }

  /** Somebody new, on a device of their own. @returns what a request is sent with. */
  private async colleague(agent: string, name: string): Promise<string> {
    await this.central.admin.createAgent({ username: agent, name, password, languages: ['nl'] });
    return await this.signIn(agent);
  }

  private async write(authorization: string, what: Omit<Mutation, 'id' | 'at'>): Promise<void> {
    const mutation = { ...what, id: newId(), at: new Date().toISOString() };
    const answer = await this.central.app.inject({ method: 'POST', url: '/v1/mutations', headers: { authorization }, payload: { mutations: [mutation] } });
    if (!answer.body.includes('"applied"')) throw new Error(`what a colleague wrote was answered ${answer.body}`);
  }

  /** On a device of their own. @returns what a request is sent with. */
  private async signIn(agent: string): Promise<string> {
    const session = await this.central.app.inject({ method: 'POST', url: '/v1/session', payload: { username: agent, password, device: { id: newId(), name: 'test', platform: 'linux' } } });
    return `Bearer ${session.json<{ accessToken: string }>().accessToken}`;
  }

  /** As the operator's own device would. */
  private async ask(url: string) {
    return await this.central.app.inject({ method: 'GET', url, headers: { authorization: await this.signIn(username) } });
  }

  async stop(): Promise<void> {
    await this.gate.close();
    await this.central.close();
  }
}
