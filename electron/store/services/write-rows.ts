import { isDeepStrictEqual } from 'node:util';
import type { EntityRow, WritableEntity } from '#shared/domain/entities.ts';
import type { WriteDb } from '../database/connection.ts';
import type { EntityTable } from '../entities/entity-table.ts';
import { enqueue, type Patch } from '../queries/outbox.ts';
import { patchOf, sendNew } from './interaction-outbox.ts';

/** One transaction's worth of writing: where, and when. */
export interface Writing {
  readonly db: WriteDb;
  readonly at: string;
}

/** Stores and sends a row that is new. */
export function putNew<N extends WritableEntity>({ db, at }: Writing, table: EntityTable<N>, row: EntityRow<N>): void {
  table.put(db, row);
  sendNew(db, table.entity, row, at);
}

/** Stores and sends the fields that differ; nothing where none do. */
export function putChanged<N extends WritableEntity>({ db, at }: Writing, table: EntityTable<N>, former: EntityRow<N>, next: EntityRow<N>): void {
  const fields = (Object.keys(next) as (keyof EntityRow<N>)[]).filter((field) => !isDeepStrictEqual(next[field], former[field]));
  if (fields.length === 0) return;
  const pick = (row: EntityRow<N>): Patch => Object.fromEntries(fields.map((field) => [field, row[field]]));
  table.put(db, { ...next, updatedAt: at });
  enqueue(db, { entity: table.entity, entityId: former.id, baseVersion: former.version, patch: pick(next), base: { ...pick(former), updatedAt: former.updatedAt }, at });
}

/** Removes a row here, and at central; what it was stays in the outbox until central has the correction. */
export function removeRow<N extends WritableEntity>({ db, at }: Writing, table: EntityTable<N>, former: EntityRow<N>): void {
  table.remove(db, former.id);
  enqueue(db, { entity: table.entity, entityId: former.id, baseVersion: former.version, patch: null, base: { ...patchOf(former), updatedAt: former.updatedAt }, at });
}

/** A field that is present but undefined says nothing. */
export function defined<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
