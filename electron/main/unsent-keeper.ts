import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from '#shared/domain/logger.ts';
import type { SecretVault } from '../settings/secret-vault.ts';
import type { StoreHost } from './store-host.ts';

interface UnsentKeeperOptions {
  readonly folder: string;
  readonly vault: SecretVault;
  readonly store: StoreHost;
  /** The wiped database gets a key of its own. */
  readonly renewKey: () => void;
  readonly logger: Logger;
}

/** Under this name the vault has it that central has put this device out, until the database is gone. */
const condemned = 'condemned';
const isOut = 'yes';

/** What is on this device and not at central. */
interface UnsentCounts {
  readonly mutations: number;
  readonly drafts: number;
}

/**
 * When an operator leaves this device, their cache goes with them: the database is removed and the next one has another
 * key. What they did not send is never removed with it: it is kept in an encrypted file of its own, and taken in
 * again when they sign in here. The same when central puts the device out, or the operator works there no more.
 */
export class UnsentKeeper {
  readonly #options: UnsentKeeperOptions;

  constructor(options: UnsentKeeperOptions) {
    this.#options = options;
  }

  async count(): Promise<UnsentCounts> {
    return await this.#options.store.call('store.unsent', undefined);
  }

  /** @param keep what was not sent; false only where the operator said so. */
  async wipe(agentId: string, stamp: string, keep: boolean): Promise<void> {
    const { folder, vault, store, renewKey, logger } = this.#options;
    const name = `unsent-${agentId}-${stamp.replaceAll(/[:.]/g, '-')}.db`;
    const key = randomBytes(32).toString('hex');
    // The key is kept before the file is written: a file without a key would be lost.
    if (keep) vault.set(name, key);
    const { mutations, drafts } = await store.wipe(keep ? { path: path.join(folder, name), key } : null, renewKey);
    if (keep && mutations + drafts === 0) vault.delete(name);
    logger.info({ mutations, drafts, kept: keep }, 'the operator has left; the database was wiped');
  }

  /** Central has put this device out. Written down first: what follows is carried out also when Balie is stopped before it is done. */
  condemn(): void {
    this.#options.vault.set(condemned, isOut);
  }

  /** Wipes the database where central has put this device out. @returns whether it did: then the store is another one. */
  async carryOut(stamp: string): Promise<boolean> {
    const { vault, store } = this.#options;
    if (vault.get(condemned) !== isOut) return false;
    const { owner } = await store.call('store.unsent', undefined);
    if (owner !== null) await this.wipe(owner, stamp, true);
    vault.delete(condemned);
    return owner !== null;
  }

  /** The operator is back on this device: what they left is theirs again. */
  async takeIn(agentId: string): Promise<void> {
    const { folder, vault, store, logger } = this.#options;
    const left = readdirSync(folder).filter((name) => name.startsWith(`unsent-${agentId}-`) && name.endsWith('.db'));
    for (const name of left.sort()) {
      const key = vault.get(name);
      if (key === null) {
        logger.error({ file: name }, 'unsent work cannot be unlocked; the file is kept');
        continue;
      }
      const taken = await store.call('store.takeIn', { path: path.join(folder, name), key });
      // The store has removed the file; only then is its key of no more use.
      vault.delete(name);
      logger.info({ ...taken }, 'unsent work was taken in again');
    }
  }

  /** Another operator signs in here: nothing of the former one is shown to them. */
  async makeRoomFor(agentId: string, stamp: string): Promise<void> {
    const { owner } = await this.#options.store.call('store.unsent', undefined);
    if (owner !== null && owner !== agentId) await this.wipe(owner, stamp, true);
  }
}
