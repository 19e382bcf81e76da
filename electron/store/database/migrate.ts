import type Database from 'better-sqlite3';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { asStoreError } from './sqlite-errors.ts';

/**
 * One step of the schema. A migration that was released never changes: it may not use today's table
 * descriptions or queries, only its own SQL.
 */
export interface Migration {
  /** Steps of ten, so that a forgotten one can be put in between before a release. Kept in `user_version`. */
  readonly version: number;
  readonly name: string;
  up(handle: Database.Database): void;
}

/**
 * Brings a database to the newest version, each migration in a transaction of its own.
 * @throws {BalieError} `store.from-the-future` when a newer Balie wrote it; the file is not touched.
 */
export function migrate(handle: Database.Database, migrations: readonly Migration[], logger: Logger): void {
  try {
    const found = userVersion(handle);
    const newest = migrations.at(-1)?.version ?? 0;
    if (found > newest) {
      throw new BalieError('store.from-the-future', 'the database was written by a newer version', { details: { found, newest } });
    }
    for (const migration of migrations) {
      if (migration.version <= found) continue;
      const step = handle.transaction(() => {
        migration.up(handle);
        handle.pragma(`user_version = ${migration.version}`);
      });
      step.immediate();
      logger.info({ version: migration.version, migration: migration.name }, 'database migrated');
    }
  } catch (thrown) {
    throw asStoreError(thrown);
  }
}

/** @returns the schema version that the file carries; 0 in an empty one. */
export function userVersion(handle: Database.Database): number {
  return handle.pragma('user_version', { simple: true }) as number;
}
