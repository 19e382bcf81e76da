const fileHeader = 24;
const recordHeader = 16;
const ethernet = 14;

type OnDatagram = (payload: Buffer, destinationPort: number, at: number) => void;

/** Reads a growing pcap file of UDP over IPv4 on Ethernet (which lo is, for libpcap). */
export class PcapReader {
  private readonly onDatagram: OnDatagram;
  private buffered = Buffer.alloc(0);
  private started = false;

  constructor(onDatagram: OnDatagram) {
    this.onDatagram = onDatagram;
  }

  push(data: Buffer): void {
    this.buffered = Buffer.concat([this.buffered, data]);
    if (!this.started) {
      if (this.buffered.length < fileHeader) return;
      const magic = this.buffered.readUInt32LE(0);
      if (magic !== 0xa1b2c3d4 || this.buffered.readUInt32LE(20) !== 1) throw new Error(`Not a pcap file of Ethernet: ${magic.toString(16)}`);
      this.buffered = this.buffered.subarray(fileHeader);
      this.started = true;
    }
    while (this.buffered.length >= recordHeader) {
      const length = this.buffered.readUInt32LE(8);
      if (this.buffered.length < recordHeader + length) return;
      const at = this.buffered.readUInt32LE(0) * 1000 + this.buffered.readUInt32LE(4) / 1000;
      this.frame(this.buffered.subarray(recordHeader, recordHeader + length), at);
      this.buffered = this.buffered.subarray(recordHeader + length);
    }
  }

  private frame(frame: Buffer, at: number): void {
    const ip = frame.subarray(ethernet);
    if (ip.length < 20 || ip.readUInt8(0) >> 4 !== 4 || ip.readUInt8(9) !== 17) return;
    const udp = ip.subarray((ip.readUInt8(0) & 0x0f) * 4);
    if (udp.length < 8) return;
    this.onDatagram(Buffer.from(udp.subarray(8, udp.readUInt16BE(4))), udp.readUInt16BE(2), at);
  }
}
