/** Milliseconds by which sound is delayed, so that a click is turned down before it begins. */
const lookAheadMs = 8;
/** How long a key is heard after its first sound. */
const clickMs = 60;
/** Words have gaps and consonants: this long after the last vowel somebody is still speaking. */
const speechMs = 300;
/** Gain under a click: -26 dB. */
const floor = 0.05;
/** Of a click's first block over what was there before it, in the upper band (a factor of energy: 10 dB). */
const onset = 10;
/** Energy below which nothing is worth turning down: -66 dBFS. */
const audible = 2.5e-7;

const pitchRate = 6_000;
const pitchWindow = 192;
const shortestLag = 15;
const longestLag = 75;
/** Normalised autocorrelation of a vowel; noise and clicks stay below. */
const voiced = 0.62;
/** In a row: the thud of a key may look like a vowel once. */
const looksOfVowel = 2;

/** Energy of what is above some 2.5 kHz, and of all of it. */
class Bands {
  #low = 0;
  #lower = 0;
  readonly #coefficient: number;

  constructor(rate: number) {
    this.#coefficient = 1 - Math.exp((-2 * Math.PI * 2_500) / rate);
  }

  upper(block: Float32Array): number {
    let energy = 0;
    for (const sample of block) {
      this.#low += this.#coefficient * (sample - this.#low);
      this.#lower += this.#coefficient * (sample - this.#low - this.#lower);
      const high = sample - this.#low - this.#lower;
      energy += high * high;
    }
    return energy / block.length;
  }
}

/** Tells a vowel: something that repeats itself 80 to 400 times a second, and goes on. A key that rings does not go on. */
class Vowels {
  readonly #window = new Float32Array(pitchWindow + longestLag);
  readonly #step: number;
  readonly #smooth: number;
  #low = 0;
  #lower = 0;
  #phase = 0;
  #fresh = 0;
  #looks = 0;

  constructor(rate: number) {
    this.#step = Math.round(rate / pitchRate);
    this.#smooth = 1 - Math.exp((-2 * Math.PI * 800) / rate);
  }

  /** @returns whether a vowel sounds now; looked at every 8 ms. */
  hear(block: Float32Array): boolean {
    const window = this.#window;
    for (const sample of block) {
      this.#low += this.#smooth * (sample - this.#low);
      this.#lower += this.#smooth * (this.#low - this.#lower);
      if (++this.#phase < this.#step) continue;
      this.#phase = 0;
      window.copyWithin(0, 1);
      window[window.length - 1] = this.#lower;
      this.#fresh++;
    }
    if (this.#fresh >= 48) {
      this.#fresh = 0;
      this.#looks = this.#isPeriodic() && this.#goesOn() ? this.#looks + 1 : 0;
    }
    return this.#looks >= looksOfVowel;
  }

  #isPeriodic(): boolean {
    const window = this.#window;
    const energy = this.#energy(longestLag, pitchWindow);
    if (energy < audible * pitchWindow) return false;
    for (let lag = shortestLag; lag <= longestLag; lag++) {
      let product = 0;
      for (let index = longestLag; index < window.length; index++) product += (window[index] ?? 0) * (window[index - lag] ?? 0);
      if (product > voiced * Math.sqrt(energy * this.#energy(longestLag - lag, pitchWindow))) return true;
    }
    return false;
  }

  #goesOn(): boolean {
    const third = pitchWindow / 3;
    const parts = [0, 1, 2].map((part) => this.#energy(longestLag + part * third, third));
    return Math.min(...parts) * 4 > Math.max(...parts);
  }

  #energy(from: number, length: number): number {
    let sum = 0;
    for (let index = from; index < from + length; index++) sum += (this.#window[index] ?? 0) ** 2;
    return sum;
  }
}

/**
 * Turns the microphone down under the click of a key while nobody speaks. A click is a sudden sound with much energy
 * above 2.5 kHz that is over within 60 ms; who speaks is known by the vowels. Between the clicks, and for as long as
 * somebody speaks, sound passes untouched. Costs {@link lookAheadMs} of delay.
 */
export class KeyFilter {
  readonly #bands: Bands;
  readonly #vowels: Vowels;
  readonly #delay: Float32Array;
  readonly #clickSamples: number;
  readonly #speechSamples: number;
  readonly #attack: number;
  readonly #release: number;
  #place = 0;
  #background = 1;
  #clickLeft = 0;
  #speechLeft = 0;
  #gain = 1;

  /** @param rate samples a second. */
  constructor(rate: number) {
    this.#bands = new Bands(rate);
    this.#vowels = new Vowels(rate);
    this.#delay = new Float32Array(Math.round((rate * lookAheadMs) / 1000));
    this.#clickSamples = (rate * (clickMs + lookAheadMs)) / 1000;
    this.#speechSamples = (rate * speechMs) / 1000;
    this.#attack = 1 - Math.exp(-1 / (rate * 0.001));
    this.#release = 1 - Math.exp(-1 / (rate * 0.008));
  }

  /** Both of the same length, a few milliseconds at a time. */
  process(input: Float32Array, output: Float32Array): void {
    this.#listen(input);
    const target = this.#clickLeft > 0 && this.#speechLeft <= 0 ? floor : 1;
    const pace = target < this.#gain ? this.#attack : this.#release;
    for (let index = 0; index < input.length; index++) {
      this.#gain += pace * (target - this.#gain);
      output[index] = (this.#delay[this.#place] ?? 0) * this.#gain;
      this.#delay[this.#place] = input[index] ?? 0;
      this.#place = (this.#place + 1) % this.#delay.length;
    }
  }

  #listen(block: Float32Array): void {
    this.#speechLeft = this.#vowels.hear(block) ? this.#speechSamples : this.#speechLeft - block.length;
    const upper = this.#bands.upper(block);
    this.#clickLeft = upper > audible && upper > onset * this.#background ? this.#clickSamples : this.#clickLeft - block.length;
    // Follows a fan or a street within a second, and a click hardly at all.
    this.#background += (upper < this.#background ? 0.1 : 0.004) * (upper - this.#background);
  }
}
