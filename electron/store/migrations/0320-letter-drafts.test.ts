import { expect, it } from 'vitest';
import { systemClock } from '#shared/domain/clock.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { databaseAt, migrateTo } from '../../../tests/integration/store/support/raw-database.ts';
import { Connection } from '../database/connection.ts';
import { draftCount } from '../queries/journal.ts';
import { forgetDraftOf, keepWritten, writtenDraft, writtenDrafts } from '../queries/written-drafts.ts';

it('migration 0320: scripts that were begun stay scripts; templates of letters are kept beside them, and neither is taken for the other', () => {
  const handle = databaseAt(319);
  handle.exec("INSERT INTO script_draft (script_id, base, content, saved_at) VALUES ('s', NULL, '{}', '2026-01-05T08:00:00.000Z')");
  migrateTo(handle, 320);
  const db = new Connection(handle, { clock: systemClock, logger: silentLogger });
  db.write((writer) => keepWritten(writer, 'letter', { id: 'l', base: null, content: '{"key":"a"}', savedAt: '2026-01-05T09:00:00.000Z' }));
  expect(writtenDrafts(db, 'script').map(({ id }) => id)).toEqual(['s']);
  expect(writtenDrafts(db, 'letter')).toEqual([{ id: 'l', base: null, content: '{"key":"a"}', savedAt: '2026-01-05T09:00:00.000Z' }]);
  expect([writtenDraft(db, 'script', 'l'), writtenDraft(db, 'letter', 's'), draftCount(db)]).toEqual([null, null, 2]);
  db.write((writer) => {
    forgetDraftOf(writer, 'letter', 's');
    forgetDraftOf(writer, 'letter', 'l');
  });
  expect([writtenDraft(db, 'script', 's')?.content, writtenDrafts(db, 'letter')]).toEqual(['{}', []]);
});
