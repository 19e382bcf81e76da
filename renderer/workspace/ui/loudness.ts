/** The quietest level that still moves a bar, in dB below full scale. */
const floorDb = -54;

/** @returns 0 to 1 for an RMS of 0 to 1: loudness is heard in decibels, so that is how it is drawn. */
export function loudness(rms: number): number {
  if (rms <= 0) return 0;
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(rms)) / floorDb));
}
