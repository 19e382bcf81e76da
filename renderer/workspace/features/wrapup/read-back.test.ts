import { expect, it } from 'vitest';
import { isChangedSince, readBackAt } from './read-back.ts';

const at = '2026-11-02T09:00:00.000Z';
const read = { 'readBack.text': 'We leveren donderdag.', 'readBack.at': at };

it('a sentence counts as read back only as it was read', () => {
  expect(readBackAt(read, ' We leveren donderdag. ')).toBe(at);
  expect(readBackAt(read, 'We leveren vrijdag.')).toBeNull();
  expect(isChangedSince(read, 'We leveren vrijdag.')).toBe(true);
  expect(isChangedSince(read, 'We leveren donderdag.')).toBe(false);
  expect(readBackAt({}, 'We leveren donderdag.')).toBeNull();
  expect(isChangedSince({}, 'We leveren donderdag.')).toBe(false);
  expect(readBackAt({ 'readBack.text': '', 'readBack.at': at }, '')).toBeNull();
});
