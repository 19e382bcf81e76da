import { isDeepStrictEqual } from 'node:util';
import type { Mutation } from '#shared/contract/sync.ts';
import { deviceEntities, type EntityName, type EntityRow, type WritableEntity } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { readState } from './device-state.ts';

export type Patch = Readonly<Record<string, unknown>>;

/** A mutation on its way, with the former values of the fields it patches, and of `updatedAt`. */
export interface OutboxEntry {
  readonly seq: number;
  readonly mutation: Mutation;
  /** Of a removal the row: as it was, or, with its version, as central has sent it since. Of a merge, and of taking one back, also what that moved here. */
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

/** What a mutation is, as it is kept; for queries of other files of this room. */
export const outboxColumns = 'seq, id, entity, entity_id AS entityId, base_version AS baseVersion, patch, base, at';

/** A row of {@link outboxColumns}. */
export function decodeEntry(row: object): OutboxEntry {
  const raw = row as RawEntry;
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
    'INSERT INTO outbox (id, entity, entity_id, base_version, patch, base, at, agent_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    newId(),
    mutation.entity,
    mutation.entityId,
    mutation.baseVersion,
    JSON.stringify(mutation.patch),
    JSON.stringify(mutation.base),
    mutation.at,
    readState(db, 'agent-id'),
  );
}

/** What still has to reach central of one row, oldest first. */
export function waitingFor(db: ReadDb, entity: EntityName, entityId: string): OutboxEntry[] {
  return db.all(`SELECT ${outboxColumns} FROM outbox WHERE entity_id = ? AND entity = ? AND state = 'waiting' ORDER BY seq`, entityId, entity).map(decodeEntry);
}

/** Waiting changes of customers' data, the latest first: corrections that central has yet to keep. */
export function waitingCorrections(db: ReadDb): OutboxEntry[] {
  return db
    .all(`SELECT ${outboxColumns} FROM outbox INDEXED BY outbox_waiting WHERE state = 'waiting' AND base_version IS NOT NULL AND entity IN ('customer', 'contactPoint', 'address') ORDER BY seq DESC`)
    .map(decodeEntry);
}

export function entryById(db: ReadDb, id: string): OutboxEntry | undefined {
  const raw = db.one(`SELECT ${outboxColumns} FROM outbox WHERE id = ? AND state = 'waiting'`, id);
  return raw === undefined ? undefined : decodeEntry(raw);
}

/** @returns true when any mutation of the row, waiting or parked, is kept: the row must then stay. */
export function hasUnsent(db: ReadDb, entity: EntityName, entityId: string): boolean {
  return db.one('SELECT 1 FROM outbox WHERE entity_id = ? AND entity = ? LIMIT 1', entityId, entity) !== undefined;
}

/** @returns what a row said before a mutation, where it still says what that wrote; and when, where nothing else was written since. */
export function beforeWork(row: Patch, { patch, at }: Pick<Mutation, 'patch' | 'at'>, base: Patch): Patch {
  const written = patch ?? {};
  const former = Object.fromEntries(Object.entries(base).filter(([field]) => field in written && isDeepStrictEqual(row[field], written[field])));
  return row['updatedAt'] === at && typeof base['updatedAt'] === 'string' ? { ...former, updatedAt: base['updatedAt'] } : former;
}

export function settleApplied(db: WriteDb, seq: number): void {
  db.run('DELETE FROM outbox WHERE seq = ?', seq);
}

export function rebase(db: WriteDb, seq: number, baseVersion: number): void {
  db.run('UPDATE outbox SET base_version = ? WHERE seq = ?', baseVersion, seq);
}

/** Central has another copy by now of a row whose removal waits: whoever gives the removal up has that one again. */
export function renewRemoved(db: WriteDb, entity: EntityName, row: EntityRow<EntityName>, anyVersion: boolean): void {
  const newest = "coalesce(json_extract(base, '$.version'), base_version)";
  db.run(`UPDATE outbox SET base = ? WHERE entity_id = ? AND entity = ? AND patch = 'null' AND (? OR ${newest} < ?)`, JSON.stringify(row), row.id, entity, anyVersion ? 1 : 0, row.version);
}

/** Leaves in a mutation only the fields that are in dispute; the others go their own way. */
export function reducePatch(db: WriteDb, seq: number, patch: Patch): void {
  db.run('UPDATE outbox SET patch = ? WHERE seq = ?', JSON.stringify(patch), seq);
}

/** Sets a refused mutation aside: it is kept whole, with why, and no longer holds up the others. */
export function park(db: WriteDb, seq: number, state: 'conflict' | 'rejected', why: { readonly code: string; readonly reason: string; readonly theirs?: Patch }): void {
  db.run('UPDATE outbox SET state = ?, code = ?, reason = ?, theirs = ? WHERE seq = ?', state, why.code, why.reason, why.theirs === undefined ? null : JSON.stringify(why.theirs), seq);
}

/** How often central may fail on a mutation before it is told to the operator; from then on it is tried ever more rarely. */
export const stuckAfter = 3;

/** Rows of the device's own that central has not seen yet: few, and looked up one by one, whatever else waits. */
const unseenOfDevice = deviceEntities.map((entity) => `SELECT '${entity}' AS entity, id FROM ${tables[entity].name} WHERE version = 0`).join(' UNION ALL ');

/**
 * `pending`: on its way by itself. `parked`: refused, in conflict, or stuck, and shown in the list of unsent work. What is the
 * device's own ({@link deviceEntities}) is nobody's work: that it waits is not told.
 */
export function outboxCounts(db: ReadDb): OutboxCounts {
  const count = (of: string): number => db.one<{ n: number }>(`SELECT count(*) AS n FROM ${of}`)?.n ?? 0;
  const underWay = count("outbox WHERE state = 'waiting'") - count(`outbox WHERE attempts > 0 AND state = 'waiting' AND attempts >= ${stuckAfter}`);
  const ofDevice = count(`(${unseenOfDevice}) AS unseen JOIN outbox ON outbox.entity_id = unseen.id AND outbox.entity = unseen.entity WHERE outbox.state = 'waiting' AND outbox.attempts < ${stuckAfter}`);
  return { pending: underWay - ofDevice, parked: count('outbox') - underWay };
}
