import type { Clock } from '#shared/domain/clock.ts';
import type { Levels } from '../telephony/telephony.ts';

/** What is told apart on a short bar. */
const stepDb = 3;
const floorDb = -54;
/** As long a peak stands, as in meters with a slow return (IEC 60268-10). A voice that goes on is a bar that stands still: what moves draws the eye away from the file, and a frame each time. */
const holdMs = 1_500;

interface Heard {
  readonly at: number;
  readonly step: number;
}

/** One bar: it rises at once, and falls to the highest of the last one and a half seconds. */
class Bar {
  #heard: Heard[] = [];

  /** @returns the step at which it stands, 0 for silence. */
  take(level: number, at: number): number {
    this.#heard = [...this.#heard.filter((one) => at - one.at < holdMs), { at, step: stepOf(level) }];
    return Math.max(...this.#heard.map(({ step }) => step));
  }
}

/**
 * Tells the levels for which a bar on the screen moves. It moves as a peak meter does, with a slow return: one that followed each
 * syllable would draw four times a second for as long as somebody speaks.
 */
export class VisibleLevels {
  readonly #clock: Pick<Clock, 'monotonic'>;
  #callId: string | null = null;
  #microphone = new Bar();
  #speaker = new Bar();
  #shown = '';

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
  }

  /** @returns the levels as they are to be drawn; null where the bars stand as they stood. */
  take({ callId, microphone, speaker }: Levels): Levels | null {
    if (callId !== this.#callId) this.#begin(callId);
    const at = this.#clock.monotonic();
    const steps = { microphone: this.#microphone.take(microphone, at), speaker: this.#speaker.take(speaker, at) };
    const shown = `${steps.microphone} ${steps.speaker}`;
    if (shown === this.#shown) return null;
    this.#shown = shown;
    return { callId, microphone: levelAt(steps.microphone), speaker: levelAt(steps.speaker) };
  }

  #begin(callId: string): void {
    this.#callId = callId;
    this.#microphone = new Bar();
    this.#speaker = new Bar();
    this.#shown = '';
  }
}

function stepOf(level: number): number {
  return level <= 0 ? 0 : Math.max(0, Math.round((20 * Math.log10(level) - floorDb) / stepDb));
}

function levelAt(step: number): number {
  return step === 0 ? 0 : Math.min(1, 10 ** ((floorDb + step * stepDb) / 20));
}
