import type { ScriptChoice } from '#shared/domain/customer-file.ts';
import type { ScriptRow } from '#shared/domain/entities.ts';
import type { Language } from '#shared/domain/language.ts';
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

/** @returns the script in the version that a run is in; null where this device has or kept another. */
export function versionOf(db: ReadDb, scriptId: string, version: number): ScriptRow | null {
  const current = tables.script.get(db, scriptId);
  if (current?.definition.version === version) return current;
  const former = db.one<Edition>("SELECT version, updated_at AS updatedAt, key, language, definition FROM script_edition WHERE script_id = ? AND definition ->> '$.version' = ? ORDER BY replaced_at DESC LIMIT 1", scriptId, version);
  return former === undefined ? null : { ...former, id: scriptId, definition: JSON.parse(former.definition) as ScriptRow['definition'] };
}

/** @returns the script that a conversation has for good; null while it has the one that is proposed. */
export function chosenScript(db: ReadDb, interactionId: string): string | null {
  return db.one<{ scriptId: string | null }>('SELECT script_id AS scriptId FROM interaction WHERE id = ?', interactionId)?.scriptId ?? null;
}

export function keepChosenScript(db: WriteDb, interactionId: string, scriptId: string): void {
  db.run('UPDATE interaction SET script_id = ? WHERE id = ?', scriptId, interactionId);
}

/** @returns how many counter-arguments a conversation may have by its queue, as that was when it began; null: as many as its script says. */
export function keptObjectionBudget(db: ReadDb, interactionId: string): number | null {
  return db.one<{ budget: number | null }>('SELECT objection_budget AS budget FROM interaction WHERE id = ?', interactionId)?.budget ?? null;
}

/** Keeps what the conversation's queue says now, for as long as the conversation has this queue. */
export function keepObjectionBudget(db: WriteDb, interactionId: string): void {
  db.run('UPDATE interaction SET objection_budget = (SELECT queue.objection_budget FROM queue WHERE queue.id = interaction.queue_id) WHERE id = ?', interactionId);
}

/** @returns the edition of a script in another language: central gives both the same key. */
export function editionIn(db: ReadDb, scriptId: string, language: Language): string | null {
  return db.one<{ id: string }>('SELECT edition.id FROM script JOIN script AS edition ON edition.key = script.key WHERE script.id = ? AND edition.language = ?', scriptId, language)?.id ?? null;
}

/** @returns the scripts of the queues that this device knows, with their editions in other languages, by title. */
export function scriptChoices(db: ReadDb): ScriptChoice[] {
  const rows = db.all<Omit<ScriptChoice, 'queues'> & { readonly queues: string }>(
    `SELECT script.id, script.language, script.definition ->> '$.title' AS title, (SELECT json_group_array(queue.name) FROM queue WHERE queue.script_id = script.id) AS queues
     FROM script WHERE script.key IN (SELECT used.key FROM queue JOIN script AS used ON used.id = queue.script_id)`,
  );
  return rows.map((row) => ({ ...row, queues: JSON.parse(row.queues) as string[] })).sort((a, b) => a.title.localeCompare(b.title));
}
