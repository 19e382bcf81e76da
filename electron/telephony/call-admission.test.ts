import { expect, test } from 'vitest';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { CallAdmission } from './call-admission.ts';

test('a handful of calls is let in at once, and then one at a time', () => {
  const clock = new ManualClock();
  const admission = new CallAdmission(clock);
  expect(Array.from({ length: 8 }, () => admission.admit())).toEqual([true, true, true, true, true, true, false, false]);
  clock.advance(1_499);
  expect(admission.admit()).toBe(false);
  clock.advance(1);
  expect([admission.admit(), admission.admit()]).toEqual([true, false]);
  clock.advance(60_000);
  expect(Array.from({ length: 7 }, () => admission.admit()).filter(Boolean)).toHaveLength(6);
});

test('an operator who deals with every call is never refused one', () => {
  const admission = new CallAdmission(new ManualClock());
  for (let call = 0; call < 1_000; call++) {
    expect(admission.admit()).toBe(true);
    admission.giveBack();
  }
});
