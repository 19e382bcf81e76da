import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import path from 'node:path';
import type { CallInput } from '#shared/ipc/contract.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import type { SecretVault } from '../settings/secret-vault.ts';

const keyName = 'database-key';

/** Where the database is and how it opens. Its key is made on the first start and never leaves the vault but for the store process. */
export function databaseOf(folder: string, vault: SecretVault): CallInput<StoreControlContract, 'store.open'> {
  const known = vault.get(keyName);
  // A key that was stored but cannot be read any more must not be replaced: the file still needs it.
  const key = known ?? (vault.has(keyName) ? '0'.repeat(64) : freshKey(vault));
  return { path: databasePath(folder), key, country: 'BE' };
}

/**
 * Puts a database that cannot be opened aside, with all that belongs to it, and forgets its key. The
 * file is kept: an administrator may still find its key, and the work in it.
 */
export function setDatabaseAside(folder: string, vault: SecretVault, stamp: string): string {
  const file = databasePath(folder);
  const aside = `${file}.aside-${stamp.replaceAll(/[:.]/g, '-')}`;
  for (const suffix of ['', '-wal', '-shm']) {
    try {
      renameSync(`${file}${suffix}`, `${aside}${suffix}`);
    } catch {
      // Not every database has a journal beside it.
    }
  }
  freshKey(vault);
  return aside;
}

/** The next database has another key than the one that was removed. */
export function renewDatabaseKey(vault: SecretVault): void {
  freshKey(vault);
}

function freshKey(vault: SecretVault): string {
  const key = randomBytes(32).toString('hex');
  vault.set(keyName, key);
  return key;
}

function databasePath(folder: string): string {
  return path.join(folder, 'balie.db');
}
