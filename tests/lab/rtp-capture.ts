import { decodeG711 } from './audio/g711.ts';
import { Listener } from './audio/listener.ts';
import { LabProcess } from './lab-process.ts';
import { PcapReader } from './pcap-reader.ts';
import type { PortBlock } from './port-block.ts';
import { readRtp } from './rtp-packet.ts';
import { until } from './wait.ts';

/** Digits are sent three times at their end (RFC 4733 section 2.5.1.4): the timestamp tells one from the next. */
interface Digits {
  lastTimestamp: number;
  text: string;
}

const digitNames = '0123456789*#ABCD';

/** Ears on the wire: what reaches the peers of the lab, and the callee of the trunk, as plain RTP, captured on lo. A peer's own recording stops at the first hold. */
export class RtpCapture {
  private readonly process: LabProcess;
  private listeners: { readonly from: number; readonly to: number; readonly listener: Listener; readonly digits: Digits }[] = [];

  private constructor(process: LabProcess) {
    this.process = process;
  }

  /** Back when it captures. */
  static async start(dir: string, ports: PortBlock): Promise<RtpCapture> {
    const [from, to] = ports.peerMedia;
    const filter = `udp dst portrange ${from}-${to} or udp dst port ${ports.trunkMedia}`;
    const process = new LabProcess({ dir, name: 'dumpcap', command: 'dumpcap', args: ['-i', 'lo', '-P', '-q', '-w', '-', '-f', filter], pipeOutput: true });
    const capture = new RtpCapture(process);
    const reader = new PcapReader((payload, port, at) => capture.take(payload, port, at));
    process.output.on('data', (data: Buffer) => reader.push(data));
    await until('dumpcap captures on lo', () => process.log().includes('File: -'));
    return capture;
  }

  /** Ears for the RTP that reaches one peer. */
  listen(name: string, [from, to]: readonly [number, number]): Listener {
    const listener = new Listener(name, () => this.process.alive);
    this.listeners = this.listeners.filter((one) => one.from !== from);
    this.listeners.push({ from, to, listener, digits: { lastTimestamp: -1, text: '' } });
    return listener;
  }

  /** The telephone events (RFC 4733) that reached a peer so far. */
  digits(listener: Listener): string {
    return this.listeners.find((one) => one.listener === listener)?.digits.text ?? '';
  }

  async stop(): Promise<void> {
    await this.process.stop();
  }

  private take(payload: Buffer, port: number, at: number): void {
    const target = this.listeners.find((one) => port >= one.from && port <= one.to);
    const rtp = readRtp(payload);
    if (target === undefined || rtp === null) return;
    const samples = decodeG711(rtp.payloadType, rtp.payload);
    if (samples !== null) {
      target.listener.push(samples, at);
      return;
    }
    const digit = digitNames[rtp.payload[0] ?? 255];
    if (rtp.payload.length !== 4 || digit === undefined || rtp.timestamp === target.digits.lastTimestamp) return;
    target.digits.lastTimestamp = rtp.timestamp;
    target.digits.text += digit;
  }
}
