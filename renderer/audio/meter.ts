export interface Reading {
  /** Linear level 0..1. */
  readonly microphone: number;
  readonly speaker: number;
  readonly packetsReceived: number;
}

/** What the meter needs of the entries of an RTCStatsReport. */
interface AudioStats {
  readonly id: string;
  readonly type: string;
  readonly kind?: string;
  readonly audioLevel?: number;
  readonly packetsReceived?: number;
}

/**
 * Reads both levels and the packet count from the connection's statistics: no audio graph has to run for
 * it, and the watchdog in main counts packets anyway. Looking through a whole report makes an object of
 * each of its forty entries, so the few that count are looked up by their ids, and sought again when one
 * has gone.
 */
export class Meter {
  readonly #connection: RTCPeerConnection;
  #ids: readonly string[] = [];
  #packets = 0;

  constructor(connection: RTCPeerConnection) {
    this.#connection = connection;
  }

  async read(): Promise<Reading> {
    const report = await this.#connection.getStats();
    const known = this.#ids.map((id) => report.get(id) as AudioStats | undefined);
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
    return reading;
  }

  #seek(report: RTCStatsReport): readonly AudioStats[] {
    const found: AudioStats[] = [];
    report.forEach((entry: AudioStats) => {
      if (entry.kind === 'audio' && (entry.type === 'media-source' || entry.type === 'inbound-rtp')) found.push(entry);
    });
    this.#ids = found.map(({ id }) => id);
    return found;
  }
}
