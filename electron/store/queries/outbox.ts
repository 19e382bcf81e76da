import type { Mutation } from '#shared/contract/sync.ts';
import type { EntityName, WritableEntity } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';

export type Patch = Readonly<Record<string, unknown>>;

/** A mutation on its way, with the former values of the fields it patches. */
export interface OutboxEntry {
  readonly seq: number;
  readonly mutation: Mutation;
  readonly base: Patch;
}

export interface OutboxCounts {
  readonly pending: number;
  readonly parked: number;
}

interface RawEntry {
  readonly seq: number;
  readonly id: string;
  readonly entity: WritableEntity;
  readonly entityId: string;
  readonly baseVersion: number | null;
  readonly patch: string;
  readonly base: string;
  readonly at: string;
}

const columns = 'seq, id, entity, entity_id AS entityId, base_version AS baseVersion, patch, base, at';

function decode(raw: RawEntry): OutboxEntry {
  const { id, entity, entityId, baseVersion, at } = raw;
  return { seq: raw.seq, mutation: { id, entity, entityId, baseVersion, at, patch: JSON.parse(raw.patch) as Patch | null }, base: JSON.parse(raw.base) as Patch };
}

export interface NewMutation {
  readonly entity: WritableEntity;
  readonly entityId: string;
  /** Null creates the row. */
  readonly baseVersion: number | null;
  /** Null removes the row. */
  readonly patch: Patch | null;
  readonly base: Patch;
  readonly at: string;
}

/** Puts a write in the outbox, in the transaction of the write itself. */
export function enqueue(db: WriteDb, mutation: NewMutation): void {
  db.run(
    'INSERT INTO outbox (id, entity, entity_id, base_version, patch, base, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    newId(),
    mutation.entity,
    mutation.entityId,
    mutation.baseVersion,
    JSON.stringify(mutation.patch),
    JSON.stringify(mutation.base),
    mutation.at,
  );
}

/**
 * The next mutations to send, oldest first. The batch stops before a second one of the same row: that
 * one may have to be based on what central answers to the first.
 */
export function nextBatch(db: ReadDb, limit: number): OutboxEntry[] {
  const rows = db.all<RawEntry>(`SELECT ${columns} FROM outbox WHERE state = 'waiting' ORDER BY seq LIMIT ?`, limit);
  const seen = new Set<string>();
  const end = rows.findIndex((row) => seen.size === seen.add(`${row.entity} ${row.entityId}`).size);
  return (end < 0 ? rows : rows.slice(0, end)).map(decode);
}

/** What still has to reach central of one row, oldest first. */
export function waitingFor(db: ReadDb, entity: EntityName, entityId: string): OutboxEntry[] {
  return db.all<RawEntry>(`SELECT ${columns} FROM outbox WHERE entity_id = ? AND entity = ? AND state = 'waiting' ORDER BY seq`, entityId, entity).map(decode);
}

/** Waiting changes of customers' data, the latest first: corrections that central has yet to keep. */
export function waitingCorrections(db: ReadDb): OutboxEntry[] {
  return db
    .all<RawEntry>(`SELECT ${columns} FROM outbox INDEXED BY outbox_waiting WHERE state = 'waiting' AND base_version IS NOT NULL AND entity IN ('customer', 'contactPoint', 'address') ORDER BY seq DESC`)
    .map(decode);
}

export function entryById(db: ReadDb, id: string): OutboxEntry | undefined {
  const raw = db.one<RawEntry>(`SELECT ${columns} FROM outbox WHERE id = ? AND state = 'waiting'`, id);
  return raw === undefined ? undefined : decode(raw);
}

/** @returns true when any mutation of the row, waiting or parked, is kept: the row must then stay. */
export function hasUnsent(db: ReadDb, entity: EntityName, entityId: string): boolean {
  return db.one('SELECT 1 FROM outbox WHERE entity_id = ? AND entity = ? LIMIT 1', entityId, entity) !== undefined;
}

export function settleApplied(db: WriteDb, seq: number): void {
  db.run('DELETE FROM outbox WHERE seq = ?', seq);
}

export function rebase(db: WriteDb, seq: number, baseVersion: number): void {
  db.run('UPDATE outbox SET base_version = ? WHERE seq = ?', baseVersion, seq);
}

/** Leaves in a mutation only the fields that are in dispute; the others go their own way. */
export function reducePatch(db: WriteDb, seq: number, patch: Patch): void {
  db.run('UPDATE outbox SET patch = ? WHERE seq = ?', JSON.stringify(patch), seq);
}

/** Sets a refused mutation aside: it is kept whole, with why, and no longer holds up the others. */
export function park(db: WriteDb, seq: number, state: 'conflict' | 'rejected', why: { readonly code: string; readonly reason: string; readonly theirs?: Patch }): void {
  db.run('UPDATE outbox SET state = ?, code = ?, reason = ?, theirs = ? WHERE seq = ?', state, why.code, why.reason, why.theirs === undefined ? null : JSON.stringify(why.theirs), seq);
}

export function outboxCounts(db: ReadDb): OutboxCounts {
  const pending = db.one<{ n: number }>("SELECT count(*) AS n FROM outbox WHERE state = 'waiting'")?.n ?? 0;
  const all = db.one<{ n: number }>('SELECT count(*) AS n FROM outbox')?.n ?? 0;
  return { pending, parked: all - pending };
}
