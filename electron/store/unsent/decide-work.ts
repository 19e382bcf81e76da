import { isDeepStrictEqual } from 'node:util';
import { isoNow } from '#shared/domain/clock.ts';
import { entitySchemas, type EntityName } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import type { WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { withoutStep } from '../queries/orders.ts';
import { beforeWork, enqueue, hasUnsent, settleApplied, type OutboxEntry, type Patch } from '../queries/outbox.ts';
import { isUnseen, leaveUnseen } from '../queries/unseen-rows.ts';
import { refreshWords } from '../search/word-index.ts';
import { found, refused, type StoreContext } from '../services/context.ts';
import { storable } from '../services/storable.ts';
import { dependantsOf, fieldsOf, parkedById, type ParkedEntry } from './parked-work.ts';
import { customerOf, rowOf, tableNamed } from './subject.ts';
import { recordSuperseded } from './superseded.ts';

type Choice = 'mine' | 'theirs';

/** Stale words are few after one decision: all of them in one go. */
const allWords = 1000;

/** One decision in progress. */
interface Decision {
  readonly db: WriteDb;
  readonly at: string;
  readonly agentId: string | null;
}

function decide<T>(context: StoreContext, id: string, work: (decision: Decision, entry: ParkedEntry) => T): T {
  return context.db.write((db) => {
    const result = work({ db, at: isoNow(context.clock), agentId: context.agentId() }, found(parkedById(db, id), 'unsent work'));
    refreshWords(db, allWords);
    return result;
  });
}

/**
 * Ends a conflict, field by field. What is chosen as mine is sent again, on the file as it is now; what lost is kept in
 * the history, with whose it was.
 * @throws {BalieError} `store.refused` when a field that is in dispute has no choice.
 */
export function resolveConflict(context: StoreContext, id: string, choices: Readonly<Record<string, Choice>>): void {
  decide(context, id, (decision, entry) => {
    if (entry.state !== 'conflict') throw refused('id', 'no-conflict');
    const { db, at, agentId } = decision;
    const { entity, entityId } = entry.mutation;
    const disputed = fieldsOf(db, entry);
    const row = rowOf(db, entity, entityId) ?? entry.theirs ?? {};
    const customerId = customerOf(db, entity, entityId, row)?.id ?? null;
    for (const { field, mine, theirs } of disputed) {
      const choice = choices[field];
      if (choice === undefined) throw refused(field, 'required');
      const lost = choice === 'theirs' ? { value: mine, kept: theirs, agentId: entry.agentId ?? agentId, writtenAt: entry.mutation.at } : { value: theirs, kept: mine, agentId: null, writtenAt: writtenAt(row, at) };
      recordSuperseded(db, { ...lost, entity, entityId, customerId, field, decidedBy: agentId, decidedAt: at, decision: choice });
    }
    settleApplied(db, entry.seq);
    const chosen = disputed.filter(({ field }) => choices[field] === 'mine');
    if (chosen.length === 0) {
      leaveUnseen(db, tableNamed(entity), entityId);
      return;
    }
    const patch = Object.fromEntries(chosen.map(({ field, mine }) => [field, mine]));
    const base = { ...Object.fromEntries(chosen.map(({ field, theirs }) => [field, theirs])), updatedAt: row['updatedAt'] };
    enqueue(db, { entity, entityId, baseVersion: typeof row['version'] === 'number' ? row['version'] : entry.mutation.baseVersion, patch, base, at });
    putFields(db, entity, entityId, { ...patch, updatedAt: at });
  });
}

/**
 * Sends work again that central refused or failed on, with other values where the operator changed some. Under a new id:
 * central remembers its answer to the former one.
 * @throws {BalieError} `store.refused` naming the field that does not fit.
 */
export function retryWork(context: StoreContext, id: string, typed: Patch): void {
  decide(context, id, ({ db }, entry) => {
    const { entity, entityId, baseVersion } = entry.mutation;
    const former = entry.mutation.patch;
    // A conflict is ended field by field; of a removal there is only one thing to say.
    if (entry.state === 'conflict' && former !== null) throw refused('id', 'conflict');
    const changes = former === null ? {} : storable(typed);
    const patch = former === null ? null : { ...former, ...changes };
    for (const field of Object.keys(changes)) checkField(entity, field, { ...patch });
    const row = rowOf(db, entity, entityId);
    const written: Patch = { ...former, updatedAt: entry.mutation.at };
    const base = Object.fromEntries(Object.entries(entry.base).map(([field, value]) => [field, row === undefined || isDeepStrictEqual(row[field], written[field]) ? value : row[field]]));
    const version = baseVersion === null || typeof row?.['version'] !== 'number' ? baseVersion : row['version'];
    const sameAsBefore = entry.state === 'stuck' && Object.keys(changes).length === 0;
    db.run(
      `UPDATE outbox SET id = ?, state = 'waiting', attempts = 0, not_before = NULL, code = NULL, reason = NULL, theirs = NULL,
         base_version = ?, patch = ?, base = ? WHERE seq = ?`,
      ...[sameAsBefore ? id : newId(), sameAsBefore ? baseVersion : version, JSON.stringify(patch), JSON.stringify(base), entry.seq],
    );
    if (patch === null) tableNamed(entity)?.remove(db, entityId);
    else putFields(db, entity, entityId, { ...patch, updatedAt: entry.mutation.at });
  });
}

/**
 * Gives work up: the file says again what it said before, and what was written is kept in the history. Work that needs
 * a row that will never exist is given up with it.
 * @returns how many pieces of work that were.
 */
export function discardWork(context: StoreContext, id: string): number {
  return decide(context, id, (decision, entry) => {
    const all: readonly OutboxEntry[] = [entry, ...dependantsOf(decision.db, entry)];
    // The last one first, as one takes back steps.
    for (const one of [...all].reverse()) takeBack(decision, one, entry.agentId);
    return all.length;
  });
}

function takeBack({ db, at, agentId }: Decision, { seq, mutation, base }: OutboxEntry, author: string | null): void {
  const { entity, entityId, patch, baseVersion } = mutation;
  const row = rowOf(db, entity, entityId);
  settleApplied(db, seq);
  const version = typeof base['version'] === 'number' ? base['version'] : baseVersion;
  if (isGone(db, entity, entityId, version ?? 0)) {
    keepWords({ db, at, agentId }, { mutation, base }, row, author);
    if (leaveUnseen(db, tableNamed(entity), entityId) === undefined && !hasUnsent(db, entity, entityId)) tableNamed(entity)?.remove(db, entityId);
    return;
  }
  if (patch === null) {
    // Of a customer who is no longer here either, nothing comes back.
    const isOrphan = typeof base['customerId'] === 'string' && rowOf(db, 'customer', base['customerId']) === undefined;
    if (row === undefined && !isOrphan) putBack(db, entity, { updatedAt: at, ...base, id: entityId, version });
    return;
  }
  keepWords({ db, at, agentId }, { mutation, base }, row, author);
  // Central never had the row: without its creation it is nobody's.
  if (baseVersion === null && row?.['version'] === 0) tableNamed(entity)?.remove(db, entityId);
  else if (row !== undefined) {
    putFields(db, entity, entityId, beforeWork(row, mutation, base));
    const former = entity === 'order' ? tables.order.get(db, entityId) : undefined;
    if (former !== undefined) tables.order.put(db, withoutStep(row as unknown as Order, former));
  }
}

/** What was written and given up is in the history; of somebody who is no longer here nothing is. */
function keepWords({ db, at, agentId }: Decision, { mutation, base }: Pick<OutboxEntry, 'mutation' | 'base'>, row: Patch | undefined, author: string | null): void {
  const { entity, entityId, baseVersion } = mutation;
  const customerId = customerOf(db, entity, entityId, { ...base, ...mutation.patch })?.id ?? null;
  if (customerId !== null && rowOf(db, 'customer', customerId) === undefined) return;
  for (const [field, value] of Object.entries(mutation.patch ?? {})) {
    const former = isDeepStrictEqual(row?.[field], value) ? base[field] : row?.[field];
    if (baseVersion === null && isEmpty(value)) continue;
    recordSuperseded(db, { entity, entityId, customerId, field, value, kept: baseVersion === null ? null : former, agentId: author ?? agentId, writtenAt: mutation.at, decidedBy: agentId, decidedAt: at, decision: 'discarded' });
  }
}

/** Central removed the row, in this version or a later one, or no longer shows it here, while work on it waited. */
function isGone(db: WriteDb, entity: string, id: string, version: number): boolean {
  const tombstone = db.one<{ version: number }>('SELECT version FROM tombstone WHERE id = ? AND entity = ?', id, entity);
  return isUnseen(db, entity, id) || (tombstone !== undefined && tombstone.version >= version);
}

/** A row that was removed here is there again, as far as it is known; central sends it whole when it changes. */
function putBack(db: WriteDb, entity: EntityName, former: Patch): void {
  const row = entitySchemas[entity].safeParse(former);
  if (row.success) tableNamed(entity)?.put(db, row.data);
}

/** What a new row says nothing by. */
function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === false || (typeof value === 'object' && Object.keys(value).length === 0);
}

function putFields(db: WriteDb, entity: string, id: string, fields: Patch): void {
  const table = tableNamed(entity);
  const row = table?.get(db, id);
  if (table === undefined || row === undefined) return;
  table.put(db, { ...row, ...fields });
}

/** A value that the operator typed must fit the field; the rest of the work is judged by central. */
function checkField(entity: EntityName, field: string, patch: Patch): void {
  const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> = entitySchemas[entity].shape;
  if (!Object.hasOwn(shape, field) || shape[field]?.safeParse(patch[field]).success !== true) throw refused(field, 'invalid');
}

function writtenAt(row: Patch, otherwise: string): string {
  return typeof row['updatedAt'] === 'string' ? row['updatedAt'] : otherwise;
}
