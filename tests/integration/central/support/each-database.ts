import { describe, inject } from 'vitest';
import type { DatabaseChoice } from '../../../../central/database/open.ts';
import { Postgres } from './postgres-server.ts';

/** @returns a new, empty database of the kind under test. */
export type NewDatabase = () => Promise<DatabaseChoice>;

/** The PostgreSQL of this run; null where it is not installed. */
export function sharedPostgres(): Postgres | null {
  const folder = inject('postgres');
  return folder === null ? null : new Postgres(folder);
}

/** Runs the same tests on PGlite and, where the Debian package is installed, on a real PostgreSQL; elsewhere those are reported as skipped. */
export function onEachDatabase(name: string, tests: (newDatabase: NewDatabase) => void): void {
  describe(`${name} (PGlite)`, () => tests(async () => ({ kind: 'memory' })));
  const postgres = sharedPostgres();
  describe.skipIf(postgres === null)(`${name} (PostgreSQL)`, () => {
    tests(async () => {
      if (postgres === null) throw new Error('PostgreSQL is not installed');
      return { kind: 'postgres', url: await postgres.createDatabase() };
    });
  });
}
