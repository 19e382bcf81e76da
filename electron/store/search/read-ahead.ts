import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { ReadDb } from '../database/connection.ts';
import { callersByNumber } from './callers.ts';

/** Enough to pass through nearly every page that leads to others, at a million customers; some tens of milliseconds in all. */
const lookups = 500;
/** After so many, whoever asks something comes first. */
const perTurn = 10;

interface Range {
  readonly least: number | null;
  readonly most: number | null;
}
const nobody: Range = { least: null, most: null };

interface Surroundings {
  /** Whether the database is still open. */
  readonly goesOn: () => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Looks up callers from all over the numbers before any of them rings: the first call of a shift finds the upper pages of every key
 * that it passes read, and the statement planned. Measured at a million customers, 95th percentile of the first 5,000 lookups: 61 us
 * instead of 81. Nobody waits for it, and where the file is in trouble whoever needs it tells.
 */
export async function readAhead(db: ReadDb, country: string, { goesOn, clock, logger }: Surroundings): Promise<void> {
  try {
    const { least, most } = db.one<Range>('SELECT (SELECT min(number) FROM phone) AS least, (SELECT max(number) FROM phone) AS most') ?? nobody;
    if (least === null || most === null) return;
    for (let at = 0; at < lookups; at++) {
      if (at % perTurn === 0) await new Promise<void>((resolve) => void clock.schedule(0, resolve));
      if (!goesOn()) return;
      const next = db.one<{ number: number }>('SELECT number FROM phone WHERE number >= ? ORDER BY number LIMIT 1', Math.floor(least + ((most - least) * at) / lookups));
      if (next !== undefined) callersByNumber(db, `+${next.number}`, country);
    }
  } catch (thrown) {
    logger.warn({ err: thrown }, 'callers could not be read ahead');
  }
}
