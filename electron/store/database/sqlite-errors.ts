import Database from 'better-sqlite3';
import { BalieError, type ErrorCode } from '#shared/domain/errors.ts';

/** First match wins; SQLite's extended codes begin with their primary code (sqlite.org/rescode.html). */
const codesByPrefix: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_FULL', 'store.disk-full'],
  // Shared memory could not grow: the WAL index lives on the same full disk.
  ['SQLITE_IOERR_SHMSIZE', 'store.disk-full'],
  // A file shorter than its own header says, or a page whose HMAC does not fit.
  ['SQLITE_IOERR_SHORT_READ', 'store.corrupt'],
  ['SQLITE_IOERR_DATA', 'store.corrupt'],
  ['SQLITE_IOERR_CORRUPTFS', 'store.corrupt'],
  ['SQLITE_CORRUPT', 'store.corrupt'],
  ['SQLITE_NOTADB', 'store.corrupt'],
  ['SQLITE_READONLY', 'store.read-only'],
  ['SQLITE_CANTOPEN', 'store.read-only'],
  ['SQLITE_PERM', 'store.read-only'],
  ['SQLITE_AUTH', 'store.read-only'],
  // Whatever else the disk refuses: nothing can be written, and nothing was lost that was answered.
  ['SQLITE_IOERR', 'store.read-only'],
];

/**
 * Turns what SQLite threw into the store's refusals. Anything that is not about the file (a constraint,
 * a mistake in a statement) is a defect and passes unchanged.
 */
export function asStoreError(thrown: unknown): unknown {
  if (!(thrown instanceof Database.SqliteError)) return thrown;
  const code = codesByPrefix.find(([prefix]) => thrown.code.startsWith(prefix))?.[1];
  if (code === undefined) return thrown;
  return new BalieError(code, `the local database refused: ${thrown.code}`, { details: { sqlite: thrown.code }, cause: thrown });
}

/** Codes that say that the file itself is in trouble; main is told about them. */
export function isFileTrouble(code: ErrorCode): boolean {
  return code === 'store.disk-full' || code === 'store.read-only' || code === 'store.corrupt';
}
