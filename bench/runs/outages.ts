import path from 'node:path';
import type { DeviceChoice } from '#shared/domain/devices.ts';
import { defaultSettings, type SoundSettings } from '#shared/domain/settings.ts';
import { buildHostIn } from '../../tests/integration/telephony/build-host-in.ts';
import { bothHear, clear, conversation, queue, ringing } from '../../tests/integration/telephony/conversation.ts';
import { Host, provisioningFor } from '../../tests/integration/telephony/host.ts';
import type { Peer } from '../../tests/lab/baresip.ts';
import { callerTone, type Lab, type LabOptions, microphoneTone, startLab } from '../../tests/lab/lab.ts';
import { networkAvailable } from '../../tests/lab/network.ts';
import type { PulseHeadset } from '../../tests/lab/pulse.ts';
import { until } from '../../tests/lab/wait.ts';
import type { Samples } from '../report/figures.ts';

export interface OutageBench {
  /** Of the run: what is built is put there. */
  readonly dir: string;
  readonly samples: Samples;
  readonly say: (line: string) => void;
}

/** Sound that was away for longer is heard again, not still. */
const gapMs = 300;
/** What is heard is what was played. */
const plain: SoundSettings = { ...defaultSettings.sound, echoCancellation: false, noiseSuppression: false };
const tones = { first: 700, second: 1300 } as const;

/**
 * What a conversation loses when the network changes or a headset is pulled out, judged by ear at both ends. Of Balie's telephone and
 * audio window without the workspace: on a machine of its own, which DevTools do not reach.
 */
export async function measureOutages(bench: OutageBench, rounds: number): Promise<void> {
  if (networkAvailable()) await measureNetwork(bench, rounds);
  else bench.say('the change of network is not measured: it needs root, veth and iptables');
  await measureUnplug(bench, rounds);
}

async function measureNetwork({ dir, samples, say }: OutageBench, rounds: number): Promise<void> {
  await atStation(dir, { network: true }, onWifi, async (lab, host) => {
    await host.register(provisioningFor(lab));
    for (let round = 1; round <= rounds; round++) {
      const { caller } = await conversation(lab, host);
      const changed = Date.now();
      lab.network.connect('cable');
      lab.network.disconnect('wifi');
      samples.add('networkChange', 'Balie', (await heardAgain(lab, caller, changed)) - changed);
      await clear(host);
      await caller.stop();
      const home = Date.now();
      lab.network.connect('wifi');
      lab.network.disconnect('cable');
      await until('the line has followed', () => host.at(home, ({ registration }) => registration.state === 'connecting'), { withinMs: 15_000 });
      await host.registration('registered', { withinMs: 15_000 });
      say(`change of network ${round}/${rounds}`);
    }
  });
}

async function onWifi({ network }: Lab): Promise<undefined> {
  network.connect('wifi');
}

async function measureUnplug({ dir, samples, say }: OutageBench, rounds: number): Promise<void> {
  let first: PulseHeadset | undefined;
  let second: PulseHeadset | undefined;
  const prepare = async ({ sound }: Lab): Promise<readonly string[]> => {
    [first, second] = [await sound.plug('first', 'Headset_One', tones.first), await sound.plug('second', 'Headset_Two', tones.second)];
    return [];
  };
  await atStation(dir, {}, prepare, async (lab, host) => {
    await host.do('devices.start', JSON.stringify(plain), true);
    await host.register(provisioningFor(lab));
    for (let round = 1; round <= rounds; round++) {
      await choose(host, lab);
      const { caller, id } = await ringing(lab, host);
      await host.do('answer', id);
      await Promise.all([caller.hears.heard(tones.first), first?.hears.heard(callerTone)]);
      const pulled = Date.now();
      first?.unplug();
      await Promise.all([caller.hears.heard(tones.second, { forMs: 200 }), second?.hears.heard(callerTone, { forMs: 200 })]);
      samples.add('headsetPulled', 'Balie', Math.max(caller.hears.firstMs(tones.second, pulled), second?.hears.firstMs(callerTone, pulled) ?? Infinity));
      await clear(host);
      await caller.stop();
      first = await lab.sound.plug('first', 'Headset_One', tones.first);
      say(`headset pulled out ${round}/${rounds}`);
    }
  });
}

/** Headset_One is the choice, Headset_Two what the system would take. */
async function choose(host: Host, { sound }: Lab): Promise<void> {
  sound.setDefault('source', 'second_microphone');
  sound.setDefault('sink', 'second');
  const named = (kind: 'microphone' | 'speaker'): DeviceChoice | undefined => {
    const device = host.devices.at(-1)?.value.available.find((one) => one.label === 'Headset_One' && one.kind === kind);
    return device === undefined ? undefined : { identity: device.identity, label: device.label };
  };
  await until('Headset_One is there', () => named('microphone') !== undefined && named('speaker') !== undefined, { withinMs: 10_000 });
  await host.do('devices.choose', JSON.stringify({ ...plain, microphone: named('microphone'), speaker: named('speaker') }));
  await until('Headset_One is in use, and the other one the default', () => {
    const now = host.devices.at(-1)?.value;
    return now?.speaker.inUse?.label === 'Headset_One' && now.available.filter(({ isSystemDefault }) => isSystemDefault).every(({ label }) => label === 'Headset_Two');
  }, { withinMs: 10_000 });
}

/** When the later of the two sides heard the other again, behind the gap. */
async function heardAgain(lab: Lab, caller: Peer, since: number): Promise<number> {
  await bothHear(lab, caller, 15_000);
  const first = (moments: readonly number[]): number => moments.find((at, index) => at - (moments[index - 1] ?? since) > gapMs) ?? moments[0] ?? 0;
  return Math.max(first(lab.speaker.momentsOf(callerTone, since)), first(caller.hears.momentsOf(microphoneTone, since)));
}

/** A lab and a telephone of its own, both gone at the end. */
async function atStation(dir: string, options: LabOptions, prepare: (lab: Lab) => Promise<readonly string[] | undefined>, work: (lab: Lab, host: Host) => Promise<void>): Promise<void> {
  const built = path.join(dir, 'telephony-host');
  await buildHostIn(built);
  const lab = await startLab({ sound: true, queues: [{ number: queue, key: 'orders', user: 'operator' }], ...options });
  try {
    const switches = await prepare(lab);
    const host = await Host.start(built, lab, { ...(switches === undefined ? {} : { switches }), ...(options.network === true ? { network: lab.network } : {}), env: { HOST_HURRY: '1' } });
    try {
      await work(lab, host);
    } finally {
      await host.stop();
    }
  } finally {
    await lab.stop();
  }
}
