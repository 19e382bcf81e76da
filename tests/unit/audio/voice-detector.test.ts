import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeG711 } from '../../lab/audio/g711.ts';
import { FrameLevel } from '../../../renderer/audio/frame-level.ts';
import { frameMs, VoiceDetector } from '../../../renderer/audio/voice-detector.ts';

const rate = 8_000;
const voices = new URL('../../../resources/voices/', import.meta.url);
/** What a speaker bridges without a listener calling it silence, and what the detector's hangover bridges. */
const gapMs = 300;

/** A generator that gives the same noise in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** RMS in dB of full scale. */
function whiteNoise(seconds: number, db: number, seed = 1): Float32Array {
  const next = random(seed);
  const level = 10 ** (db / 20) * Math.sqrt(3);
  return Float32Array.from({ length: seconds * rate }, () => (2 * next() - 1) * level);
}

/** Noise that falls off towards the treble, as of a fan or a room full of machines. */
function brownNoise(seconds: number, db: number): Float32Array {
  let last = 0;
  const raw = whiteNoise(seconds, 0, 2).map((sample) => (last = 0.97 * last + 0.1 * sample));
  const rms = Math.sqrt(raw.reduce((sum, sample) => sum + sample * sample, 0) / raw.length);
  return raw.map((sample) => (sample / rms) * 10 ** (db / 20));
}

/** Everything the persona says, at a usual level of speech, with two seconds of nothing between the sentences. */
function speech(persona: string): Float32Array {
  const folder = new URL(`${persona}/`, voices);
  const clips = readdirSync(folder).filter((name) => name.endsWith('.wav'));
  return Float32Array.from(clips.sort().flatMap((name) => [...samplesOf(readFileSync(new URL(name, folder))), ...new Float32Array(2 * rate)]));
}

function samplesOf(wav: Buffer): Float32Array {
  const data = wav.indexOf('data');
  const samples = decodeG711(0, wav.subarray(data + 8)) ?? new Int16Array();
  const peak = samples.reduce((found, sample) => Math.max(found, Math.abs(sample)), 1);
  return Float32Array.from(samples, (sample) => (0.25 * sample) / peak);
}

function levels(sound: Float32Array): number[] {
  const found: number[] = [];
  new FrameLevel(rate).take(sound, (level) => found.push(level));
  return found;
}

/** Where there is speech: clean frames within 30 dB of the loudest, with short gaps closed. */
function truth(clean: Float32Array): boolean[] {
  const found = levels(clean);
  const loudest = Math.max(...found);
  const marked = found.map((level) => level > loudest - 30);
  let last = -Infinity;
  for (const [index, isSpeech] of marked.entries()) {
    if (!isSpeech) continue;
    if (index - last <= gapMs / frameMs) marked.fill(true, last, index);
    last = index;
  }
  return marked;
}

function detect(sound: Float32Array): boolean[] {
  const detector = new VoiceDetector();
  return levels(sound).map((level) => detector.take(level));
}

function score(found: readonly boolean[], wanted: readonly boolean[]): { readonly precision: number; readonly recall: number } {
  // The hangover is by design: a detector that is right still says "speech" that long after the last sound.
  const hangover = gapMs / frameMs;
  const near = (index: number) => wanted.slice(Math.max(0, index - hangover), index + 1).some(Boolean);
  const hits = found.filter((said, index) => said && near(index)).length;
  const heard = wanted.filter((isSpeech, index) => isSpeech && found[index] === true).length;
  return { precision: hits / Math.max(1, found.filter(Boolean).length), recall: heard / wanted.filter(Boolean).length };
}

const mixed = (one: Float32Array, other: Float32Array): Float32Array => one.map((sample, index) => sample + (other[index % other.length] ?? 0));
const personas = readdirSync(voices, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

describe.each([
  ['in a quiet room', whiteNoise(60, -70)],
  ['with white noise 20 dB below the voice', whiteNoise(60, -48)],
  ['with the rumble of a fan', brownNoise(60, -42)],
])('%s', (_where, noise) => {
  test.each(personas)('%s is told from silence', (persona) => {
    const clean = speech(persona);
    const { precision, recall } = score(detect(mixed(clean, noise)), truth(clean));
    expect(precision).toBeGreaterThan(0.95);
    expect(recall).toBeGreaterThan(0.9);
  });
});

test.each([
  ['white noise', whiteNoise(60, -40)],
  ['a fan', brownNoise(60, -35)],
  ['a line without a sound', new Float32Array(60 * rate)],
])('a minute of %s is no speech', (_what, noise) => {
  const found = detect(noise);
  // What begins loud is judged when its floor is known.
  expect(found.slice(3_000 / frameMs).filter(Boolean)).toHaveLength(0);
});

test('the click of a key is no speech, a short "ja" is', () => {
  const room = whiteNoise(8, -65);
  const burst = (at: number, ms: number) => whiteNoise(1, -20, 3).subarray(0, (ms * rate) / 1000).forEach((sample, index) => (room[at * rate + index] = sample));
  for (const at of [4, 4.5, 5]) burst(at, 30);
  expect(detect(room).some(Boolean)).toBe(false);
  burst(6, 150);
  expect(detect(room).some(Boolean)).toBe(true);
});

test('speech is heard again right after the microphone was cut', () => {
  const room = whiteNoise(10, -60);
  const muted = mixed(room, new Float32Array(10 * rate));
  muted.fill(0, 4 * rate, 7 * rate);
  expect(detect(muted).slice(4_000 / frameMs).some(Boolean)).toBe(false);
});

test('speech is told within 100 ms, and its end within 400', () => {
  const room = whiteNoise(10, -65);
  whiteNoise(2, -20, 4).forEach((sample, index) => (room[5 * rate + index] = sample));
  const found = detect(room);
  expect(found.indexOf(true) * frameMs).toBeLessThan(5_100);
  expect(found.lastIndexOf(true) * frameMs).toBeGreaterThan(7_000);
  expect(found.lastIndexOf(true) * frameMs).toBeLessThan(7_400);
});

test('frames go on over blocks of any length, and each block tells its highest sample, of either sign', () => {
  const sound = whiteNoise(1, -30);
  const found: number[] = [];
  const level = new FrameLevel(rate);
  for (let from = 0; from < sound.length; from += 128) {
    const block = sound.subarray(from, from + 128);
    expect(level.take(block, (one) => found.push(one))).toBe(Math.max(...block.map(Math.abs)));
  }
  expect(found).toEqual(levels(sound));
});
