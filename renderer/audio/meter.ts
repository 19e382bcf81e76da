export interface Reading {
  /** Linear level 0..1. */
  readonly microphone: number;
  readonly speaker: number;
  readonly packetsReceived: number;
}

/** What the meter needs of the entries of an RTCStatsReport. */
interface AudioStats {
  readonly type: string;
  readonly kind?: string;
  readonly audioLevel?: number;
  readonly packetsReceived?: number;
}

/**
 * Reads both levels and the packet count from one statistics report: no audio graph has to run for
 * it, and the watchdog in main counts packets anyway.
 */
export async function readMeter(connection: RTCPeerConnection): Promise<Reading> {
  const report = await connection.getStats();
  const reading = { microphone: 0, speaker: 0, packetsReceived: 0 };
  report.forEach((entry: AudioStats) => {
    if (entry.kind !== 'audio') return;
    if (entry.type === 'media-source') reading.microphone = entry.audioLevel ?? 0;
    if (entry.type === 'inbound-rtp') {
      reading.speaker = Math.max(reading.speaker, entry.audioLevel ?? 0);
      reading.packetsReceived += entry.packetsReceived ?? 0;
    }
  });
  return reading;
}
