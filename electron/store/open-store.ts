import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { Connection } from './database/connection.ts';
import { giveLogRoom } from './database/log-room.ts';
import { migrate } from './database/migrate.ts';
import { configure, openDatabase, type OpenOptions } from './database/open-database.ts';
import type { Turn } from './database/write-turn.ts';
import { migrations } from './migrations/index.ts';
import { renewDatabase } from './rescue/renew.ts';

interface DatabaseFile {
  readonly path: string;
  readonly key: string;
}

interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly turn: Turn;
}

/**
 * Room for the pages that lead to others, not for what they lead to. All of it is given back each time a batch has been committed, and taken anew: measured
 * in Electron, whose allocator returns it to the system at once, a page costs more so than to be read again (docs/decisions/0047).
 */
const workCacheMb = 4;
const batchCacheMb = 16;

/**
 * Opens the connection of the operator's work (reads, journal, outbox; every commit is on disk when it
 * returns) and brings the database to the newest schema.
 * @throws {BalieError} `store.wrong-key`, `store.from-the-future`, `store.read-only`, `store.disk-full` or `store.corrupt`
 */
export function openWorkConnection({ path, key }: DatabaseFile, around: Surroundings): Connection {
  const connection = openConnection({ path, key, durability: 'full', cacheMb: workCacheMb }, around);
  giveLogRoom(path);
  return connection;
}

/**
 * Like {@link openWorkConnection}, of a file that nobody else has open: one of before is written anew under today's cipher first. Where
 * there is no room for that it is used as it is, until the next time.
 */
export function openRenewed(file: DatabaseFile, around: Surroundings): Connection {
  const connection = openWorkConnection(file, around);
  if (!connection.isOfBefore) return connection;
  connection.close();
  try {
    renewDatabase(file, file.key, around.logger);
  } catch (thrown) {
    around.logger.warn({ err: thrown }, 'the database stays under the cipher of before');
  }
  return openWorkConnection(file, around);
}

/** Opens a connection for what central can send again. */
export function openBatchConnection({ path, key }: DatabaseFile, around: Surroundings): Connection {
  return openConnection({ path, key, durability: 'normal', cacheMb: batchCacheMb }, around);
}

function openConnection(options: OpenOptions, around: Surroundings): Connection {
  const handle = openDatabase(options);
  try {
    // Before anything is set: a database of a newer version must be left exactly as it is.
    migrate(handle, migrations, around.logger);
    configure(handle, options);
    return new Connection(handle, around);
  } catch (thrown) {
    handle.close();
    throw thrown;
  }
}
