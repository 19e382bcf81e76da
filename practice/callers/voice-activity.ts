import { frameMs } from './g711.ts';

/** This much sound in a row begins a turn: a click or a beep does not. */
const onsetMs = 120;
/** This much silence ends it: people pause inside a sentence. */
const hangoverMs = 900;
/** What is quieter is the room, not a voice (of 32,124). */
const lowestThreshold = 400;
/** However loud the room has become: louder than this is a voice. */
const highestThreshold = 1_500;
/** A voice is at least so much louder than the room. */
const overNoise = 3;

/** Hears from loudness alone whether somebody speaks; fed once per 20 ms. */
export class VoiceActivity {
  #noise = lowestThreshold / overNoise;
  #loudMs = 0;
  #quietMs = 0;
  #speaking = false;

  get speaking(): boolean {
    return this.#speaking;
  }

  /** @param level loudness of this frame; null when nothing arrived. */
  hear(level: number | null): void {
    const value = level ?? 0;
    const loud = value > Math.min(highestThreshold, Math.max(lowestThreshold, this.#noise * overNoise));
    // Down at once, up slowly: a fan is learnt, a sentence is not.
    this.#noise = value < this.#noise ? value : this.#noise * (loud ? 1.002 : 1.01) + 0.1;
    if (loud) {
      this.#loudMs += frameMs;
      this.#quietMs = 0;
    } else {
      this.#quietMs += frameMs;
      // Gaps between syllables do not start the count again.
      if (this.#quietMs > 100) this.#loudMs = 0;
    }
    if (!this.#speaking && this.#loudMs >= onsetMs) this.#speaking = true;
    else if (this.#speaking && this.#quietMs >= hangoverMs) this.#speaking = false;
  }
}
