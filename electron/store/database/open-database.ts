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
const batchLogPages = 8_192;

/**
 * Opens one connection with the raw key (SQLCipher 4 format, HMAC on).
 * @throws {BalieError} `store.wrong-key`, or what the file system refused.
 */
export function openDatabase(options: OpenOptions): Database.Database {
  makeFolder(dirname(options.path));
  let handle: Database.Database | undefined;
  try {
    handle = new Database(options.path, { timeout: busyTimeoutMs });
    handle.pragma("cipher = 'sqlcipher'");
    handle.pragma('legacy = 4');
    handle.pragma(`key = "x'${checkedKey(options.key)}'"`);
    proveKey(handle);
    return handle;
  } catch (thrown) {
    handle?.close();
    throw asStoreError(thrown);
  }
}

/** Set once the file is known to be ours; needs the file to be writable. */
export function configure(handle: Database.Database, options: OpenOptions): void {
  try {
    handle.pragma('journal_mode = WAL');
    handle.pragma(`synchronous = ${options.durability === 'full' ? 'FULL' : 'NORMAL'}`);
    // Batches write the same index pages again and again: the log is moved into the file every 32 MiB, not every 4.
    if (options.durability === 'normal') handle.pragma(`wal_autocheckpoint = ${batchLogPages}`);
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

/** The first read decrypts page one: a wrong key shows here (SQLITE_NOTADB), as does a file that is no database. */
function proveKey(handle: Database.Database): void {
  try {
    handle.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError && thrown.code === 'SQLITE_NOTADB') {
      throw new BalieError('store.wrong-key', 'the database does not open with this key', { cause: thrown });
    }
    throw thrown;
  }
}
