import { isDeepStrictEqual } from 'node:util';
import type { EntityName } from '#shared/domain/entities.ts';
import { mergeSchema, undoMergeMs, type Merge } from '#shared/domain/file-entities.ts';
import { sql } from 'kysely';
import { entityOrder, tableOf } from '../database/entity-tables.ts';
import { readRow, readRows, readRowsBy, type Row } from '../database/rows.ts';
import type { Executor } from '../database/schema.ts';
import type { Writer } from './change-log.ts';
import { keepFormer } from './corrections.ts';
import { Rejection } from './rejection.ts';

/** Entities whose rows belong to a customer by their `customerId`, whoever added them to the contract. */
export const customerChildren: readonly EntityName[] = entityOrder.filter((entity) =>
  tableOf(entity).references.some(({ field, entity: parent }) => field === 'customerId' && parent === 'customer'),
);

/** Never followed further than this: a circle cannot come about, and would not be endless. */
const longestChain = 20;

/** @returns the file that a customer's id leads to: itself, or where it was merged into. */
export async function survivorOf(db: Executor, customerId: string): Promise<string> {
  let id = customerId;
  for (let step = 0; step < longestChain; step++) {
    const { rows } = await sql<{ survivor: string }>`select survivor_id as survivor from customer_merge where merged_id = ${id}::uuid and undone_at is null`.execute(db);
    const next = rows[0]?.survivor;
    if (next === undefined) return id;
    id = next;
  }
  return id;
}

interface Wish {
  readonly id: string;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly taken: readonly string[];
  readonly agentId: string;
}

const takeable = ['salutation', 'givenName', 'familyName', 'organisationName', 'vatNumber', 'birthDate', 'language', 'segment', 'kind'];

async function customer(writer: Writer, id: string): Promise<Row> {
  const row = await readRow(writer.trx, 'customer', id);
  if (row === null) throw new Rejection('not-found', 'There is no such customer.');
  return row;
}

/** Alike enough that the survivor gains nothing by it: it stays with the archived file. */
function sameContact(a: Row, b: Row): boolean {
  const bare = ({ id: _i, version: _v, updatedAt: _u, customerId: _c, preferred: _p, ...rest }: Record<string, unknown>): unknown => rest;
  return isDeepStrictEqual(bare(a), bare(b));
}

/**
 * Makes two files one: everything of the merged customer moves, the chosen fields are taken, the merged
 * file is archived. Devices hear of it as ordinary changes.
 *
 * @returns the merge's row, which says what was moved.
 * @throws Rejection `not-found`, `merge-impossible`.
 */
export async function carryOutMerge(writer: Writer, wish: Wish): Promise<Row> {
  const survivorId = await survivorOf(writer.trx, wish.survivorId);
  if ((await survivorOf(writer.trx, wish.mergedId)) !== wish.mergedId || survivorId === wish.mergedId) throw new Rejection('merge-impossible', 'These files are one already.');
  const unknown = wish.taken.filter((field) => !takeable.includes(field));
  if (unknown.length > 0) throw new Rejection('invalid', `taken: ${unknown.join(', ')}`);
  const survivor = await customer(writer, survivorId);
  const merged = await customer(writer, wish.mergedId);
  const moved: Record<string, string[]> = {};
  for (const entity of customerChildren) {
    const rows = await readRowsBy(writer.trx, entity, 'customerId', [merged.id]);
    const known = entity === 'contactPoint' || entity === 'address' ? await readRowsBy(writer.trx, entity, 'customerId', [survivorId]) : [];
    const moving = rows.filter((row) => !known.some((other) => sameContact(row, other)));
    for (const row of moving) await writer.update(entity, row, { customerId: survivorId, ...(entity === 'contactPoint' ? { preferred: false } : {}) });
    if (moving.length > 0) moved[entity] = moving.map(({ id }) => id);
  }
  const former = pick(survivor, wish.taken);
  const fields = pick(merged, wish.taken);
  if (wish.taken.length > 0) {
    await keepFormer(writer, { entity: 'customer', current: survivor, fields, agentId: wish.agentId, at: writer.at });
    await writer.update('customer', survivor, fields);
  }
  await writer.update('customer', merged, { archived: true });
  const undoUntil = new Date(Date.parse(writer.at) + undoMergeMs).toISOString();
  return await writer.create('merge', { id: wish.id, survivorId, mergedId: merged.id, taken: wish.taken, former, moved, at: writer.at, agentId: wish.agentId, undoUntil, undoneAt: null });
}

/**
 * A merge was taken back before, and the device that takes it back once more has shown that on rows of which it may have had later news
 * already (of another merge), of which nothing more would come. So everything that it can have moved is sent as it is.
 */
async function sendAgain(writer: Writer, { moved, survivorId, mergedId }: Merge): Promise<void> {
  for (const entity of customerChildren) await writer.touch(entity, moved[entity] ?? [], null);
  await writer.touch('customer', [survivorId, mergedId], null);
}

/**
 * Takes a merge back: what was moved and is still there returns, fields that were taken and not changed
 * since get their former value, the archived file opens again. What came to the survivor later stays.
 *
 * @throws Rejection `too-late`.
 */
export async function undoMerge(writer: Writer, current: Row, agentId: string): Promise<Row> {
  const merge: Merge = mergeSchema.parse(current);
  if (merge.undoneAt !== null) {
    await sendAgain(writer, merge);
    return current;
  }
  if (writer.at > merge.undoUntil) throw new Rejection('too-late', 'This merge can no longer be taken back.');
  const survivor = await customer(writer, merge.survivorId);
  const merged = await customer(writer, merge.mergedId);
  for (const entity of customerChildren) {
    const rows = await readRows(writer.trx, entity, merge.moved[entity] ?? []);
    for (const row of rows) if (row['customerId'] === survivor.id) await writer.update(entity, row, { customerId: merged.id });
  }
  const untouched = merge.taken.filter((field) => isDeepStrictEqual(survivor[field], merged[field]));
  if (untouched.length > 0) {
    const fields = pick({ ...survivor, ...merge.former }, untouched);
    await keepFormer(writer, { entity: 'customer', current: survivor, fields, agentId, at: writer.at });
    await writer.update('customer', survivor, fields);
  }
  await writer.update('customer', merged, { archived: false });
  return await writer.update('merge', current, { undoneAt: writer.at });
}

function pick(row: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}
