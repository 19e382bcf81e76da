/** A packet of lo, as far as the figures need it. */
export interface Packet {
  /** Kernel timestamp: milliseconds since the Unix epoch, to the microsecond. */
  readonly at: number;
  readonly protocol: 'tcp' | 'udp';
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** TCP only: sequence number of the first byte, and whether this is the SYN (whose first byte comes one later). */
  readonly sequence: number;
  readonly syn: boolean;
  readonly payload: Buffer;
}

const fileHeader = 24;
const recordHeader = 16;
const ethernetHeader = 14;
const tcp = 6;
const udp = 17;

/** Reads a growing pcap file of Ethernet (which lo is, for libpcap). IPv4 only: the lab listens on 127.0.0.1. */
export class PcapReader {
  readonly #onPacket: (packet: Packet) => void;
  #buffered: Buffer = Buffer.alloc(0);
  #started = false;

  constructor(onPacket: (packet: Packet) => void) {
    this.#onPacket = onPacket;
  }

  /** @throws Error when the stream is no pcap file of Ethernet with microseconds. */
  push(data: Buffer): void {
    this.#buffered = this.#buffered.length === 0 ? data : Buffer.concat([this.#buffered, data]);
    if (!this.#started) {
      if (this.#buffered.length < fileHeader) return;
      if (this.#buffered.readUInt32LE(0) !== 0xa1b2c3d4 || this.#buffered.readUInt32LE(20) !== 1) throw new Error('This is no pcap file of Ethernet');
      this.#buffered = this.#buffered.subarray(fileHeader);
      this.#started = true;
    }
    while (this.#buffered.length >= recordHeader) {
      const end = recordHeader + this.#buffered.readUInt32LE(8);
      if (this.#buffered.length < end) return;
      const at = this.#buffered.readUInt32LE(0) * 1000 + this.#buffered.readUInt32LE(4) / 1000;
      const packet = readPacket(this.#buffered.subarray(recordHeader, end), at);
      this.#buffered = this.#buffered.subarray(end);
      if (packet !== null) this.#onPacket(packet);
    }
  }
}

function readPacket(frame: Buffer, at: number): Packet | null {
  const ip = frame.subarray(ethernetHeader);
  if (ip.length < 20 || ip.readUInt8(0) >> 4 !== 4) return null;
  // On lo the frame is never padded, but the length of the datagram is what counts.
  const segment = ip.subarray((ip.readUInt8(0) & 0x0f) * 4, ip.readUInt16BE(2));
  const protocol = ip.readUInt8(9);
  if (protocol === udp && segment.length >= 8) {
    return { at, protocol: 'udp', ...ports(segment), sequence: 0, syn: false, payload: segment.subarray(8) };
  }
  if (protocol === tcp && segment.length >= 20) {
    const header = (segment.readUInt8(12) >> 4) * 4;
    return { at, protocol: 'tcp', ...ports(segment), sequence: segment.readUInt32BE(4), syn: (segment.readUInt8(13) & 0x02) !== 0, payload: segment.subarray(header) };
  }
  return null;
}

function ports(segment: Buffer): Pick<Packet, 'sourcePort' | 'destinationPort'> {
  return { sourcePort: segment.readUInt16BE(0), destinationPort: segment.readUInt16BE(2) };
}
