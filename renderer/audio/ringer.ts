import type { RingTone } from '#shared/ipc/audio-list.ts';

/** A figure of notes: start in seconds, frequency in Hz. Soft sine bells, no alarm: an operator hears it a hundred times a day. */
interface Figure {
  readonly notes: readonly (readonly [at: number, frequency: number])[];
  readonly everySeconds: number;
  readonly level: number;
  /** How long a note holds before it fades; a bell does not hold. */
  readonly holdSeconds: number;
}

const figures: Readonly<Record<Exclude<RingTone, 'none'>, Figure>> = {
  ring: {
    notes: [
      [0, 659.26],
      [0.18, 830.61],
      [0.36, 987.77],
      [0.72, 830.61],
      [0.9, 987.77],
    ],
    everySeconds: 3,
    level: 0.22,
    holdSeconds: 0,
  },
  // The Belgian waiting tone is far too loud in a headset: one short note, much quieter than speech.
  waiting: {
    notes: [
      [0, 440],
      [0.25, 440],
    ],
    everySeconds: 5,
    level: 0.03,
    holdSeconds: 0,
  },
  // The Belgian ringback tone: 425 Hz, one second on, three off (ITU-T E.180).
  ringback: { notes: [[0, 425]], everySeconds: 4, level: 0.08, holdSeconds: 1 },
};

/** How long after the last tone the audio device is given back. */
const restMs = 500;
const bellSeconds = 0.9;
const fadeSeconds = 0.03;

/** Overtones: multiple of the frequency, share of the level. */
const pure: readonly (readonly [number, number])[] = [[1, 1]];
const bell: readonly (readonly [number, number])[] = [
  [1, 0.8],
  [2, 0.2],
];

/** Plays the ring tone on the system's default speaker, synthesised: there is no file to fail to load. */
export class Ringer {
  #context: AudioContext | null = null;
  #tone: RingTone = 'none';
  #timer: ReturnType<typeof setInterval> | null = null;
  #output: GainNode | null = null;
  #resting: ReturnType<typeof setTimeout> | null = null;

  set(tone: RingTone): void {
    if (tone === this.#tone) return;
    this.#stop();
    this.#tone = tone;
    if (tone === 'none') {
      // A context that stays open keeps the audio device, and a few per cent of a core, busy. Giving the device back
      // takes milliseconds that a call which is being answered needs for itself.
      this.#resting = setTimeout(() => void this.#context?.suspend(), restMs);
      return;
    }
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = null;
    const figure = figures[tone];
    const context = (this.#context ??= new AudioContext());
    void context.resume();
    const output = context.createGain();
    output.gain.value = figure.level;
    output.connect(context.destination);
    this.#output = output;
    const play = () => {
      for (const [at, frequency] of figure.notes) strike(context, output, context.currentTime + 0.02 + at, frequency, figure.holdSeconds);
    };
    play();
    this.#timer = setInterval(play, figure.everySeconds * 1000);
  }

  #stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#output?.disconnect();
    this.#output = null;
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
