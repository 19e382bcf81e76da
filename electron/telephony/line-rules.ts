import type { NotReadyReason } from '#shared/domain/agent-state.ts';
import { isLive, type Call } from '#shared/domain/call.ts';
import type { OwnAvailability } from '#shared/domain/presence.ts';
import type { LineSettings } from '#shared/domain/settings.ts';

/** How the operator's line treats a new call, beside what provisioning says. */
export interface LineRules {
  readonly doNotDisturb: boolean;
  readonly whileTalking: LineSettings['whileTalking'];
  /** Where calls go while the operator is not ready; null: they ring. */
  readonly forwardTo: string | null;
  readonly isReady: boolean;
  /** What the operator does in place of taking calls; null: nothing, or they are in a conversation or its wrap-up. */
  readonly notReady: NotReadyReason | null;
}

export const openLine: LineRules = { doNotDisturb: false, whileTalking: 'offer', forwardTo: null, isReady: true, notReady: null };

/** @returns what the operator says of themselves. No colleague needs to know which break it is, or which work. */
export function availabilityOf({ doNotDisturb, notReady }: LineRules): OwnAvailability {
  if (doNotDisturb) return 'do-not-disturb';
  if (notReady === null) return 'available';
  return notReady === 'break' || notReady === 'lunch' ? 'break' : 'not-ready';
}

/**
 * What is done with a new call. `turn-away` is answered with `status`, and shown as missed when
 * `isMissed`; `forward` is answered 302.
 */
export type Reception =
  | { readonly kind: 'offer' }
  | { readonly kind: 'turn-away'; readonly status: 480 | 486; readonly reason: string; readonly isMissed: boolean }
  | { readonly kind: 'forward'; readonly target: string };

/**
 * Busy is 486, so that the queue offers the call to somebody else at once; do not disturb is 480, for
 * the operator is there but cannot be had (RFC 3261 sections 21.4.18 and 21.4.24). A line that has no
 * room left shows nothing: a flood of calls must not fill the screen.
 */
export function receptionOf(calls: readonly Call[], rules: LineRules, maxCalls: number): Reception {
  const live = calls.filter(isLive).length;
  if (live >= maxCalls) return { kind: 'turn-away', status: 486, reason: 'Busy Here', isMissed: false };
  if (rules.doNotDisturb) return { kind: 'turn-away', status: 480, reason: 'Do Not Disturb', isMissed: true };
  if (!rules.isReady && rules.forwardTo !== null && live === 0) return { kind: 'forward', target: rules.forwardTo };
  if (rules.whileTalking === 'busy' && live > 0) return { kind: 'turn-away', status: 486, reason: 'Busy Here', isMissed: true };
  return { kind: 'offer' };
}
