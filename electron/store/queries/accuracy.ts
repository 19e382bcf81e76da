import { accuracyDays, type AccuracyDay } from '#shared/domain/accuracy.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';

/** Adds to a day, and lets go of days that are too long ago. */
export function addAccuracy(db: WriteDb, { day, entered, corrected }: AccuracyDay): void {
  db.run('INSERT INTO accuracy (day, entered, corrected) VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE SET entered = entered + excluded.entered, corrected = corrected + excluded.corrected', day, entered, corrected);
  db.run("DELETE FROM accuracy WHERE day <= date(?, '-' || ? || ' days')", day, accuracyDays);
}

/** @returns the days on which something was entered, most recent first. */
export function readAccuracy(db: ReadDb): AccuracyDay[] {
  return db.all<AccuracyDay>('SELECT day, entered, corrected FROM accuracy ORDER BY day DESC');
}
