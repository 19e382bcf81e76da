import { isDeepStrictEqual } from 'node:util';
import type { MutationResult } from '#shared/contract/sync.ts';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import type { EntityName, EntityRow } from '#shared/domain/entities.ts';
import type { Merge } from '#shared/domain/file-entities.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Connection, WriteDb } from '../store/database/connection.ts';
import { tables } from '../store/entities/tables.ts';
import { enqueue, entryById, park, rebase, reducePatch, settleApplied, waitingFor, type OutboxEntry, type Patch } from '../store/queries/outbox.ts';
import { leaveUnseen } from '../store/queries/unseen-rows.ts';
import { leaveBehind, revertMerge } from '../store/services/merge-work.ts';
import { ChangeCollector, type AppliedChanges } from './applied-changes.ts';
import { readIncoming } from './incoming-row.ts';
import { eraseRow, parkRow, tableOf, writeRow } from './row-writer.ts';

interface Surroundings {
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Takes central's answers into the outbox and the cache, in one transaction. Answers to mutations that
 * are not waiting (a repeated answer) are ignored.
 */
export function applyAnswers(connection: Connection, results: readonly MutationResult[], around: Surroundings): AppliedChanges {
  return connection.write((db) => {
    const collector = new ChangeCollector();
    for (const result of results) {
      const entry = entryById(db, result.id);
      if (entry === undefined) continue;
      switch (result.status) {
        case 'applied':
          settleApplied(db, entry.seq);
          break;
        case 'conflict':
          if (!isPassing(entry.mutation.entity)) keepConflict(db, entry, result.row, result.version, isoNow(around.clock));
          else settleApplied(db, entry.seq);
          break;
        case 'rejected':
          if (isTakenBack(db, entry)) for (const one of waitingFor(db, 'merge', entry.mutation.entityId)) settleApplied(db, one.seq);
          else if (isPassing(entry.mutation.entity)) refuseHold(db, entry);
          else park(db, entry.seq, 'rejected', result.problems === undefined ? result : { ...result, theirs: { problems: result.problems } });
          if (entry.mutation.entity === 'merge') undoRefused(db, entry, collector);
          collectOwn(db, entry, collector);
          break;
      }
      if (result.status !== 'applied') {
        const { entity, entityId, id } = entry.mutation;
        around.logger.warn({ mutation: id, entity, entityId, status: result.status, reason: result.status === 'rejected' ? result.code : undefined }, 'central did not take a mutation; it is kept');
      }
      if (result.status === 'applied' && result.row === null) takeRemoval(db, entry, result.version, collector);
      else if (result.status !== 'rejected' && result.row !== null) takeRow(db, entry, result.row, around, collector);
      const left = leaveUnseen(db, tableOf(entry.mutation.entity), entry.mutation.entityId);
      if (left !== undefined) collector.add(entry.mutation.entity, left);
    }
    return collector.changes;
  });
}

/** A hold is a question about this moment: refused, it is answered, and nothing of it is kept for later. */
function isPassing(entity: EntityName): boolean {
  return entity === 'stockHold';
}

function refuseHold(db: WriteDb, entry: OutboxEntry): void {
  const hold = tables.stockHold.get(db, entry.mutation.entityId);
  if (hold !== undefined && hold.state !== 'released') tables.stockHold.put(db, { ...hold, state: 'refused', until: null });
  settleApplied(db, entry.seq);
}

/** A merge that was undone here while it was on its way: central did not make it, and there is nothing left that anybody wants. */
function isTakenBack(db: WriteDb, { seq, mutation: { entity, entityId, baseVersion } }: OutboxEntry): boolean {
  return entity === 'merge' && baseVersion === null && waitingFor(db, entity, entityId).some((later) => later.seq > seq);
}

/** Who shows the row has to show the refusal. */
function collectOwn(db: WriteDb, { mutation: { entity, entityId } }: OutboxEntry, collector: ChangeCollector): void {
  const row = tableOf(entity).get(db, entityId);
  if (row !== undefined) collector.add(entity, row);
}

/** Central's own row replaces ours; what is still waiting stays on top of it. */
function takeRow(db: WriteDb, entry: OutboxEntry, raw: Patch, around: Surroundings, collector: ChangeCollector): void {
  const { entity, entityId } = entry.mutation;
  const incoming = readIncoming(entity, raw);
  if (!incoming.ok || incoming.row.id !== entityId) {
    parkRow(db, { ok: false, entity, id: entityId, row: raw, reason: incoming.ok ? 'id: of another row' : incoming.reason }, isoNow(around.clock));
    around.logger.warn({ entity, id: entityId }, 'the row in an answer cannot be read and is kept aside');
    return;
  }
  rebaseWaiting(db, entity, incoming.row);
  if (entity === 'merge') leaveBehind(db, entry, incoming.row as Merge);
  writeRow(db, entity, incoming.row, { anyVersion: true });
  collector.add(entity, incoming.row);
}

/** Central did not merge so, or did not take it back: nor do the files look so here. */
function undoRefused(db: WriteDb, entry: OutboxEntry, collector: ChangeCollector): void {
  const merge = revertMerge(db, entry);
  if (merge !== undefined) collector.add('merge', merge);
}

/** The row is gone at central as it is here. */
function takeRemoval(db: WriteDb, { mutation: { entity, entityId } }: OutboxEntry, version: number, collector: ChangeCollector): void {
  const former = eraseRow(db, entity, entityId, version);
  if (former !== undefined) collector.add(entity, former);
}

/**
 * A later change of the same row was made before this answer came. Where central's row still has, in its
 * fields, the values it was made on, it counts as made on this version; elsewhere somebody else was
 * there too, and central must be able to see that.
 */
function rebaseWaiting(db: WriteDb, entity: EntityName, row: EntityRow<EntityName>): void {
  const current = row as unknown as Patch;
  for (const { seq, mutation, base } of waitingFor(db, entity, row.id)) {
    const untouched = Object.keys(mutation.patch ?? {}).every((field) => field in base && isDeepStrictEqual(current[field], base[field]));
    if (untouched && mutation.baseVersion !== null) rebase(db, seq, row.version);
  }
}

/**
 * Merges by field: what nobody else touched is sent again on central's version, the rest is parked with
 * both values. A creation, or a patch that was already on this very version, is parked whole; so is a change of an order, of
 * which a part (a sum without its lines, a reason without its state) says nothing.
 */
function keepConflict(db: WriteDb, entry: OutboxEntry, theirs: Patch, version: number, at: string): void {
  const { mutation, base, seq } = entry;
  const why = { code: 'conflict', reason: 'changed by somebody else', theirs };
  const { entity, entityId, patch } = mutation;
  if (patch === null || entity === 'order' || mutation.baseVersion === null || mutation.baseVersion === version) {
    park(db, seq, 'conflict', why);
    return;
  }
  const fields = Object.keys(patch).filter((field) => !isDeepStrictEqual(patch[field], theirs[field]));
  const clean = fields.filter((field) => field in base && isDeepStrictEqual(base[field], theirs[field]));
  const disputed = fields.filter((field) => !clean.includes(field));
  if (disputed.length === 0) settleApplied(db, seq);
  else {
    reducePatch(db, seq, pick(patch, disputed));
    park(db, seq, 'conflict', why);
  }
  if (clean.length > 0) enqueue(db, { entity, entityId, baseVersion: version, patch: pick(patch, clean), base: pick(base, clean), at });
}

function pick(row: Patch, fields: readonly string[]): Patch {
  return Object.fromEntries(fields.map((field) => [field, row[field]]));
}
