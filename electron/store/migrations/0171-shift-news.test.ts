import { expect, it } from 'vitest';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';

const product = '01890000-0000-7000-8000-000000000001';

it('migration 0171: a price of before that changes is noted with what it was, and stays so when it changes again', () => {
  const handle = databaseAt(170);
  handle.exec(`INSERT INTO product (id, version, updated_at, sku, name, category, summary, features, price_cents, vat_rate, discounts, terms_keys, languages, active, stocked, lead_days)
    VALUES ('${product}', 1, '2026-01-05T08:00:00.000Z', 'LOI-06', '{"nl":"Loire"}', '{"nl":""}', '{"nl":""}', '[]', 5400, 2100, '[]', '[]', '[]', 1, 1, 0)`);
  migrateTo(handle, 171);
  const set = (cents: number, at: string): void => void handle.prepare('UPDATE product SET price_cents = ?, updated_at = ?').run(cents, at);
  set(4_900, '2026-11-28T20:00:00.000Z');
  set(4_500, '2026-11-28T21:00:00.000Z');
  set(4_500, '2026-11-28T22:00:00.000Z');
  expect(handle.prepare('SELECT kind, product_id, former, at FROM catalogue_news').all()).toEqual([{ kind: 'price', product_id: product, former: 5_400, at: '2026-11-28T21:00:00.000Z' }]);
});
