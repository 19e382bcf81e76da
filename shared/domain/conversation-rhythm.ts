import type { VoiceActivity } from './call-quality.ts';

/** Who speaks in a call, and how the two get along. Counted for the operator alone. */
export interface ConversationRhythm {
  readonly operator: boolean;
  readonly customer: boolean;
  /** Since when nobody speaks, milliseconds since 1970; null while somebody does, or while nothing was heard yet. */
  readonly quietSince: number | null;
  /** Since when the operator speaks through the customer; null while not. */
  readonly overlapSince: number | null;
  /** How often the operator spoke through the customer, long enough to be noticed. */
  readonly overlaps: number;
}

/** Shorter is a "yes" or a "hm", which is how one shows to be listening. */
export const noticeableOverlapMs = 900;

export const unheardRhythm: ConversationRhythm = { operator: false, customer: false, quietSince: null, overlapSince: null, overlaps: 0 };

/**
 * Takes the next change of who speaks. Overlap is what the operator does: beginning while the customer has the word. A customer
 * who interrupts is no fault of anybody.
 */
export function hear(rhythm: ConversationRhythm, { operator, customer, at }: VoiceActivity): ConversationRhythm {
  const now = Date.parse(at);
  const began = operator && !rhythm.operator && customer && rhythm.customer;
  const overlapSince = operator && customer ? (rhythm.overlapSince ?? (began ? now : null)) : null;
  const counted = overlapSince === null && rhythm.overlapSince !== null && now - rhythm.overlapSince >= noticeableOverlapMs;
  return {
    operator,
    customer,
    quietSince: operator || customer ? null : (rhythm.quietSince ?? now),
    overlapSince,
    overlaps: rhythm.overlaps + (counted ? 1 : 0),
  };
}

/** After a hold, or a silence that was asked for, listening begins anew; what was counted stays. */
export function listenAnew(rhythm: ConversationRhythm): ConversationRhythm {
  return { ...unheardRhythm, overlaps: rhythm.overlaps };
}
