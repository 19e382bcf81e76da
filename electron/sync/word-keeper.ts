import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { ReadDb } from '../store/database/connection.ts';
import { isSearchBehind } from '../store/search/fresh-index.ts';
import type { ApplierLine } from './applier-thread.ts';

/** Words that the operator's own work left stale are not waited for: a conversation moves its customer up. */
const soonMs = 1_000;

interface WordKeeperOptions {
  readonly db: ReadDb;
  readonly applier: ApplierLine;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Has search words brought up to date that nobody else will: sync does its own, and there may be none for hours. */
export class WordKeeper {
  readonly #options: WordKeeperOptions;
  #planned: Scheduled | null = null;

  constructor(options: WordKeeperOptions) {
    this.#options = options;
  }

  /** Something was written, or the database was opened as a crash, an update or another device left it. */
  look(): void {
    this.#planned ??= this.#options.clock.schedule(soonMs, () => {
      this.#planned = null;
      this.#refresh();
    });
  }

  stop(): void {
    this.#planned?.cancel();
  }

  #refresh(): void {
    const { db, applier, logger } = this.#options;
    const failed = (thrown: unknown): void => {
      if (thrown instanceof BalieError && thrown.code === 'ipc.closed') return;
      logger.warn({ err: thrown }, 'the search words could not be brought up to date');
    };
    try {
      if (isSearchBehind(db) || db.one('SELECT 1 FROM search_stale LIMIT 1') !== undefined) applier.call('words.refresh', undefined).catch(failed);
    } catch (thrown) {
      failed(thrown);
    }
  }
}
