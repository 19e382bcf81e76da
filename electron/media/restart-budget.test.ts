import { expect, test } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { RestartBudget } from './restart-budget.ts';

test('the first restart is at once, later ones wait longer, the sixth within a minute is refused', () => {
  const budget = new RestartBudget(new ManualClock());
  expect([1, 2, 3, 4, 5, 6].map(() => budget.next())).toEqual([0, 200, 1_000, 3_000, 5_000, null]);
});

test('deaths older than a minute are forgotten', () => {
  const clock = new ManualClock();
  const budget = new RestartBudget(clock);
  for (let death = 0; death < 5; death++) budget.next();
  clock.advance(60_000);
  expect(budget.next()).toBe(0);
});
