import { expect, it } from 'vitest';
import type { Clock } from '#shared/domain/clock.ts';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { articleRow } from '../../../tests/fixtures/articles.ts';
import { productRow, stockRow, termsRow } from '../../../tests/fixtures/ordering.ts';
import { databaseAt } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import type { StoreContext } from '../services/context.ts';
import { markRead, markSeen, shiftNews } from './shift-news.ts';
import { isShiftUnknown, learnShift, noteWork } from './shift.ts';

const today = '2026-11-29';

it('what changed since the last shift is told until it was seen, each thing once', () => {
  let now = '2026-11-28T08:00:00.000Z';
  const clock: Clock = { ...systemClock, now: () => Date.parse(now) };
  const db = new Connection(databaseAt(), { clock: systemClock, logger: silentLogger });
  const context: StoreContext = { db, clock, country: () => 'BE', agentId: () => null };
  const product = productRow({ priceCents: 5_400, name: { nl: 'Loire' } });
  const stock = stockRow(product, 3);
  const [read, changed] = [articleRow({ title: 'Gelezen', changedAt: '2026-11-28T17:00:00.000Z' }), articleRow({ title: 'Levering' })];
  const kinds = (): string[] => shiftNews(db, today).items.map(({ kind }) => kind);

  noteWork(context);
  db.write((writer) => {
    tables.product.put(writer, product);
    tables.stock.put(writer, stock);
    for (const article of [read, changed]) tables.article.put(writer, article);
  });
  expect(shiftNews(db, today)).toEqual({ since: null, items: [] });
  // A break is no end of a shift.
  now = '2026-11-28T10:00:00.000Z';
  noteWork(context);
  now = '2026-11-28T13:30:00.000Z';
  noteWork(context);
  expect(shiftNews(db, today).since).toBeNull();

  // In the evening and at night the centre changes things.
  const at = '2026-11-28T20:00:00.000Z';
  db.write((writer) => {
    tables.article.put(writer, { ...changed, version: 2, edition: 2, changedAt: at, changedSummary: 'Sneller.' });
    tables.product.put(writer, { ...product, version: 2, updatedAt: at, priceCents: 4_900 });
    tables.stock.put(writer, { ...stock, version: 2, updatedAt: at, onHand: 0 });
    tables.salesTerms.put(writer, termsRow({ updatedAt: at }));
  });
  now = '2026-11-29T07:58:00.000Z';
  noteWork(context);
  markRead(context, [{ id: read.id, edition: 1 }]);
  expect(shiftNews(db, today).since).toBe('2026-11-28T13:30:00.000Z');
  expect(kinds()).toEqual(['article', 'terms', 'price', 'stock']);
  expect(shiftNews(db, today).items).toMatchObject([{ title: 'Levering', summary: 'Sneller.' }, {}, { formerCents: 5_400, cents: 4_900 }, { isAvailable: false }]);

  // What is again as it was is no news.
  db.write((writer) => tables.stock.put(writer, { ...stock, version: 3, updatedAt: '2026-11-29T08:10:00.000Z', onHand: 12 }));
  expect(kinds()).toEqual(['article', 'terms', 'price']);
  now = '2026-11-29T08:20:00.000Z';
  noteWork(context);
  markSeen(context);
  expect(kinds()).toEqual(['article']);
  markRead(context, [{ id: changed.id, edition: 2 }]);
  expect(kinds()).toEqual([]);
  db.write((writer) => tables.article.put(writer, { ...changed, version: 3, edition: 3, changedAt: '2026-11-29T09:00:00.000Z' }));
  expect(kinds()).toEqual(['article']);
});

it('on a device that was wiped, central says when the shift before ended', () => {
  const clock: Clock = { ...systemClock, now: () => Date.parse('2026-11-29T08:00:00.000Z') };
  const db = new Connection(databaseAt(), { clock: systemClock, logger: silentLogger });
  const context: StoreContext = { db, clock, country: () => 'BE', agentId: () => null };
  noteWork(context);
  // Signed out for a quarter of an hour: the same shift.
  learnShift(context, '2026-11-29T07:45:00.000Z');
  expect(isShiftUnknown(context)).toBe(true);
  learnShift(context, '2026-11-28T17:00:00.000Z');
  expect(shiftNews(db, today).since).toBe('2026-11-28T17:00:00.000Z');
});
