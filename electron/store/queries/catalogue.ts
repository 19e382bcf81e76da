import Database from 'better-sqlite3';
import type { CapacitySlot, Product, SalesPolicy, Stock } from '#shared/domain/ordering/catalogue.ts';
import type { ProductCard } from '#shared/domain/ordering/order-views.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { foldedWords } from '../search/fold.ts';

const { product, capacitySlot, salesPolicy } = tables;

function withStock(db: ReadDb, found: Product): ProductCard {
  return { product: found, stock: stockOf(db, found.id) };
}

export function stockOf(db: ReadDb, productId: string): Stock | null {
  return tables.stock.listBy(db, 'productId', productId)[0] ?? null;
}

/**
 * Products that can be sold, by the beginnings of their words in any language; without words all of them. Those whose number or
 * name begins with what was typed stand first.
 */
export function searchProducts(db: ReadDb, text: string, limit: number): ProductCard[] {
  const words = foldedWords(text);
  if (words.length === 0 && text.trim() !== '') return [];
  const products = words.length === 0 ? catalogue(db, limit) : matching(db, words, limit);
  return products.map((each) => withStock(db, each));
}

/**
 * All products that {@link searchProducts} finds, in the order in which this device came to know them.
 *
 * @param place of the last one of the page before; 0: from the first on.
 */
export function productsFrom(db: ReadDb, text: string, place: number, limit: number): { readonly seq: number; readonly product: Product }[] {
  const words = foldedWords(text);
  if (words.length === 0 && text.trim() !== '') return [];
  const rows =
    words.length === 0
      ? db.all<{ seq: number }>(`SELECT seq, ${product.columns} FROM product WHERE seq > ? AND active = 1 ORDER BY seq LIMIT ? + 0`, place, limit)
      : found(() =>
          db.all<{ seq: number }>(
            `SELECT product.seq AS seq, ${product.columns} FROM product_words AS w JOIN product ON product.seq = w.rowid
             WHERE product_words MATCH ? AND w.rowid > ? AND product.active = 1 ORDER BY w.rowid LIMIT ? + 0`,
            expressionOf(words),
            place,
            limit,
          ),
        );
  return rows.map((raw) => ({ seq: raw.seq, product: product.decode(raw) }));
}

/** The words are folded, so they hold no syntax of FTS5. */
function expressionOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' AND ');
}

/** A letter newer than SQLite's tables splits a word into a phrase, which an index without positions refuses. */
function found<T>(ask: () => T[]): T[] {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError && thrown.message.startsWith('fts5:')) return [];
    throw thrown;
  }
}

function catalogue(db: ReadDb, limit: number): Product[] {
  return db.all(`SELECT ${product.columns} FROM product WHERE active = 1 ORDER BY sku LIMIT ? + 0`, limit).map(product.decode);
}

function matching(db: ReadDb, words: readonly string[], limit: number): Product[] {
  const rows = found(() =>
    db.all(
      `SELECT ${product.columns} FROM product_words AS w JOIN product ON product.seq = w.rowid
       WHERE product_words MATCH ? AND product.active = 1 ORDER BY w.rowid LIMIT 200`,
      expressionOf(words),
    ),
  );
  return rows.map(product.decode).sort((a, b) => rankOf(a, words) - rankOf(b, words) || (a.sku < b.sku ? -1 : 1)).slice(0, limit);
}

/** 0: the number begins so. 1: every word begins a word of a name. 2: found elsewhere. */
function rankOf({ sku, name }: Product, words: readonly string[]): number {
  if (foldedWords(sku).join('').startsWith(words.join(''))) return 0;
  const names = Object.values(name).flatMap((each) => foldedWords(each));
  return words.every((word) => names.some((each) => each.startsWith(word))) ? 1 : 2;
}

/** @returns the products among `ids` that are known, with their stock. */
export function productCards(db: ReadDb, ids: readonly string[]): ProductCard[] {
  return [...new Set(ids)].flatMap((id) => {
    const known = product.get(db, id);
    return known === undefined ? [] : [withStock(db, known)];
  });
}

/** @returns the policy that counts: the newest; null where the centre sells nothing. */
export function currentPolicy(db: ReadDb): SalesPolicy | null {
  const [newest] = salesPolicy.all(db).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id < b.id ? 1 : -1));
  return newest ?? null;
}

/** Slots of a kind from a day on, the soonest first. */
export function slotsFrom(db: ReadDb, kind: CapacitySlot['kind'], day: string, limit: number): CapacitySlot[] {
  return db.all(`SELECT ${capacitySlot.columns} FROM capacity_slot WHERE kind = ? AND day >= ? AND capacity > taken ORDER BY kind, day, "from" LIMIT ? + 0`, kind, day, limit).map(capacitySlot.decode);
}
