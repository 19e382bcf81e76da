import { closeSync, existsSync, fsyncSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { encryptAnew, isOfBefore, openDatabase } from '../database/open-database.ts';
import { asStoreError } from '../database/sqlite-errors.ts';
import { userVersion } from '../database/migrate.ts';
import { removeDatabase } from './file-set.ts';
import { ownTables } from './integrity.ts';
import type { DatabaseFile } from './repair.ts';

/** Bytes before and after. */
export interface Renewed {
  readonly before: number;
  readonly after: number;
}

/**
 * Writes a closed database anew: without the room that deleted rows left, under today's cipher, and under `key` where that is another one. All of it
 * happens in a copy, which takes the file's place in one step when it is whole, proven and on disk: a crash, a full disk or a
 * power cut at any moment leaves either the file as it was under its former key, or the new one under the new key.
 * @throws {BalieError} `store.disk-full`, `store.read-only`, `store.corrupt`; `store.refused` while something has the file open.
 */
export function renewDatabase(file: DatabaseFile, key: string, logger: Logger): Renewed {
  const copy = renewalPath(file.path);
  removeDatabase(copy);
  try {
    const before = statSync(file.path).size;
    const version = copyInto(file, copy);
    encrypt({ path: copy, key: file.key }, key);
    prove({ path: copy, key }, version);
    toDisk(copy);
    // Frames of the former file would be played into the new one.
    if (existsSync(`${file.path}-wal`)) throw new BalieError('store.refused', 'the database is open elsewhere');
    renameSync(copy, file.path);
    // Windows opens no folders; NTFS keeps renames in its own journal.
    if (process.platform !== 'win32') toDisk(dirname(file.path));
    const renewed = { before, after: statSync(file.path).size };
    logger.info({ ...renewed, otherKey: key !== file.key }, 'the database was written anew');
    return renewed;
  } catch (thrown) {
    removeDatabase(copy);
    throw asStoreError(thrown);
  }
}

/** What a renewal left that was cut off: the file itself is as it was. */
export function dropRenewal(path: string): void {
  removeDatabase(renewalPath(path));
}

function renewalPath(path: string): string {
  return `${path}.renewed`;
}

/** @returns the schema's version. */
function copyInto(file: DatabaseFile, copy: string): number {
  const handle = openDatabase({ ...file, durability: 'full', cacheMb: 4 });
  try {
    handle.pragma('wal_checkpoint(TRUNCATE)');
    handle.prepare('VACUUM INTO ?').run(copy);
    return userVersion(handle);
  } finally {
    handle.close();
  }
}

/** A copy is made under its original's key and cipher. */
function encrypt(copy: DatabaseFile, key: string): void {
  const handle = openDatabase({ ...copy, durability: 'full', cacheMb: 4 });
  try {
    if (key !== copy.key || isOfBefore(handle)) encryptAnew(handle, key);
  } finally {
    handle.close();
  }
}

/** Every page was authenticated while it was copied; what nobody else has is read once more, with the key that will be needed. */
function prove(copy: DatabaseFile, version: number): void {
  const handle = openDatabase({ ...copy, durability: 'full', cacheMb: 4 });
  try {
    const sound = userVersion(handle) === version && ownTables.every((table) => handle.pragma(`quick_check(${table})`, { simple: true }) === 'ok');
    if (!sound) throw new BalieError('store.corrupt', 'the copy of the database is not sound');
  } finally {
    handle.close();
  }
}

/** A rename may reach the disk before what it names. */
function toDisk(path: string): void {
  const descriptor = openSync(path, statSync(path).isDirectory() ? 'r' : 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
