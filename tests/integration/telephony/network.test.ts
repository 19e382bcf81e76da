import { afterEach, describe, expect, it } from 'vitest';
import type { TelephonyState } from '../../../electron/telephony/telephony.ts';
import { labAvailable } from '../../lab/available.ts';
import { callerTone, type Lab, microphoneTone } from '../../lab/lab.ts';
import type { Peer } from '../../lab/baresip.ts';
import { networkAvailable } from '../../lab/network.ts';
import { until } from '../../lab/wait.ts';
import { bothHear, conversation, ringing } from './conversation.ts';
import type { Host } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();
const runs = available && networkAvailable();
const why = available && !runs ? 'needs root, veth and iptables' : reason;

/** Both sides hear each other again so long after the network is there. */
const backMs = 3_000;

describe.skipIf(!runs)(`the network of the application's machine ${why}`, () => {
  let lab: Lab;
  let host: Host;
  let isAway = false;

  // The last of the hooks after a test: the calls are cleared first.
  afterEach(() => goHome());
  withHost({ lab: { network: true } }, (station) => ({ lab, host } = station));

  /** Every test begins on Wi-Fi, registered from there. */
  async function goHome(): Promise<void> {
    lab.network.disconnect('cable');
    if (!isAway) return;
    isAway = false;
    const since = Date.now();
    lab.network.connect('wifi');
    await until('the line has followed', () => host.at(since, ({ registration }) => registration.state === 'connecting'));
    await host.registration('registered');
  }

  const restoring = ({ calls }: TelephonyState) => calls.some((call) => call.state === 'connected' && call.media === 'restoring');

  /** When each side first heard the other again after `since`, behind the gap. */
  async function heardAgain(caller: Peer, since: number): Promise<number> {
    await bothHear(lab, caller, 15_000);
    const first = (moments: readonly number[]) => moments.find((at, index) => at - (moments[index - 1] ?? since) > 300) ?? moments[0] ?? 0;
    return Math.max(first(lab.speaker.momentsOf(callerTone, since)), first(caller.hears.momentsOf(microphoneTone, since)));
  }

  async function stillWhole(caller: Peer, id: string): Promise<void> {
    await host.call('connected', (call) => call.id === id && call.media === 'flowing');
    await host.do('setHeld', id, true);
    await host.call('connected', ({ hold }) => hold === 'on');
    await caller.hears.silent();
    await host.do('setHeld', id, false);
    await bothHear(lab, caller);
    await host.do('hangUp', id);
    await caller.event('CALL_CLOSED');
    await caller.stop();
  }

  it('is cut in a call and comes back: heard again within three seconds of it, and told meanwhile', async () => {
    const { caller, id } = await conversation(lab, host);
    const cut = Date.now();
    lab.network.disconnect('wifi');
    const { at } = await host.registration('waiting', { withinMs: 5_000 });
    expect(at - cut).toBeLessThan(2_000);
    expect(host.state.registration).toMatchObject({ trouble: 'no-network' });
    await host.call('connected', ({ media }) => media === 'restoring', { withinMs: 6_000 });
    const back = Date.now();
    lab.network.connect('wifi');
    const heard = await heardAgain(caller, back);
    const told = ['the network has changed', 'the sound of a call stays away', 'the sound of a call is back'].map((line) => host.log().lastIndexOf(line));
    expect(told.every((place) => place > 0), 'what happened is in the log').toBe(true);
    console.info(`cut and back: noticed after ${at - cut} ms, heard ${heard - back} ms after the network`);
    expect(heard - back).toBeLessThan(backMs);
    await stillWhole(caller, id);
  });

  it('goes from Wi-Fi to cable in a call: heard again within three seconds', async () => {
    const { caller, id } = await conversation(lab, host);
    isAway = true;
    const moved = Date.now();
    lab.network.connect('cable');
    lab.network.disconnect('wifi');
    const heard = await heardAgain(caller, moved);
    console.info(`Wi-Fi to cable: heard after ${heard - moved} ms, registered after ${(host.at(moved, ({ registration }) => registration.state === 'connecting') ?? moved) - moved} ms`);
    expect(heard - moved).toBeLessThan(backMs);
    await stillWhole(caller, id);
  });

  it('gives the interface another address in a call: heard again within three seconds', async () => {
    const { caller, id } = await conversation(lab, host);
    isAway = true;
    const moved = Date.now();
    lab.network.readdress('wifi');
    const heard = await heardAgain(caller, moved);
    console.info(`another address: heard after ${heard - moved} ms`);
    expect(heard - moved).toBeLessThan(backMs);
    await stillWhole(caller, id);
  });

  it('gets a second interface: nothing happens to a call', async () => {
    const { caller, id } = await conversation(lab, host);
    const moved = Date.now();
    lab.network.connect('cable');
    await bothHear(lab, caller);
    expect(host.at(moved, ({ registration }) => registration.state !== 'registered')).toBeUndefined();
    expect(lab.speaker.longestGapMs(callerTone, moved)).toBeLessThan(500);
    await host.do('hangUp', id);
    await caller.stop();
  });

  it('lets no media through for a while: the call stays, the operator is told, and it is heard again by itself', async () => {
    const { caller, id } = await conversation(lab, host);
    const cut = Date.now();
    const release = lab.network.swallow('udp');
    await host.call('connected', ({ media }) => media === 'restoring', { withinMs: 8_000 });
    console.info(`media only: told after ${(host.at(cut, restoring) ?? 0) - cut} ms`);
    release();
    const back = Date.now();
    const heard = await heardAgain(caller, back);
    console.info(`media only: heard ${heard - back} ms after the path`);
    expect(host.at(cut, ({ registration }) => registration.state !== 'registered')).toBeUndefined();
    await stillWhole(caller, id);
  });

  it('swallows the signalling alone, in a call: noticed within ten seconds, the sound has no gap, and a hold wished meanwhile is agreed when it is back', async () => {
    const { caller, id } = await conversation(lab, host);
    const cut = Date.now();
    const release = lab.network.swallow('tcp');
    try {
      const { at } = await host.registration('waiting', { withinMs: 10_000 });
      console.info(`half-open in a call: noticed after ${at - cut} ms`);
      await bothHear(lab, caller);
      expect(lab.speaker.longestGapMs(callerTone, cut)).toBeLessThan(1_000);
      expect(caller.hears.longestGapMs(microphoneTone, cut)).toBeLessThan(1_000);
      void host.do('setHeld', id, true);
      await host.call('connected', ({ hold }) => hold === 'holding');
      await caller.hears.silent();
    } finally {
      release();
    }
    await host.registration('registered', { withinMs: 20_000 });
    await host.call('connected', ({ hold }) => hold === 'on', { withinMs: 15_000 });
    await host.do('setHeld', id, false);
    await bothHear(lab, caller);
    await stillWhole(caller, id);
  });

  it('swallows the signalling while nothing happens: noticed within ten seconds, and the next call rings when it is back', async () => {
    const cut = Date.now();
    const release = lab.network.swallow('tcp');
    try {
      const { at } = await host.registration('waiting', { withinMs: 10_000 });
      console.info(`half-open and idle: noticed after ${at - cut} ms`);
    } finally {
      release();
    }
    await host.registration('registered', { withinMs: 20_000 });
    const { caller } = await ringing(lab, host);
    await caller.stop();
  });

  it('sleeps while it rings: the ringing ends, nothing rings after it, and the line is proven before it is called registered', async () => {
    const { caller, id } = await ringing(lab, host);
    const slept = Date.now();
    await host.do('power', 'suspend');
    expect(await host.call('ended', (call) => call.id === id)).toMatchObject({ cause: 'connection-lost', endedBy: 'system' });
    await caller.event('CALL_CLOSED');
    lab.network.disconnect('wifi');
    const woke = Date.now();
    await host.do('power', 'resume');
    await host.registration('waiting');
    lab.network.connect('wifi');
    await host.registration('registered');
    const states = host.states.filter(({ at }) => at >= slept && at < woke).map(({ value }) => value.registration.state);
    expect(states.at(-1)).toBe('connecting');
    expect(host.at(woke, ({ calls }) => calls.some(({ state }) => state === 'ringing'))).toBeUndefined();
    await caller.stop();
  });

  it('sleeps and resumes in a call: the conversation goes on', async () => {
    const { caller, id } = await conversation(lab, host);
    await host.do('power', 'suspend');
    const woke = Date.now();
    await host.do('power', 'resume');
    expect(host.at(woke, ({ registration }) => registration.state === 'connecting')).toBeDefined();
    await host.registration('registered');
    await bothHear(lab, caller);
    await stillWhole(caller, id);
  });
});
