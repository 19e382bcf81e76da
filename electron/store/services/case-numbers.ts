import { isoNow } from '#shared/domain/clock.ts';
import { caseNumberText, rangeLow } from '#shared/domain/casework/case-number.ts';
import type { NumberRange } from '#shared/domain/casework/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import type { StoreContext } from './context.ts';
import { putNew, type Writing } from './write-rows.ts';

/** A range that this very file asked for, and how far it was used. */
interface OwnRange {
  readonly rangeId: string;
  readonly first: number | null;
  readonly last: number | null;
  /** The next number that was not given out; null: none was. */
  readonly next: number | null;
}

/** Only of this operator: central takes a number from nobody else. A range that is not in `case_number_use` another file asked for, and may have used. */
function ownRanges(db: ReadDb, agentId: string | null): OwnRange[] {
  return db.all<OwnRange>('SELECT u.range_id AS rangeId, r.first, r.last, u.next FROM case_number_use AS u JOIN number_range AS r ON r.id = u.range_id WHERE r.agent_id IS ? ORDER BY r.seq', agentId);
}

function leftIn({ first, last, next }: OwnRange): number {
  return first === null || last === null ? 0 : last - (next ?? first) + 1;
}

/**
 * Asks central for numbers of this device's own where few are left and none are on their way.
 *
 * @returns whether it asked.
 */
export function askForNumbers(context: StoreContext): boolean {
  const agentId = context.agentId();
  if (agentId === null || isEnough(ownRanges(context.db, agentId))) return false;
  return context.db.write((db) => {
    const at = isoNow(context.clock);
    const row: NumberRange = { id: newId(), version: 0, updatedAt: at, agentId, at, first: null, last: null };
    putNew({ db, at }, tables.numberRange, row);
    db.run('INSERT INTO case_number_use (range_id, next) VALUES (?, NULL)', row.id);
    return true;
  });
}

function isEnough(ranges: readonly OwnRange[]): boolean {
  return ranges.some(({ first }) => first === null) || ranges.reduce((sum, range) => sum + leftIn(range), 0) >= rangeLow;
}

/** @returns a number that nobody else has, for a case that is written in the same transaction; null where this device has none: central then gives one. */
export function takeNumber({ db }: Writing, agentId: string | null): string | null {
  const range = ownRanges(db, agentId).find((candidate) => leftIn(candidate) > 0);
  const number = range?.next ?? range?.first ?? null;
  if (range === undefined || number === null) return null;
  db.run('UPDATE case_number_use SET next = ? WHERE range_id = ?', number + 1, range.rangeId);
  return caseNumberText(number);
}
