/** @returns root mean square of 16-bit samples, 0..32768. */
export function rms(samples: Int16Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

/**
 * Goertzel's algorithm: how much of the energy lies at one frequency.
 *
 * @returns 0..1 of the block's energy; a block of 20 ms tells frequencies 100 Hz apart.
 */
export function toneShare(samples: Int16Array, hz: number, rate: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / rate);
  let previous = 0;
  let beforeThat = 0;
  let energy = 0;
  for (const sample of samples) {
    const next = sample + coefficient * previous - beforeThat;
    beforeThat = previous;
    previous = next;
    energy += sample * sample;
  }
  if (energy === 0) return 0;
  const power = previous * previous + beforeThat * beforeThat - coefficient * previous * beforeThat;
  return Math.min(1, (2 * power) / (samples.length * energy));
}

export interface ToneShape {
  readonly hz: number;
  readonly rate: number;
  readonly seconds: number;
  /** 0..1 of full scale. */
  readonly level?: number;
  /** Milliseconds of tone and of pause. Noise suppression takes a steady tone for noise; one that comes and goes passes like speech. */
  readonly rhythm?: readonly [on: number, off: number];
}

/** @returns a sine, continuous or in pulses with soft edges. */
export function makeTone(shape: ToneShape): Int16Array {
  const { hz, rate, seconds, level = 0.4, rhythm } = shape;
  const edge = rate * 0.005;
  return Int16Array.from({ length: Math.round(rate * seconds) }, (_, index) => {
    let gain = level;
    if (rhythm !== undefined) {
      const on = (rhythm[0] * rate) / 1000;
      const place = index % (on + (rhythm[1] * rate) / 1000);
      gain *= Math.max(0, Math.min(1, place / edge, (on - place) / edge));
    }
    return Math.round(Math.sin((2 * Math.PI * hz * index) / rate) * gain * 32_767);
  });
}
