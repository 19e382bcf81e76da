import { expect, test } from 'vitest';
import { figures, judge, resultsOf, Samples } from './figures.ts';

test('a ratio is held against the peer of the same run', () => {
  expect(judge(figures.answerToOk, [3, 1, 2], [20, 40, 30])).toMatchObject({ value: 2, peer: 30, ratio: 0.06667, limit: 'ratio <= 0.15', ok: true, n: 3 });
  expect(judge(figures.answerToOk, [6], [30])).toMatchObject({ ratio: 0.2, ok: false });
});

test('an absolute limit needs no peer', () => {
  expect(judge(figures.inviteToFile, [60, 70, 80], [])).toMatchObject({ value: 70, peer: null, ratio: null, ok: true });
  expect(judge(figures.inviteToFile, [120], [])).toMatchObject({ ok: false, limit: '<= 100 ms' });
});

test('what was not measured does not hold', () => {
  const results = resultsOf(new Samples(), ['start', 'load']);
  expect(results).toHaveLength(5);
  expect(results.some((result) => result.ok)).toBe(false);
});
