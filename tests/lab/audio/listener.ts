import { rms, toneShare } from './tone.ts';
import { until } from '../wait.ts';

const rate = 8000;
const blockMs = 20;
const keepMs = 5 * 60_000;
const fullScale = 32_768;
/** About -50 dBFS: above the comfort noise of a codec, far below any tone of the lab. */
const loud = 100;

interface Block {
  /** Milliseconds since the epoch at which it arrived. */
  readonly at: number;
  readonly samples: Int16Array;
  readonly level: number;
}

export interface ToneOptions {
  /** Milliseconds of sound that must carry the tone (or be silent). */
  readonly forMs?: number;
  readonly withinMs?: number;
  /**
   * Milliseconds since the epoch from which on sound counts; now unless told. An operator's own tone that comes back is for the echo
   * canceller what it was made for: it is heard at first, and must not be listened for later.
   */
  readonly since?: number;
}

function carries(block: Block, hz: number): boolean {
  return block.level > loud && toneShare(block.samples, hz, rate) > 0.6;
}

/** Ears of a test: takes sound at 8 kHz as it arrives and answers what was heard. It says facts about the past, so that no test sleeps. */
export class Listener {
  readonly name: string;
  private readonly works: () => boolean;
  private blocks: Block[] = [];

  /** @param works - Whether sound can still arrive: deaf ears would take anything for silence. */
  constructor(name: string, works: () => boolean = () => true) {
    this.name = name;
    this.works = works;
  }

  /** Takes 20 ms of sound. */
  push(samples: Int16Array, at: number = Date.now()): void {
    this.blocks.push({ at, samples, level: rms(samples) });
    const oldest = this.blocks[0];
    if (oldest !== undefined && oldest.at < at - keepMs) this.blocks = this.blocks.filter((block) => block.at >= at - keepMs / 2);
  }

  /**
   * Waits until enough sound that arrived from `since` on carries the tone.
   *
   * @throws Error that says what was heard instead.
   */
  async heard(hz: number, { forMs = 400, withinMs = 15_000, since: from = Date.now() }: ToneOptions = {}): Promise<void> {
    await until(`${this.name} hears ${hz} Hz`, () => this.toneMs(hz, from) >= forMs, { withinMs }).catch((error: unknown) => {
      throw new Error(`${this.name} did not hear ${hz} Hz for ${forMs} ms within ${withinMs} ms; ${this.describe(from)}`, { cause: error });
    });
  }

  /** Waits until some sound arrived, whatever it was: a voice, for example. */
  async loud({ forMs = 600, withinMs = 15_000 }: ToneOptions = {}): Promise<void> {
    const from = Date.now();
    await until(`${this.name} hears something`, () => this.since(from).filter((block) => block.level > loud).length * blockMs >= forMs, { withinMs });
  }

  /** Waits until nothing louder than -50 dBFS has arrived for a while, packets or not. */
  async silent({ forMs = 600, withinMs = 15_000 }: ToneOptions = {}): Promise<void> {
    const from = Date.now();
    await until(`${this.name} is silent`, () => this.works() && Date.now() - Math.max(from, this.lastLoud()) >= forMs, { withinMs }).catch((error: unknown) => {
      throw new Error(`${this.name} was not silent for ${forMs} ms within ${withinMs} ms; ${this.describe(from)}`, { cause: error });
    });
  }

  /** Milliseconds of the tone since a moment (milliseconds since the epoch). */
  toneMs(hz: number, from: number): number {
    return this.since(from).filter((block) => carries(block, hz)).length * blockMs;
  }

  /** The longest stretch in milliseconds without the tone between two moments. */
  longestGapMs(hz: number, from: number, to: number = Date.now()): number {
    const moments = this.since(from)
      .filter((block) => block.at <= to && carries(block, hz))
      .map((block) => block.at);
    return [...moments, to].reduce((found, at, index) => Math.max(found, at - (moments[index - 1] ?? from)), 0);
  }

  /** When sound with the tone arrived, block by block. */
  momentsOf(hz: number, from: number): readonly number[] {
    return this.since(from)
      .filter((block) => carries(block, hz))
      .map((block) => block.at);
  }

  /** The longest stretch in milliseconds between two moments without anything loud, whatever it is. */
  longestSilenceMs(from: number, to: number = Date.now()): number {
    const moments = this.since(from)
      .filter((block) => block.at <= to && block.level > loud)
      .map((block) => block.at);
    return [...moments, to].reduce((found, at, index) => Math.max(found, at - (moments[index - 1] ?? from)), 0);
  }

  /** Milliseconds from a moment until the tone was first heard; infinite when it was not. */
  firstMs(hz: number, from: number): number {
    const first = this.since(from).find((block) => carries(block, hz));
    return first === undefined ? Number.POSITIVE_INFINITY : first.at - from;
  }

  /** The level that a frequency reached, for so many milliseconds in all, between two moments, whatever else was heard: root mean square, 0..32768. */
  levelFor(hz: number, forMs: number, from: number, to: number = Date.now()): number {
    const levels = this.since(from)
      .filter((block) => block.at <= to)
      .map((block) => block.level * Math.sqrt(toneShare(block.samples, hz, rate)));
    return levels.sort((a, b) => b - a)[Math.ceil(forMs / blockMs) - 1] ?? 0;
  }

  /** When something loud was first heard since a moment, whatever it is; null while nothing was. */
  firstLoudAt(from: number): number | null {
    return this.since(from).find((block) => block.level > loud)?.at ?? null;
  }

  /** The level of each block that arrived since a moment, in dB of full scale. */
  levelsDb(from: number): readonly number[] {
    return this.since(from).map(({ level }) => 20 * Math.log10(Math.max(level, 1) / fullScale));
  }

  /** Packets or blocks of any loudness since a moment. */
  count(from: number): number {
    return this.since(from).length;
  }

  private since(from: number): readonly Block[] {
    return this.blocks.filter((block) => block.at >= from);
  }

  private lastLoud(): number {
    return this.blocks.findLast((block) => block.level > loud)?.at ?? 0;
  }

  private describe(from: number): string {
    const blocks = this.since(from);
    if (blocks.length === 0) return 'nothing arrived at all';
    const level = Math.round(blocks.reduce((sum, block) => sum + block.level, 0) / blocks.length);
    const shares = [440, 600, 1000, 1600].map((hz) => `${hz} Hz ${blocks.filter((block) => carries(block, hz)).length * blockMs} ms`);
    return `${blocks.length * blockMs} ms arrived, mean level ${level}, of which ${shares.join(', ')}`;
  }
}
