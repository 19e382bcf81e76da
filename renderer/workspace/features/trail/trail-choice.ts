import type { IdentityCheck } from '#shared/domain/identity/entities.ts';
import type { TrailWish } from '#shared/domain/identity/trail.ts';
import { queueWish, type DayChoice } from '../figures/span.ts';

export const trailKinds = ['wrong', 'passed', 'carried', 'gave-up', 'registered'] as const satisfies readonly IdentityCheck['kind'][];

/** Of which days, whose checks, and how they ended. */
export interface TrailChoice extends DayChoice {
  readonly agentId: string | null;
  readonly kind: IdentityCheck['kind'] | null;
}

/** @returns what is asked of central; null where the chosen days are none. @param now milliseconds */
export function trailWish({ agentId, kind, ...days }: TrailChoice, now: number): TrailWish | null {
  const span = queueWish({ ...days, team: null }, now);
  return span === null ? null : { from: span.from, until: span.until, agentId, customerId: null, kind };
}
