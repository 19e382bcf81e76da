import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { BalieError } from '#shared/domain/errors.ts';
import { asStoreError } from './sqlite-errors.ts';

export interface OpenOptions {
  readonly path: string;
  /** 32 bytes, hex. */
  readonly key: string;
  /**
   * `full`: a commit is on disk when it returns; for what was typed. `normal`: a power cut may take the
   * last commits, never the file's consistency; for what central can send again.
   */
  readonly durability: 'full' | 'normal';
  /** Page cache in MiB. mmap does nothing for an encrypted file. */
  readonly cacheMb: number;
}

/** How long to wait for another connection's write lock. Writers in one process take turns of milliseconds. */
const busyTimeoutMs = 5_000;
/** Batches write the same index pages again and again: the log is moved into the file every 16 MiB, not every 4. */
const batchLogPages = 4_096;
/**
 * The connection of the operator's work leaves that to the one of the batches: a keystroke that found a long log would wait while all
 * of it is moved, a fifth of a second and more. This many pages are what is moved all the same when nothing has come from central all day.
 */
const workLogPages = 32_768;

/**
 * AEGIS-256, encrypted and authenticated in one pass: reading a page takes a ninth of what AES-CBC with HMAC-SHA512 takes
 * (docs/decisions/0041). New files are made with it.
 */
const cipher = 'aegis';
/** SQLCipher 4's: what was written before. */
const formerCipher = 'sqlcipher';

/**
 * Opens one connection with the raw key. A file of before is opened under its own cipher; see {@link isOfBefore}.
 * @throws {BalieError} `store.wrong-key`, or what the file system refused.
 */
export function openDatabase(options: OpenOptions): Database.Database {
  makeFolder(dirname(options.path));
  try {
    // Neither a key nor a cipher that does not fit changes anything in the file or in its log.
    return openUnder(cipher, options) ?? openUnder(formerCipher, options) ?? refuseKey();
  } catch (thrown) {
    throw asStoreError(thrown);
  }
}

/** The file is under the cipher of before: it opens, more slowly, until it is written anew. */
export function isOfBefore(handle: Database.Database): boolean {
  return handle.pragma('cipher', { simple: true }) === formerCipher;
}

/** Puts the file under this key and today's cipher. It takes a file without a write-ahead log: a rekey knows none. */
export function encryptAnew(handle: Database.Database, key: string): void {
  handle.pragma('journal_mode = DELETE');
  handle.pragma(`cipher = '${cipher}'`);
  handle.pragma(`rekey = "x'${checkedKey(key)}'"`);
}

/** @returns null when the key or the cipher does not fit. */
function openUnder(name: typeof cipher | typeof formerCipher, { path, key }: OpenOptions): Database.Database | null {
  const handle = new Database(path, { timeout: busyTimeoutMs });
  try {
    handle.pragma(`cipher = '${name}'`);
    if (name === formerCipher) handle.pragma('legacy = 4');
    handle.pragma(`key = "x'${checkedKey(key)}'"`);
    // The first read decrypts page one.
    handle.prepare('SELECT count(*) FROM sqlite_schema').get();
    return handle;
  } catch (thrown) {
    handle.close();
    if (thrown instanceof Database.SqliteError && thrown.code === 'SQLITE_NOTADB') return null;
    throw thrown;
  }
}

function refuseKey(): never {
  throw new BalieError('store.wrong-key', 'the database does not open with this key');
}

/** Set once the file is known to be ours; needs the file to be writable. */
export function configure(handle: Database.Database, options: OpenOptions): void {
  try {
    handle.pragma('journal_mode = WAL');
    handle.pragma(`synchronous = ${options.durability === 'full' ? 'FULL' : 'NORMAL'}`);
    handle.pragma(`wal_autocheckpoint = ${options.durability === 'normal' ? batchLogPages : workLogPages}`);
    handle.pragma(`cache_size = ${-1024 * Math.round(options.cacheMb)}`);
    handle.pragma('temp_store = MEMORY');
    // What was deleted must not stay readable in free pages; the file is encrypted, but so are keys lost.
    handle.pragma('secure_delete = FAST');
    handle.pragma('trusted_schema = OFF');
  } catch (thrown) {
    throw asStoreError(thrown);
  }
}

/** Readable by the user alone, when it is made here. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const full = (cause as NodeJS.ErrnoException).code === 'ENOSPC';
    throw new BalieError(full ? 'store.disk-full' : 'store.read-only', 'the folder of the database cannot be made', { cause });
  }
}

/** A pragma takes no bound parameters, so the key's shape is checked here as well as at the door. */
function checkedKey(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new BalieError('store.wrong-key', 'the key is not 32 bytes of hex');
  return key;
}
