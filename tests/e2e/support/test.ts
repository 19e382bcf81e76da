import { test as base } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labAvailable, presenceAvailable } from '../../lab/available.ts';
import type { Peer, PeerOptions } from '../../lab/baresip.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { Balie, type LaunchOptions } from './balie.ts';
import { type CentreOptions, TestCentral } from './central.ts';
import { vitals } from './vitals.ts';
import type { Workspace } from './workspace.ts';

interface WorkerFixtures {
  /** `test.use` it at the top of a file: that file then has a centre and a lab of its own. */
  readonly centre: CentreOptions;
  readonly lab: Lab;
  readonly central: TestCentral;
}

interface TestFixtures {
  /** Starts a Balie that the test ends by itself, whatever happens. */
  readonly launch: (options?: LaunchOptions) => Promise<Balie>;
  /** A folder for the profile of a Balie that is started more than once. */
  readonly profile: string;
  /** A Balie with an enrolled operator, registered and available. */
  readonly balie: Balie;
  readonly workspace: Workspace;
  /** Starts the baresip of one of the centre's customers, who calls from their own number. */
  readonly customerNumber: (index: number, options?: Omit<PeerOptions, 'user'>) => Promise<Peer>;
  /** The first customer of the centre. */
  readonly customer: Peer;
}

/** What customers of the tests' centre dial. */
export const queueNumber = '+3278150000';

/** A gap that nobody on the line takes for an interruption: 40 ms are the microphone's own rhythm, the rest is room for two busy cores. */
export const shortGapMs = 700;

/** The same where the exchange has to tell what telephones do. */
export function needsPresence(): void {
  const { available, reason } = presenceAvailable();
  test.skip(!available, reason);
}

/** Call at the top of a file whose tests need the SIP lab: without it they are reported as skipped. */
export function needsLab(): void {
  const { available, reason } = labAvailable();
  test.skip(!available, reason);
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  centre: [{}, { scope: 'worker', option: true }],

  lab: [
    async ({ centre: _ }, use) => {
      const lab = await startLab({ sound: true, presence: presenceAvailable().available, queues: [{ number: queueNumber, key: 'bestellingen-nl', user: 'operator' }] });
      await use(lab);
      await lab.stop();
    },
    { scope: 'worker' },
  ],

  central: [
    async ({ lab, centre }, use) => {
      const central = await TestCentral.start(lab, centre);
      await use(central);
      await central.stop();
    },
    { scope: 'worker' },
  ],

  // Depends on the profile so that Balie ends before its folder goes.
  launch: async ({ lab, profile: _ }, use, info) => {
    const started: Balie[] = [];
    await use(async (options = {}) => {
      const balie = await Balie.launch({ switches: lab.microphoneSwitches, env: lab.soundEnv, ...options });
      started.push(balie);
      return balie;
    });
    if (info.status !== info.expectedStatus) {
      for (const balie of started) {
        await info.attach('vitals.txt', { body: await vitals(balie), contentType: 'text/plain' });
        await info.attach('balie.log', { body: balie.log(), contentType: 'text/plain' });
        const picture = await balie.picture();
        if (picture !== null) await info.attach('workspace.png', { body: picture, contentType: 'image/png' });
      }
      await info.attach('lab.log', { body: lab.logs(), contentType: 'text/plain' });
    }
    for (const balie of started) await balie.stop();
  },

  profile: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-profile-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  balie: async ({ launch, central }, use) => {
    const balie = await launch({ enrol: await central.enrolment() });
    await balie.workspace.becomesAvailable();
    await use(balie);
  },

  workspace: async ({ balie }, use) => use(balie.workspace),

  customerNumber: async ({ lab, central }, use) => {
    const peers: Peer[] = [];
    await use(async (index, options = {}) => {
      const customer = central.centre.customers[index];
      if (customer === undefined) throw new Error(`The centre has no customer ${index}`);
      const peer = await lab.caller({ user: customer.phone, ...options });
      peers.push(peer);
      return peer;
    });
    await Promise.all(peers.map((peer) => peer.stop()));
  },

  customer: async ({ customerNumber }, use) => use(await customerNumber(0)),
});

export { expect } from '@playwright/test';
