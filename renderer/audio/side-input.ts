import type { Side, SlotSources } from './slot-sources.ts';

/** One side of a slot in an audio graph: whichever track it has now comes out of {@link output}, as one channel. */
export class SideInput {
  readonly output: GainNode;
  readonly #context: AudioContext;
  readonly #sources: SlotSources;
  readonly #side: Side;
  readonly #stop: () => void;
  #track: MediaStreamTrack | null = null;
  #source: MediaStreamAudioSourceNode | null = null;

  constructor(context: AudioContext, sources: SlotSources, side: Side) {
    this.#context = context;
    this.#sources = sources;
    this.#side = side;
    this.output = new GainNode(context, { channelCount: 1, channelCountMode: 'explicit' });
    this.#stop = sources.watch(() => this.#follow());
    this.#follow();
  }

  close(): void {
    this.#stop();
    this.#source?.disconnect();
    this.#source = null;
    this.output.disconnect();
  }

  #follow(): void {
    const track = this.#sources.get(this.#side);
    if (track === this.#track) return;
    this.#track = track;
    this.#source?.disconnect();
    this.#source = track === null ? null : new MediaStreamAudioSourceNode(this.#context, { mediaStream: new MediaStream([track]) });
    this.#source?.connect(this.output);
  }
}
