import { frameMs } from './voice-detector.ts';

/** Below the voice: hum of the mains, a desk that is knocked against. */
const highPassHz = 120;

/** Cuts sound into frames of 20 ms and measures each, without what lies below the voice. */
export class FrameLevel {
  readonly #frameLength: number;
  readonly #keep: number;
  #sum = 0;
  #count = 0;
  #lastIn = 0;
  #lastOut = 0;

  constructor(sampleRate: number) {
    this.#frameLength = Math.round((sampleRate * frameMs) / 1000);
    this.#keep = Math.exp((-2 * Math.PI * highPassHz) / sampleRate);
  }

  /** @param onFrame is given the level of each frame that became full, dB of full scale; -Infinity for zeros. */
  take(samples: Float32Array, onFrame: (levelDb: number) => void): void {
    for (const sample of samples) {
      this.#lastOut = this.#keep * (this.#lastOut + sample - this.#lastIn);
      this.#lastIn = sample;
      this.#sum += this.#lastOut * this.#lastOut;
      if (++this.#count < this.#frameLength) continue;
      onFrame(10 * Math.log10(this.#sum / this.#frameLength));
      this.#sum = 0;
      this.#count = 0;
    }
  }
}
