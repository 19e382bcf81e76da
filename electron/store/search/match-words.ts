import Database from 'better-sqlite3';
import type { ReadDb } from '../database/connection.ts';

/** Candidates taken from the index, in its own order, before the second ranking. */
export const candidateLimit = 60;

/** @returns places in the index, the last spoken to first. @param behind only those behind this place */
export function matchWords(db: ReadDb, expression: string, limit = candidateLimit, behind: number | null = null): number[] {
  const onwards = behind === null ? '' : ' AND rowid > ?';
  try {
    return db.all<{ place: number }>(`SELECT rowid AS place FROM customer_words WHERE customer_words MATCH ?${onwards} ORDER BY rowid LIMIT ? + 0`, expression, ...(behind === null ? [] : [behind]), limit).map(({ place }) => place);
  } catch (thrown) {
    // A letter newer than SQLite's tables splits a word into a phrase, which an index without positions refuses.
    if (thrown instanceof Database.SqliteError && thrown.code === 'SQLITE_ERROR' && thrown.message.startsWith('fts5:')) return [];
    throw thrown;
  }
}
