import { expect, it } from 'vitest';
import { movedFirst } from './moved-first.ts';

const erased = { entity: 'customer', id: 'a', version: 3, row: null };
const moved = { entity: 'note', id: 'n', version: 3, row: { id: 'n', customerId: 'b' } };
const anonymous = { entity: 'interaction', id: 'i', version: 2, row: { id: 'i', customerId: null } };
const removed = { entity: 'note', id: 'm', version: 2, row: null };
const unreadable = 'no change at all';

it('puts rows that name a customer before the erasures of a page, and leaves everything else as central sent it', () => {
  expect(movedFirst([erased, anonymous, unreadable, removed, moved])).toEqual([moved, erased, anonymous, unreadable, removed]);
});

it('leaves a page without erasures alone', () => {
  const page = [{ entity: 'customer', id: 'b', version: 1, row: { id: 'b' } }, removed, moved];
  expect(movedFirst(page)).toBe(page);
});
