import { closeGraph, openGraph } from './graph-context.ts';
import { SideInput } from './side-input.ts';
import type { SlotSources } from './slot-sources.ts';

interface RecorderListener {
  /** A piece of WebM; the pieces of one recorder belong behind each other. */
  chunk(data: Uint8Array<ArrayBuffer>): void;
  failed(message: string): void;
}

const mimeType = 'audio/webm;codecs=opus';
/** Two channels of speech. */
const bitsPerSecond = 64_000;
/** What a crash can lose at most. */
const sliceMs = 1_000;

/**
 * Records a slot: the operator on the left channel, the other party on the right. While paused both are silenced in the
 * graph, within one block of 3 ms, and the recording goes on: what was said meanwhile is nowhere, and the times stay true.
 */
export class Recorder {
  readonly #context = openGraph({ latencyHint: 'playback', sampleRate: 48_000 });
  readonly #inputs: readonly SideInput[];
  readonly #gate: GainNode;
  readonly #recorder: MediaRecorder;
  readonly #finished: Promise<void>;
  #told: Promise<void> = Promise.resolve();

  constructor(sources: SlotSources, listener: RecorderListener) {
    const context = this.#context;
    const merger = new ChannelMergerNode(context, { numberOfInputs: 2 });
    this.#gate = new GainNode(context, { channelCount: 2, channelCountMode: 'explicit' });
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 2, channelCountMode: 'explicit' });
    this.#inputs = [new SideInput(context, sources, 'operator'), new SideInput(context, sources, 'party')];
    this.#inputs.forEach(({ output }, channel) => output.connect(merger, 0, channel));
    merger.connect(this.#gate).connect(destination);
    this.#recorder = new MediaRecorder(destination.stream, { mimeType, audioBitsPerSecond: bitsPerSecond });
    this.#recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) this.#told = this.#told.then(async () => listener.chunk(new Uint8Array(await data.arrayBuffer())));
    });
    this.#recorder.addEventListener('error', ({ error }) => listener.failed(String(error)));
    this.#finished = new Promise((resolve) => this.#recorder.addEventListener('stop', () => resolve()));
    this.#recorder.start(sliceMs);
  }

  setPaused(paused: boolean): void {
    this.#gate.gain.setValueAtTime(paused ? 0 : 1, this.#context.currentTime);
  }

  /** Resolves when the last chunk was told. */
  async stop(): Promise<void> {
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
    await this.#finished;
    await this.#told;
    for (const input of this.#inputs) input.close();
    closeGraph(this.#context);
  }
}
