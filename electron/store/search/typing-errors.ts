import { isOneErrorApart } from '#shared/domain/one-error.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { longestIndexedBeginning } from './beginnings.ts';

/** Shorter words are one letter away from everything; longer ones are not typed whole. */
const shortestWord = 3;
/** Of "jan" two letters are left where one is missing. */
const shortestTyped = 2;
const longestWord = 24;
const correctionsPerWord = 16;

/** Letters only, Latin, Greek or Cyrillic: a wrong digit is another number, and letters newer than SQLite's tables are no words to FTS5. */
export function isCorrectable(word: string, shortest = shortestWord): boolean {
  return word.length >= shortest && word.length <= longestWord && /^[a-z\u00df-\u024f\u0370-\u04ff]+$/.test(word);
}

/** FNV-1a over UTF-16: 32 bits are enough, because every find is compared afterwards. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The word itself and the word without each of its letters (SymSpell, distance 1): two words that are one error apart share one of these. */
export function deletionHashes(word: string): Set<number> {
  const hashes = new Set([hashOf(word)]);
  for (let index = 0; index < word.length; index++) hashes.add(hashOf(word.slice(0, index) + word.slice(index + 1)));
  return hashes;
}

/** Words to which search corrects, and words that are found by beginnings which the index does not have. */
function isKept(word: string): boolean {
  return word.length > longestIndexedBeginning || isCorrectable(word);
}

/** Learns the words that search may correct to, or complete. */
export function learnWords(db: WriteDb, words: Iterable<string>): void {
  for (const word of words) {
    if (!isKept(word) || db.run('INSERT INTO word (text) VALUES (?) ON CONFLICT DO NOTHING', word) === 0 || !isCorrectable(word)) continue;
    for (const hash of deletionHashes(word)) db.run('INSERT INTO word_deletion (hash, word) SELECT ?, id FROM word WHERE text = ?', hash, word);
  }
}

/** Of an erased customer nothing may stay: their words are forgotten, unless somebody else has them too. */
export function forgetWords(db: WriteDb, words: Iterable<string>): void {
  for (const word of words) {
    if (!isKept(word) || db.one('SELECT rowid FROM customer_words WHERE customer_words MATCH ? LIMIT 1', `"${word}"`) !== undefined) continue;
    db.run('DELETE FROM word_deletion WHERE word IN (SELECT id FROM word WHERE text = ?) AND hash IN (SELECT value FROM json_each(?))', word, JSON.stringify([...deletionHashes(word)]));
    db.run('DELETE FROM word WHERE text = ?', word);
  }
}

/** @returns known words that are one typing error (a letter wrong, missing, too many, or two of them swapped) away from `typed`. */
export function correctionsOf(db: ReadDb, typed: string): string[] {
  const sql = 'SELECT DISTINCT w.text FROM json_each(?) AS wanted CROSS JOIN word_deletion AS d ON d.hash = wanted.value CROSS JOIN word AS w ON w.id = d.word';
  return isCorrectable(typed, shortestTyped) ? wordsNear(db, sql, typed, correctionsPerWord) : [];
}

/** @param sql texts of words that have one of the deletions of a list, see {@link deletionHashes}; hashes coincide, so each is compared */
export function wordsNear(db: ReadDb, sql: string, typed: string, most: number): string[] {
  const near = db.all<{ text: string }>(sql, JSON.stringify([...deletionHashes(typed)]));
  return near.flatMap(({ text }) => (text !== typed && isOneErrorApart(text, typed) ? [text] : [])).slice(0, most);
}
