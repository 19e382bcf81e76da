import type { Migration } from '../database/migrate.ts';

/** All that a product is found by, in every language: its number, name, category, and the values of its features. */
const wordsOf = (row: string): string => `${row}.sku || ' ' ||
  coalesce((SELECT group_concat(atom, ' ') FROM json_tree(json_array(json(${row}.name), json(${row}.category), json(${row}.summary))) WHERE atom IS NOT NULL), '') || ' ' ||
  coalesce((SELECT group_concat(atom, ' ') FROM json_tree(${row}.features) WHERE atom IS NOT NULL AND path LIKE '%.value'), '')`;

/**
 * What is sold and what was ordered. A catalogue is small beside the customers, and changes seldom: its words are kept
 * by triggers alone. The tokenizer folds letters as `foldedWords` does (a test holds the two together), so that typed words find
 * products as they find customers; only ligatures such as "fi" in one sign, which that takes apart, it leaves whole.
 */
export const orders: Migration = {
  version: 70,
  name: 'orders',
  up(handle) {
    handle.exec(`
      CREATE TABLE product (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        sku TEXT NOT NULL, name TEXT NOT NULL, category TEXT NOT NULL, summary TEXT NOT NULL, features TEXT NOT NULL,
        price_cents INTEGER NOT NULL, vat_rate INTEGER NOT NULL, discounts TEXT NOT NULL, terms_keys TEXT NOT NULL, languages TEXT NOT NULL,
        active INTEGER NOT NULL, stocked INTEGER NOT NULL, lead_days INTEGER NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE VIRTUAL TABLE product_words USING fts5(
        words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
      );
      CREATE TRIGGER product_insert AFTER INSERT ON product BEGIN
        INSERT INTO product_words (rowid, words) VALUES (new.seq, ${wordsOf('new')});
      END;
      CREATE TRIGGER product_update AFTER UPDATE ON product BEGIN
        DELETE FROM product_words WHERE rowid = old.seq;
        INSERT INTO product_words (rowid, words) VALUES (new.seq, ${wordsOf('new')});
      END;
      CREATE TRIGGER product_delete AFTER DELETE ON product BEGIN
        DELETE FROM product_words WHERE rowid = old.seq;
      END;

      CREATE TABLE stock (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        product_id TEXT NOT NULL, on_hand INTEGER NOT NULL, allocated INTEGER NOT NULL, held INTEGER NOT NULL, counted_at TEXT NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX stock_by_product ON stock (product_id);

      CREATE TABLE sales_terms (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        key TEXT NOT NULL, edition TEXT NOT NULL, valid_from TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, mandatory INTEGER NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE sales_policy (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        time_zone TEXT NOT NULL, cut_off TEXT NOT NULL, working_days TEXT NOT NULL, closed_days TEXT NOT NULL,
        normal_days INTEGER NOT NULL, urgent_days INTEGER NOT NULL, delivery_cents INTEGER NOT NULL, urgent_cents INTEGER NOT NULL,
        free_from_cents INTEGER NOT NULL, delivery_vat_rate INTEGER NOT NULL, hold_minutes INTEGER NOT NULL,
        stock_fresh_minutes INTEGER NOT NULL, return_days INTEGER NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE capacity_slot (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        kind TEXT NOT NULL, title TEXT NOT NULL, place TEXT NOT NULL, day TEXT NOT NULL, "from" TEXT NOT NULL, "until" TEXT NOT NULL,
        capacity INTEGER NOT NULL, taken INTEGER NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX capacity_slot_by_day ON capacity_slot (kind, day, "from");

      CREATE TABLE sales_order (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        number TEXT, customer_id TEXT NOT NULL, interaction_id TEXT, agent_id TEXT, state TEXT NOT NULL, language TEXT NOT NULL, priority TEXT NOT NULL,
        lines TEXT NOT NULL, delivery TEXT, slot_id TEXT, note TEXT NOT NULL, terms TEXT NOT NULL,
        delivery_cents INTEGER NOT NULL, total_cents INTEGER NOT NULL, told_for TEXT, promised_for TEXT, placed_at TEXT, history TEXT NOT NULL, reason TEXT NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX sales_order_by_customer ON sales_order (customer_id, placed_at);
      CREATE INDEX sales_order_by_number ON sales_order (number COLLATE NOCASE) WHERE number IS NOT NULL;
      CREATE INDEX sales_order_draft ON sales_order (customer_id) WHERE state = 'draft';

      CREATE TABLE stock_hold (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        order_id TEXT NOT NULL, product_id TEXT NOT NULL, interaction_id TEXT, agent_id TEXT, quantity INTEGER NOT NULL, state TEXT NOT NULL,
        "until" TEXT, renewals INTEGER NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX stock_hold_by_order ON stock_hold (order_id);
      CREATE INDEX stock_hold_live ON stock_hold (interaction_id) WHERE state IN ('requested', 'granted');

      CREATE TABLE reservation (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        number TEXT, customer_id TEXT NOT NULL, interaction_id TEXT, agent_id TEXT, slot_id TEXT NOT NULL, seats INTEGER NOT NULL,
        state TEXT NOT NULL, note TEXT NOT NULL, at TEXT NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX reservation_by_customer ON reservation (customer_id, at);
      CREATE INDEX reservation_by_number ON reservation (number COLLATE NOCASE) WHERE number IS NOT NULL;
    `);
  },
};
