import { expect, test } from 'vitest';
import { delaysOf } from './onsets.ts';

test('each sound is matched with the first that was heard after it', () => {
  expect(delaysOf([1000, 1700, 2400], [1120, 1815, 2530], 600)).toEqual([120, 115, 130]);
});

test('a sound that was not heard in time has no delay', () => {
  expect(delaysOf([1000, 1700, 2400], [1120, 2530], 600)).toEqual([120, 130]);
});
