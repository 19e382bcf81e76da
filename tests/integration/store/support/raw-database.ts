import './plan-watch.ts';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrate } from '../../../../electron/store/database/migrate.ts';
import { openDatabase } from '../../../../electron/store/database/open-database.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { silentLogger } from '#shared/domain/logger.ts';
import { temporaryFolder, testKey } from './temporary-folder.ts';

/** A connection past the store, for what a test puts in a file or finds there. */
export type RawDatabase = ReturnType<typeof openDatabase>;

const newest = migrations.at(-1)?.version ?? 0;

/** Works on a store's file with a connection of the test's own. */
export function withDatabase<T>(path: string, action: (handle: RawDatabase) => T, key = testKey): T {
  const handle = openDatabase({ path, key, durability: 'normal', cacheMb: 1 });
  try {
    return action(handle);
  } finally {
    handle.close();
  }
}

/** A database of the running test's own, as the migrations up to `version` (without: all of them) leave it. */
export function databaseAt(version = newest): RawDatabase {
  const handle = openDatabase({ path: join(temporaryFolder(), 'balie.db'), key: testKey, durability: 'normal', cacheMb: 1 });
  onTestFinished(() => void handle.close());
  migrateTo(handle, version);
  return handle;
}

let template: string | undefined;

/** A migrated database that will not live long, for tests that make dozens of them: nothing waits for the disk. */
export function passingDatabase(): RawDatabase {
  const path = join(temporaryFolder(), 'balie.db');
  freshFile(path);
  const handle = openDatabase({ path, key: testKey, durability: 'normal', cacheMb: 1 });
  onTestFinished(() => void handle.close());
  handle.pragma('journal_mode = MEMORY');
  handle.pragma('synchronous = OFF');
  return handle;
}

/** Puts a migrated database at a place, without the time that migrations take. */
export function freshFile(path: string): void {
  template ??= makeTemplate();
  copyFileSync(template, path);
}

function makeTemplate(): string {
  const folder = mkdtempSync(join(tmpdir(), 'balie-template-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'balie.db');
  const handle = openDatabase({ path, key: testKey, durability: 'normal', cacheMb: 1 });
  migrateTo(handle);
  handle.close();
  return path;
}

/** Without a version: to the newest, whose rows the tables of today read. */
export function migrateTo(handle: RawDatabase, version = newest): void {
  migrate(
    handle,
    migrations.filter((migration) => migration.version <= version),
    silentLogger,
  );
}

export { planOf } from './planned-scans.ts';
