import { describe, expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { articleRow } from '../../../tests/fixtures/articles.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

describe('migration 0170: knowledge', () => {
  it('keeps the rows of 0150, and has room for articles', () => {
    const handle = databaseAt(150);
    handle.exec("INSERT INTO device_state (key, value) VALUES ('cursor', 'a-1')");
    migrateTo(handle, 170);
    const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
    const article = articleRow({ validUntil: '2026-12-31', queueIds: [articleRow().id] });
    db.write((writer) => tables.article.put(writer, article));
    expect(tables.article.all(db)).toEqual([article]);
    expect(handle.prepare("SELECT value FROM device_state WHERE key = 'cursor'").pluck().get()).toBe('a-1');
  });

  it('keeps the words of articles with the articles', () => {
    const handle = databaseAt();
    const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
    const found = (table: string, word: string): number => handle.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).all(`"${word}"*`).length;
    const article = articleRow({ title: 'Crémant', keywords: ['bubbels'], body: 'Fris en **droog**.' });
    db.write((writer) => tables.article.put(writer, article));
    expect(['cremant', 'bubb', 'droog'].map((word) => [found('article_title', word), found('article_words', word)])).toEqual([[1, 1], [1, 1], [0, 1]]);
    db.write((writer) => tables.article.put(writer, { ...article, body: 'Zoet.', version: 2 }));
    expect([found('article_words', 'droog'), found('article_words', 'zoet')]).toEqual([0, 1]);
    db.write((writer) => tables.article.remove(writer, article.id));
    expect([found('article_words', 'cremant'), found('article_title', 'cremant')]).toEqual([0, 0]);
    handle.exec("INSERT INTO article_words (article_words) VALUES ('integrity-check'); INSERT INTO article_title (article_title) VALUES ('integrity-check')");
  });
});
