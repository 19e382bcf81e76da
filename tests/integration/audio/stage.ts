import { z } from 'zod';
import { audioContract, type AudioContract } from '#shared/ipc/audio-list.ts';
import type { EventName, EventPayload } from '#shared/ipc/contract.ts';
import { createHandlers } from '../../../renderer/audio/handlers.ts';
import { FarEnd } from './far-end.ts';

/*
 * The audio window's own code with other parties in the same page: what each of them hears is measured without a server
 * in between.
 */

z.config({ jitless: true });

interface Told {
  readonly name: string;
  readonly payload: unknown;
  readonly at: number;
}

const told: Told[] = [];
const meters = new Map<number, EventPayload<AudioContract, 'slot.meter'>[]>();
const farEnds = new Map<number, FarEnd>();
let recording: Uint8Array[] = [];

function emit<N extends EventName<AudioContract>>(name: N, payload: EventPayload<AudioContract, N>): void {
  audioContract.events[name].parse(payload);
  if (name === 'recording.chunk') recording.push((payload as EventPayload<AudioContract, 'recording.chunk'>).data);
  else if (name === 'slot.meter') keepMeter(payload as EventPayload<AudioContract, 'slot.meter'>);
  else told.push({ name, payload, at: performance.now() });
}

function keepMeter(meter: EventPayload<AudioContract, 'slot.meter'>): void {
  meters.set(meter.slot, [...(meters.get(meter.slot) ?? []), meter]);
}

const { handlers } = createHandlers(emit);
const ice = { servers: [], relayOnly: false, gatheringCapMs: 200 };

const rate = 48_000;

function spectrogram(samples: Float32Array, frequencies: readonly number[]): number[][] {
  const length = rate / 10;
  return Array.from({ length: Math.floor(samples.length / length) }, (_, index) => frequencies.map((hz) => levelAt(samples.subarray(index * length, (index + 1) * length), hz)));
}

/** Goertzel's algorithm: the level of a sine in dB of full scale. */
function levelAt(block: Float32Array, hz: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / rate);
  let previous = 0;
  let before = 0;
  for (const sample of block) [previous, before] = [sample + coefficient * previous - before, previous];
  const power = previous * previous + before * before - coefficient * previous * before;
  return 10 * Math.log10(Math.max(1e-20, (4 * power) / (block.length * block.length)));
}

const stage = {
  /** The slot calls; the far end answers. */
  async connect(slot: number, hz: number, codecs: ('opus' | 'G722' | 'PCMA' | 'PCMU')[]): Promise<string> {
    const far = new FarEnd(hz);
    farEnds.set(slot, far);
    await handlers['slot.open']({ slot, ice, codecs });
    const { sdp } = await handlers['slot.offer']({ slot, iceRestart: false, held: false });
    await handlers['slot.accept']({ slot, sdp: await far.answer(sdp) });
    await handlers['slot.commit']({ slot, candidates: [] });
    return sdp;
  },
  /** The far end calls, and offers a picture and a second sound beside the conversation. @returns our answer. */
  async calledWithMore(slot: number, hz: number): Promise<string> {
    const far = new FarEnd(hz);
    farEnds.set(slot, far);
    await handlers['slot.open']({ slot, ice, codecs: ['opus'] });
    const { sdp } = await handlers['slot.answer']({ slot, sdp: await far.offerMore() });
    await handlers['slot.commit']({ slot, candidates: [] });
    await far.connection.setRemoteDescription({ type: 'answer', sdp });
    return sdp;
  },
  hears: (slot: number, frequencies: number[]) => farEnds.get(slot)?.spectrum(frequencies),
  say: (slot: number, samples: number[]) => farEnds.get(slot)?.speak(Float32Array.from(samples)),
  mix: (slots: number[]) => handlers['mix.set']({ slots }),
  gate: (slot: number, microphone: boolean) => handlers['slot.gate']({ slot, microphone, speaker: true }),
  async close(slot: number): Promise<void> {
    await handlers['slot.close']({ slot });
    farEnds.get(slot)?.close();
    farEnds.delete(slot);
  },
  /** What was metered since it was last asked for. */
  meters(slot: number): EventPayload<AudioContract, 'slot.meter'>[] {
    const since = meters.get(slot) ?? [];
    meters.delete(slot);
    return since;
  },
  census: () => handlers.census(),
  told: (name: string, since = 0) => told.filter((one) => one.name === name && one.at >= since),
  now: () => performance.now(),
  startRecording(slot: number): unknown {
    recording = [];
    return handlers['recording.start']({ slot, paused: false });
  },
  /** How many pieces of a second have been recorded so far. */
  pieces: () => recording.length,
  pauseRecording: (slot: number, paused: boolean) => handlers['recording.pause']({ slot, paused }),
  stopRecording: (slot: number) => handlers['recording.stop']({ slot }),
  /** What was recorded, decoded: of each channel, in blocks of 100 ms, the level at each frequency in dB of full scale. */
  async recorded(frequencies: number[]): Promise<number[][][]> {
    const webm = await new Blob(recording.map((chunk) => new Uint8Array(chunk))).arrayBuffer();
    const sound = await new OfflineAudioContext(2, 1, rate).decodeAudioData(webm);
    return Array.from({ length: sound.numberOfChannels }, (_, channel) => spectrogram(sound.getChannelData(channel), frequencies));
  },
  voices: () => told.filter(({ name }) => name === 'slot.voice').map(({ payload }) => payload as EventPayload<AudioContract, 'slot.voice'>),
};

export type Stage = typeof stage;
Object.assign(window, { stage });
