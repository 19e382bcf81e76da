import type { WriteDb } from '../database/connection.ts';

/** Pages written in one go: some milliseconds. */
const pagesPerSlice = 64;

/**
 * Merges some of the segments that batches left in the search indexes: every segment costs each search a look.
 * FTS5 says that it had nothing to merge by changing fewer than two rows (sqlite.org/fts5.html, the 'merge' command).
 * @returns true when there may be more to do.
 */
export function mergeIndexes(db: WriteDb): boolean {
  const before = totalChanges(db);
  db.run("INSERT INTO customer_words (customer_words, rank) VALUES ('merge', ?)", pagesPerSlice);
  const between = totalChanges(db);
  db.run("INSERT INTO customer_digits (customer_digits, rank) VALUES ('merge', ?)", pagesPerSlice);
  return between - before >= 2 || totalChanges(db) - between >= 2;
}

function totalChanges(db: WriteDb): number {
  return db.one<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
}
