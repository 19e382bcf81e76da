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
  const found = words.length === 0 ? catalogue(db, limit) : matching(db, words, limit);
  return found.map((each) => withStock(db, each));
}

function catalogue(db: ReadDb, limit: number): Product[] {
  return db.all(`SELECT ${product.columns} FROM product WHERE active = 1 ORDER BY sku LIMIT ? + 0`, limit).map(product.decode);
}

function matching(db: ReadDb, words: readonly string[], limit: number): Product[] {
  // The words are folded, so they hold no syntax of FTS5.
  const expression = words.map((word) => `"${word}"*`).join(' AND ');
  try {
    const rows = db.all(
      `SELECT ${product.columns} FROM product_words AS w JOIN product ON product.seq = w.rowid
       WHERE product_words MATCH ? AND product.active = 1 ORDER BY w.rowid LIMIT 200`,
      expression,
    );
    return rows.map(product.decode).sort((a, b) => rankOf(a, words) - rankOf(b, words) || (a.sku < b.sku ? -1 : 1)).slice(0, limit);
  } catch (thrown) {
    // A letter newer than SQLite's tables splits a word into a phrase, which an index without positions refuses.
    if (thrown instanceof Database.SqliteError && thrown.message.startsWith('fts5:')) return [];
    throw thrown;
  }
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
    const found = product.get(db, id);
    return found === undefined ? [] : [withStock(db, found)];
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
