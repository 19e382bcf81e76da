import { borrowMicrophone, returnMicrophone, type Borrower } from './capture.ts';
import { closeGraph, openGraph } from './graph-context.ts';

const everyMs = 100;

/** Listens to the microphone for its level alone; nothing leaves this window. */
export class MicrophoneLevel {
  readonly #onLevel: (level: number) => void;
  #context: AudioContext | null = null;
  #analyser: AnalyserNode | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #track: MediaStreamTrack | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;

  /** @param onLevel RMS 0..1, ten times a second. */
  constructor(onLevel: (level: number) => void) {
    this.#onLevel = onLevel;
  }

  /** @throws {DOMException} of getUserMedia. */
  async start(): Promise<void> {
    if (this.#context !== null) return;
    const context = openGraph({ latencyHint: 'balanced' });
    this.#context = context;
    this.#analyser = new AnalyserNode(context, { fftSize: 4096 });
    const borrower: Borrower = { replaced: (track) => this.#listen(track), lost: () => this.#onLevel(0) };
    try {
      const track = await borrowMicrophone(borrower);
      if (this.#context !== context) {
        returnMicrophone(track);
        return;
      }
      this.#listen(track);
      this.#timer = setInterval(() => this.#read(), everyMs);
    } catch (error) {
      if (this.#context === context) this.stop();
      throw error;
    }
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    if (this.#track !== null) returnMicrophone(this.#track);
    this.#track = null;
    this.#source?.disconnect();
    this.#source = null;
    this.#analyser = null;
    if (this.#context !== null) closeGraph(this.#context);
    this.#context = null;
  }

  #listen(track: MediaStreamTrack): void {
    if (this.#context === null || this.#analyser === null) return;
    this.#track = track;
    this.#source?.disconnect();
    this.#source = new MediaStreamAudioSourceNode(this.#context, { mediaStream: new MediaStream([track]) });
    this.#source.connect(this.#analyser);
  }

  #read(): void {
    if (this.#analyser === null) return;
    const samples = new Float32Array(this.#analyser.fftSize);
    this.#analyser.getFloatTimeDomainData(samples);
    let sum = 0;
    for (const sample of samples) sum += sample * sample;
    this.#onLevel(Math.min(1, Math.sqrt(sum / samples.length)));
  }
}
