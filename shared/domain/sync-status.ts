import { z } from 'zod';
import { errorCodes } from './errors.ts';
import { instantSchema } from './ids.ts';

/** How the cache stands towards central, for the chip in the bar. */
export const syncStatusSchema = z.object({
  /** `filling`: the first snapshot is coming in; `rejected` work needs somebody's attention. */
  state: z.enum(['signed-out', 'filling', 'synced', 'syncing', 'offline', 'failed']),
  /** Mutations that central has not answered yet. */
  pending: z.number().int().min(0),
  /** Mutations that central refused or that conflict; kept, never dropped. */
  parked: z.number().int().min(0),
  lastSyncedAt: instantSchema.nullable(),
  /** Rows of the first fill, while `filling`. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  error: z.enum(errorCodes).nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

/** Nobody is signed in. */
export const signedOut: SyncStatus = { state: 'signed-out', pending: 0, parked: 0, lastSyncedAt: null, progress: null, error: null };
