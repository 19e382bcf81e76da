import { z } from 'zod';
import { snapshotMarkSchema } from '#shared/contract/sync.ts';
import type { ReadDb, WriteDb } from '../store/database/connection.ts';
import { readState, writeState } from '../store/queries/device-state.ts';

const fillMarkSchema = z.object({
  /** What central is asked to go on after; null at the beginning. */
  after: snapshotMarkSchema.nullable(),
  /** Rows that were written before it. */
  rows: z.number().int(),
  /** Customers of whom something was here when the fill began; null: too much was. */
  awaited: z.array(z.string()).nullable(),
  /** The last row of customers, contact points and addresses that was here then: only up to it anything can be that central no longer has. */
  before: z.number().int().default(0),
});
/** How far a fill has come: kept with the rows before it, in one transaction. */
export type FillMark = z.infer<typeof fillMarkSchema>;

/** @returns null without one, and where another version wrote it: the fill then begins anew. */
export function readFillMark(db: ReadDb): FillMark | null {
  const text = readState(db, 'fill-mark');
  return text === null ? null : (fillMarkSchema.safeParse(JSON.parse(text)).data ?? null);
}

export function writeFillMark(db: WriteDb, mark: FillMark): void {
  writeState(db, 'fill-mark', JSON.stringify(mark));
}

export function clearFillMark(db: WriteDb): void {
  writeState(db, 'fill-mark', null);
}
