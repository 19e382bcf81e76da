import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Logger } from '#shared/domain/logger.ts';
import { CamelCasePlugin, Kysely, PGliteDialect, PostgresDialect, sql, type Dialect } from 'kysely';
import { Pool } from 'pg';
import { CentralError, loggable } from '../errors.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Database, Schema } from './schema.ts';

/**
 * Where the rows live: PostgreSQL by URL, or embedded (PGlite) in a folder or in memory. Several centres share one
 * PostgreSQL by a schema each (docs/decisions/0025).
 */
export type DatabaseChoice =
  | { readonly kind: 'postgres'; readonly url: string; readonly schema?: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'memory' };

type PostgresChoice = Extract<DatabaseChoice, { kind: 'postgres' }>;

export interface OpenDatabase {
  readonly db: Database;
  /** False for the embedded database, which has one connection: a transaction there keeps everybody waiting. */
  readonly concurrent: boolean;
  readonly schemaVersion: number;
  close(): Promise<void>;
}

function connect(dialect: Dialect): Database {
  return new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
}

/** A tenant's schema: a name that needs no quoting, so that it is the same in SQL, in `search_path` and in a channel's name. */
export const schemaNamePattern = /^[a-z][a-z0-9_]{0,39}$/;

/** What an unqualified name means on this connection: the tenant's schema and nothing else. */
function searchPath(schema: string | undefined): { options?: string } {
  if (schema === undefined) return {};
  if (!schemaNamePattern.test(schema)) throw new CentralError('environment-invalid', 'The name of a schema is small letters, digits and underscores, a letter first, at most forty.');
  return { options: `-c search_path=${schema}` };
}

function openPostgres({ url, schema }: PostgresChoice, logger: Logger): Database {
  const pool = new Pool({
    connectionString: url,
    ...searchPath(schema),
    max: 12,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 120_000,
    application_name: 'balie-central',
  });
  // A connection that breaks while idle is replaced at the next query; without this listener it would end the process.
  pool.on('error', (error) => logger.warn({ err: loggable(error) }, 'idle database connection lost'));
  return connect(new PostgresDialect({ pool }));
}

/** Loaded only where it is used: it is large, and where there is PostgreSQL it need not be installed. */
async function embedded(folder?: string): Promise<PGlite> {
  const { PGlite: Embedded } = await import('@electric-sql/pglite').catch((error: unknown) => {
    throw new CentralError('database-unreachable', 'The embedded database is not installed here: set DATABASE_URL.', error);
  });
  return await Embedded.create(folder);
}

function openFolder(folder: string): { db: Database; release: () => void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = lockFolder(folder);
  return { db: connect(new PGliteDialect({ pglite: async () => await embedded(join(folder, 'database')) })), release };
}

function opened(choice: DatabaseChoice, logger: Logger): { db: Database; release: () => void } {
  switch (choice.kind) {
    case 'postgres':
      return { db: openPostgres(choice, logger), release: () => undefined };
    case 'folder':
      return openFolder(choice.folder);
    case 'memory':
      return { db: connect(new PGliteDialect({ pglite: async () => await embedded() })), release: () => undefined };
  }
}

/**
 * Opens the database and brings it to the newest schema.
 *
 * @throws CentralError `database-unreachable`, `folder-in-use`, `database-from-the-future`.
 */
export async function openDatabase(choice: DatabaseChoice, logger: Logger): Promise<OpenDatabase> {
  const { db, release } = opened(choice, logger);
  const close = async (): Promise<void> => {
    await db.destroy();
    release();
  };
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await close().catch(() => undefined);
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new CentralError('database-unreachable', `The database cannot be opened: ${reason}`, error);
  }
  try {
    const schemaVersion = await migrate(db, migrations, logger, choice.kind === 'postgres' ? choice.schema : undefined);
    return { db, concurrent: choice.kind === 'postgres', schemaVersion, close };
  } catch (error) {
    await close();
    throw error;
  }
}
