import type { ReadDb, WriteDb } from '../database/connection.ts';

/** What a team lead writes on this workstation before central has it. */
export type Written = 'script' | 'letter';

export interface WrittenDraft {
  /** Of the script or the template. */
  readonly id: string;
  /** JSON of what it was made from, as central had it; null: of nothing. */
  readonly base: string | null;
  /** JSON, as far as it was written. */
  readonly content: string;
  readonly savedAt: string;
}

const columns = 'script_id AS id, base, content, saved_at AS savedAt';

export function writtenDraft(db: ReadDb, about: Written, id: string): WrittenDraft | null {
  return db.one<WrittenDraft>(`SELECT ${columns} FROM script_draft WHERE script_id = ? AND about = ?`, id, about) ?? null;
}

/** @returns what is being written here, the latest first. */
export function writtenDrafts(db: ReadDb, about: Written): WrittenDraft[] {
  return db.all<WrittenDraft>(`SELECT ${columns} FROM script_draft WHERE about = ? ORDER BY saved_at DESC`, about);
}

export function keepWritten(db: WriteDb, about: Written, { id, base, content, savedAt }: WrittenDraft): void {
  db.run(
    'INSERT INTO script_draft (script_id, about, base, content, saved_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (script_id) DO UPDATE SET base = excluded.base, content = excluded.content, saved_at = excluded.saved_at WHERE about = excluded.about',
    ...[id, about, base, content, savedAt],
  );
}

export function forgetDraftOf(db: WriteDb, about: Written, id: string): void {
  db.run('DELETE FROM script_draft WHERE script_id = ? AND about = ?', id, about);
}
