import { createCentral } from '../../central/central.ts';
import { newId } from '#shared/domain/ids.ts';
import { isoNow } from '#shared/domain/clock.ts';
import type { ContactPoint, Customer, Queue } from '#shared/domain/entities.ts';
import { PostgresServer, postgresPrograms } from '../../tests/integration/central/support/postgres-server.ts';
import { Program } from '../../tests/integration/central/support/program.ts';
import { Workstation } from '../../tests/integration/central/support/workstation.ts';
import { belgian } from '../store/belgians.ts';
import type { Account } from './workplace.ts';

const key = Buffer.alloc(32, 7);
const queuesOfAnOperator = 4;

export interface BigCentreSize {
  readonly operators: number;
  readonly queues: number;
  readonly customers: number;
}

/** A centre of many operators: a PostgreSQL that writes to disk as in earnest, and processes of the API beside it. */
export class BigCentre {
  readonly accounts: readonly Account[];
  readonly customerIds: readonly string[];
  readonly #server: PostgresServer;
  readonly #url: string;
  #processes: Program[] = [];

  private constructor(server: PostgresServer, url: string, accounts: readonly Account[], customerIds: readonly string[]) {
    this.#server = server;
    this.#url = url;
    this.accounts = accounts;
    this.customerIds = customerIds;
  }

  /** Each operator serves four of the queues; customers are everybody's, as it is without a policy. */
  static async open({ operators, queues, customers }: BigCentreSize, say: (line: string) => void): Promise<BigCentre> {
    const programs = postgresPrograms();
    if (programs === null) throw new Error('PostgreSQL is not installed (Debian package postgresql)');
    const server = await PostgresServer.start(programs, { durable: true });
    try {
      const url = await server.createDatabase();
      // Everybody comes in by one door at once.
      const central = await createCentral({ database: { kind: 'postgres', url }, key, limits: { perAddress: operators + 1 } });
      try {
        const rows = Array.from({ length: queues }, (_, index) => queueRow(index));
        const people = Array.from({ length: customers }, (_, index) => customerRows(index));
        await central.import({ queue: rows, customer: people.map(({ customer }) => customer), contactPoint: people.map(({ phone }) => phone) });
        say(`central: ${customers} customers`);
        const accounts: Account[] = [];
        for (let index = 0; index < operators; index++) {
          const station = await Workstation.open(central, undefined, String(1000 + index));
          const own = Array.from({ length: queuesOfAnOperator }, (_, step) => rows[(index + step * 7) % queues]).filter((row) => row !== undefined);
          await central.admin.setAccess(station.session.agent.username, { queues: own.map((row) => row.key) });
          const { accessToken, refreshToken, agent } = station.session;
          accounts.push({ agentId: agent.id, deviceId: station.device.id, extension: String(1000 + index), queueIds: own.map(({ id }) => id), accessToken, refreshToken });
        }
        say(`central: ${operators} operators signed in`);
        return new BigCentre(server, url, accounts, people.map(({ customer }) => customer.id));
      } finally {
        await central.close();
      }
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Starts so many processes of the API, the former ones ended. @returns their URLs. */
  async run(processes: number): Promise<readonly string[]> {
    await this.#end();
    const environment = { DATABASE_URL: this.#url, BALIE_CENTRAL_KEY: key.toString('base64'), BALIE_CENTRAL_PORT: '0', NODE_ENV: 'production' };
    this.#processes = Array.from({ length: processes }, () => new Program('main.ts', [], environment));
    return await Promise.all(this.#processes.map(async (program) => await program.url()));
  }

  async close(): Promise<void> {
    await this.#end();
    await this.#server.stop();
  }

  async #end(): Promise<void> {
    for (const program of this.#processes) program.signal('SIGTERM');
    await Promise.all(this.#processes.map(async (program) => await program.ended));
    this.#processes = [];
  }
}

const common = { version: 0, updatedAt: isoNow() };

function queueRow(index: number): Queue {
  const id = newId();
  const targets = { pickUpTargetSeconds: 20, durationTargetSeconds: 300 };
  return { ...common, id, key: `queue-${index}`, name: `Queue ${index}`, organisation: 'Wijnhuis', numbers: [], language: 'nl', register: 'formal', scriptId: null, outcomeIds: [], ...targets, autoAnswer: false, recording: 'never', identity: null, agreement: null, afterCall: null, objectionBudget: null };
}

function customerRows(index: number): { customer: Customer; phone: ContactPoint } {
  const { id, givenName, familyName, phone, customerNumber } = belgian(index);
  const nothing = { organisationName: null, vatNumber: null, birthDate: null };
  const customer: Customer = { ...common, id, kind: 'person', customerNumber, salutation: 'none', givenName, familyName, ...nothing, language: 'nl', segment: 'regular', archived: false };
  return { customer, phone: { ...common, id: newId(), customerId: id, kind: 'mobile', value: phone, preferred: true } };
}
