import { expect, test } from 'vitest';
import { decodeG711 } from '../../tests/lab/audio/g711.ts';
import { encodeMuLaw } from './mu-law.ts';

test('what is encoded is decoded as nearly the same', () => {
  const samples = Int16Array.from([0, 1, -1, 100, -100, 1000, -1000, 12_345, -12_345, 32_000, -32_000, 32_767, -32_768]);
  const back = decodeG711(0, encodeMuLaw(samples));
  // Sixteen steps in each segment: an error of at most a thirty-second part, and a little at silence.
  samples.forEach((sample, index) => expect(Math.abs((back?.[index] ?? Number.NaN) - sample)).toBeLessThanOrEqual(Math.max(8, Math.abs(sample) / 31 + 8)));
});

test('every byte is the encoding of its own decoding', () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const again = encodeMuLaw(decodeG711(0, bytes) ?? new Int16Array());
  // 0x7f is the negative zero.
  expect([...again].map((byte) => (byte === 0x7f ? 0xff : byte))).toEqual([...bytes].map((byte) => (byte === 0x7f ? 0xff : byte)));
});
