import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { accuracyShare, countEntry } from './accuracy.ts';

it.each([
  ['', '0478 12 34 56', false, { entered: 10, corrected: 0 }],
  ['0478 12 34 56', '0478 12 35 56', true, { entered: 0, corrected: 1 }],
  ['0478 12 34 56', '0478 12 35 56', false, { entered: 1, corrected: 0 }],
  ['jan@telenet', 'jan@telenet.be', true, { entered: 0, corrected: 2 }],
  ['12345', '', true, { entered: 0, corrected: 5 }],
  ['12345', '', false, { entered: 0, corrected: 0 }],
  ['0123.456.749', '0123 456 749', true, { entered: 0, corrected: 0 }],
])('%j becomes %j (own: %s): %j', (before, after, isOwn, expected) => expect(countEntry(before, after, isOwn)).toEqual(expected));

test('never more is counted than stands there, and nothing where nothing changed', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.boolean(), (before, after, isOwn) => {
      const { entered, corrected } = countEntry(before, after, isOwn);
      expect(entered).toBeLessThanOrEqual(after.length);
      expect(corrected).toBeLessThanOrEqual(Math.max(before.length, after.length));
      expect(countEntry(after, after, isOwn)).toEqual({ entered: 0, corrected: 0 });
    }),
  );
});

test('of a few characters no share is told', () => {
  expect(accuracyShare([{ entered: 99, corrected: 9 }])).toBeNull();
  expect(accuracyShare([{ entered: 150, corrected: 3 }, { entered: 50, corrected: 1 }])).toBe(0.02);
});
