import { test as base, type TestInfo } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labAvailable, presenceAvailable } from '../../lab/available.ts';
import type { Peer, PeerOptions } from '../../lab/baresip.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { Balie, type LaunchOptions } from './balie.ts';
import type { CentreOptions, TestCentral } from './central.ts';
import { Centrals, usualCentre } from './centrals.ts';
import { clear, SharedDesk } from './shared-desk.ts';
import { vitals } from './vitals.ts';
import type { Workspace } from './workspace.ts';

interface WorkerFixtures {
  readonly lab: Lab;
  readonly centrals: Centrals;
  readonly sharedDesk: SharedDesk;
}

interface TestFixtures {
  /** `test.use` it at the top of a file: that file then has a centre of its own. */
  readonly centre: CentreOptions;
  readonly central: TestCentral;
  /**
   * `shared`: the tests of this file are ordinary calls, and have one Balie after the other, cleared behind each. `own`: what is told of
   * here is how Balie starts, ends or breaks, or is left in no state that can be cleared.
   */
  readonly desk: 'own' | 'shared';
  readonly onlyTelephone: void;
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

function asInLab(lab: Lab): LaunchOptions {
  return { switches: lab.microphoneSwitches, env: lab.soundEnv };
}

/** What a failure is looked into with. */
async function attach(info: TestInfo, balies: readonly Balie[], lab: Lab): Promise<void> {
  for (const balie of balies) {
    await info.attach('vitals.txt', { body: await vitals(balie), contentType: 'text/plain' });
    await info.attach('balie.log', { body: balie.log(), contentType: 'text/plain' });
    const picture = await balie.picture();
    if (picture !== null) await info.attach('workspace.png', { body: picture, contentType: 'image/png' });
  }
  await info.attach('lab.log', { body: lab.logs(), contentType: 'text/plain' });
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  centre: [usualCentre, { option: true }],

  lab: [
    async ({ browserName: _ }, use) => {
      const lab = await startLab({ sound: true, presence: presenceAvailable().available, queues: [{ number: queueNumber, key: 'bestellingen-nl', user: 'operator' }] });
      await use(lab);
      await lab.stop();
    },
    { scope: 'worker' },
  ],

  centrals: [
    async ({ lab }, use) => {
      const centrals = new Centrals(lab);
      await use(centrals);
      await centrals.stop();
    },
    { scope: 'worker' },
  ],

  central: async ({ centrals, centre }, use) => use(await centrals.of(centre)),

  sharedDesk: [
    async ({ lab: _ }, use) => {
      const sharedDesk = new SharedDesk();
      await use(sharedDesk);
      await sharedDesk.leave();
    },
    { scope: 'worker' },
  ],

  desk: ['own', { option: true }],

  onlyTelephone: [
    async ({ desk, sharedDesk }, use) => {
      if (desk === 'own') await sharedDesk.leave();
      await use();
    },
    { auto: true },
  ],

  // Depends on the profile so that Balie ends before its folder goes.
  launch: async ({ lab, desk, profile: _ }, use, info) => {
    const started: Balie[] = [];
    await use(async (options = {}) => {
      if (desk === 'shared') throw new Error('A Balie beside the shared desk would be a second telephone of the same operator: test.use({ desk: "own" })');
      const balie = await Balie.launch({ ...asInLab(lab), ...options });
      started.push(balie);
      return balie;
    });
    if (info.status !== info.expectedStatus) await attach(info, started, lab);
    for (const balie of started) await balie.stop();
  },

  profile: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-profile-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  balie: async ({ desk, sharedDesk, launch, lab, central }, use, info) => {
    if (desk === 'own') {
      const balie = await launch({ enrol: await central.enrolment() });
      await balie.workspace.becomesAvailable();
      await use(balie);
      return;
    }
    const { balie, isNew } = await sharedDesk.take(central, async () => Balie.launch({ ...asInLab(lab), enrol: await central.enrolment() }));
    let isCleared = false;
    try {
      if (isNew) await balie.workspace.becomesAvailable();
      await use(balie);
      if (info.status === info.expectedStatus) {
        await clear(balie.workspace);
        isCleared = true;
      }
    } finally {
      // Playwright gives the next test another worker, and with it another desk.
      if (!isCleared) await attach(info, [balie], lab);
    }
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
