import { expect, test } from 'vitest';
import { median, p95 } from './statistics.ts';

test('the median of an odd number of values is the middle one, whatever their order', () => {
  expect(median([9, 1, 5])).toBe(5);
});

test('the median of an even number of values lies between the two in the middle', () => {
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test('the 95th percentile is interpolated', () => {
  expect(p95(Array.from({ length: 21 }, (_, index) => index))).toBe(19);
  expect(p95([0, 10])).toBeCloseTo(9.5);
});

test('the values stay in their order', () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});

test('nothing measured is no number', () => {
  expect(median([])).toBeNaN();
  expect(p95([])).toBeNaN();
});
