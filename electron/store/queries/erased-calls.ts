import type { ReadDb } from '../database/connection.ts';

/** Under this name a tombstone stands for a call whose recording may not be kept, by the call's id. */
export const erasedCall = 'recording';

/**
 * Which calls were with somebody who has been erased: those of which this device heard it, and those that central sent here
 * without a person, because the device was signed out at the time. A conversation that nobody was linked to and nothing was written
 * of is no such one as long as it has its recording.
 */
export function erasedCalls(db: ReadDb, callIds: readonly string[]): string[] {
  return db
    .all<{ callId: string }>(
      `SELECT wanted.value AS callId FROM json_each(?) AS wanted
       WHERE EXISTS (SELECT 1 FROM tombstone WHERE id = wanted.value AND entity = '${erasedCall}')
          OR EXISTS (SELECT 1 FROM call_leg AS l JOIN interaction AS i ON i.id = l.interaction_id
                     WHERE l.call_id = wanted.value AND l.version > 0 AND l.recording IS NULL AND i.version > 0 AND i.state = 'closed' AND i.customer_id IS NULL
                       AND i.number IS NULL AND i.sentence = '' AND i.note = '' AND i.script_run IS NULL AND i.captured = '{}')`,
      JSON.stringify(callIds),
    )
    .map(({ callId }) => callId);
}
