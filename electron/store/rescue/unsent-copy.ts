import { existsSync } from 'node:fs';
import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Connection } from '../database/connection.ts';
import { openDatabase } from '../database/open-database.ts';
import { removeDatabase } from './file-set.ts';
import { freshDatabase, type DatabaseFile } from './repair.ts';
import { salvage, type Salvaged } from './salvage.ts';

interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Writes what is not at central into an encrypted file of its own, whole or not at all (`VACUUM INTO`). Nothing may have
 * the database open. Where there is nothing to save there is no file.
 */
export function saveUnsent(file: DatabaseFile, copy: DatabaseFile, around: Surroundings): Salvaged {
  const partial = { path: `${copy.path}.partial`, key: copy.key };
  const target = freshDatabase(partial, around);
  let saved: Salvaged;
  try {
    saved = fromFile(file, target);
    target.checkpoint();
  } finally {
    target.close();
  }
  if (saved.mutations + saved.drafts > 0) vacuumInto(partial, copy.path);
  removeDatabase(partial.path);
  return saved;
}

/** Takes in what {@link saveUnsent} kept, after what is in the outbox by now. Taking it in twice changes nothing. */
export function takeInUnsent(db: Connection, copy: DatabaseFile): Salvaged {
  return fromFile(copy, db);
}

function fromFile(file: DatabaseFile, target: Connection): Salvaged {
  if (!existsSync(file.path)) return { mutations: 0, drafts: 0, incomplete: false };
  const source = openDatabase({ ...file, durability: 'normal', cacheMb: 4 });
  try {
    return salvage(source, target);
  } finally {
    source.close();
  }
}

/** The new file has the cipher and the key of the one it is made from. */
function vacuumInto(from: DatabaseFile, path: string): void {
  removeDatabase(path);
  const handle = openDatabase({ ...from, durability: 'full', cacheMb: 4 });
  try {
    handle.prepare('VACUUM INTO ?').run(path);
  } finally {
    handle.close();
  }
}
