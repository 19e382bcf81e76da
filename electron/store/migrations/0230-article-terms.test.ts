import { expect, it } from 'vitest';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';

it('migration 0230: the words of articles that there were are known, with their ends', () => {
  const handle = databaseAt(229);
  handle.exec(
    `INSERT INTO article (id, version, updated_at, key, language, source, archived, valid_from, changed_at, edition, title, changed_summary, keywords, queue_ids, body)
     VALUES ('a', 1, '2026-01-05T08:00:00.000Z', 'a', 'nl', 's', 0, '2026-01-01', '2026-01-05T08:00:00.000Z', 1, 'Levertermijn', '', '["Bezorging"]', '[]', 'Binnen de week')`,
  );
  migrateTo(handle, 230);
  expect(handle.prepare('SELECT text FROM article_term ORDER BY text').pluck().all()).toEqual(['bezorging', 'levertermijn']);
  expect(handle.prepare("SELECT text FROM article_term_end WHERE text >= 'termijn'").pluck().all()).toEqual(['termijn']);
});
