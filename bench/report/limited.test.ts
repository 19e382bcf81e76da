import { expect, test } from 'vitest';
import { judgeBy } from './limited.ts';

test('a limit is held by what it speaks of, and stands beside what is known to be possible', () => {
  const values = [1, 2, 3, 50];
  expect(judgeBy({ name: 'a', unit: 'ms', limit: { of: 'median', most: 3, bracket: '2' } }, values)).toMatchObject({ value: 2.5, limit: '<= 3 ms [2]', ok: true });
  expect(judgeBy({ name: 'a', unit: 'ms', limit: { of: 'p95', most: 3, bracket: null } }, values)).toMatchObject({ limit: 'p95 <= 3 ms', ok: false });
  expect(judgeBy({ name: 'a', unit: 'ms', limit: { of: 'worst', most: 49, bracket: null } }, values)).toMatchObject({ value: 50, ok: false });
  expect(judgeBy({ name: 'a', unit: '%', limit: { of: 'median', least: 95, bracket: null } }, [96])).toMatchObject({ limit: '>= 95 %', ok: true });
});

test('what was not measured does not hold', () => {
  expect(judgeBy({ name: 'a', unit: 'ms', limit: { of: 'p95', most: 3, bracket: null } }, [])).toMatchObject({ ok: false });
});
