import type { ReadDb } from '../database/connection.ts';

/** As the index of words has them, see electron/store/migrations/0050-search-at-a-million.ts. Longer words are known by themselves. */
export const longestIndexedBeginning = 6;

/** A beginning of more words than this is left to FTS5. */
const mostMeant = 12;

/**
 * What begins with a word, as FTS5 is asked for it; the word is folded, so it holds no syntax. The index has beginnings up to six
 * letters. Of a longer one FTS5 gathers every place of every word that it begins before it looks at the other words: a fifth of a
 * million of them for "antwerp". The words that are meant are few, and known by themselves.
 */
export function beginning(db: ReadDb, word: string): string {
  if (word.length <= longestIndexedBeginning) return `"${word}"*`;
  const meant = db.all<{ text: string }>('SELECT text FROM word WHERE text >= ? AND text < ? LIMIT ? + 0', word, after(word), mostMeant + 1);
  return meant.length === 0 || meant.length > mostMeant ? `"${word}"*` : anyOf(meant.map(({ text }) => `"${text}"`));
}

/** Any of these FTS5 expressions. */
export function anyOf(terms: readonly string[]): string {
  return `(${terms.join(' OR ')})`;
}

/** The first string after all that begin with `prefix`, in SQLite's byte order. */
export function after(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}
