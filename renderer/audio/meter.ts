import type { RtpSecond } from '#shared/ipc/audio-list.ts';
import { RtpSeconds, type RtpStats } from './rtp-seconds.ts';

export interface Reading {
  /** Linear level 0..1. */
  readonly microphone: number;
  readonly speaker: number;
  readonly packetsReceived: number;
}

interface Readings extends Reading {
  /** Once a second: how the RTP of the last one went. */
  readonly second: Omit<RtpSecond, 'slot'> | null;
}

/**
 * Reads levels, packet count and quality from the connection's statistics: no audio graph has to run for
 * it, and the watchdog in main counts packets anyway. Looking through a whole report makes an object of
 * each of its forty entries, so the few that count are looked up by their ids, and sought again when one
 * has gone.
 */
export class Meter {
  readonly #connection: RTCPeerConnection;
  readonly #seconds = new RtpSeconds();
  #ids: readonly string[] = [];
  #packets = 0;

  constructor(connection: RTCPeerConnection) {
    this.#connection = connection;
  }

  async read(): Promise<Readings> {
    const report = await this.#connection.getStats();
    const known = this.#ids.map((id) => report.get(id) as RtpStats | undefined);
    const entries = known.length > 1 && known.every((entry) => entry !== undefined) ? known : this.#seek(report);
    const reading = { microphone: 0, speaker: 0, packetsReceived: 0 };
    for (const { type, audioLevel = 0, packetsReceived = 0 } of entries) {
      if (type === 'media-source') reading.microphone = audioLevel;
      else {
        reading.speaker = Math.max(reading.speaker, audioLevel);
        reading.packetsReceived += packetsReceived;
      }
    }
    // The other side may go on under another SSRC (music, a transfer at the exchange): a stream of its own, beside the former one.
    if (reading.packetsReceived === this.#packets) this.#ids = [];
    this.#packets = reading.packetsReceived;
    return { ...reading, second: this.#seconds.take(report, entries, performance.now()) };
  }

  #seek(report: RTCStatsReport): readonly RtpStats[] {
    const found: RtpStats[] = [];
    report.forEach((entry: RtpStats) => {
      if (entry.kind === 'audio' && (entry.type === 'media-source' || entry.type === 'inbound-rtp')) found.push(entry);
    });
    this.#ids = found.map(({ id }) => id);
    return found;
  }
}
