import type { RingTone } from '#shared/ipc/audio-list.ts';
import { figures, type Figure } from './tone-figures.ts';
import { secondsOf, ToneOutput } from './tone-output.ts';

/** Where tones are heard. */
export interface RingPlan {
  /** The speaker of the calls: Chromium's id, null for the system's. */
  readonly speaker: string | null;
  /** Where it rings. */
  readonly ring: string | null;
  /** It rings in the speaker of the calls too. */
  readonly inHeadset: boolean;
  /** 0..1, of the ring tone alone. */
  readonly volume: number;
}

/** How long after the last tone the audio devices are given back. */
const restMs = 500;

/**
 * Plays the ring tone where it was chosen to ring, and what concerns a call (a second caller, ringback, the cue of an
 * automatic answer) in the speaker of the calls alone.
 */
export class Ringer {
  #plan: RingPlan = { speaker: null, ring: null, inHeadset: true, volume: 0.8 };
  #tone: RingTone = 'none';
  #outputs: readonly ToneOutput[] = [];
  #repeat: ReturnType<typeof setInterval> | null = null;
  #resting: ReturnType<typeof setTimeout> | null = null;

  set(tone: RingTone): void {
    if (tone === this.#tone) return;
    this.#stop();
    this.#tone = tone;
    // An open context keeps the audio device, and a few per cent of a core, busy. Giving the device back takes
    // milliseconds that a call which is being answered needs for itself.
    if (tone === 'none') this.#resting = setTimeout(() => this.#release(), restMs);
    else this.#start(tone);
  }

  /** What sounds goes on where it is to be heard now. */
  choose(plan: RingPlan): void {
    const same = (Object.keys(plan) as (keyof RingPlan)[]).every((key) => plan[key] === this.#plan[key]);
    this.#plan = plan;
    if (same || this.#tone === 'none') return;
    this.#stop();
    this.#start(this.#tone);
  }

  /** Plays once, for the operator to hear whether it can be heard. Resolves when it is over. */
  async test(role: 'speaker' | 'ring'): Promise<void> {
    const figure = role === 'ring' ? figures.ring : figures.chime;
    const outputs = this.#devices(role).map((device) => new ToneOutput(device));
    for (const output of outputs) output.play(figure, role === 'ring' ? this.#plan.volume : 1);
    await new Promise((resolve) => setTimeout(resolve, secondsOf(figure) * 1000 + restMs));
    for (const output of outputs) output.close();
  }

  #start(tone: Exclude<RingTone, 'none'>): void {
    this.#release();
    const figure: Figure = figures[tone];
    const volume = tone === 'ring' ? this.#plan.volume : 1;
    this.#outputs = this.#devices(tone === 'ring' ? 'ring' : 'speaker').map((device) => new ToneOutput(device));
    const play = () => {
      for (const output of this.#outputs) output.play(figure, volume);
    };
    play();
    this.#repeat = setInterval(play, figure.everySeconds * 1000);
  }

  #stop(): void {
    if (this.#repeat !== null) clearInterval(this.#repeat);
    this.#repeat = null;
    for (const output of this.#outputs) output.silence();
  }

  #release(): void {
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = null;
    for (const output of this.#outputs) output.close();
    this.#outputs = [];
  }

  /** Each device once, also where it was chosen twice. */
  #devices(role: 'speaker' | 'ring'): readonly (string | null)[] {
    const { speaker, ring, inHeadset } = this.#plan;
    if (role === 'speaker') return [speaker];
    return [...new Set(inHeadset ? [ring, speaker] : [ring])];
  }
}
