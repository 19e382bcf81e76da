import { isoNow } from '#shared/domain/clock.ts';
import type { Customer } from '#shared/domain/entities.ts';
import { undoMergeMs, type Merge } from '#shared/domain/file-entities.ts';
import { newId } from '#shared/domain/ids.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { enqueue } from '../queries/outbox.ts';
import { found, refused, type StoreContext } from './context.ts';

/** Tables whose rows belong to a customer. */
const children = Object.values(tables).filter(({ fields }) => fields.includes('customerId'));

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
    const row: Merge = {
      id: newId(),
      version: 0,
      updatedAt: at,
      survivorId,
      mergedId,
      taken: [...taken],
      former: Object.fromEntries(taken.map((field) => [field, survivor[field]])),
      moved: moveAll(db, mergedId, survivorId),
      at,
      agentId: context.agentId(),
      undoUntil: new Date(Date.parse(at) + undoMergeMs).toISOString(),
      undoneAt: null,
    };
    tables.merge.put(db, row);
    tables.customer.put(db, { ...survivor, ...Object.fromEntries(taken.map((field) => [field, merged[field]])) });
    tables.customer.put(db, { ...merged, archived: true });
    enqueue(db, { entity: 'merge', entityId: row.id, baseVersion: null, patch: { survivorId, mergedId, taken: row.taken }, base: {}, at });
    return survivorId;
  });
}

function moveAll(db: WriteDb, from: string, to: string): Merge['moved'] {
  const moved: Record<string, string[]> = {};
  for (const { name, entity } of children) {
    const ids = db.all<{ id: string }>(`SELECT id FROM ${name} WHERE customer_id = ?`, from).map(({ id }) => id);
    if (ids.length === 0) continue;
    db.run(`UPDATE ${name} SET customer_id = ? WHERE customer_id = ?`, to, from);
    moved[entity] = ids;
  }
  return moved;
}

/** Takes a merge back, for everybody. @returns the survivor. @throws {BalieError} `store.refused` when it is too late. */
export function undoMerge(context: StoreContext, { id }: ParsedInput<StoreContract, 'customer.undoMerge'>): string {
  return context.db.write((db) => {
    const merge = found(tables.merge.get(db, id), 'merge');
    const at = isoNow(context.clock);
    if (merge.undoneAt !== null || merge.undoUntil <= at) throw refused('id', 'too-late');
    const undone = { ...merge, undoneAt: at, updatedAt: at };
    takeApart(db, merge);
    tables.merge.put(db, undone);
    enqueue(db, { entity: 'merge', entityId: id, baseVersion: merge.version, patch: { undoneAt: at }, base: { undoneAt: null }, at });
    return merge.survivorId;
  });
}

/** Puts back in the cache what a merge moved, as central will. Also for a merge that central refused. */
export function takeApart(db: WriteDb, merge: Merge): void {
  for (const { name, entity } of children) {
    for (const id of merge.moved[entity] ?? []) db.run(`UPDATE ${name} SET customer_id = ? WHERE id = ? AND customer_id = ?`, merge.mergedId, id, merge.survivorId);
  }
  const survivor = tables.customer.get(db, merge.survivorId);
  const merged = tables.customer.get(db, merge.mergedId);
  if (survivor === undefined || merged === undefined) return;
  const untouched = merge.taken.filter((field) => survivor[field as keyof Customer] === merged[field as keyof Customer]);
  tables.customer.put(db, { ...survivor, ...Object.fromEntries(untouched.map((field) => [field, merge.former[field]])) });
  tables.customer.put(db, { ...merged, archived: false });
}
