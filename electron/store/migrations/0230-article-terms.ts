import { foldedWords } from '../search/fold.ts';
import { learnTerms } from '../knowledge/article-terms.ts';
import type { Migration } from '../database/migrate.ts';

/**
 * The words of titles and keywords of articles, each once: with what is left of each without one of its letters, to which a typing error is
 * corrected, and with its ends, by which a part inside a compound is found. Those that there were come from the articles.
 */
export const articleTerms: Migration = {
  version: 230,
  name: 'article-terms',
  up(handle) {
    handle.exec(`
      CREATE TABLE article_term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE article_term_deletion (hash INTEGER NOT NULL, term INTEGER NOT NULL, PRIMARY KEY (hash, term)) STRICT, WITHOUT ROWID;
      CREATE TABLE article_term_end (text TEXT NOT NULL, term INTEGER NOT NULL, PRIMARY KEY (text, term)) STRICT, WITHOUT ROWID;
    `);
    const words = new Set<string>();
    for (const row of handle.prepare('SELECT title, keywords FROM article').iterate()) {
      const { title, keywords } = row as { title: string; keywords: string };
      for (const word of foldedWords(`${title} ${keywords}`)) words.add(word);
    }
    learnTerms({ run: (sql, ...params) => handle.prepare(sql).run(...params).changes }, words);
  },
};
