import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { Connection } from './database/connection.ts';
import { migrate } from './database/migrate.ts';
import { configure, openDatabase, type OpenOptions } from './database/open-database.ts';
import { migrations } from './migrations/index.ts';
import { refreshWords } from './search/word-index.ts';

interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The two connections of an open store. */
export interface Connections {
  /** For the operator: reads, journal, outbox; every commit is on disk when it returns. */
  readonly work: Connection;
  /** For sync: what central can send again. */
  readonly cache: Connection;
}

const workCacheMb = 64;
const syncCacheMb = 16;
const wordsPerTransaction = 500;

/**
 * Opens the database and brings it to the newest schema.
 * @throws {BalieError} `store.wrong-key`, `store.from-the-future`, `store.read-only`, `store.disk-full` or `store.corrupt`
 */
export function openConnections(file: { readonly path: string; readonly key: string }, around: Surroundings): Connections {
  const work = openConnection({ ...file, durability: 'full', cacheMb: workCacheMb }, around);
  try {
    const cache = openConnection({ ...file, durability: 'normal', cacheMb: syncCacheMb }, around);
    while (cache.write((db) => refreshWords(db, wordsPerTransaction)));
    return { work, cache };
  } catch (thrown) {
    work.close();
    throw thrown;
  }
}

function openConnection(options: OpenOptions, { clock, logger }: Surroundings): Connection {
  const handle = openDatabase(options);
  try {
    // Before anything is set: a database of a newer version must be left exactly as it is.
    migrate(handle, migrations, logger);
    configure(handle, options);
    return new Connection(handle, { clock, logger });
  } catch (thrown) {
    handle.close();
    throw thrown;
  }
}
