import type { TestProject } from 'vitest/node';
import { PostgresServer, postgresPrograms } from './central/support/postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a PostgreSQL that all files of a run share, each with databases of its own; null where it is not installed. */
    readonly postgres: string | null;
  }
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const programs = postgresPrograms();
  const server = programs === null ? null : await PostgresServer.start(programs);
  provide('postgres', server?.folder ?? null);
  return async () => await server?.stop();
}
