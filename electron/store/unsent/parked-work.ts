import { isDeepStrictEqual } from 'node:util';
import type { UnsentField, UnsentList, UnsentWork } from '#shared/domain/unsent-work.ts';
import { deviceEntities } from '#shared/domain/entities.ts';
import type { ReadDb } from '../database/connection.ts';
import { decodeEntry, outboxColumns, stuckAfter, type OutboxEntry, type Patch } from '../queries/outbox.ts';
import { customerOf, rowOf } from './subject.ts';
import { recentlySuperseded } from './superseded.ts';

/** More than anybody decides in one sitting; the rest comes when these are decided. */
const longestList = 200;

/** A mutation that waits for a decision. */
export interface ParkedEntry extends OutboxEntry {
  readonly state: UnsentWork['state'];
  readonly code: string | null;
  readonly attempts: number;
  readonly theirs: Patch | null;
  readonly agentId: string | null;
}

interface RawParked {
  readonly state: 'waiting' | 'conflict' | 'rejected';
  readonly code: string | null;
  readonly attempts: number;
  readonly theirs: string | null;
  readonly agentId: string | null;
}

const columns = `${outboxColumns}, state, code, attempts, theirs, agent_id AS agentId`;
const parked = `(state <> 'waiting' OR attempts >= ${stuckAfter})`;

function decode(raw: RawParked): ParkedEntry {
  const { state, code, attempts, theirs, agentId } = raw;
  return { ...decodeEntry(raw), state: state === 'waiting' ? 'stuck' : state, code, attempts, agentId, theirs: theirs === null ? null : (JSON.parse(theirs) as Patch) };
}

/** Work that central does not have, wherever it stands. */
export interface UnsentEntry extends Omit<ParkedEntry, 'state'> {
  /** `waiting`: it goes by itself. */
  readonly state: UnsentWork['state'] | 'waiting';
}

/** @param after the `seq` of the last one that is known. @returns what is not at central, oldest first; what is the device's own is nobody's work. */
export function unsentAfter(db: ReadDb, after: number, limit: number): UnsentEntry[] {
  return db
    .all<RawParked>(`SELECT ${columns} FROM outbox WHERE seq > ? AND entity NOT IN (${deviceEntities.map((entity) => `'${entity}'`).join()}) ORDER BY seq LIMIT ? + 0`, after, limit)
    .map((raw) => ({ ...decode(raw), ...(raw.state === 'waiting' && raw.attempts < stuckAfter ? { state: 'waiting' as const } : {}) }));
}

/** @returns the entry, when it is one that waits for a decision. */
export function parkedById(db: ReadDb, id: string): ParkedEntry | undefined {
  const raw = db.one<RawParked>(`SELECT ${columns} FROM outbox WHERE id = ? AND ${parked}`, id);
  return raw === undefined ? undefined : decode(raw);
}

/**
 * What stands against what. A conflict is with the file as it is now, which may be newer than what central answered; a
 * field that says the same by now is in dispute no more.
 */
export function fieldsOf(db: ReadDb, { state, mutation, base, theirs }: UnsentEntry): UnsentField[] {
  const row = rowOf(db, mutation.entity, mutation.entityId) ?? theirs ?? {};
  return Object.entries(mutation.patch ?? {})
    .map(([field, mine]): UnsentField => ({ field, mine, ...(field in base ? { base: base[field] } : {}), ...(field in row ? { theirs: row[field] } : {}) }))
    .filter(({ mine, theirs: now }) => state !== 'conflict' || !isDeepStrictEqual(mine, now));
}

/** Everything that waits because of the creation in `entry`, oldest first: later work on the row, and rows that name it. */
export function dependantsOf(db: ReadDb, { seq, mutation }: OutboxEntry): OutboxEntry[] {
  if (mutation.baseVersion !== null) return [];
  const missing = new Set([mutation.entityId]);
  const later = db.all<{ patch: string }>(`SELECT ${outboxColumns} FROM outbox WHERE seq > ? ORDER BY seq`, seq);
  return later
    .map((raw) => ({ entry: decodeEntry(raw), text: raw.patch }))
    .filter(({ entry, text }) => {
      const depends = missing.has(entry.mutation.entityId) || [...missing].some((id) => text.includes(id));
      if (depends && entry.mutation.baseVersion === null) missing.add(entry.mutation.entityId);
      return depends;
    })
    .map(({ entry }) => entry);
}

/** The page of unsent work: what waits for a decision, oldest first, and what was decided. */
export function unsentList(db: ReadDb): UnsentList {
  const entries = db.all<RawParked>(`SELECT ${columns} FROM outbox WHERE ${parked} ORDER BY seq LIMIT ${longestList}`).map(decode);
  const work = entries.map((entry): UnsentWork => {
    const { id, entity, entityId, at, baseVersion, patch } = entry.mutation;
    const { state, code, attempts } = entry;
    return { id, state, entity, entityId, at, code, attempts, creates: baseVersion === null, removes: patch === null, customer: customerOf(db, entity, entityId, patch ?? entry.base), fields: fieldsOf(db, entry), dependants: dependantsOf(db, entry).length };
  });
  const unread = db.one<{ n: number }>('SELECT count(*) AS n FROM parked_row')?.n ?? 0;
  return { work, decided: recentlySuperseded(db), unread };
}
