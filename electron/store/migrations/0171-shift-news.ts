import type { Migration } from '../database/migrate.ts';

const left = (row: string): string => `(${row}.on_hand - ${row}.allocated - ${row}.held > 0)`;

/**
 * What an operator has read of the articles, and what of the catalogue is not as they left it: triggers note it with the row itself. What
 * was first noted stays what there was before, until the operator has seen it.
 */
export const shiftNews: Migration = {
  version: 171,
  name: 'shift-news',
  up(handle) {
    handle.exec(`
      CREATE TABLE article_read (article_id TEXT PRIMARY KEY, edition INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE catalogue_news (kind TEXT NOT NULL, product_id TEXT NOT NULL, former INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (kind, product_id)) STRICT, WITHOUT ROWID;
      CREATE TRIGGER product_news AFTER UPDATE ON product WHEN old.price_cents <> new.price_cents BEGIN
        INSERT INTO catalogue_news (kind, product_id, former, at) VALUES ('price', new.id, old.price_cents, new.updated_at)
          ON CONFLICT (kind, product_id) DO UPDATE SET at = excluded.at;
      END;
      CREATE TRIGGER stock_news AFTER UPDATE ON stock WHEN ${left('old')} <> ${left('new')} BEGIN
        INSERT INTO catalogue_news (kind, product_id, former, at) VALUES ('stock', new.product_id, ${left('old')}, new.updated_at)
          ON CONFLICT (kind, product_id) DO UPDATE SET at = excluded.at;
      END;
    `);
  },
};
