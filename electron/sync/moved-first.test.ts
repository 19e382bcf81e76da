import { expect, it } from 'vitest';
import { movedFirst } from './moved-first.ts';

const erased = { entity: 'customer', id: 'a', version: 3, row: null };
const newcomer = { entity: 'customer', id: 'b', version: 1, row: { id: 'b' } };
const moved = { entity: 'note', id: 'n', version: 3, row: { id: 'n', customerId: 'b' } };
const anonymous = { entity: 'interaction', id: 'i', version: 2, row: { id: 'i', customerId: null } };
const removed = { entity: 'note', id: 'm', version: 2, row: null };
const unreadable = 'no change at all';

it('puts customers, and rows that name one, before the erasures of a page, parents before children, and leaves everything else as central sent it', () => {
  expect(movedFirst([erased, newcomer, anonymous, unreadable, removed, moved])).toEqual([newcomer, moved, erased, anonymous, unreadable, removed]);
});

it('leaves a page without erasures alone', () => {
  const page = [newcomer, removed, moved];
  expect(movedFirst(page)).toBe(page);
});
