import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { articleRow } from '../../../tests/fixtures/articles.ts';
import { letterRow } from '../../../tests/fixtures/letters.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { dropLetterFiles, keepLetterFile, letterFile, missingLetterFiles, offeredTemplates } from '../queries/letters.ts';

const at = '2026-01-05T08:00:00.000Z';

it('migration 0210: what left before was made from no template; documents are kept while one names them', () => {
  const handle = databaseAt(209);
  handle.exec(`INSERT INTO data_export (id, version, updated_at, list, format, rows, at) VALUES ('01890000-0000-7000-8000-000000000001', 0, '${at}', 'letter', 'docx', 1, '${at}')`);
  migrateTo(handle, 210);
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  expect(tables.dataExport.all(db)).toMatchObject([{ list: 'letter', templateId: null, templateEdition: null }]);
  const [letter, other] = [letterRow(), letterRow({ withdrawn: true })];
  db.write((writer) => {
    tables.letterTemplate.put(writer, letter.row);
    tables.letterTemplate.put(writer, other.row);
  });
  expect([tables.letterTemplate.all(db), offeredTemplates(db)]).toEqual([[letter.row, other.row], [letter.row]]);
  expect(missingLetterFiles(db)).toEqual([letter.sha256]);
  db.write((writer) => {
    keepLetterFile(writer, letter.sha256, letter.bytes);
    keepLetterFile(writer, other.sha256, other.bytes);
  });
  expect(missingLetterFiles(db)).toEqual([]);
  expect(db.write(dropLetterFiles)).toBe(1);
  expect([letterFile(db, letter.sha256)?.byteLength, letterFile(db, other.sha256)]).toEqual([letter.bytes.byteLength, null]);
});

it('migration 0210: what was being said about an article goes with it; nothing else does', () => {
  const handle = databaseAt(210);
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  const article = articleRow();
  db.write((writer) => tables.article.put(writer, article));
  handle.prepare(`INSERT INTO journal (interaction_id, field, value, saved_at) VALUES (?, 'form.article.feedback.sentence', 'Oud', ?), ('other', 'note', 'Blijft', ?)`).run(article.id, at, at);
  db.write((writer) => tables.article.put(writer, { ...article, edition: 2 }));
  expect(handle.prepare('SELECT count(*) AS n FROM journal').get()).toEqual({ n: 2 });
  db.write((writer) => tables.article.remove(writer, article.id));
  expect(handle.prepare('SELECT value FROM journal').all()).toEqual([{ value: 'Blijft' }]);
});
