import { expect, test } from 'vitest';
import { lostMs } from './crashes.ts';

test('packets that come late lose nothing', () => {
  expect(lostMs([0, 21, 40, 95, 96, 101])).toBe(0);
});

test('every packet that was not sent is 20 ms of sound', () => {
  expect(lostMs([0, 20, 100, 120])).toBe(60);
});

test('a stream that stopped altogether is not taken for one that lost nothing', () => {
  expect(lostMs([])).toBe(Number.POSITIVE_INFINITY);
});
