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

  /**
   * Every sample of a call comes by here, in a thread whose code is hardly optimised: hence local variables and one loop.
   *
   * @param onFrame is given the level of each frame that became full, dB of full scale; -Infinity for zeros.
   * @returns the highest sample.
   */
  take(samples: Float32Array, onFrame: (levelDb: number) => void): number {
    const keep = this.#keep;
    const full = this.#frameLength;
    let [lastIn, lastOut, sum, count, peak] = [this.#lastIn, this.#lastOut, this.#sum, this.#count, 0];
    for (let index = 0; index < samples.length; index++) {
      const sample = samples[index] ?? 0;
      lastOut = keep * (lastOut + sample - lastIn);
      lastIn = sample;
      sum += lastOut * lastOut;
      if (sample > peak) peak = sample;
      else if (-sample > peak) peak = -sample;
      if (++count < full) continue;
      onFrame(10 * Math.log10(sum / full));
      sum = count = 0;
    }
    [this.#lastIn, this.#lastOut, this.#sum, this.#count] = [lastIn, lastOut, sum, count];
    return peak;
  }
}
