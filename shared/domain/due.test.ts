import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byPressure, urgencyOf } from './due.ts';
import { prioritySchema } from './file-entities.ts';

const now = Date.parse('2026-11-27T09:00:00.000Z');
const at = (hours: number): string => new Date(now + hours * 3_600_000).toISOString();

it('warns earlier of what matters more', () => {
  expect((['high', 'normal', 'low'] as const).map((priority) => [1.5, 3, 5].map((hours) => urgencyOf(at(hours), now, priority)).join())).toEqual(['soon,soon,today', 'soon,today,today', 'today,today,today']);
  expect([urgencyOf(at(0), now), urgencyOf(at(30), now)]).toEqual(['late', 'later']);
});

it('puts what is late first, then what is near; among those priority, then the deadline; nothing is lost', () => {
  const work = fc.record({ id: fc.uuid(), dueAt: fc.integer({ min: -50, max: 80 }).map(at), priority: fc.constantFrom(...prioritySchema.options) });
  const urgencies = ['late', 'soon', 'today', 'later'];
  fc.assert(
    fc.property(fc.uniqueArray(work, { selector: ({ id }) => id }), (all) => {
      const sorted = byPressure(all, now);
      expect(new Set(sorted)).toEqual(new Set(all));
      const ranks = sorted.map((one) => urgencies.indexOf(urgencyOf(one.dueAt, now, one.priority)));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(byPressure(all.toReversed(), now)).toEqual(sorted);
    }),
  );
});
