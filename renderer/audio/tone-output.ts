import type { Figure } from './tone-figures.ts';

const bellSeconds = 0.9;
const fadeSeconds = 0.03;

/** Overtones: multiple of the frequency, share of the level. */
const pure: readonly (readonly [number, number])[] = [[1, 1]];
const bell: readonly (readonly [number, number])[] = [
  [1, 0.8],
  [2, 0.2],
];

/** Chromium has had `setSinkId` on a context since 110, TypeScript's library has not. */
interface SinkContext extends AudioContext {
  setSinkId(sinkId: string): Promise<void>;
}

/** How long a figure sounds once, in seconds. */
export function secondsOf({ notes, holdSeconds }: Figure): number {
  return (notes.at(-1)?.[0] ?? 0) + (holdSeconds > 0 ? holdSeconds + fadeSeconds : bellSeconds);
}

/** Plays figures on one device, synthesised: there is no file to fail to load. The device is open until {@link close}. */
export class ToneOutput {
  readonly #context = new AudioContext() as SinkContext;
  readonly #moved: Promise<void>;
  #output: GainNode | null = null;

  /** @param deviceId Chromium's; null, or a device that has just gone: the system's. Better there than not heard. */
  constructor(deviceId: string | null) {
    this.#moved = deviceId === null ? Promise.resolve() : this.#context.setSinkId(deviceId).catch(() => undefined);
  }

  /** @param volume 0..1. */
  play(figure: Figure, volume: number): void {
    const output = this.#context.createGain();
    output.gain.value = figure.level * volume;
    output.connect(this.#context.destination);
    this.#output?.disconnect();
    this.#output = output;
    void this.#moved.then(() => {
      for (const [at, frequency] of figure.notes) strike(this.#context, output, this.#context.currentTime + 0.02 + at, frequency, figure.holdSeconds);
    });
  }

  /** What sounds is cut; the device stays open. */
  silence(): void {
    this.#output?.disconnect();
    this.#output = null;
  }

  close(): void {
    this.silence();
    void this.#moved.then(() => this.#context.close());
  }
}

function strike(context: AudioContext, output: AudioNode, at: number, frequency: number, holdSeconds: number): void {
  const end = at + (holdSeconds > 0 ? holdSeconds + fadeSeconds : bellSeconds);
  const envelope = context.createGain();
  envelope.gain.setValueAtTime(0, at);
  envelope.gain.linearRampToValueAtTime(1, at + 0.012);
  if (holdSeconds > 0) envelope.gain.setValueAtTime(1, at + holdSeconds);
  envelope.gain.exponentialRampToValueAtTime(0.001, end);
  envelope.connect(output);
  for (const [multiple, share] of holdSeconds > 0 ? pure : bell) {
    const partial = context.createOscillator();
    const gain = context.createGain();
    partial.frequency.value = frequency * multiple;
    gain.gain.value = share;
    partial.connect(gain).connect(envelope);
    partial.start(at);
    partial.stop(end);
  }
}
