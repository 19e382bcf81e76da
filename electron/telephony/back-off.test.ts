import { expect, test } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { BackOff } from './back-off.ts';

test('doubles up to eight seconds, between half and the whole of its limit', () => {
  const low = new BackOff(new ManualClock(), () => 0);
  const high = new BackOff(new ManualClock(), () => 1);
  const rounds = Array.from({ length: 6 }, () => [low.next(), high.next()]);
  expect(rounds).toEqual([
    [400, 800],
    [800, 1_600],
    [1_600, 3_200],
    [3_200, 6_400],
    [4_000, 8_000],
    [4_000, 8_000],
  ]);
});

test('a server that was good for a minute is tried soon again, one that flaps is not', () => {
  const clock = new ManualClock();
  const backOff = new BackOff(clock, () => 1);
  backOff.next();
  backOff.trust();
  clock.advance(5_000);
  expect(backOff.next()).toBe(1_600);
  backOff.trust();
  clock.advance(60_000);
  expect(backOff.next()).toBe(800);
});
