import { readdirSync, readFileSync } from 'node:fs';
import { frameSamples } from './g711.ts';

/** What one caller can say: mu-law samples by clip. */
export type VoiceClips = ReadonlyMap<string, Uint8Array>;

const folder = new URL('../../resources/voices/', import.meta.url);
/** WAVE format tag of G.711 mu-law (RFC 2361). */
const muLaw = 7;

/** @throws Error when a shipped file is missing or is not 8 kHz mono mu-law. */
export function loadVoice(persona: string): VoiceClips {
  const own = new URL(`${persona}/`, folder);
  const files = readdirSync(own).filter((name) => name.endsWith('.wav'));
  return new Map(files.map((name) => [name.slice(0, -4), samplesOf(readFileSync(new URL(name, own)), `${persona}/${name}`)]));
}

/** @returns the samples of a WAV file (RIFF), padded with silence to whole frames. */
export function samplesOf(file: Buffer, name: string): Uint8Array {
  const refuse = (why: string): never => {
    throw new Error(`The voice file ${name} cannot be used: ${why}.`);
  };
  if (file.length < 12 || file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') return refuse('no WAVE file');
  let at = 12;
  let isMuLaw = false;
  while (at + 8 <= file.length) {
    const id = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const body = file.subarray(at + 8, at + 8 + length);
    if (id === 'fmt ' && body.length >= 16) isMuLaw = body.readUInt16LE(0) === muLaw && body.readUInt16LE(2) === 1 && body.readUInt32LE(4) === 8_000;
    if (id === 'data') return isMuLaw ? padded(body) : refuse('not 8 kHz mono mu-law');
    // Chunks begin at even places.
    at += 8 + length + (length % 2);
  }
  return refuse('no samples');
}

function padded(samples: Buffer): Uint8Array {
  const whole = new Uint8Array(Math.ceil(samples.length / frameSamples) * frameSamples).fill(0xff);
  whole.set(samples);
  return whole;
}
