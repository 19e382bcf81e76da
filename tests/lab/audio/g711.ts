/** Sample value of every mu-law byte (ITU-T G.711). */
const muLaw = Int16Array.from({ length: 256 }, (_, byte) => {
  const code = ~byte & 0xff;
  const magnitude = (((code & 0x0f) << 3) + 0x84) << ((code & 0x70) >> 4);
  return (code & 0x80) === 0 ? magnitude - 0x84 : 0x84 - magnitude;
});

/** Sample value of every A-law byte (ITU-T G.711). */
const aLaw = Int16Array.from({ length: 256 }, (_, byte) => {
  const code = byte ^ 0x55;
  const segment = (code & 0x70) >> 4;
  const low = ((code & 0x0f) << 4) + 8;
  const magnitude = segment === 0 ? low : (low + 0x100) << (segment - 1);
  return (code & 0x80) === 0 ? -magnitude : magnitude;
});

/** RTP payload types that need no SDP to be read (RFC 3551). */
const tables: Readonly<Record<number, Int16Array>> = { 0: muLaw, 8: aLaw };

/** @returns 16-bit samples at 8 kHz, or null for a payload type other than PCMU and PCMA. */
export function decodeG711(payloadType: number, payload: Uint8Array): Int16Array | null {
  const table = tables[payloadType];
  return table === undefined ? null : Int16Array.from(payload, (byte) => table[byte] ?? 0);
}
