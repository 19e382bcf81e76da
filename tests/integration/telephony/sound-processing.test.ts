import { describe, expect, it } from 'vitest';
import { defaultSettings, type SoundSettings } from '#shared/domain/settings.ts';
import { labAvailable } from '../../lab/available.ts';
import { addKey, noise } from '../../lab/audio/noise.ts';
import { speech, speechRate } from '../../lab/audio/speech.ts';
import type { Peer } from '../../lab/baresip.ts';
import type { Lab } from '../../lab/lab.ts';
import { until } from '../../lab/wait.ts';
import { ringing } from './conversation.ts';
import { type Host, provisioningFor } from './host.ts';
import { withHost } from './with-host.ts';

const { available, reason } = labAvailable();

/** Nothing is done to the sound. */
const plain: SoundSettings = { ...defaultSettings.sound, echoCancellation: false, noiseSuppression: false, autoGainControl: false, keyNoiseSuppression: false };

/** Blocks of 20 ms. */
const perSecond = 50;
const fullScale = 32_768;
/** Heard over and over: any so many seconds have all of it. */
const voiceSeconds = 3;
const voice = speech('english-caller/line-3').slice(0, voiceSeconds * speechRate);
const pause = new Int16Array(speechRate);

function joined(parts: readonly Int16Array[]): Int16Array {
  return Int16Array.from(parts.flatMap((part) => [...part]));
}

function louder(samples: Int16Array, db: number): Int16Array {
  return samples.map((sample) => sample * 10 ** (db / 20));
}

/** @returns these samples in a room with a fan: white noise of so many dB of full scale. */
function inNoise(samples: Int16Array, db: number): Int16Array {
  const random = noise();
  const peak = fullScale * 10 ** (db / 20) * Math.sqrt(3);
  return samples.map((sample) => sample + peak * random());
}

/** @returns six keys a second in a quiet room. */
function typing(seconds: number): Int16Array {
  const [random, room] = [noise(3), noise(11)];
  const sound = Float32Array.from({ length: seconds * speechRate }, () => 0.0005 * room());
  for (let at = 0.05; at < seconds - 0.1; at += 0.17) addKey(sound, Math.round(at * speechRate), 0.3, speechRate, random);
  return Int16Array.from(sound, (sample) => sample * fullScale);
}

/** The level that so large a share of the blocks does not exceed. */
function level(levels: readonly number[], share: number): number {
  return levels.toSorted((a, b) => a - b)[Math.floor(share * (levels.length - 1))] ?? -Infinity;
}

/** Of a second and more of speech and pauses: what is there when nobody speaks, and the vowels. */
const floorOf = (levels: readonly number[]) => level(levels, 0.1);
const vowelsOf = (levels: readonly number[]) => level(levels, 0.9);

describe.skipIf(!available)(`what is done to the sound of the microphone, as the customer hears it ${reason}`, () => {
  let lab: Lab;
  let host: Host;

  withHost(
    {
      prepare: () => Promise.resolve([]),
      ready: async (station) => {
        await station.host.do('devices.start', JSON.stringify(plain), true);
        await station.host.register(provisioningFor(station.lab));
        await until('the microphone is the lab’s', () => station.host.devices.at(-1)?.value.microphone.inUse?.label === 'Lab_Microphone');
      },
    },
    (station) => ({ lab, host } = station),
  );

  async function talking(): Promise<Peer> {
    const { caller, id } = await ringing(lab, host);
    await host.do('answer', id);
    await caller.event('CALL_ESTABLISHED');
    return caller;
  }

  /** Levels (dB of full scale) of what the caller heard with these settings and nothing else switched on, behind the seconds in which what is switched on adapts: seconds of sound, however long they take. */
  async function heard(caller: Peer, change: Partial<SoundSettings>, { adapts = 1, seconds = voiceSeconds } = {}): Promise<readonly number[]> {
    await host.do('devices.choose', JSON.stringify({ ...plain, ...change }));
    const since = Date.now();
    const blocks = (adapts + seconds) * perSecond;
    await until(`${blocks} blocks were heard`, () => caller.hears.count(since) >= blocks, { withinMs: 40_000 });
    return caller.hears.levelsDb(since).slice(adapts * perSecond, blocks);
  }

  it('noise suppression lowers a steady noise and leaves the speech over it', async () => {
    const caller = await talking();
    const room = lab.sound.feed(inNoise(joined([louder(voice, -6), pause]), -45));
    const off = await heard(caller, {}, { seconds: 4 });
    const on = await heard(caller, { noiseSuppression: true }, { adapts: 2, seconds: 4 });
    await room.stop();
    await caller.stop();
    console.info(`noise suppression: noise ${floorOf(off).toFixed(1)} to ${floorOf(on).toFixed(1)} dB, speech ${vowelsOf(off).toFixed(1)} to ${vowelsOf(on).toFixed(1)} dB`);
    expect(floorOf(off) - floorOf(on)).toBeGreaterThan(8);
    expect(Math.abs(vowelsOf(off) - vowelsOf(on))).toBeLessThan(5);
  });

  it('echo cancellation takes the caller’s own voice out of a desk without a headset, and leaves the operator’s', async () => {
    const caller = await talking();
    const desk = lab.sound.echo(-12, 60);
    await caller.say(joined([voice, voice, voice, voice, voice]));
    const off = await heard(caller, {});
    const on = await heard(caller, { echoCancellation: true }, { adapts: 3 });
    desk.stop();
    const operator = lab.sound.feed(louder(voice, -6));
    const own = await heard(caller, { echoCancellation: true });
    await operator.stop();
    await caller.stop();
    console.info(`echo cancellation: echo ${vowelsOf(off).toFixed(1)} to ${vowelsOf(on).toFixed(1)} dB; the operator ${vowelsOf(own).toFixed(1)} dB`);
    expect(vowelsOf(off) - vowelsOf(on)).toBeGreaterThan(15);
    expect(vowelsOf(own)).toBeGreaterThan(-45);
  });

  it('gain control raises a voice that is much too quiet', async () => {
    const caller = await talking();
    const quiet = lab.sound.feed(louder(voice, -30));
    const off = await heard(caller, {});
    const on = await heard(caller, { autoGainControl: true }, { adapts: 4 });
    await quiet.stop();
    await caller.stop();
    console.info(`gain control: ${vowelsOf(off).toFixed(1)} to ${vowelsOf(on).toFixed(1)} dB`);
    expect(vowelsOf(on) - vowelsOf(off)).toBeGreaterThan(8);
  });

  it('key-noise suppression lowers typing and leaves speech', async () => {
    const caller = await talking();
    const keys = lab.sound.feed(typing(2));
    const off = await heard(caller, {}, { seconds: 2 });
    const on = await heard(caller, { keyNoiseSuppression: true }, { seconds: 2 });
    await keys.stop();
    const operator = lab.sound.feed(louder(voice, -6));
    const filtered = await heard(caller, { keyNoiseSuppression: true });
    const own = await heard(caller, {});
    await operator.stop();
    await caller.stop();
    console.info(`key-noise suppression: typing ${vowelsOf(off).toFixed(1)} to ${vowelsOf(on).toFixed(1)} dB, speech ${vowelsOf(own).toFixed(1)} to ${vowelsOf(filtered).toFixed(1)} dB`);
    expect(vowelsOf(off) - vowelsOf(on)).toBeGreaterThan(10);
    expect(Math.abs(vowelsOf(own) - vowelsOf(filtered))).toBeLessThan(3);
  });
});
