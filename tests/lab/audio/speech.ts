import { readFileSync } from 'node:fs';
import { samplesOf } from '../../../practice/callers/voice-clips.ts';
import { decodeG711 } from './g711.ts';

/** Hertz: what a sound card plays. */
export const speechRate = 48_000;
const perSample = speechRate / 8_000;
/** RTP's payload type of mu-law (RFC 3551). */
const muLaw = 0;

/** @returns what a caller of the practice centre says in a clip (`trouwe-klant/line-1`), 16 bits at {@link speechRate}. */
export function speech(clip: string): Int16Array {
  const told = decodeG711(muLaw, samplesOf(readFileSync(new URL(`../../../resources/voices/${clip}.wav`, import.meta.url)), clip));
  if (told === null) throw new Error(`the clip ${clip} cannot be decoded`);
  // Straight lines between the samples: a telephone's band has nothing above them.
  return Int16Array.from({ length: told.length * perSample }, (_, index) => {
    const at = Math.floor(index / perSample);
    const part = (index % perSample) / perSample;
    return (told[at] ?? 0) * (1 - part) + (told[at + 1] ?? 0) * part;
  });
}
