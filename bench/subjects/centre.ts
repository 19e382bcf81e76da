import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCentral, type Central } from '../../central/central.ts';
import { sampleOperator } from '../../practice/sample/centre.ts';
import { sample } from './sample.ts';
import type { Account } from './subject.ts';

const { username, name } = sampleOperator;

/** The real central API with the sample centre in it, and one operator whose telephone account is the lab's. */
export class BenchCentre {
  readonly #central: Central;

  private constructor(central: Central) {
    this.#central = central;
  }

  static async start(account: Account, queueHeader: string): Promise<BenchCentre> {
    const central = await createCentral({ database: { kind: 'memory' } });
    await central.seed(() => sample);
    const { admin } = central;
    await admin.setSipAccount(username, { uri: account.uri, authorizationUser: account.user, password: account.password, displayName: name });
    await admin.setProvisioningPolicy({
      sip: { servers: [{ url: account.server }], registerExpires: 600, sessionExpires: 0 },
      ice: { servers: [], relayOnly: false, gatheringCapMs: 500 },
      queueHeader,
      country: 'BE',
    });
    await central.listen();
    return new BenchCentre(central);
  }

  /** Writes an enrolment file that one profile can use. @returns its path. */
  async enrolment(dir: string): Promise<string> {
    const file = path.join(dir, 'enrolment.json');
    writeFileSync(file, JSON.stringify(await this.#central.admin.createEnrolment(username, this.#central.url, 600_000)));
    return file;
  }

  /** Changes every customer and an address of each, for all devices to hear of. @returns how many rows. */
  async changeEverybody(): Promise<number> {
    const customer = (sample.customer ?? []).map((row) => ({ ...row, givenName: `${row.givenName} ` }));
    const address = (sample.address ?? []).slice(0, customer.length).map((row) => ({ ...row, houseNumber: `${row.houseNumber} ` }));
    return await this.#central.import({ customer, address });
  }

  async stop(): Promise<void> {
    await this.#central.close();
  }
}
