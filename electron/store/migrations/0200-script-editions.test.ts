import { expect, it } from 'vitest';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';

it('migration 0200: a script of before is what conversations begin with, and what replaces it keeps its words', () => {
  const handle = databaseAt(199);
  handle.exec(`INSERT INTO script (id, version, updated_at, key, language, definition) VALUES ('s', 1, '2026-01-05T08:00:00.000Z', 'a', 'nl', '{"version":1}')`);
  migrateTo(handle, 200);
  const put = (definition: string): void => void handle.prepare(`INSERT INTO script (id, version, updated_at, key, language, definition) VALUES ('s', 2, '2026-01-05T08:00:00.000Z', 'a', 'nl', ?) ON CONFLICT (id) DO UPDATE SET definition = excluded.definition`).run(definition);
  put('{"version":1}');
  put('{"version":2}');
  expect(handle.prepare('SELECT script_id, definition FROM script_edition').all()).toEqual([{ script_id: 's', definition: '{"version":1}' }]);
});
