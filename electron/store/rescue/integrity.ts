import { uptime } from 'node:os';
import type { Clock } from '#shared/domain/clock.ts';
import { isoNow } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Connection } from '../database/connection.ts';
import { asStoreError } from '../database/sqlite-errors.ts';
import { readState, writeState } from '../queries/device-state.ts';

/** What cannot be fetched again: small, and read whole at every start. */
export const ownTables = ['outbox', 'journal', 'device_state'] as const;

interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Seconds since the machine started. */
  readonly uptime?: () => number;
}

/**
 * Looks whether the file is sound, before anybody works in it. Every page is authenticated when it is read, so damage never
 * goes unnoticed; this finds it before a call does. Cheap by default: the tables that only this device has. The whole
 * file, when there is reason: the machine stopped while the database was open (a power cut), or the last run met damage.
 * A process that was killed is no reason: the write-ahead log is made for that.
 * @throws {BalieError} `store.corrupt`
 */
export function checkIntegrity(db: Connection, { clock, logger, uptime: machineUptime = uptime }: Surroundings): void {
  try {
    const openedAt = readState(db, 'opened-at');
    const powerCut = openedAt !== null && Date.parse(openedAt) < clock.now() - machineUptime() * 1000;
    const whole = powerCut || readState(db, 'suspicious') !== null;
    const begin = clock.monotonic();
    for (const check of whole ? ['PRAGMA quick_check(1)'] : ownTables.map((table) => `PRAGMA quick_check(${table})`)) {
      const [verdict] = db.all<{ quick_check: string }>(check);
      if (verdict?.quick_check !== 'ok') throw new BalieError('store.corrupt', 'the integrity check found damage', { details: { check: whole ? 'whole' : 'own' } });
    }
    if (whole) logger.info({ ms: Math.round(clock.monotonic() - begin), powerCut }, 'the whole database was checked');
  } catch (thrown) {
    throw asStoreError(thrown);
  }
  db.write((tx) => {
    writeState(tx, 'opened-at', isoNow(clock));
    writeState(tx, 'suspicious', null);
  });
}

/** The database is closed in order. */
export function markClosed(db: Connection): void {
  db.write((tx) => writeState(tx, 'opened-at', null));
}

/** Damage was met: the next start looks at the whole file. Best effort, the damage may be right here. */
export function markSuspicious(db: Connection, logger: Logger): void {
  try {
    db.write((tx) => writeState(tx, 'suspicious', 'yes'));
  } catch (thrown) {
    logger.warn({ err: thrown }, 'the suspicion could not be noted');
  }
}
