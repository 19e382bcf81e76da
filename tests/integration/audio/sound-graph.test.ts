import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labAvailable } from '../../lab/available.ts';
import { decodeG711 } from '../../lab/audio/g711.ts';
import { microphoneTone } from '../../lab/lab.ts';
import { until } from '../../lab/wait.ts';
import { StageHost } from './stage-host.ts';

const { available, reason } = labAvailable();

/** Hertz that the other parties speak. */
const tones = [440, 700, 1600] as const;
const all = [microphoneTone, ...tones];
const nothingOpen = { slots: 0, captures: 0, players: 0, graphs: 0 };

/** A tone that is heard is far over this, what leaks through a codec far under it. dB of full scale. */
const heardDb = -45;

function codecNames(sdp: string): string[] {
  const order = /^m=audio \d+ \S+ (.*)$/m.exec(sdp)?.[1]?.trim().split(' ') ?? [];
  const names = order.map((type) => new RegExp(`^a=rtpmap:${type} ([^/]+)`, 'm').exec(sdp)?.[1] ?? type);
  return [...new Set(names)];
}

function isSecondOf(payload: unknown, slot: number, codec: string): boolean {
  const second = payload as { readonly slot: number; readonly codec: string; readonly received: number };
  return second.slot === slot && second.codec === codec && second.received > 0;
}

/** The longest run of blocks for which `is` holds: where it begins, and the first block after it. */
function longestRun<T>(blocks: readonly T[], is: (block: T) => boolean): readonly [number, number] {
  let longest: readonly [number, number] = [0, 0];
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    if (!is(block)) start = index + 1;
    else if (index + 1 - start > longest[1] - longest[0]) longest = [start, index + 1];
  }
  return longest;
}

/** Samples of one of the practice callers, -1 to 1, at 8 kHz. */
function clip(name: string): number[] {
  const wav = readFileSync(new URL(`../../../resources/voices/${name}`, import.meta.url));
  return Array.from(decodeG711(0, wav.subarray(wav.indexOf('data') + 8)) ?? [], (sample) => sample / 32_768);
}

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

  /** The tone of the microphone is a third as loud as those of the parties: what is sent to a party in a conference is louder. */
  async function metersTheOperatorAlone(slot: number): Promise<void> {
    await stage.do('meters', slot);
    const seen: { readonly microphone: number; readonly speaker: number; readonly packetsReceived: number }[] = [];
    await until('the operator alone is metered', async () => {
      seen.push(...(await stage.do('meters', slot)));
      const last = seen.slice(-4);
      return last.length === 4 && last.every(({ microphone, speaker }) => microphone > 0.01 && microphone < 0.15 && speaker > 0.15) && (last[3]?.packetsReceived ?? 0) > (last[0]?.packetsReceived ?? 0);
    }, { withinMs: 8_000, everyMs: 100 }).catch((error: unknown) => {
      throw new Error(seen.map(({ microphone, speaker }) => `${microphone.toFixed(3)}/${speaker.toFixed(3)}`).join(' '), { cause: error });
    });
  }

  it('mixes a conference: each hears the operator and the other, not itself', async () => {
    const [a = 0, b = 0] = await parties(2);
    await Promise.all([hearsExactly(a, [microphoneTone]), hearsExactly(b, [microphoneTone])]);
    await stage.do('mix', [a, b]);
    await Promise.all([hearsExactly(a, [microphoneTone, tones[1]]), hearsExactly(b, [microphoneTone, tones[0]])]);
    await metersTheOperatorAlone(a);
    await stage.do('gate', a, false);
    await stage.do('gate', b, false);
    await Promise.all([hearsExactly(a, [tones[1]]), hearsExactly(b, [tones[0]])]);
    await until('nothing is metered of a muted microphone', async () => (await stage.do('meters', a)).at(-1)?.microphone === 0);
    await stage.do('gate', a, true);
    await stage.do('gate', b, true);
    await stage.do('mix', []);
    await Promise.all([hearsExactly(a, [microphoneTone]), hearsExactly(b, [microphoneTone])]);
    for (const slot of [a, b]) await stage.do('close', slot);
    expect(await stage.do('census')).toEqual(nothingOpen);
  });

  it('leaves nothing after fifty times joined and left, and goes on being heard', async () => {
    const [a = 0, b = 0] = await parties(2);
    for (let count = 0; count < 50; count++) {
      await stage.do('mix', [a, b]);
      await stage.do('mix', []);
    }
    expect(await stage.do('census')).toMatchObject({ slots: 2, graphs: expect.toSatisfy((graphs: number) => graphs <= 1) as number });
    await stage.do('mix', [a, b]);
    await Promise.all([hearsExactly(a, [microphoneTone, tones[1]]), hearsExactly(b, [microphoneTone, tones[0]])]);
    // One hangs up: the other has the plain microphone again.
    await stage.do('close', a);
    await hearsExactly(b, [microphoneTone]);
    await stage.do('close', b);
    expect(await stage.do('census')).toEqual(nothingOpen);
  });

  it('offers the codecs in the order of the centre, with telephone events, and speaks the first that the other has', async () => {
    for (const codecs of [['opus', 'PCMA'], ['G722', 'PCMU'], ['PCMU', 'opus']] as const) {
      const slot = ++next;
      const offer = await stage.do('connect', slot, tones[0], [...codecs]);
      const others = ['opus', 'G722', 'PCMA', 'PCMU'].filter((name) => !(codecs as readonly string[]).includes(name));
      expect(codecNames(offer)).toEqual([...codecs, ...others, 'telephone-event']);
      await hearsExactly(slot, [microphoneTone]);
      await until(`slot ${slot} speaks ${codecs[0]}`, async () => (await stage.do('told', 'slot.quality')).some(({ payload }) => isSecondOf(payload, slot, codecs[0])));
      await stage.do('close', slot);
    }
  });

  it('of a caller who offers a picture and a second sound takes the conversation alone, and it is heard', async () => {
    const slot = ++next;
    const answer = await stage.do('calledWithMore', slot, tones[0]);
    await hearsExactly(slot, [microphoneTone]);
    await until('the caller is metered', async () => ((await stage.do('meters', slot)).at(-1)?.speaker ?? 0) > 0.01, { withinMs: 8_000 });
    const sections = answer.split(/^(?=m=)/m).slice(1);
    expect(sections.map((section) => `${section.slice(2, 7)} ${/^a=(\w+)\r$/m.exec(section.replace(/^a=(?!sendrecv|sendonly|recvonly|inactive).*\r\n/gm, ''))?.[1] ?? ''}`)).toEqual(['audio sendrecv', 'video inactive', 'audio inactive']);
    await stage.do('close', slot);
    expect(await stage.do('census')).toEqual(nothingOpen);
  });

  it('tells who speaks, and that both do', async () => {
    const slot = ++next;
    await stage.do('connect', slot, 0, ['opus']);
    const heard = (operator: boolean, customer: boolean) => until(`operator ${operator}, customer ${customer}`, async () => (await stage.do('voices')).some((voice) => voice.slot === slot && voice.operator === operator && voice.customer === customer), { withinMs: 10_000 });
    // The tone of the microphone comes and goes, as speech does.
    await heard(true, false);
    const speaking = stage.do('say', slot, clip('trouwe-klant/line-1.wav'));
    await heard(true, true);
    await stage.do('gate', slot, false);
    await heard(false, true);
    await speaking;
    await heard(false, false);
    await stage.do('close', slot);
  });

  it('records both sides, each on its channel, and silence while paused', async () => {
    const slot = ++next;
    await stage.do('connect', slot, tones[0], ['opus']);
    await hearsExactly(slot, [microphoneTone]);
    const pieces = (count: number) => until(`${count} pieces of a second are recorded`, async () => (await stage.do('pieces')) >= count, { withinMs: 10_000 });
    await stage.do('startRecording', slot);
    await pieces(1);
    await stage.do('pauseRecording', slot, true);
    const paused = await stage.do('now');
    await pieces(3);
    await stage.do('pauseRecording', slot, false);
    const resumed = await stage.do('now');
    await pieces(5);
    // The call ends: what was heard until then is in the recording.
    await stage.do('close', slot);
    await until('the recording has ended', async () => (await stage.do('told', 'recording.ended')).length > 0);
    const [left = [], right = []] = await stage.do('recorded', [microphoneTone, tones[0]]);
    // Where the pause lies is found in the recording: its own beginning is a moment after it was asked for.
    const [from, to] = longestRun(right, (block) => (block[1] ?? 0) <= heardDb);
    const share = (channel: number[][], which: 0 | 1) => channel.filter((block) => (block[which] ?? -Infinity) > heardDb).length / channel.length;
    for (const spoken of [[0, from], [to, left.length]] as const) {
      // Of a second to either side, the block at each edge may be half a one.
      const [operator, customer] = [left.slice(spoken[0] + 1, spoken[1] - 1), right.slice(spoken[0] + 1, spoken[1] - 1)];
      expect(operator.length).toBeGreaterThan(3);
      expect(share(operator, 0)).toBeGreaterThan(0.7);
      expect(share(customer, 1)).toBeGreaterThan(0.9);
      expect(share(operator, 1)).toBe(0);
      expect(share(customer, 0)).toBe(0);
    }
    for (const channel of [left, right]) for (const which of [0, 1] as const) expect(share(channel.slice(from + 1, to - 1), which)).toBe(0);
    // The times of the call: nothing was cut out.
    expect(Math.abs((to - from) * 100 - (resumed - paused))).toBeLessThan(400);
    expect(await stage.do('census')).toEqual(nothingOpen);
  });
});
