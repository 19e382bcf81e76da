import type { Logger } from '#shared/domain/logger.ts';
import { sql, type Transaction } from 'kysely';
import { CentralError } from '../errors.ts';
import type { Database, Schema } from './schema.ts';

export interface Migration {
  /** In steps of ten, rising. */
  readonly number: number;
  readonly name: string;
  readonly up: (db: Transaction<Schema>) => Promise<void>;
}

/** Any constant will do, as long as nothing else in the same database uses it. */
const lockKey = 20_260_101;

/** Made where it is missing and may be made; a tenant's own role has no right to, and finds its schema there. */
async function ensureSchema(trx: Transaction<Schema>, schema: string): Promise<void> {
  const { rows } = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(trx);
  if (rows.length === 0) await sql`create schema ${sql.id(schema)}`.execute(trx);
}

/**
 * Brings the database to the newest schema, all steps in one transaction. Several processes may start
 * at once: the first does the work, the others wait for it and find nothing to do.
 *
 * @returns the number of the newest migration.
 * @throws CentralError `database-from-the-future` where a newer central has been here.
 */
export async function migrate(db: Database, migrations: readonly Migration[], logger: Logger, schema?: string): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(trx);
    if (schema !== undefined) await ensureSchema(trx, schema);
    await sql`create table if not exists migration (number integer primary key, name text not null, applied_at timestamptz not null default now())`.execute(trx);
    const applied = new Set((await trx.selectFrom('migration').select('number').execute()).map(({ number }) => number));
    const current = Math.max(0, ...applied);
    const newest = migrations.at(-1)?.number ?? 0;
    if (current > newest) {
      throw new CentralError('database-from-the-future', `The database has schema ${current}; this central API knows no further than ${newest}. Start the newer version.`);
    }
    for (const { number, name, up } of migrations.filter((migration) => !applied.has(migration.number))) {
      await up(trx);
      await sql`insert into migration (number, name) values (${number}, ${name})`.execute(trx);
      logger.info({ migration: number, name }, 'database migrated');
    }
    return newest;
  });
}
