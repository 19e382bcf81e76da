import type { ReadDb, WriteDb } from '../database/connection.ts';
import { after } from '../search/beginnings.ts';
import { foldedWords } from '../search/fold.ts';
import { deletionHashes, isCorrectable, wordsNear } from '../search/typing-errors.ts';

/** Shorter parts are in everything. */
const shortestPart = 4;
/** A word is made of two that are not shorter than this. */
const shortestHead = 3;
/** Words that a typed one is also looked for as: more of them say that it tells nothing. */
const mostTerms = 12;

/** The ends of a word that can be a word themselves: of `levertermijn` among others `termijn`. */
function endsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - shortestHead - shortestPart + 1) }, (_, index) => word.slice(shortestHead + index));
}

/** Learns words that articles are found by. Words of articles that are gone stay, and find nothing: they are the centre's own. */
export function learnTerms(db: Pick<WriteDb, 'run'>, words: Iterable<string>): void {
  for (const word of words) {
    if (!isCorrectable(word) || db.run('INSERT INTO article_term (text) VALUES (?) ON CONFLICT DO NOTHING', word) === 0) continue;
    db.run('INSERT OR IGNORE INTO article_term_deletion (hash, term) SELECT d.value, t.id FROM article_term AS t, json_each(?) AS d WHERE t.text = ?', JSON.stringify([...deletionHashes(word)]), word);
    db.run('INSERT OR IGNORE INTO article_term_end (text, term) SELECT e.value, t.id FROM article_term AS t, json_each(?) AS e WHERE t.text = ?', JSON.stringify(endsOf(word)), word);
  }
}

/** The words of an article's title and keywords: with those of its text there would be too many to choose from. */
export function termsOf({ title, keywords }: { readonly title: string; readonly keywords: readonly string[] }): Set<string> {
  return new Set(foldedWords(`${title} ${keywords.join(' ')}`));
}

/** @returns known words in which a part begins with `typed`, but not the word itself: `termijn` is in `levertermijnen`. */
export function compoundsWith(db: ReadDb, typed: string): string[] {
  if (typed.length < shortestPart || !isCorrectable(typed)) return [];
  return db
    .all<{ text: string }>(
      `SELECT DISTINCT t.text FROM (SELECT term FROM article_term_end WHERE text >= ? AND text < ? LIMIT ? + 0) AS e CROSS JOIN article_term AS t ON t.id = e.term`,
      typed,
      after(typed),
      mostTerms,
    )
    .map(({ text }) => text);
}

/** @returns known words that are one typing error away from `typed`. */
export function termsNear(db: ReadDb, typed: string): string[] {
  const sql = 'SELECT DISTINCT t.text FROM json_each(?) AS wanted CROSS JOIN article_term_deletion AS d ON d.hash = wanted.value CROSS JOIN article_term AS t ON t.id = d.term';
  return typed.length >= shortestPart && isCorrectable(typed) ? wordsNear(db, sql, typed, mostTerms) : [];
}
