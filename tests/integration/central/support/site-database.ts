import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseChoice } from '../../../../central/database/open.ts';
import { temporaryFolder } from '../../store/support/temporary-folder.ts';
import type { Postgres } from './postgres-server.ts';

/** Where a central of the tests keeps its rows, and how they are copied: in a blink, where filling it takes seconds. */
export interface SiteDatabases {
  /** One that is to be copied, for as long as the process runs. */
  lasting(): Promise<DatabaseChoice>;
  /** @param original of a central that is closed. */
  copyOf(original: DatabaseChoice): Promise<DatabaseChoice>;
  /** The tables in which a row has these words; null where only the central that uses the database can read it. */
  tablesWith(database: DatabaseChoice, words: string): Promise<string[] | null>;
}

/** Databases of a PostgreSQL, which goes at the end of the run with all that is in it. */
function databasesOf(postgres: Postgres): SiteDatabases {
  return {
    lasting: async () => ({ kind: 'postgres', url: await postgres.createDatabase() }),
    copyOf: async (original) => {
      if (original.kind !== 'postgres') throw new Error('not a database of PostgreSQL');
      return { kind: 'postgres', url: await postgres.copyDatabase(original.url) };
    },
    tablesWith: async (database, words) => (database.kind === 'postgres' ? await postgres.tablesWith(database.url, words) : null),
  };
}

/** Where there is no PostgreSQL: folders with a PGlite in them. */
const folders: SiteDatabases = {
  lasting: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-central-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return { kind: 'folder', folder };
  },
  copyOf: async (original) => {
    if (original.kind !== 'folder') throw new Error('not a folder');
    const folder = temporaryFolder();
    cpSync(original.folder, folder, { recursive: true });
    return { kind: 'folder', folder };
  },
  tablesWith: async () => await Promise.resolve(null),
};

/** @param postgres of this run; null where it is not installed. */
export function siteDatabases(postgres: Postgres | null): SiteDatabases {
  return postgres === null ? folders : databasesOf(postgres);
}
