import { expect, it } from 'vitest';
import { cursorSchema } from '#shared/contract/sync.ts';
import { formatCursor, parseCursor } from './cursor.ts';

it('survives the way to a client and back, and fits the contract', () => {
  const place = { epoch: '0f3c9a', sequence: 123_456_789_012 };
  expect(parseCursor(cursorSchema.parse(formatCursor(place)))).toEqual(place);
});

it.each(['', 'a', 'a-', '-1', 'a-1-2', 'A-1', 'a-x', 'a-9999999999999999', ' a-1', 'a-1\n'])('is none: %j', (text) => {
  expect(parseCursor(text)).toBeNull();
});
