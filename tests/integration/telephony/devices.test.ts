import { describe, expect, it } from 'vitest';
import type { AudioDevices, AudioRole, DeviceChoice } from '#shared/domain/devices.ts';
import { defaultSettings, type SoundSettings } from '#shared/domain/settings.ts';
import { labAvailable } from '../../lab/available.ts';
import { callerTone, type Lab } from '../../lab/lab.ts';
import type { PulseHeadset } from '../../lab/pulse.ts';
import { until } from '../../lab/wait.ts';
import { queue, ringing } from './conversation.ts';
import { type Host, provisioningFor } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();

/** Processing off: what is heard is what was played. */
const plain: SoundSettings = { ...defaultSettings.sound, echoCancellation: false, noiseSuppression: false };
const firstTone = 700;
const secondTone = 1300;
/** Of a caller beside whose speech the tone of a waiting call has to be heard, and of that tone (tone-figures.ts). */
const firstCallerTone = 1600;
const waitingTone = 440;
/** Of a note of it, at the least. */
const noteMs = 100;
/** What an operator would call a gap. */
const gapMs = 300;

describe.skipIf(!available)(`sound devices ${reason}`, () => {
  let lab: Lab;
  let host: Host;
  let first: PulseHeadset;
  let second: PulseHeadset;

  withHost(
    {
      prepare: async ({ sound }) => {
        first = await sound.plug('first', 'Headset_One', firstTone);
        second = await sound.plug('second', 'Headset_Two', secondTone);
        return [];
      },
      ready: async (station) => {
        await station.host.do('devices.start', JSON.stringify(plain), true);
        await station.host.register(provisioningFor(station.lab));
        await devices(({ available: found }) => found.length === 9);
      },
    },
    (station) => ({ lab, host } = station),
  );

  async function devices(fits: (devices: AudioDevices) => boolean, withinMs = 5_000): Promise<AudioDevices> {
    const found = await until('the devices are as wanted', () => host.devices.findLast(({ value }) => fits(value)), { withinMs });
    return found.value;
  }

  function named(label: string, kind: 'microphone' | 'speaker'): DeviceChoice {
    const device = host.devices.at(-1)?.value.available.find((one) => one.label === label && one.kind === kind);
    if (device === undefined) throw new Error(`there is no ${kind} ${label}`);
    return { identity: device.identity, label };
  }

  function headset(label: string): Pick<SoundSettings, 'microphone' | 'speaker'> {
    return { microphone: named(label, 'microphone'), speaker: named(label, 'speaker') };
  }

  async function choose(change: Partial<SoundSettings>): Promise<void> {
    await host.do('devices.choose', JSON.stringify({ ...plain, ...change }));
  }

  async function talking(from: PulseHeadset, tone: number) {
    const { caller, id } = await ringing(lab, host);
    await host.do('answer', id);
    await caller.event('CALL_ESTABLISHED');
    await Promise.all([caller.hears.heard(tone), from.hears.heard(callerTone)]);
    return { caller, id };
  }

  it('what the system prefers is the device it really is, also when that changes', async () => {
    await choose({});
    const before = await devices(({ speaker }) => speaker.inUse?.label === 'Lab_Speaker');
    expect(before.microphone).toMatchObject({ choice: 'system', state: 'chosen', inUse: { label: 'Lab_Microphone' } });
    expect(before.available.filter(({ isSystemDefault }) => isSystemDefault).map(({ label }) => label)).toEqual(['Lab_Microphone', 'Lab_Speaker']);
    lab.sound.setDefault('sink', 'first');
    await devices(({ speaker, ring }) => speaker.inUse?.label === 'Headset_One' && ring.inUse?.label === 'Headset_One', 1_000);
    lab.sound.setDefault('sink', 'lab_speaker');
    await devices(({ speaker }) => speaker.inUse?.label === 'Lab_Speaker', 1_000);
  });

  it('another choice moves the call that is up, without a gap and without a word to the other side', async () => {
    await choose(headset('Headset_One'));
    const { caller } = await talking(first, firstTone);
    const invites = caller.log().split('INVITE sip').length;
    const from = Date.now();
    await choose(headset('Headset_Two'));
    await Promise.all([caller.hears.heard(secondTone), second.hears.heard(callerTone)]);
    const to = Date.now();
    const outward = Math.max(caller.hears.longestSilenceMs(from, to));
    const inward = Math.min(first.hears.longestGapMs(callerTone, from, to), second.hears.longestGapMs(callerTone, from, to));
    console.info(`choice moved: gap of ${outward} ms to the caller, ${inward} ms to the operator`);
    expect(outward).toBeLessThan(gapMs);
    expect(second.hears.firstMs(callerTone, from)).toBeLessThan(gapMs);
    expect(first.hears.toneMs(callerTone, to)).toBe(0);
    // The same device, with other processing: the filter against key noise, and back.
    for (const keyNoiseSuppression of [true, false]) {
      const switched = Date.now();
      await choose({ ...headset('Headset_Two'), keyNoiseSuppression });
      await caller.hears.heard(secondTone);
      const gap = caller.hears.longestSilenceMs(switched);
      console.info(`key filter ${keyNoiseSuppression ? 'on' : 'off'}: gap of ${gap} ms`);
      expect(gap).toBeLessThan(gapMs);
    }
    expect(caller.log().split('INVITE sip')).toHaveLength(invites);
    await caller.stop();
  });

  it('a headset that is pulled out hands the call to the next device within a second, says so, and gets it back', async () => {
    const roles: readonly AudioRole[] = ['microphone', 'speaker'];
    const chosen = headset('Headset_One');
    await choose(chosen);
    const { caller } = await talking(first, firstTone);
    lab.sound.setDefault('source', 'second_microphone');
    lab.sound.setDefault('sink', 'second');
    await devices(({ available: all }) => all.filter(({ isSystemDefault }) => isSystemDefault).every(({ label }) => label === 'Headset_Two'));
    const pulled = Date.now();
    first.unplug();
    await Promise.all([caller.hears.heard(secondTone, { forMs: 200 }), second.hears.heard(callerTone, { forMs: 200 })]);
    const outward = caller.hears.firstMs(secondTone, pulled);
    const inward = second.hears.firstMs(callerTone, pulled);
    const told = await devices(({ microphone, speaker }) => microphone.state === 'fallback' && speaker.state === 'fallback');
    for (const role of roles) expect(told[role]).toMatchObject({ choice: chosen[role as 'microphone'], inUse: { label: 'Headset_Two' } });
    const again = Date.now();
    first = await lab.sound.plug('first', 'Headset_One', firstTone);
    await Promise.all([caller.hears.heard(firstTone, { forMs: 200 }), first.hears.heard(callerTone, { forMs: 200, withinMs: 9_000 })]);
    console.info(`pulled out: caller hears the next microphone after ${outward} ms, operator hears the caller after ${inward} ms; plugged in: back after ${caller.hears.firstMs(firstTone, again)} ms`);
    expect(outward).toBeLessThan(1_000);
    expect(inward).toBeLessThan(1_000);
    const back = await devices(({ microphone, speaker }) => microphone.state === 'chosen' && speaker.state === 'chosen');
    for (const role of roles) expect(back[role].inUse).toEqual(chosen[role as 'microphone']);
    lab.sound.setDefault('source', 'lab_microphone');
    lab.sound.setDefault('sink', 'lab_speaker');
    await caller.stop();
  });

  it('it rings on the ring device and in the headset; a second call only whispers, in the headset', async () => {
    await choose({ ...headset('Headset_One'), ring: named('Lab_Speaker', 'speaker') });
    const caller = await lab.caller({ user: '+32470112233', tone: firstCallerTone });
    await caller.call(queue);
    const { id } = await host.call('ringing', ({ prepared }) => prepared);
    await Promise.all([lab.speaker.loud(), first.hears.loud()]);
    await choose({ ...headset('Headset_One'), ring: named('Lab_Speaker', 'speaker'), ringInHeadset: false });
    await Promise.all([lab.speaker.loud(), first.hears.silent({ forMs: 3_200 })]);
    await host.do('answer', id);
    await caller.event('CALL_ESTABLISHED');
    await Promise.all([lab.speaker.silent(), first.hears.heard(firstCallerTone)]);
    const alone = Date.now();
    await first.hears.heard(firstCallerTone, { forMs: 1_000 });
    const before = first.hears.levelFor(waitingTone, noteMs, alone);
    const another = await lab.caller({ user: '+32470445566' });
    await another.call(queue);
    await host.call('ringing', (call) => call.id !== id);
    const since = Date.now();
    const whisper = () => first.hears.levelFor(waitingTone, noteMs, since);
    await Promise.all([
      until('the headset whispers', () => whisper() > 2 * before || undefined, { withinMs: 6_000 }).catch((error: unknown) => {
        throw new Error(`the headset does not whisper: ${whisper().toFixed()} of the waiting tone, ${before.toFixed()} without one`, { cause: error });
      }),
      lab.speaker.silent({ forMs: 3_200 }),
      first.hears.heard(firstCallerTone, { forMs: 3_000 }),
    ]);
    const speech = first.hears.levelFor(firstCallerTone, 1_000, since);
    console.info(`waiting tone: ${whisper().toFixed()} beside speech of ${speech.toFixed()}, ${before.toFixed()} without it`);
    expect(whisper()).toBeLessThan(speech / 2);
    expect(first.hears.longestGapMs(firstCallerTone, since)).toBeLessThan(gapMs);
    expect(lab.speaker.firstLoudAt(since)).toBeNull();
    await Promise.all([caller.stop(), another.stop()]);
  });

  it('a ring device that is pulled out never leaves it silent', async () => {
    await choose({ ...headset('Headset_One'), ring: named('Headset_Two', 'speaker'), ringInHeadset: false });
    const { caller } = await ringing(lab, host);
    await second.hears.loud();
    second.unplug();
    await lab.speaker.loud({ withinMs: 4_000 });
    await devices(({ ring }) => ring.state === 'fallback' && ring.inUse?.label === 'Lab_Speaker');
    second = await lab.sound.plug('second', 'Headset_Two', secondTone);
    await second.hears.loud({ withinMs: 12_000 });
    await caller.stop();
  });

  it('test sounds and the level of the microphone work without a call, and leave nothing open', async () => {
    await choose({ ...headset('Headset_One'), ring: named('Headset_Two', 'speaker'), ringInHeadset: false });
    await Promise.all([host.do('devices.test', 'speaker'), first.hears.loud()]);
    await Promise.all([host.do('devices.test', 'ring'), second.hears.loud()]);
    expect(lab.sound.openSources()).toEqual([]);
    await host.do('devices.watch', true);
    await until('the microphone has a level', () => host.microphone.some(({ value }) => value > 0.1));
    expect(lab.sound.openSources()).toEqual(['first_microphone']);
    await choose({ ...headset('Headset_Two') });
    await until('the other microphone is watched', () => lab.sound.openSources().join() === 'second_microphone');
    await host.do('devices.watch', false);
    await until('no microphone is open', () => lab.sound.openSources().length === 0);
    expect(await host.do('audio.census')).toMatchObject({ captures: 0 });
  });

  it('two headsets of one model are told apart, and each is itself again after a replug', async () => {
    const one = named('Headset_One', 'speaker');
    const twin = await lab.sound.plug('twin', 'Headset_One', secondTone);
    const isHere = ({ available: all }: AudioDevices) => all.filter(({ label }) => label === 'Headset_One').length === 4;
    const { available: all } = await devices(isHere);
    const other = all.find(({ label, kind, identity }) => label === 'Headset_One' && kind === 'speaker' && one !== 'system' && identity !== one.identity);
    await choose({ speaker: { identity: other?.identity ?? '', label: 'Headset_One' } });
    await Promise.all([host.do('devices.test', 'speaker'), twin.hears.loud()]);
    first.unplug();
    await devices(({ available: left }) => !left.some(({ identity }) => one !== 'system' && identity === one.identity));
    first = await lab.sound.plug('first', 'Headset_One', firstTone);
    await devices((now) => isHere(now) && now.speaker.inUse?.identity === other?.identity, 9_000);
    await Promise.all([host.do('devices.test', 'speaker'), twin.hears.loud()]);
    twin.unplug();
  });
});
