import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labAvailable } from '../../lab/available.ts';
import { microphoneTone } from '../../lab/lab.ts';
import { until } from '../../lab/wait.ts';
import { StageHost } from './stage-host.ts';

const { available, reason } = labAvailable();

/** Hertz that the other parties speak. */
const tones = [440, 700, 1600] as const;
const all = [microphoneTone, ...tones];
/** A tone that is heard is far over this, what leaks through a codec far under it. dB of full scale. */
const heardDb = -45;

describe.skipIf(!available)(`the sound of several calls in the audio window ${reason}`, () => {
  let stage: StageHost;
  let next = 0;

  beforeAll(async () => {
    stage = await StageHost.start();
  });

  afterAll(() => stage.stop());

  async function parties(count: number): Promise<number[]> {
    const slots = Array.from({ length: count }, () => ++next);
    for (const [index, slot] of slots.entries()) await stage.do('connect', slot, tones[index] ?? 0, ['opus']);
    return slots;
  }

  /** Waits until a party hears exactly these tones, in the rhythm of the microphone. */
  async function hearsExactly(slot: number, expected: readonly number[]): Promise<void> {
    let last: number[] = [];
    await until(`slot ${slot} hears ${expected.join(', ')}`, async () => {
      last = (await stage.do('hears', slot, all)) ?? [];
      return all.every((hz, index) => (last[index] ?? -Infinity) > heardDb === expected.includes(hz));
    }, { withinMs: 8_000, everyMs: 50 }).catch((error: unknown) => {
      throw new Error(`slot ${slot}: ${all.map((hz, index) => `${hz} Hz ${Math.round(last[index] ?? 0)} dB`).join(', ')}`, { cause: error });
    });
  }

  it('mixes a conference: each hears the operator and the other, not itself', async () => {
    const [a = 0, b = 0] = await parties(2);
    await Promise.all([hearsExactly(a, [microphoneTone]), hearsExactly(b, [microphoneTone])]);
    await stage.do('mix', [a, b]);
    await Promise.all([hearsExactly(a, [microphoneTone, tones[1]]), hearsExactly(b, [microphoneTone, tones[0]])]);
    await stage.do('gate', a, false);
    await stage.do('gate', b, false);
    await Promise.all([hearsExactly(a, [tones[1]]), hearsExactly(b, [tones[0]])]);
    await stage.do('gate', a, true);
    await stage.do('gate', b, true);
    await stage.do('mix', []);
    await Promise.all([hearsExactly(a, [microphoneTone]), hearsExactly(b, [microphoneTone])]);
    for (const slot of [a, b]) await stage.do('close', slot);
    expect(await stage.do('census')).toEqual({ slots: 0, captures: 0, players: 0, graphs: 0 });
  });
});
