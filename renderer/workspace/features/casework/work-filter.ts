import type { DueWork } from '#shared/domain/customer-file.ts';
import { urgencyOf } from '#shared/domain/due.ts';

export const whoms = ['own', 'mine', 'nobody', 'all'] as const;
export const kinds = ['all', 'case', 'promise'] as const;
export const whens = ['all', 'late', 'today'] as const;

/** Which work is looked at. `own` is mine and nobody's. */
export interface WorkFilter {
  readonly whom: (typeof whoms)[number];
  readonly kind: (typeof kinds)[number];
  readonly when: (typeof whens)[number];
}

/** @returns whether it is past its deadline, or near enough to be warned of. */
export function isPressing({ dueAt, priority }: Pick<DueWork, 'dueAt' | 'priority'>, now: number): boolean {
  return ['late', 'soon'].includes(urgencyOf(dueAt, now, priority));
}

export function chosenWork(work: readonly DueWork[], { whom, kind, when }: WorkFilter, now: number): readonly DueWork[] {
  return work.filter((one) => {
    if (kind !== 'all' && one.kind !== kind) return false;
    if (whom === 'mine' && !one.isMine) return false;
    if (whom === 'nobody' && one.ownerId !== null) return false;
    const urgency = urgencyOf(one.dueAt, now, one.priority);
    return when === 'all' || urgency === 'late' || (when === 'today' && urgency !== 'later');
  });
}
