import type { QualityLevel, QualityReport, QualitySample } from './call-quality.ts';

/** Weight of the newest second in the smoothed MOS: some five seconds count. */
const weight = 0.25;
/** ITU-T G.109: R 80 (MOS 4.02) and over satisfies, below R 70 (3.60) many are dissatisfied. */
const goodFrom = 4.0;
const poorBelow = 3.6;
/** A level is left only when the MOS is this far beyond its bound, ... */
const margin = 0.05;
/** ... and has been for so many seconds: to the worse sooner than to the better, for a warning that comes and goes is none. */
const secondsToWorse = 4;
const secondsToBetter = 8;

const order: readonly QualityLevel[] = ['poor', 'fair', 'good'];

/** Makes of a call's seconds a level that changes calmly, and at its end a report. */
export class QualityJudge {
  #level: QualityLevel = 'unknown';
  #smoothed: number | null = null;
  #worst = 5;
  #candidate: QualityLevel = 'unknown';
  #candidateSeconds = 0;
  #seconds = 0;
  #sums = { mos: 0, loss: 0, jitter: 0 };
  #roundTrips = { sum: 0, count: 0 };
  #codec = '';

  get level(): QualityLevel {
    return this.#level;
  }

  /** @returns whether the level changed. */
  take(sample: QualitySample): boolean {
    this.#count(sample);
    const smoothed = this.#smoothed === null ? sample.mos : this.#smoothed + weight * (sample.mos - this.#smoothed);
    this.#smoothed = smoothed;
    this.#worst = Math.min(this.#worst, smoothed);
    const next = this.#levelOf(smoothed);
    if (next !== this.#candidate) {
      this.#candidate = next;
      this.#candidateSeconds = 0;
    }
    this.#candidateSeconds++;
    if (next === this.#level || this.#candidateSeconds < this.#patience(next)) return false;
    this.#level = next;
    return true;
  }

  /** Null when nothing was measured. */
  get report(): QualityReport | null {
    const seconds = this.#seconds;
    if (seconds === 0) return null;
    const { mos, loss, jitter } = this.#sums;
    const { sum, count } = this.#roundTrips;
    return {
      seconds,
      mosMean: round(mos / seconds, 2),
      mosWorst: round(this.#worst, 2),
      lossPercent: round(loss / seconds, 2),
      jitterMs: round(jitter / seconds, 1),
      roundTripMs: count === 0 ? null : round(sum / count, 1),
      codec: this.#codec,
    };
  }

  /** The level of a MOS, with a margin in favour of the present level. */
  #levelOf(mos: number): QualityLevel {
    const good = goodFrom + (this.#level === 'good' ? -margin : this.#level === 'unknown' ? 0 : margin);
    const poor = poorBelow + (this.#level === 'poor' ? margin : this.#level === 'unknown' ? 0 : -margin);
    if (mos >= good) return 'good';
    return mos < poor ? 'poor' : 'fair';
  }

  #patience(next: QualityLevel): number {
    if (this.#level === 'unknown') return next === 'good' ? 1 : secondsToWorse;
    return order.indexOf(next) < order.indexOf(this.#level) ? secondsToWorse : secondsToBetter;
  }

  #count({ mos, lossPercent, jitterMs, roundTripMs, codec }: QualitySample): void {
    this.#seconds++;
    this.#sums.mos += mos;
    this.#sums.loss += lossPercent;
    this.#sums.jitter += jitterMs;
    if (roundTripMs !== null) {
      this.#roundTrips.sum += roundTripMs;
      this.#roundTrips.count++;
    }
    this.#codec = codec;
  }
}

function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
