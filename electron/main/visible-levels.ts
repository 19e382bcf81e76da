import type { Levels } from '../telephony/telephony.ts';

/** What a bar on the screen can show: finer steps are not seen. */
const stepDb = 1.5;
const floorDb = -54;

/**
 * Tells the levels for which a bar on the screen would move. A conversation is silent on one side most of
 * the time, and for silence nothing has to be sent, drawn and composed.
 */
export class VisibleLevels {
  #shown = '';

  /** @returns whether these look different from the last ones that did. */
  differ({ callId, microphone, speaker }: Levels): boolean {
    const shown = `${callId} ${stepOf(microphone)} ${stepOf(speaker)}`;
    if (shown === this.#shown) return false;
    this.#shown = shown;
    return true;
  }
}

function stepOf(level: number): number {
  return level <= 0 ? 0 : Math.max(0, Math.round((20 * Math.log10(level) - floorDb) / stepDb));
}
