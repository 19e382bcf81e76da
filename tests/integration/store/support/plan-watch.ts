import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { silentLogger } from '#shared/domain/logger.ts';
import { Connection, type WriteDb } from '../../../../electron/store/database/connection.ts';
import { migrate } from '../../../../electron/store/database/migrate.ts';
import { openDatabase } from '../../../../electron/store/database/open-database.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { unplannedScans } from './planned-scans.ts';
import { testKey } from './temporary-folder.ts';

/**
 * Notes every statement that a store, a sync or an applier of this process runs through a {@link Connection}, and plans each when the file's
 * tests are done: a query that reads a growing table from end to end fails the file that runs it, whoever added it. What tests
 * do past a connection is their own.
 */
const ran = new Set<string>();
const own = { one: Connection.prototype.one, all: Connection.prototype.all, write: Connection.prototype.write };

Connection.prototype.one = function one<Row extends object>(this: Connection, ...[sql, ...params]: Parameters<Connection['one']>): Row | undefined {
  ran.add(sql);
  return own.one.call(this, sql, ...params) as Row | undefined;
};

Connection.prototype.all = function all<Row extends object>(this: Connection, ...[sql, ...params]: Parameters<Connection['all']>): Row[] {
  ran.add(sql);
  return own.all.call(this, sql, ...params) as Row[];
};

Connection.prototype.write = function write<T>(this: Connection, work: (db: WriteDb) => T): T {
  const noted = (db: WriteDb): WriteDb => ({ ...db, run: (sql, ...params) => (ran.add(sql), db.run(sql, ...params)) });
  return own.write.call(this, (db) => work(noted(db))) as T;
};

afterAll(() => {
  if (ran.size === 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'balie-plans-'));
  const handle = openDatabase({ path: join(folder, 'balie.db'), key: testKey, durability: 'normal', cacheMb: 1 });
  try {
    migrate(handle, migrations, silentLogger);
    expect(unplannedScans(handle, ran)).toEqual([]);
  } finally {
    handle.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
