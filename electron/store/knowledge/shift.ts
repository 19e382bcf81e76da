import { isoNow } from '#shared/domain/clock.ts';
import { shiftGapMs } from '#shared/domain/knowledge/shift-news.ts';
import type { WriteDb } from '../database/connection.ts';
import { readState, writeState } from '../queries/device-state.ts';
import type { StoreContext } from '../services/context.ts';

/** Written down at most this often: it is about hours. */
const exactToMs = 60_000;

/**
 * The operator works. After hours without, what was noted last is the end of the shift before, and stays it for the whole of this one: on
 * disk, so that a restart in the middle of a day changes nothing.
 */
export function noteWork(context: StoreContext): void {
  const { db, clock } = context;
  const now = isoNow(clock);
  const last = readState(db, 'worked-at');
  const idleMs = last === null ? Number.POSITIVE_INFINITY : Date.parse(now) - Date.parse(last);
  // A clock that was put back says nothing about how long it was.
  if (idleMs >= 0 && idleMs < exactToMs) return;
  db.write((writer) => {
    if (last !== null && idleMs >= shiftGapMs) beginShift(writer, last);
    if (last === null) writeState(writer, 'first-worked-at', now);
    writeState(writer, 'worked-at', now);
  });
}

/** What was news before the last shift ended, the operator had a whole shift to see. */
function beginShift(db: WriteDb, endedAt: string): void {
  const former = readState(db, 'shift-since');
  writeState(db, 'shift-since', endedAt);
  if (former !== null) db.run('DELETE FROM catalogue_news WHERE at <= ?', former);
}

/** Whether this database is too young to know the end of a shift: a sign-out wiped the one before, or it was on another workstation. */
export function isShiftUnknown({ db }: StoreContext): boolean {
  return readState(db, 'shift-since') === null;
}

/** Central says when the operator was last signed in: the end of a shift where it was hours before the first work here. */
export function learnShift({ db }: StoreContext, lastSeen: string): void {
  const first = readState(db, 'first-worked-at');
  if (first === null || Date.parse(first) - Date.parse(lastSeen) < shiftGapMs) return;
  db.write((writer) => beginShift(writer, lastSeen));
}
