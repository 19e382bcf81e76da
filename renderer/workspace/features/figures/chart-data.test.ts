import { expect, it } from 'vitest';
import { figuresOf } from '#shared/domain/quality/figures.ts';
import { courseOf } from './chart-data.ts';

const none = figuresOf([], null);
const period = (day: string, value: number) => ({ day, figures: { ...none, pickUp: { value, count: 1, within: null } } });

it('a day off is a gap between two days, and a week without work one between two weeks', () => {
  expect(courseOf([period('2026-10-24', 10), period('2026-10-26', 12)], 'pickUp', 'day')).toEqual({ days: ['2026-10-24', '2026-10-25', '2026-10-26'], values: [10, null, 12] });
  expect(courseOf([period('2026-10-19', 10), period('2026-11-02', 12)], 'pickUp', 'week')).toEqual({ days: ['2026-10-19', '2026-10-26', '2026-11-02'], values: [10, null, 12] });
  expect(courseOf([], 'pickUp', 'day')).toEqual({ days: [], values: [] });
});
