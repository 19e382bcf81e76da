import type { Packet } from './pcap.ts';

/** One direction of a TCP connection, put in order: what came twice is dropped, what came early waits. */
export class ByteStream {
  readonly #onBytes: (bytes: Buffer, at: number) => void;
  readonly #early = new Map<number, Packet>();
  #next: number | null = null;

  constructor(onBytes: (bytes: Buffer, at: number) => void) {
    this.#onBytes = onBytes;
  }

  push(packet: Packet): void {
    if (packet.syn) {
      this.#next = add(packet.sequence, 1);
      this.#early.clear();
      return;
    }
    // A connection that was there before the capture begins where it is seen first.
    this.#next ??= packet.sequence;
    this.#take(packet);
    for (let waiting = this.#early.get(this.#next); waiting !== undefined; waiting = this.#early.get(this.#next)) {
      this.#early.delete(this.#next);
      this.#take(waiting);
    }
  }

  #take(packet: Packet): void {
    const next = this.#next ?? packet.sequence;
    const ahead = distance(next, packet.sequence);
    if (ahead > 0) {
      if (packet.payload.length > 0) this.#early.set(packet.sequence, packet);
      return;
    }
    const fresh = packet.payload.subarray(-ahead);
    if (fresh.length === 0) return;
    this.#next = add(next, fresh.length);
    this.#onBytes(fresh, packet.at);
  }
}

/** Sequence numbers wrap at 2^32 (RFC 9293 section 3.4). */
function add(sequence: number, bytes: number): number {
  return (sequence + bytes) >>> 0;
}

/** @returns how far `to` lies after `from`; negative when it lies before. */
function distance(from: number, to: number): number {
  return (to - from) | 0;
}
