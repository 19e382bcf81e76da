import type { Migration } from '../database/migrate.ts';

const indexed = (row: string): string => `${row}.title, ${row}.keywords, ${row}.body`;

/**
 * What operators look up, and what they think of it. The words of an article change seldom: its indexes are kept by triggers, in
 * the transaction that applies the row. They hold no text of their own (`content`), but say in which part of an article a word stands;
 * `article_title` is the small one, for what would be found everywhere. The tokenizer folds as `foldedWords` does (a test of 0070 holds the two together).
 */
export const knowledge: Migration = {
  version: 170,
  name: 'knowledge',
  up(handle) {
    handle.exec(`
      CREATE TABLE article (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        key TEXT NOT NULL, language TEXT NOT NULL, source TEXT NOT NULL, archived INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT,
        changed_at TEXT NOT NULL, edition INTEGER NOT NULL, product_id TEXT, title TEXT NOT NULL, changed_summary TEXT NOT NULL, keywords TEXT NOT NULL,
        queue_ids TEXT NOT NULL, fill INTEGER NOT NULL DEFAULT 0,
        -- Last: what is asked of many rows stands before the long text.
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX article_by_key ON article (key);
      CREATE INDEX article_by_change ON article (changed_at, archived, valid_from, valid_until, source, language);
      CREATE INDEX article_by_source ON article (source);
      -- What a search asks of every article that it finds, without the pages of the articles themselves.
      CREATE INDEX article_facts ON article (seq, archived, valid_from, valid_until, source, language);
      CREATE INDEX article_by_product ON article (product_id) WHERE product_id IS NOT NULL;

      CREATE VIRTUAL TABLE article_words USING fts5(title, keywords, body, content = 'article', content_rowid = 'seq', detail = column, prefix = '2 3 4 5 6', tokenize = 'unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE article_title USING fts5(title, keywords, content = 'article', content_rowid = 'seq', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');
      CREATE TRIGGER article_insert AFTER INSERT ON article BEGIN
        INSERT INTO article_words (rowid, title, keywords, body) VALUES (new.seq, ${indexed('new')});
        INSERT INTO article_title (rowid, title, keywords) VALUES (new.seq, new.title, new.keywords);
      END;
      CREATE TRIGGER article_delete AFTER DELETE ON article BEGIN
        INSERT INTO article_words (article_words, rowid, title, keywords, body) VALUES ('delete', old.seq, ${indexed('old')});
        INSERT INTO article_title (article_title, rowid, title, keywords) VALUES ('delete', old.seq, old.title, old.keywords);
      END;
      CREATE TRIGGER article_update AFTER UPDATE ON article WHEN (${indexed('old')}) IS NOT (${indexed('new')}) BEGIN
        INSERT INTO article_words (article_words, rowid, title, keywords, body) VALUES ('delete', old.seq, ${indexed('old')});
        INSERT INTO article_words (rowid, title, keywords, body) VALUES (new.seq, ${indexed('new')});
        INSERT INTO article_title (article_title, rowid, title, keywords) VALUES ('delete', old.seq, old.title, old.keywords);
        INSERT INTO article_title (rowid, title, keywords) VALUES (new.seq, new.title, new.keywords);
      END;

      CREATE TABLE article_feedback (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, updated_at TEXT NOT NULL,
        article_id TEXT NOT NULL, edition INTEGER NOT NULL, verdict TEXT NOT NULL, sentence TEXT NOT NULL, agent_id TEXT, interaction_id TEXT, at TEXT NOT NULL,
        fill INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX article_feedback_by_article ON article_feedback (article_id);
    `);
  },
};
