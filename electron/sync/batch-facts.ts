import type { ReadDb } from '../store/database/connection.ts';

/** What is asked once for a whole transaction instead of once for every row of it; the transaction notes what it adds. */
export interface BatchFacts {
  /** Ids of rows of which something waits in the outbox. */
  readonly unsent: ReadonlySet<string>;
  hasTombstones: boolean;
  hasParkedRows: boolean;
}

export function readBatchFacts(db: ReadDb): BatchFacts {
  return {
    unsent: new Set(db.all<{ id: string }>('SELECT DISTINCT entity_id AS id FROM outbox').map(({ id }) => id)),
    hasTombstones: db.one('SELECT 1 FROM tombstone LIMIT 1') !== undefined,
    hasParkedRows: db.one('SELECT 1 FROM parked_row LIMIT 1') !== undefined,
  };
}
