import type { WritableEntity } from '#shared/domain/entities.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { decodeEntry, outboxColumns, type OutboxEntry } from './outbox.ts';

interface BatchOptions {
  readonly limit: number;
  /** Mutations that were already tried in vain in this exchange. */
  readonly except: ReadonlySet<number>;
  /** UTC instant, by this device's clock. */
  readonly now: string;
}

interface RawWaiting {
  readonly seq: number;
  readonly entity: WritableEntity;
  readonly entityId: string;
  readonly baseVersion: number | null;
  readonly patch: string;
  readonly notBefore: string | null;
}

/** How many are looked at in one go; those that are held are read past. */
const pageRows = 200;
const mine = "(agent_id IS NULL OR agent_id = (SELECT value FROM device_state WHERE key = 'agent-id'))";

/** The longest that a mutation on which central fails is left alone. */
export const longestDeferMs = 600_000;

/**
 * The next mutations to send, oldest first, in an order that central can always follow:
 *
 * - a later mutation of a row waits for the former: the batch ends before a second one of the same row, because that one
 *   may have to be based on the answer to the first;
 * - nothing that names a row goes before the creation of that row, also where that creation was refused or is deferred;
 * - what another operator left on this device stays: it is sent when they sign in.
 *
 * All else is not held up by them.
 */
export function nextBatch(db: ReadDb, { limit, except, now }: BatchOptions): OutboxEntry[] {
  const held = new Held(parkedCreations(db));
  const batch: OutboxEntry[] = [];
  const inBatch = new Set<string>();
  for (let after = 0; ; ) {
    const rows = db.all<RawWaiting>(`SELECT ${outboxColumns}, not_before AS notBefore FROM outbox WHERE state = 'waiting' AND seq > ? AND ${mine} ORDER BY seq LIMIT ${pageRows}`, after);
    for (const row of rows) {
      if (held.concerns(row) || except.has(row.seq) || isDeferred(row.notBefore, now)) held.add(row);
      else if (inBatch.has(row.entityId)) return batch;
      else {
        inBatch.add(row.entityId);
        batch.push(decodeEntry(row));
        if (batch.length >= limit) return batch;
      }
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return batch;
    after = last.seq;
  }
}

/** A clock that was set back must not keep anything here for hours. */
function isDeferred(notBefore: string | null, now: string): boolean {
  return notBefore !== null && notBefore > now && Date.parse(notBefore) - Date.parse(now) <= longestDeferMs;
}

/** Rows that central does not have yet: it did not take their creation, or it is not this operator's to send. */
function parkedCreations(db: ReadDb): string[] {
  return db.all<{ entityId: string }>(`SELECT entity_id AS entityId FROM outbox WHERE base_version IS NULL AND (state <> 'waiting' OR NOT ${mine})`).map(({ entityId }) => entityId);
}

/** What has to wait. Ids are unique across entities, so a row that names another is known by its id in the patch. */
class Held {
  readonly #rows: Set<string>;
  readonly #missing: Set<string>;

  constructor(missing: readonly string[]) {
    this.#rows = new Set(missing);
    this.#missing = new Set(missing);
  }

  concerns({ entityId, patch }: RawWaiting): boolean {
    if (this.#rows.has(entityId)) return true;
    for (const id of this.#missing) if (patch.includes(id)) return true;
    return false;
  }

  add({ entityId, baseVersion }: RawWaiting): void {
    this.#rows.add(entityId);
    if (baseVersion === null) this.#missing.add(entityId);
  }
}

/** Central failed on this mutation, and not on others. @returns how often by now. */
export function noteFailure(db: WriteDb, seq: number, notBefore: (attempts: number) => string | null): number {
  const attempts = (db.one<{ attempts: number }>('SELECT attempts FROM outbox WHERE seq = ?', seq)?.attempts ?? 0) + 1;
  db.run('UPDATE outbox SET attempts = ?, not_before = ? WHERE seq = ?', attempts, notBefore(attempts), seq);
  return attempts;
}
