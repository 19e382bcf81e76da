import { describe, expect, it } from 'vitest';
import { addKey, noise } from '../../tests/lab/audio/noise.ts';
import { KeyFilter } from './key-filter.ts';

const rate = 48_000;
const block = 128;

/** Syllables: a hiss and a vowel of several harmonics whose pitch glides, with pauses between words. */
function speech(seconds: number, level: number): Float32Array {
  const random = noise(7);
  let phase = 0;
  return Float32Array.from({ length: seconds * rate }, (_, index) => {
    const t = (index / rate) % 0.45;
    const pitch = 120 + 25 * Math.sin(index / rate);
    phase += (2 * Math.PI * pitch) / rate;
    if (t < 0.07) return level * 0.25 * random() * Math.min(1, t / 0.02);
    if (t > 0.38) return 0;
    const shape = Math.min(1, (t - 0.07) / 0.03, (0.38 - t) / 0.04);
    return level * shape * [1, 0.7, 0.6, 0.3, 0.35, 0.2, 0.1].reduce((sum, share, harmonic) => sum + share * Math.sin(phase * (harmonic + 1)), 0) * 0.4;
  });
}

function filtered(sound: Float32Array): Float32Array {
  const filter = new KeyFilter(rate);
  const out = new Float32Array(sound.length);
  for (let at = 0; at + block <= sound.length; at += block) filter.process(sound.subarray(at, at + block), out.subarray(at, at + block));
  return out;
}

function energy(sound: Float32Array, from = 0, to = sound.length): number {
  return sound.subarray(Math.round(from), Math.round(to)).reduce((sum, sample) => sum + sample * sample, 0);
}

function db(after: number, before: number): number {
  return 10 * Math.log10(after / before);
}

describe('the filter against the noise of keys', () => {
  it('takes typing down by far while nobody speaks', () => {
    const random = noise(3);
    const room = noise(11);
    const sound = Float32Array.from({ length: 6 * rate }, () => 0.0005 * room());
    for (let key = 0; key < 30; key++) addKey(sound, Math.round((0.6 + key * 0.17) * rate), 0.2, rate, random);
    const change = db(energy(filtered(sound), rate * 0.5), energy(sound, rate * 0.5));
    console.info(`typing alone: ${change.toFixed(1)} dB`);
    expect(change).toBeLessThan(-15);
  });

  it('leaves speech as it is', () => {
    const sound = speech(6, 0.2);
    const change = db(energy(filtered(sound)), energy(sound));
    console.info(`speech alone: ${change.toFixed(2)} dB`);
    expect(Math.abs(change)).toBeLessThan(0.5);
  });

  it('leaves speech as it is while somebody types, too', () => {
    const random = noise(5);
    const voice = speech(6, 0.2);
    const sound = voice.slice();
    for (let key = 0; key < 30; key++) addKey(sound, Math.round((0.3 + key * 0.17) * rate), 0.1, rate, random);
    expect(db(energy(filtered(sound)), energy(sound))).toBeGreaterThan(-1);
  });

  it('leaves a steady room, and what comes after a click, untouched', () => {
    const room = noise(11);
    const sound = Float32Array.from({ length: 3 * rate }, () => 0.01 * room());
    addKey(sound, rate, 0.3, rate, noise(3));
    const out = filtered(sound);
    expect(Math.abs(db(energy(out, 2 * rate, 2.9 * rate), energy(sound, 2 * rate, 2.9 * rate)))).toBeLessThan(0.2);
  });

  it('is silent for silence and delays by less than ten milliseconds', () => {
    expect(energy(filtered(new Float32Array(rate)))).toBe(0);
    const sound = new Float32Array(rate);
    sound[rate / 2] = 1e-4;
    const at = filtered(sound).findIndex((sample) => sample !== 0);
    expect((at - rate / 2) / rate).toBeLessThan(0.01);
  });
});
