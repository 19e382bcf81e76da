import { PostgresServer, postgresPrograms } from '../../integration/central/support/postgres-server.ts';

/** The variable that tells a worker where the PostgreSQL of this run is; unset where there is none. */
export const postgresFolder = 'BALIE_TESTS_POSTGRES';

/**
 * For Playwright: a PostgreSQL that the centres of all files of a run share, each with a database of its own. Where it is not
 * installed they have one in memory.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const programs = postgresPrograms();
  const server = programs === null ? null : await PostgresServer.start(programs);
  // What Playwright's workers inherit.
  if (server !== null) process.env[postgresFolder] = server.folder;
  return async () => await server?.stop();
}
