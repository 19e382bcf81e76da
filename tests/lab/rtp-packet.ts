export interface RtpPacket {
  readonly payloadType: number;
  readonly timestamp: number;
  readonly payload: Buffer;
}

/** @returns the packet, or null for what is not RTP version 2 (RFC 3550 section 5.1) or is RTCP beside it (RFC 5761 section 4). */
export function readRtp(datagram: Buffer): RtpPacket | null {
  if (datagram.length < 12) return null;
  const first = datagram.readUInt8(0);
  const second = datagram.readUInt8(1);
  if (first >> 6 !== 2 || (second >= 192 && second <= 223)) return null;
  let offset = 12 + (first & 0x0f) * 4;
  if ((first & 0x10) !== 0) {
    if (datagram.length < offset + 4) return null;
    offset += 4 + datagram.readUInt16BE(offset + 2) * 4;
  }
  const padding = (first & 0x20) === 0 ? 0 : datagram.readUInt8(datagram.length - 1);
  if (offset + padding > datagram.length) return null;
  return { payloadType: second & 0x7f, timestamp: datagram.readUInt32BE(4), payload: datagram.subarray(offset, datagram.length - padding) };
}
