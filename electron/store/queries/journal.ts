import type { Draft } from '#shared/domain/customer-file.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';

/** What somebody was typing: in a conversation or, by the customer's id, in the file of a customer who was looked up. */
export interface JournalledDraft {
  readonly draft: Draft;
  readonly savedAt: string | null;
}

/** What is being said about an article: of nobody's data. */
export const articleForm = 'form.article.';

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

/** Lets go of fields that say in the file now what was typed; what was typed since stays. */
export function forgetDraft(db: WriteDb, ownerId: string, fields: Draft): void {
  for (const [field, value] of Object.entries(fields)) db.run('DELETE FROM journal WHERE interaction_id = ? AND field = ? AND value = ?', ownerId, field, value);
}

/** How much was begun here and is nowhere else: conversations that are not closed, files with something typed in them, orders, scripts and templates of letters in the making. */
export function draftCount(db: ReadDb): number {
  const begun = "SELECT id FROM interaction WHERE state <> 'closed' AND version = 0 UNION SELECT interaction_id FROM journal UNION SELECT id FROM sales_order WHERE state = 'draft' UNION SELECT script_id FROM script_draft";
  return db.one<{ n: number }>(`SELECT count(*) AS n FROM (${begun})`)?.n ?? 0;
}

export function clearDraft(db: WriteDb, interactionId: string): void {
  db.run('DELETE FROM journal WHERE interaction_id = ?', interactionId);
}
