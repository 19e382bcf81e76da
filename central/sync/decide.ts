import type { Mutation, MutationResult } from '#shared/contract/sync.ts';
import { removableEntities, type WritableEntity } from '#shared/domain/entities.ts';
import { sql } from 'kysely';
import type { Scope } from '../access/scope.ts';
import { readRow, type Row } from '../database/rows.ts';
import type { Executor } from '../database/schema.ts';
import { onOrderingCreate, onOrderingUpdate } from '../ordering/rules.ts';
import type { Writer } from './change-log.ts';
import { keepFormer } from './corrections.ts';
import { caseNumberFor, customerNumberOf, fillRange } from './customer-number.ts';
import { isErased } from './erasure.ts';
import { carryOutMerge, survivorOf, undoMerge } from './merges.ts';
import { differences, parsePatch } from './patches.ts';
import { inheritLinks, linkNewCustomer } from './links.ts';
import { mayKnow, requirePermission, requireReferences } from './permissions.ts';
import { Rejection } from './rejection.ts';

/** Whose outbox a mutation came from. */
export interface Author {
  readonly agentId: string;
  readonly deviceId: string;
  readonly scope: Scope;
}

const applied = (mutation: Mutation, row: Row): MutationResult => ({ id: mutation.id, status: 'applied', version: row.version, row });
const conflict = (mutation: Mutation, row: Row): MutationResult => ({ id: mutation.id, status: 'conflict', version: row.version, row });

/**
 * The fields that somebody else changed after `baseVersion`; null: all of them. What the same outbox
 * wrote does not count: its mutations arrive in order, and the later ones were made on the earlier.
 */
async function changedByOthers(db: Executor, rowId: string, baseVersion: number, author: Author): Promise<Set<string> | null> {
  const { rows } = await sql<{ fields: string[] | null }>`
    select fields from change where row_id = ${rowId}::uuid and version > ${baseVersion}
    and (agent_id is distinct from ${author.agentId}::uuid or device_id is distinct from ${author.deviceId}::uuid)
  `.execute(db);
  const changed = new Set<string>();
  for (const { fields } of rows) {
    if (fields === null) return null;
    for (const field of fields) changed.add(field);
  }
  return changed;
}

/** Who did it, where the device left it open. */
const authorFields: Readonly<Partial<Record<WritableEntity, string>>> = { interaction: 'agentId', handOver: 'agentId', consent: 'agentId', note: 'agentId', case: 'openedBy', promise: 'madeBy', dataExport: 'agentId', identityCheck: 'agentId', articleFeedback: 'agentId', conversationQuality: 'agentId', order: 'agentId', stockHold: 'agentId', reservation: 'agentId', caseStep: 'agentId', question: 'agentId', numberRange: 'agentId', offerAnswer: 'agentId' };

/** A device that has not heard of a merge still writes to the archived file: it lands on the one that stayed. */
async function redirected(db: Executor, patch: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { customerId } = patch;
  return typeof customerId === 'string' ? { ...patch, customerId: await survivorOf(db, customerId) } : patch;
}

async function create(writer: Writer, author: Author, mutation: Mutation & { readonly patch: object }, current: Row | null): Promise<MutationResult> {
  const { entity, entityId } = mutation;
  const patch = await redirected(writer.trx, parsePatch(entity, mutation.patch, true));
  // A conversation, and what is told about it, belongs to the operator whose device brings it.
  const authorField = authorFields[entity];
  if (authorField !== undefined) patch[authorField] ??= author.agentId;
  await requirePermission(writer.trx, author.agentId, entity, current, patch);
  if (current !== null && !(await mayKnow(writer.trx, author.scope, entity, current))) throw new Rejection('forbidden', 'This row is not for you.');
  if (current !== null) return Object.keys(differences(current, patch)).length === 0 ? applied(mutation, current) : conflict(mutation, current);
  if (entity === 'customer' && (await isErased(writer.trx, entityId))) throw new Rejection('erased', 'This customer was erased.');
  await requireReferences(writer.trx, author.scope, entity, patch);
  if (entity === 'merge') {
    const { survivorId, mergedId, taken } = patch as { survivorId: string; mergedId: string; taken: string[] };
    const merge = await carryOutMerge(writer, { id: entityId, survivorId, mergedId, taken, agentId: author.agentId });
    await inheritLinks(writer, survivorId, mergedId);
    return applied(mutation, merge);
  }
  if (entity === 'customer') patch['customerNumber'] = await customerNumberOf(writer.trx);
  if (entity === 'case') patch['caseNumber'] = await caseNumberFor(writer.trx, author, patch['caseNumber']);
  if (entity === 'numberRange') return applied(mutation, await fillRange(writer, author.deviceId, entityId, patch));
  const decided = await onOrderingCreate(writer, author.agentId, entity, { ...patch, id: entityId });
  const row = await writer.create(entity, decided);
  if (entity === 'customer' && author.scope.queues !== null) await linkNewCustomer(writer, entityId, author.scope.queues);
  return applied(mutation, row);
}

async function update(writer: Writer, author: Author, mutation: Mutation & { readonly patch: object }, baseVersion: number, current: Row | null): Promise<MutationResult> {
  const { entity, entityId, at } = mutation;
  if (current === null || !(await mayKnow(writer.trx, author.scope, entity, current))) throw new Rejection('not-found', `There is no such ${entity}.`);
  const patch = await redirected(writer.trx, parsePatch(entity, mutation.patch, false));
  await requirePermission(writer.trx, author.agentId, entity, current, { ...current, ...patch });
  if (entity === 'merge') return applied(mutation, typeof patch['undoneAt'] === 'string' ? await undoMerge(writer, current, author.agentId) : current);
  const survivorId = entity === 'customer' ? await survivorOf(writer.trx, entityId) : entityId;
  if (survivorId !== entityId) {
    await updateSurvivor(writer, author, { survivorId, patch, at });
    return applied(mutation, current);
  }
  const fields = differences(current, patch);
  if (Object.keys(fields).length === 0) return applied(mutation, current);
  // Made on a version that this history never had: the centre was restored from a backup.
  if (baseVersion > current.version) return conflict(mutation, current);
  const others = await changedByOthers(writer.trx, entityId, baseVersion, author);
  if (others === null || Object.keys(fields).some((field) => others.has(field))) return conflict(mutation, current);
  await requireReferences(writer.trx, author.scope, entity, { ...current, ...fields }, Object.keys(fields));
  await keepFormer(writer, { entity, current, fields, agentId: author.agentId, at });
  const decided = await onOrderingUpdate(writer, author.agentId, entity, current, fields);
  return applied(mutation, await writer.update(entity, current, decided));
}

/** The archived file stays as it was; what the survivor had is kept as a correction, and can be put back. */
async function updateSurvivor(writer: Writer, author: Author, change: { readonly survivorId: string; readonly patch: Record<string, unknown>; readonly at: string }): Promise<void> {
  const survivor = await readRow(writer.trx, 'customer', change.survivorId);
  if (survivor === null) return;
  const { archived: _, ...fields } = differences(survivor, change.patch);
  if (Object.keys(fields).length === 0) return;
  await keepFormer(writer, { entity: 'customer', current: survivor, fields, agentId: author.agentId, at: change.at });
  await writer.update('customer', survivor, fields);
}

async function remove(writer: Writer, author: Author, mutation: Mutation, current: Row | null): Promise<MutationResult> {
  const { entity, entityId, baseVersion, at } = mutation;
  if (!removableEntities.includes(entity)) throw new Rejection('forbidden', `A ${entity} is never removed.`);
  if (current === null || !(await mayKnow(writer.trx, author.scope, entity, current))) return { id: mutation.id, status: 'applied', version: baseVersion ?? 0, row: null };
  await requirePermission(writer.trx, author.agentId, entity, current, current);
  const others = await changedByOthers(writer.trx, entityId, baseVersion ?? 0, author);
  // Moved to another file is not changed: what is removed is gone from there too.
  if (others === null || [...others].some((field) => field !== 'customerId' && field !== 'preferred')) return conflict(mutation, current);
  await keepFormer(writer, { entity, current, fields: null, agentId: author.agentId, at });
  await writer.remove(entity, [current]);
  return { id: mutation.id, status: 'applied', version: current.version + 1, row: null };
}

/**
 * Applies one mutation, or says why not. A base version that is not the newest is no conflict by
 * itself: fields that nobody else touched are merged.
 *
 * @throws Rejection where it can never be applied.
 */
export async function decide(writer: Writer, author: Author, mutation: Mutation): Promise<MutationResult> {
  const current = await readRow(writer.trx, mutation.entity, mutation.entityId);
  const { patch, baseVersion } = mutation;
  if (patch === null) return await remove(writer, author, mutation, current);
  return baseVersion === null ? await create(writer, author, { ...mutation, patch }, current) : await update(writer, author, { ...mutation, patch }, baseVersion, current);
}
