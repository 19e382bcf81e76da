import { isoNow } from '#shared/domain/clock.ts';
import type { Customer, EntityName } from '#shared/domain/entities.ts';
import { undoMergeMs, type Merge } from '#shared/domain/file-entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { enqueue, waitingFor, type OutboxEntry, type Patch } from '../queries/outbox.ts';
import { found, refused, type StoreContext } from './context.ts';

/** Tables whose rows belong to a customer. */
const children = Object.values(tables).filter(({ fields }) => fields.includes('customerId'));

/** What a merge, or taking one back, moved here before central did anything. Kept with the wish in the outbox, in its base. */
export type MovedHere = {
  readonly moved: Merge['moved'];
  /** Of the two files and of all that was moved, as they were then: whatever has another version by now is where central put it. */
  readonly versions: Readonly<Record<string, number>>;
};

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/**
 * Makes two files one. The wish goes to central as one row, which carries it out for everybody; here it is
 * shown at once, in the cache only, and central's own rows follow over it.
 *
 * @throws {BalieError} `store.refused` where they are one already.
 */
export function mergeCustomers(context: StoreContext, input: ParsedInput<StoreContract, 'customer.merge'>): string {
  return context.db.write((db) => {
    const survivorId = survivorOf(db, input.survivorId);
    const { mergedId, taken } = input;
    if (survivorId === mergedId || survivorOf(db, mergedId) !== mergedId) throw refused('mergedId', 'merged-already');
    const survivor = found(tables.customer.get(db, survivorId), 'customer');
    const merged = found(tables.customer.get(db, mergedId), 'customer');
    const at = isoNow(context.clock);
    const { moved, versions } = moveAll(db, mergedId, survivorId);
    const here: MovedHere = { moved, versions: { ...versions, [survivorId]: survivor.version, [mergedId]: merged.version } };
    const row: Merge = {
      id: newId(),
      version: 0,
      updatedAt: at,
      survivorId,
      mergedId,
      taken: [...taken],
      former: Object.fromEntries(taken.map((field) => [field, survivor[field]])),
      moved,
      at,
      agentId: context.agentId(),
      undoUntil: new Date(Date.parse(at) + undoMergeMs).toISOString(),
      undoneAt: null,
    };
    tables.merge.put(db, row);
    tables.customer.put(db, { ...survivor, ...Object.fromEntries(taken.map((field) => [field, merged[field]])) });
    tables.customer.put(db, { ...merged, archived: true });
    enqueue(db, { entity: 'merge', entityId: row.id, baseVersion: null, patch: { survivorId, mergedId, taken: row.taken }, base: here, at });
    return survivorId;
  });
}

function moveAll(db: WriteDb, from: string, to: string): MovedHere {
  const rows = children.map(({ name, entity }) => [entity, db.all<Versioned>(`SELECT id, version FROM ${name} WHERE customer_id = ?`, from)] as const);
  return move(db, to, rows);
}

/** @param rows by entity. */
function move(db: WriteDb, to: string, rows: readonly (readonly [EntityName, readonly Versioned[]])[]): MovedHere {
  for (const [entity, some] of rows) for (const { id } of some) db.run(`UPDATE ${tables[entity].name} SET customer_id = ? WHERE id = ?`, to, id);
  return {
    moved: Object.fromEntries(rows.flatMap(([entity, some]) => (some.length === 0 ? [] : [[entity, some.map(({ id }) => id)]]))),
    versions: Object.fromEntries(rows.flatMap(([, some]) => some.map(({ id, version }) => [id, version]))),
  };
}

/** @returns of these rows those that are in this file, by entity. */
function rowsIn(db: ReadDb, customerId: string, ids: Merge['moved']): (readonly [EntityName, readonly Versioned[]])[] {
  return children.map(({ name, entity }) => [entity, (ids[entity] ?? []).flatMap((id) => db.one<Versioned>(`SELECT id, version FROM ${name} WHERE id = ? AND customer_id = ?`, id, customerId) ?? [])] as const);
}

/** Takes a merge back, for everybody. @returns the survivor. @throws {BalieError} `store.refused` when it is too late. */
export function undoMerge(context: StoreContext, { id }: ParsedInput<StoreContract, 'customer.undoMerge'>): string {
  return context.db.write((db) => {
    const merge = found(tables.merge.get(db, id), 'merge');
    const at = isoNow(context.clock);
    if (merge.undoneAt !== null || merge.undoUntil <= at) throw refused('id', 'too-late');
    const here = takeApart(db, merge);
    tables.merge.put(db, { ...merge, undoneAt: at, updatedAt: at });
    enqueue(db, { entity: 'merge', entityId: id, baseVersion: merge.version, patch: { undoneAt: at }, base: { undoneAt: null, ...here }, at });
    return merge.survivorId;
  });
}

/** Puts back in the cache what a merge moved, as central will. */
function takeApart(db: WriteDb, merge: Merge, isOurs: (row: Versioned) => boolean = () => true): MovedHere {
  const { survivorId, mergedId, taken, former } = merge;
  const rows = rowsIn(db, survivorId, merge.moved).map(([entity, some]) => [entity, some.filter(isOurs)] as const);
  const { moved, versions } = move(db, mergedId, rows);
  const survivor = tables.customer.get(db, survivorId);
  const merged = tables.customer.get(db, mergedId);
  if (survivor === undefined || merged === undefined) return { moved, versions };
  const untouched = taken.filter((field) => survivor[field as keyof Customer] === merged[field as keyof Customer]);
  if (isOurs(survivor)) tables.customer.put(db, { ...survivor, ...Object.fromEntries(untouched.map((field) => [field, former[field]])) });
  if (isOurs(merged)) tables.customer.put(db, { ...merged, archived: false });
  return { moved, versions: { ...versions, [survivorId]: survivor.version, [mergedId]: merged.version } };
}

/** Makes the files one again that were taken apart here, where central has not moved on what was moved. */
function mergeAgain(db: WriteDb, merge: Merge, { moved, versions }: MovedHere): void {
  const { survivorId, mergedId, taken, former } = merge;
  const isOurs = ({ id, version }: Versioned): boolean => versions[id] === version;
  move(db, survivorId, rowsIn(db, mergedId, moved).map(([entity, some]) => [entity, some.filter(isOurs)] as const));
  tables.merge.put(db, { ...merge, undoneAt: null });
  const survivor = tables.customer.get(db, survivorId);
  const merged = tables.customer.get(db, mergedId);
  if (survivor === undefined || merged === undefined) return;
  const untouched = taken.filter((field) => survivor[field as keyof Customer] === former[field]);
  if (isOurs(survivor)) tables.customer.put(db, { ...survivor, ...Object.fromEntries(untouched.map((field) => [field, merged[field as keyof Customer]])) });
  if (isOurs(merged)) tables.customer.put(db, { ...merged, archived: true });
}

/** @returns null where the wish is one of before this was kept. */
function movedHere(base: Patch): MovedHere | null {
  return 'versions' in base ? (base as MovedHere) : null;
}

/**
 * Central did not merge, or did not take a merge back: the files are here as they were, but for what central has moved on since (a
 * colleague was first).
 * @returns the merge as it was shown; undefined where it is not here.
 */
export function revertMerge(db: WriteDb, { mutation: { entityId, baseVersion }, base }: OutboxEntry): Merge | undefined {
  const merge = tables.merge.get(db, entityId);
  if (merge === undefined) return undefined;
  const here = movedHere(base);
  if (baseVersion === null) {
    takeApart(db, here === null ? merge : { ...merge, moved: here.moved }, ({ id, version }) => here === null || here.versions[id] === version);
    tables.merge.remove(db, entityId);
  } else if (here !== null) mergeAgain(db, merge, here);
  return merge;
}

/** What central has yet to do with this customer's file is undone here, the last first: what was moved in this cache only is not of that file. @returns the ids of those merges. */
export function revertUnsent(db: WriteDb, customerId: string): string[] {
  const merges = [...tables.merge.listBy(db, 'survivorId', customerId), ...tables.merge.listBy(db, 'mergedId', customerId)];
  const entries = merges.flatMap(({ id }) => waitingFor(db, 'merge', id));
  for (const entry of entries.sort((a, b) => b.seq - a.seq)) revertMerge(db, entry);
  return merges.map(({ id }) => id);
}

/**
 * Central merged. What it left with the archived file (a number that both had) was moved here and would stay so: central has no news
 * of it. What central never had is not its to leave anywhere.
 * @param done the merge as central carried it out.
 */
export function leaveBehind(db: WriteDb, { mutation: { patch, baseVersion }, base }: OutboxEntry, done: Merge): void {
  const here = movedHere(base);
  if (here === null || baseVersion !== null) return;
  const { survivorId, mergedId } = patch as Pick<Merge, 'survivorId' | 'mergedId'>;
  const carried = new Set(Object.values(done.moved).flat());
  const isLeft = ({ id, version }: Versioned): boolean => version > 0 && here.versions[id] === version && !carried.has(id);
  move(db, mergedId, rowsIn(db, survivorId, here.moved).map(([entity, some]) => [entity, some.filter(isLeft)] as const));
}
