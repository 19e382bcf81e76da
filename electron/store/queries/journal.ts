import type { Draft } from '#shared/domain/customer-file.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';

export interface JournalledDraft {
  readonly draft: Draft;
  readonly savedAt: string | null;
}

/** Keeps the last value of each field. An empty value is kept: the operator cleared it. */
export function writeDraft(db: WriteDb, interactionId: string, fields: Draft, savedAt: string): void {
  for (const [field, value] of Object.entries(fields)) {
    db.run(
      `INSERT INTO journal (interaction_id, field, value, saved_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (interaction_id, field) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at`,
      interactionId,
      field,
      value,
      savedAt,
    );
  }
}

export function readDraft(db: ReadDb, interactionId: string): JournalledDraft {
  const rows = db.all<{ field: string; value: string; savedAt: string }>('SELECT field, value, saved_at AS savedAt FROM journal WHERE interaction_id = ?', interactionId);
  const draft: Draft = Object.fromEntries(rows.map(({ field, value }) => [field, value]));
  const savedAt = rows.reduce<string | null>((latest, row) => (latest === null || row.savedAt > latest ? row.savedAt : latest), null);
  return { draft, savedAt };
}

export function clearDraft(db: WriteDb, interactionId: string): void {
  db.run('DELETE FROM journal WHERE interaction_id = ?', interactionId);
}
