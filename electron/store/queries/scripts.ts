import type { ScriptRow } from '#shared/domain/entities.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

interface Edition {
  readonly version: number;
  readonly updatedAt: string;
  readonly key: string;
  readonly language: ScriptRow['language'];
  readonly definition: string;
}

/** @returns the script as it was when a conversation began, which keeps the version it began with; null where there is none. */
export function scriptAt(db: ReadDb, scriptId: string, startedAt: string): ScriptRow | null {
  const former = db.one<Edition>('SELECT version, updated_at AS updatedAt, key, language, definition FROM script_edition WHERE script_id = ? AND replaced_at > ? ORDER BY replaced_at LIMIT 1', scriptId, startedAt);
  if (former !== undefined) return { ...former, id: scriptId, definition: JSON.parse(former.definition) as ScriptRow['definition'] };
  return tables.script.get(db, scriptId) ?? null;
}

/** A script that is being written on this workstation, and is not at central. */
export interface ScriptDraft {
  readonly scriptId: string;
  /** JSON of what it was made from, as central had it; null: of nothing. */
  readonly base: string | null;
  /** JSON, as far as it was written. */
  readonly content: string;
  readonly savedAt: string;
}

const columns = 'script_id AS scriptId, base, content, saved_at AS savedAt';

export function scriptDraft(db: ReadDb, scriptId: string): ScriptDraft | null {
  return db.one<ScriptDraft>(`SELECT ${columns} FROM script_draft WHERE script_id = ?`, scriptId) ?? null;
}

/** @returns which scripts are being written here, the latest first. */
export function scriptDrafts(db: ReadDb): Pick<ScriptDraft, 'scriptId' | 'savedAt' | 'content'>[] {
  return db.all<ScriptDraft>(`SELECT ${columns} FROM script_draft ORDER BY saved_at DESC`);
}

export function keepScriptDraft(db: WriteDb, { scriptId, base, content, savedAt }: ScriptDraft): void {
  db.run('INSERT INTO script_draft (script_id, base, content, saved_at) VALUES (?, ?, ?, ?) ON CONFLICT (script_id) DO UPDATE SET base = excluded.base, content = excluded.content, saved_at = excluded.saved_at', scriptId, base, content, savedAt);
}

export function forgetScriptDraft(db: WriteDb, scriptId: string): void {
  db.run('DELETE FROM script_draft WHERE script_id = ?', scriptId);
}
