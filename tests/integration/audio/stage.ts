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
const farEnds = new Map<number, FarEnd>();
let recording: Uint8Array[] = [];

function emit<N extends EventName<AudioContract>>(name: N, payload: EventPayload<AudioContract, N>): void {
  audioContract.events[name].parse(payload);
  if (name === 'recording.chunk') recording.push((payload as EventPayload<AudioContract, 'recording.chunk'>).data);
  else if (name !== 'slot.meter') told.push({ name, payload, at: performance.now() });
}

const { handlers } = createHandlers(emit);
const ice = { servers: [], relayOnly: false, gatheringCapMs: 200 };

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
  hears: (slot: number, frequencies: number[]) => farEnds.get(slot)?.spectrum(frequencies),
  say: (slot: number, samples: number[]) => farEnds.get(slot)?.speak(Float32Array.from(samples)),
  mix: (slots: number[]) => handlers['mix.set']({ slots }),
  gate: (slot: number, microphone: boolean) => handlers['slot.gate']({ slot, microphone, speaker: true }),
  async close(slot: number): Promise<void> {
    await handlers['slot.close']({ slot });
    farEnds.get(slot)?.close();
    farEnds.delete(slot);
  },
  census: () => handlers.census(),
  told: (name: string, since = 0) => told.filter((one) => one.name === name && one.at >= since),
  now: () => performance.now(),
  startRecording(slot: number): unknown {
    recording = [];
    return handlers['recording.start']({ slot, paused: false });
  },
  pauseRecording: (slot: number, paused: boolean) => handlers['recording.pause']({ slot, paused }),
  stopRecording: (slot: number) => handlers['recording.stop']({ slot }),
  /** What was recorded, in base64. */
  recording: () => recording.map((chunk) => btoa(Array.from(chunk, (byte) => String.fromCharCode(byte)).join(''))),
};

export type Stage = typeof stage;
Object.assign(window, { stage });
