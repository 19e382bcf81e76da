import type { RtpSecond } from '#shared/ipc/audio-list.ts';

/** What is used of the entries of an RTCStatsReport (W3C webrtc-stats). Times are in seconds there. */
export interface RtpStats {
  readonly id: string;
  readonly type: string;
  readonly kind?: string;
  readonly audioLevel?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly packetsDiscarded?: number;
  readonly jitter?: number;
  readonly jitterBufferDelay?: number;
  readonly jitterBufferEmittedCount?: number;
  readonly codecId?: string;
  readonly mimeType?: string;
  readonly transportId?: string;
  readonly localId?: string;
  readonly roundTripTime?: number;
  readonly fractionLost?: number;
  readonly selectedCandidatePairId?: string;
  readonly currentRoundTripTime?: number;
  readonly remoteId?: string;
}

interface Report {
  get(id: string): unknown;
  forEach(visit: (entry: RtpStats) => void): void;
}

type Totals = Record<'received' | 'lost' | 'discarded' | 'bufferDelay' | 'emitted', number>;

const none: Totals = { received: 0, lost: 0, discarded: 0, bufferDelay: 0, emitted: 0 };
/** Less than a second by as much as a timer may be early: readings come every half of one. */
const secondMs = 900;

/** The differences between readings a second apart: the connection counts from its beginning. */
export class RtpSeconds {
  #before: { readonly at: number; readonly totals: Totals } | null = null;
  #roundTripId: string | null = null;

  /**
   * @param entries the inbound streams among others.
   * @param at milliseconds of any clock that does not jump.
   * @returns null while the second is not over.
   */
  take(report: Report, entries: readonly RtpStats[], at: number): Omit<RtpSecond, 'slot'> | null {
    if (this.#before !== null && at - this.#before.at < secondMs) return null;
    const inbound = entries.filter(({ type }) => type === 'inbound-rtp');
    const totals = inbound.reduce(add, none);
    const before = this.#before;
    this.#before = { at, totals };
    if (before === null) return null;
    const newest = inbound.reduce<RtpStats | undefined>((found, one) => ((one.packetsReceived ?? 0) >= (found?.packetsReceived ?? 0) ? one : found), undefined);
    const emitted = totals.emitted - before.totals.emitted;
    return {
      received: grown(totals, before.totals, 'received'),
      // A packet that was counted lost and came late after all makes the total fall.
      lost: grown(totals, before.totals, 'lost'),
      discarded: grown(totals, before.totals, 'discarded'),
      jitterMs: (newest?.jitter ?? 0) * 1000,
      bufferMs: emitted > 0 ? (1000 * (totals.bufferDelay - before.totals.bufferDelay)) / emitted : 0,
      roundTripMs: this.#roundTripMs(report, newest),
      sentLossPercent: this.#sentLossPercent(report),
      codec: codecName(report, newest),
    };
  }

  /** RTCP first (RFC 3550 section 6.4.1): behind a relay the candidate pair knows the way to the relay alone. */
  #roundTripMs(report: Report, inbound: RtpStats | undefined): number | null {
    const known = this.#roundTripId === null ? undefined : (report.get(this.#roundTripId) as RtpStats | undefined);
    const entry = known ?? this.#seekRoundTrip(report);
    const transport = inbound?.transportId === undefined ? undefined : (report.get(inbound.transportId) as RtpStats | undefined);
    const pair = transport?.selectedCandidatePairId === undefined ? undefined : (report.get(transport.selectedCandidatePairId) as RtpStats | undefined);
    const seconds = entry?.roundTripTime ?? pair?.currentRoundTripTime;
    return seconds === undefined ? null : seconds * 1000;
  }

  /** Call it after {@link #roundTripMs}, which seeks the other side's report. */
  #sentLossPercent(report: Report): number | null {
    const entry = this.#roundTripId === null ? undefined : (report.get(this.#roundTripId) as RtpStats | undefined);
    return entry?.fractionLost === undefined ? null : 100 * Math.min(1, Math.max(0, entry.fractionLost));
  }

  #seekRoundTrip(report: Report): RtpStats | undefined {
    let found: RtpStats | undefined;
    report.forEach((entry) => {
      if (entry.type === 'remote-inbound-rtp' && entry.kind === 'audio' && entry.roundTripTime !== undefined) found = entry;
    });
    this.#roundTripId = found?.id ?? null;
    return found;
  }
}

function add(totals: Totals, stream: RtpStats): Totals {
  return {
    received: totals.received + (stream.packetsReceived ?? 0),
    lost: totals.lost + (stream.packetsLost ?? 0),
    discarded: totals.discarded + (stream.packetsDiscarded ?? 0),
    bufferDelay: totals.bufferDelay + (stream.jitterBufferDelay ?? 0),
    emitted: totals.emitted + (stream.jitterBufferEmittedCount ?? 0),
  };
}

function grown(now: Totals, before: Totals, name: 'received' | 'lost' | 'discarded'): number {
  return Math.max(0, now[name] - before[name]);
}

function codecName(report: Report, inbound: RtpStats | undefined): string {
  const codec = inbound?.codecId === undefined ? undefined : (report.get(inbound.codecId) as RtpStats | undefined);
  return codec?.mimeType?.replace(/^audio\//i, '') ?? '';
}
