import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startLab } from '../../tests/lab/lab.ts';
import { Wire } from '../capture/wire.ts';
import { buildPeer } from '../peer/build.ts';
import { electronExecutable } from '../process/electron-app.ts';
import { figures, type Part, type Result, resultsOf, Samples } from '../report/figures.ts';
import { Callee } from '../sip/callee.ts';
import { Caller } from '../sip/caller.ts';
import { VoiceEnd } from '../sip/voice-end.ts';
import { fillProfile } from '../store/scale/fill-profile.ts';
import { BalieSubject } from '../subjects/balie.ts';
import { BenchCentre } from '../subjects/centre.ts';
import { PeerSubject } from '../subjects/peer.ts';
import { customers, queueKey } from '../subjects/sample.ts';
import { measureBackground } from './background.ts';
import { measureCalls } from './calls.ts';
import { measureCrashes } from './crashes.ts';
import { measureDelay } from './delay.ts';
import { measureEmptyProcesses, measureLoad } from './load.ts';
import { measureOutages } from './outages.ts';
import { measureShift } from './shift.ts';
import { measurePlainKeys, measureScript } from './script.ts';
import { measureSoak } from './soak.ts';
import { measureStart } from './start.ts';

const queueHeader = 'X-Queue';
/** Each application is called over a queue of its own; the server adds the same headers to both. */
const queueNumbers = { operator: '+3278150001', colleague: '+3278150002' } as const;
/** No customer has it: the trunk answers every number. */
const dialled = '+3293000000';

interface ApplicationsOptions {
  /** The folder of Balie, built. */
  readonly app: string;
  readonly parts: readonly Part[];
  readonly quick: boolean;
  /** Leaves the folder with the logs and the profiles. */
  readonly keep: boolean;
  readonly say: (line: string) => void;
  /** So many customers are put beside those of the sample centre; the peer is then left out. */
  readonly customersBeside?: number;
}

/** Balie alone, among a million customers: a call comes in, and the file of the caller is painted. Limit of the issue. */
export async function measureFileAtScale({ count, ...options }: Omit<ApplicationsOptions, 'parts'> & { readonly count: number }): Promise<readonly Result[]> {
  const [painted] = (await measureApplications({ ...options, parts: ['calls'], customersBeside: count })).filter(({ name }) => name === figures.inviteToFile.name);
  if (painted === undefined) throw new Error('No call was measured');
  return [{ ...painted, name: `${painted.name}, ${count} customers` }];
}

/** Measures Balie and its peer against real servers, in turn. Ends what it started, whatever happens. */
export async function measureApplications({ app, parts, quick, keep, say, customersBeside = 0 }: ApplicationsOptions): Promise<readonly Result[]> {
  const rounds = quick ? 5 : 25;
  const dir = mkdtempSync(path.join(tmpdir(), 'balie-bench-'));
  const ends: (() => void | Promise<void>)[] = [() => (keep ? say(`The logs are in ${dir}`) : rmSync(dir, { recursive: true, force: true, maxRetries: 3 }))];
  try {
    const executable = electronExecutable();
    const lab = await startLab({ queueHeader, sound: (['delay', 'telephony', 'background'] as const).some((part) => parts.includes(part)), queues: (['operator', 'colleague'] as const).map((user) => ({ number: queueNumbers[user], key: queueKey, user })) });
    ends.push(() => lab.stop());
    const wire = await Wire.start({ dir, webSocketPort: lab.ports.ws, media: lab.ports.rtpengine });
    ends.push(() => wire.stop());
    const caller = await Caller.open(lab.ports.sip);
    ends.push(() => caller.close());
    const callee = await Callee.open(lab.ports.trunk, lab.ports.sip);
    ends.push(() => callee.close());

    const account = (user: keyof typeof queueNumbers) => ({ ...lab.users[user], number: queueNumbers[user], server: lab.server.url });
    const peerApp = path.join(dir, 'peer-app');
    mkdirSync(peerApp);
    await buildPeer(peerApp);
    const peer = new PeerSubject({ executable, app: peerApp, dir, account: account('colleague') });
    const balie = new BalieSubject({ executable, app, dir, account: account('operator') });
    const centre = await BenchCentre.start(balie.account, queueHeader);
    ends.push(() => centre.stop());
    say('enrolling Balie, which fetches the customers');
    await balie.enrol(await centre.enrolment(dir));

    if (customersBeside > 0) {
      say(`${customersBeside} customers are put beside them`);
      fillProfile(balie.profile, customersBeside);
    }

    const samples = new Samples();
    const bench = { subjects: customersBeside > 0 ? [balie] : [balie, peer], wire, samples, say, caller, customers, dialled };
    if (parts.includes('calls')) await measureCalls(bench, rounds);
    if (parts.includes('script')) {
      await measureScript({ ...bench, centre }, balie, rounds);
      await measurePlainKeys(bench, peer, rounds * 4);
    }
    if (parts.includes('load')) {
      const times = quick ? { rounds: 1, settleMs: 20_000, callMs: 20_000 } : { rounds: 3, settleMs: 20_000, callMs: 60_000 };
      await measureLoad(bench, times);
      await measureEmptyProcesses({ ...bench, peer }, times);
    }
    if (parts.includes('delay')) {
      const voice = await VoiceEnd.open();
      const talker = await Caller.open(lab.ports.sip, voice);
      ends.push(() => talker.close());
      await measureDelay({ ...bench, lab, dir, talker, voice }, quick ? 2 : 5, quick ? 8_000 : 15_000);
    }
    if (parts.includes('telephony')) {
      await measureCrashes(bench, balie, quick ? 2 : 5);
      await measureOutages({ ...bench, dir }, quick ? 1 : 5);
    }
    if (parts.includes('soak')) await measureSoak(bench, balie, quick ? 100 : 900);
    if (parts.includes('shift')) await measureShift(bench, balie, quick ? 2 : 8);
    if (parts.includes('background')) await measureBackground({ ...bench, lab }, balie, quick ? { rounds: 5, hiddenMs: 20_000 } : { rounds: 12, hiddenMs: 6 * 60_000 });
    if (parts.includes('start')) await measureStart(bench, rounds);
    return resultsOf(samples, parts);
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}
