/** One RTP packet of G.711: 20 ms at 8 kHz, a byte a sample (RFC 3551 section 4.5.14). */
export const frameSamples = 160;
export const frameMs = 20;

const bias = 0x84;

/** Linear value of each mu-law code (ITU-T G.711). */
const linear = Int16Array.from({ length: 256 }, (_, code) => {
  const inverted = ~code & 0xff;
  const magnitude = ((((inverted & 0x0f) << 3) + bias) << ((inverted >> 4) & 0x07)) - bias;
  return (inverted & 0x80) === 0 ? magnitude : -magnitude;
});

/** @returns the root mean square of a mu-law payload, 0 to 32,124. */
export function loudness(payload: Uint8Array): number {
  if (payload.length === 0) return 0;
  let sum = 0;
  for (const code of payload) sum += (linear[code] ?? 0) ** 2;
  return Math.sqrt(sum / payload.length);
}

/** The quietest codes on both sides of zero, by turns of chance: a line that is open but still, not dead. */
export function comfortNoise(random: () => number): Uint8Array {
  return Uint8Array.from({ length: frameSamples }, () => (random() < 0.5 ? 0xff : 0x7e) - Math.floor(random() * 2));
}
