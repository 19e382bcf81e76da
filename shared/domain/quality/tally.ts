import { z } from 'zod';
import type { VoiceActivity } from '../call-quality.ts';
import { hear, listenAnew, noticeableOverlapMs, unheardRhythm, type ConversationRhythm } from '../conversation-rhythm.ts';
import { instantSchema } from '../ids.ts';

const amount = z.number().int().min(0);

/** What is counted of a call while it goes on: totals since its answer, so that telling them twice does no harm. */
export const callTallySchema = z.strictObject({
  /** Holds that are over, milliseconds. */
  holdMs: amount,
  /** Holds that were begun. */
  holds: amount,
  /** Since when the other side is on hold; null while it is not. */
  heldSince: instantSchema.nullable(),
  /** Somebody was heard: silence and overlap mean something. */
  heard: z.boolean(),
  silenceMs: amount,
  silences: amount,
  overlapMs: amount,
  overlaps: amount,
});
export type CallTally = z.infer<typeof callTallySchema>;

/** Shorter is a breath between two sentences. The whole stretch counts, from its first moment. */
export const noticeableSilenceMs = 3_000;

/** A call that is being counted: what is certain, and what is still going on. */
export interface Counting {
  readonly tally: CallTally;
  readonly rhythm: ConversationRhythm;
}

export const nothingCounted: Counting = {
  tally: { holdMs: 0, holds: 0, heldSince: null, heard: false, silenceMs: 0, silences: 0, overlapMs: 0, overlaps: 0 },
  rhythm: unheardRhythm,
};

/** Takes the next change of who speaks. On hold nothing is silence and nothing overlaps. */
export function heard(counting: Counting, activity: VoiceActivity): Counting {
  if (counting.tally.heldSince !== null) return counting;
  const { rhythm: before } = counting;
  const rhythm = hear(before, activity);
  const tally = settled(counting.tally, before, { quiet: rhythm.quietSince !== null, overlap: rhythm.overlapSince !== null }, Date.parse(activity.at));
  return { rhythm, tally: tally.heard || !(activity.operator || activity.customer) ? tally : { ...tally, heard: true } };
}

/** The other side is put on hold, or taken back: at once what was being counted is certain. */
export function held(counting: Counting, isHeld: boolean, at: string): Counting {
  const { heldSince } = counting.tally;
  if (isHeld === (heldSince !== null)) return counting;
  if (heldSince === null) {
    const { rhythm, tally } = paused(counting, at);
    return { rhythm, tally: { ...tally, holds: tally.holds + 1, heldSince: at } };
  }
  return { ...counting, tally: { ...counting.tally, heldSince: null, holdMs: counting.tally.holdMs + between(heldSince, at) } };
}

/** Nobody is listened to from here on (muted, held by the other side, over): what was being counted is certain. */
export function paused({ tally, rhythm }: Counting, at: string): Counting {
  return { rhythm: listenAnew(rhythm), tally: settled(tally, rhythm, { quiet: false, overlap: false }, Date.parse(at)) };
}

/** The call is over: a hold ends with it. */
export function ended(counting: Counting, at: string): Counting {
  return held(paused(counting, at), false, at);
}

/** Adds what has just ended: `goesOn` says what has not. */
function settled(tally: CallTally, { quietSince, overlapSince }: ConversationRhythm, goesOn: { readonly quiet: boolean; readonly overlap: boolean }, now: number): CallTally {
  const quietMs = quietSince === null || goesOn.quiet ? 0 : now - quietSince;
  const overlapMs = overlapSince === null || goesOn.overlap ? 0 : now - overlapSince;
  const silent = quietMs >= noticeableSilenceMs;
  const overlapped = overlapMs >= noticeableOverlapMs;
  if (!silent && !overlapped) return tally;
  return {
    ...tally,
    silenceMs: tally.silenceMs + (silent ? quietMs : 0),
    silences: tally.silences + (silent ? 1 : 0),
    overlapMs: tally.overlapMs + (overlapped ? overlapMs : 0),
    overlaps: tally.overlaps + (overlapped ? 1 : 0),
  };
}

function between(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}
