import { afterAll, beforeAll, describe } from 'vitest';
import type { DatabaseChoice } from '../../../../central/database/open.ts';
import { PostgresServer, postgresPrograms } from './postgres-server.ts';

/** @returns a new, empty database of the kind under test. */
export type NewDatabase = () => Promise<DatabaseChoice>;

/** Runs the same tests on PGlite and, where the Debian package is installed, on a real PostgreSQL; elsewhere those are reported as skipped. */
export function onEachDatabase(name: string, tests: (newDatabase: NewDatabase) => void): void {
  describe(`${name} (PGlite)`, () => tests(async () => ({ kind: 'memory' })));
  const programs = postgresPrograms();
  describe.skipIf(programs === null)(`${name} (PostgreSQL)`, () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await PostgresServer.start(programs ?? '');
    });
    afterAll(async () => await server?.stop());
    tests(async () => {
      if (server === undefined) throw new Error('PostgreSQL has not started');
      return { kind: 'postgres', url: await server.createDatabase() };
    });
  });
}
