import type { Wire } from '../capture/wire.ts';
import type { Samples } from '../report/figures.ts';
import type { Subject } from '../subjects/subject.ts';

/** What a run of measurements works with. */
export interface Bench {
  readonly subjects: readonly Subject[];
  readonly wire: Wire;
  readonly samples: Samples;
  /** One line about how far it is. */
  readonly say: (line: string) => void;
}

/** Each subject once per round, and the other one first in every second round, so that neither always follows the other. */
export function* alternating<T>(subjects: readonly T[], rounds: number): Generator<{ readonly round: number; readonly subject: T }> {
  for (let round = 0; round < rounds; round++) {
    for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) yield { round, subject };
  }
}

/** Between a call that was closed and the next one: no exchange is quicker, and what follows the closing (sync, the screen of who waits) is done. */
export const betweenCallsMs = 1_000;

/** How long the operator lets it ring: nobody answers faster. Until then nothing is asked of a page that draws what rings: reading its clock alone takes 15 ms of it. */
export const ringMs = 500;
