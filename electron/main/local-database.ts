import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import path from 'node:path';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import type { StoreControlContract } from '#shared/ipc/store-control.ts';
import type { SecretVault } from '../settings/secret-vault.ts';

const keyName = 'database-key';
/** The key under which the database is being written anew: the file may have either, until it was opened. */
const nextKeyName = 'database-key-next';
const madeName = 'database-key-made';

interface LocalDatabaseOptions {
  readonly folder: string;
  readonly vault: SecretVault;
  readonly clock: Clock;
}

/** Where the database is and how it opens. Its key is made on the first start and never leaves the vault but for the store process. */
export class LocalDatabase {
  readonly #options: LocalDatabaseOptions;

  constructor(options: LocalDatabaseOptions) {
    this.#options = options;
  }

  /** What the store process is asked to open. */
  get file(): CallInput<StoreControlContract, 'store.open'> {
    const { vault } = this.#options;
    const known = vault.get(keyName);
    // A key that was stored but cannot be read any more must not be replaced: the file still needs it.
    const key = known ?? (vault.has(keyName) ? '0'.repeat(64) : this.renewKey());
    return { path: this.#path, key, country: 'BE' };
  }

  /** When its key was made; of a key from before this was written down, now. */
  get keyMadeAt(): string {
    const { vault, clock } = this.#options;
    const known = vault.get(madeName);
    if (known !== null) return known;
    vault.set(madeName, isoNow(clock));
    return isoNow(clock);
  }

  /**
   * Puts a database that cannot be opened aside, with all that belongs to it, and forgets its key. The
   * file is kept: an administrator may still find its key, and the work in it.
   */
  setAside(stamp: string): string {
    const aside = `${this.#path}.aside-${stamp.replaceAll(/[:.]/g, '-')}`;
    for (const suffix of ['', '-wal', '-shm']) {
      try {
        renameSync(`${this.#path}${suffix}`, `${aside}${suffix}`);
      } catch {
        // Not every database has a journal beside it.
      }
    }
    this.renewKey();
    return aside;
  }

  /** The next database has another key than the one that was removed. @returns it. */
  renewKey(): string {
    const key = randomBytes(32).toString('hex');
    this.#options.vault.set(keyName, key);
    this.#options.vault.set(madeName, isoNow(this.#options.clock));
    return key;
  }

  /** A key under which this database can be written anew: in the vault before the file has it. */
  prepareKey(): string {
    const key = randomBytes(32).toString('hex');
    this.#options.vault.set(nextKeyName, key);
    return key;
  }

  /**
   * The file has the prepared key, or may have it. The former one stays in its place until the file was opened.
   * @returns false where none was prepared.
   */
  changeKeys(): boolean {
    const { vault, clock } = this.#options;
    const next = vault.get(nextKeyName);
    const former = vault.get(keyName);
    if (next === null || former === null) return false;
    // In one write: at no moment is one of the two nowhere.
    vault.setAll({ [keyName]: next, [nextKeyName]: former, [madeName]: isoNow(clock) });
    return true;
  }

  /** The file was opened: the other key is of no more use. */
  settleKeys(): void {
    if (this.#options.vault.has(nextKeyName)) this.#options.vault.delete(nextKeyName);
  }

  get #path(): string {
    return path.join(this.#options.folder, 'balie.db');
  }
}

type EitherKey = Pick<LocalDatabase, 'file' | 'changeKeys' | 'settleKeys'>;

/**
 * Opens the file, which a renewal that was cut off has left under the one key or the other.
 * @throws what `open` threw; the keys are then as they were.
 */
export async function openWithEitherKey<T>(database: EitherKey, open: (file: LocalDatabase['file']) => Promise<T>): Promise<T> {
  try {
    const opened = await open(database.file);
    database.settleKeys();
    return opened;
  } catch (thrown) {
    if (asBalieError(thrown).code !== 'store.wrong-key' || !database.changeKeys()) throw thrown;
  }
  try {
    const opened = await open(database.file);
    database.settleKeys();
    return opened;
  } catch (thrown) {
    database.changeKeys();
    throw thrown;
  }
}
