/** @returns white noise, -1 to 1, sample after sample; the same in every run. */
export function noise(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** Adds a key of a keyboard: a click of some milliseconds and a thud of the case, 40 ms in all. Samples are -1 to 1. */
export function addKey(sound: Float32Array, at: number, level: number, rate: number, random: () => number): void {
  for (let index = 0; index < rate * 0.04; index++) {
    const t = index / rate;
    const click = random() * Math.exp(-t / 0.004);
    const thud = 0.3 * Math.sin(2 * Math.PI * 220 * t) * Math.exp(-t / 0.01);
    sound[at + index] = (sound[at + index] ?? 0) + level * (click + thud);
  }
}
