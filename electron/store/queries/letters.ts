import type { LetterTemplate } from '#shared/domain/letter-template.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';

/** The documents that templates name. */
const named = `SELECT json_extract(variant.value, '$.sha256') AS sha256 FROM letter_template, json_each(letter_template.variants) AS variant WHERE letter_template.withdrawn = 0`;

/** @returns what letters and mails can be made from. */
export function offeredTemplates(db: ReadDb): LetterTemplate[] {
  return tables.letterTemplate.all(db).filter(({ withdrawn }) => !withdrawn);
}

/** @returns a document; null while it has not come. */
export function letterFile(db: ReadDb, sha256: string): Uint8Array | null {
  return db.one<{ bytes: Uint8Array }>('SELECT bytes FROM letter_file WHERE sha256 = ?', sha256)?.bytes ?? null;
}

/** @returns the hashes of documents that a template names and that are not here. */
export function missingLetterFiles(db: ReadDb): string[] {
  return db.all<{ sha256: string }>(`SELECT DISTINCT sha256 FROM (${named}) WHERE sha256 IS NOT NULL AND sha256 NOT IN (SELECT sha256 FROM letter_file)`).map(({ sha256 }) => sha256);
}

export function keepLetterFile(db: WriteDb, sha256: string, bytes: Uint8Array): void {
  db.run('INSERT INTO letter_file (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING', sha256, bytes);
}

/** Documents of former editions, and of templates that are gone. @returns how many went. */
export function dropLetterFiles(db: WriteDb): number {
  return db.run(`DELETE FROM letter_file WHERE sha256 NOT IN (SELECT sha256 FROM (${named}) WHERE sha256 IS NOT NULL)`);
}

/** @returns whether there is one that {@link dropLetterFiles} would drop. */
export function hasUnnamedFiles(db: ReadDb): boolean {
  return db.one(`SELECT 1 FROM letter_file WHERE sha256 NOT IN (SELECT sha256 FROM (${named}) WHERE sha256 IS NOT NULL) LIMIT 1`) !== undefined;
}
