import { expect, it } from 'vitest';
import { firstQueueChoice, queueWish, type QueueChoice } from './span.ts';

const now = new Date(2026, 2, 31, 14, 20).getTime();
const choice: QueueChoice = { ...firstQueueChoice(now), team: 'Avond' };
const local = (...of: [number, number, number]) => new Date(...of).toISOString();

it('days are whole calendar days of this place, also over a change of the clock', () => {
  expect(choice).toMatchObject({ span: 'month', first: '2026-03-04', last: '2026-03-31' });
  expect(queueWish(choice, now)).toMatchObject({ from: local(2026, 2, 4), until: local(2026, 3, 1), bucket: 'day', team: 'Avond' });
  expect(queueWish({ ...choice, span: 'today' }, now)).toMatchObject({ from: local(2026, 2, 31), until: local(2026, 3, 1) });
});

it('own days are one or more, at most a year; many are drawn by week', () => {
  const own = (first: string, last: string) => queueWish({ ...choice, span: 'own', first, last }, now);
  expect(own('2026-03-05', '2026-03-05')).toMatchObject({ from: local(2026, 2, 5), until: local(2026, 2, 6), bucket: 'day' });
  expect(own('2026-01-01', '2026-03-31')).toMatchObject({ bucket: 'week' });
  expect([own('2026-03-06', '2026-03-05'), own('', '2026-03-05'), own('2024-01-01', '2026-03-05')]).toEqual([null, null, null]);
});
