import { existsSync, renameSync } from 'node:fs';
import type { Clock } from '#shared/domain/clock.ts';
import { isoNow } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { Connection } from '../database/connection.ts';
import { migrate, userVersion } from '../database/migrate.ts';
import { configure, openDatabase } from '../database/open-database.ts';
import { migrations } from '../migrations/index.ts';
import { moveDatabase, removeDatabase } from './file-set.ts';
import { salvage, type Salvaged } from './salvage.ts';

export interface DatabaseFile {
  readonly path: string;
  readonly key: string;
}

interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface Repaired extends Salvaged {
  /** Where the damaged file is kept. */
  readonly damaged: string;
}

const nothing: Salvaged = { mutations: 0, drafts: 0, incomplete: true };

/** Opens `file` as a new database of today's schema. */
export function freshDatabase(file: DatabaseFile, { clock, logger }: Surroundings): Connection {
  const options = { ...file, durability: 'full', cacheMb: 4 } as const;
  removeDatabase(file.path);
  const handle = openDatabase(options);
  try {
    migrate(handle, migrations, logger);
    configure(handle, options);
    return new Connection(handle, { clock, logger });
  } catch (thrown) {
    handle.close();
    throw thrown;
  }
}

/**
 * Makes a sound database out of a damaged one: what is not at central is saved into a new file first, then the damaged
 * one is put aside, and the new one takes its place. It has no cursor, so central fills it again. Nothing may have the
 * file open. A crash in the middle leaves either the damaged file or the repaired one.
 * @throws {BalieError} `store.from-the-future`, `store.disk-full`, `store.read-only`
 */
export function repairDatabase(file: DatabaseFile, around: Surroundings): Repaired {
  const fresh = repairPath(file.path);
  const target = freshDatabase({ path: fresh, key: file.key }, around);
  let salvaged: Salvaged;
  try {
    salvaged = salvageFrom(file, target, around.logger);
    target.checkpoint();
  } finally {
    target.close();
  }
  const damaged = `${file.path}.damaged-${isoNow(around.clock).replaceAll(/[:.]/g, '-')}`;
  moveDatabase(file.path, damaged);
  moveDatabase(fresh, file.path);
  around.logger.warn({ ...salvaged }, 'the database was repaired; the damaged file is kept');
  return { ...salvaged, damaged };
}

/** A repair that was cut off after the damaged file was put aside is finished. */
export function finishRepair(path: string): void {
  if (!existsSync(path) && existsSync(repairPath(path))) renameSync(repairPath(path), path);
}

function repairPath(path: string): string {
  return `${path}.repair`;
}

/** Where not even the first page can be read there is nothing to copy; the file is kept as it is. */
function salvageFrom(file: DatabaseFile, target: Connection, logger: Logger): Salvaged {
  let source: ReturnType<typeof openDatabase>;
  try {
    source = openDatabase({ ...file, durability: 'normal', cacheMb: 4 });
  } catch (thrown) {
    if (!(thrown instanceof BalieError) || (thrown.code !== 'store.wrong-key' && thrown.code !== 'store.corrupt')) throw thrown;
    logger.error({ code: thrown.code }, 'nothing can be read from the damaged file');
    return nothing;
  }
  try {
    if (userVersion(source) > (migrations.at(-1)?.version ?? 0)) throw new BalieError('store.from-the-future', 'the database was written by a newer version');
    return salvage(source, target);
  } finally {
    source.close();
  }
}
