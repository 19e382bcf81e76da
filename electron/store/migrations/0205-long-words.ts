import type { Migration } from '../database/migrate.ts';

/**
 * Words by whose beginning customers are found are known by themselves where the index of words has no beginnings of their length, not
 * only those that a typing error can be corrected to: numbers among letters, other scripts, very long ones. Those that there were come from the index.
 */
export const longWords: Migration = {
  version: 205,
  name: 'long words',
  up(handle) {
    handle.exec(`
      CREATE VIRTUAL TABLE temp.indexed_word USING fts5vocab('main', 'customer_words', 'row');
      INSERT INTO word (text) SELECT term FROM temp.indexed_word WHERE length(term) > 6 ON CONFLICT DO NOTHING;
      DROP TABLE temp.indexed_word;
    `);
  },
};
