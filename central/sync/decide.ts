import type { Mutation, MutationResult } from '#shared/contract/sync.ts';
import { sql } from 'kysely';
import { readRow, type Row } from '../database/rows.ts';
import type { Executor } from '../database/schema.ts';
import type { Writer } from './change-log.ts';
import { customerNumberOf } from './customer-number.ts';
import { differences, parsePatch } from './patches.ts';
import { requirePermission, requireReferences } from './permissions.ts';
import { Rejection } from './rejection.ts';

/** Whose outbox a mutation came from. */
export interface Author {
  readonly agentId: string;
  readonly deviceId: string;
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

async function create(writer: Writer, author: Author, mutation: Mutation, current: Row | null): Promise<MutationResult> {
  const { entity, entityId } = mutation;
  const patch = parsePatch(entity, mutation.patch, true);
  // A conversation, and what is told about it, belongs to the operator whose device brings it.
  if (entity === 'interaction' || entity === 'handOver') patch['agentId'] ??= author.agentId;
  await requirePermission(writer.trx, author.agentId, entity, current, patch);
  if (current !== null) return Object.keys(differences(current, patch)).length === 0 ? applied(mutation, current) : conflict(mutation, current);
  await requireReferences(writer.trx, entity, patch);
  if (entity === 'customer') patch['customerNumber'] = await customerNumberOf(writer.trx);
  return applied(mutation, await writer.create(entity, { ...patch, id: entityId }));
}

async function update(writer: Writer, author: Author, mutation: Mutation, baseVersion: number, current: Row | null): Promise<MutationResult> {
  const { entity, entityId } = mutation;
  const patch = parsePatch(entity, mutation.patch, false);
  if (current === null) throw new Rejection('not-found', `There is no such ${entity}.`);
  await requirePermission(writer.trx, author.agentId, entity, current, { ...current, ...patch });
  const fields = differences(current, patch);
  if (Object.keys(fields).length === 0) return applied(mutation, current);
  // Made on a version that this history never had: the centre was restored from a backup.
  if (baseVersion > current.version) return conflict(mutation, current);
  const others = await changedByOthers(writer.trx, entityId, baseVersion, author);
  if (others === null || Object.keys(fields).some((field) => others.has(field))) return conflict(mutation, current);
  await requireReferences(writer.trx, entity, fields);
  return applied(mutation, await writer.update(entity, current, fields));
}

/**
 * Applies one mutation, or says why not. A base version that is not the newest is no conflict by
 * itself: fields that nobody else touched are merged.
 *
 * @throws Rejection where it can never be applied.
 */
export async function decide(writer: Writer, author: Author, mutation: Mutation): Promise<MutationResult> {
  const current = await readRow(writer.trx, mutation.entity, mutation.entityId);
  return mutation.baseVersion === null
    ? await create(writer, author, mutation, current)
    : await update(writer, author, mutation, mutation.baseVersion, current);
}
