import { z } from 'zod';
import { entityNameSchema, entitySchemas, writableEntitySchema, type EntityName } from '../domain/entities.ts';
import { idSchema, instantSchema } from '../domain/ids.ts';
import { orderProblemSchema } from '../domain/ordering/review.ts';

/** A place in central's log of changes. Opaque to clients but ordered: what `changes` continues from. */
export const cursorSchema = z.string().regex(/^[0-9a-z]{1,32}-\d{1,18}$/, 'epoch-sequence');

const rowSchema = z.record(z.string(), z.unknown());

/** How far a snapshot has come: its cursor, and the last row of which everything before it was sent. Opaque to clients. */
export const snapshotMarkSchema = z.string().regex(/^[0-9a-z]{1,32}-\d{1,18}\.[A-Za-z]{1,32}\.[0-9a-f-]{36}$/, 'cursor.entity.id');

/** GET /v1/snapshot?after= ; 410 with code `cursor-unknown` means: begin without `after`. */
export const snapshotQuerySchema = z.object({ after: snapshotMarkSchema.optional() });

/**
 * GET /v1/snapshot answers NDJSON: one `begin`, then rows with marks among them, then one `end`. Without `end` the
 * stream was cut, and another one goes on `after` its last mark. A customer's contact points and addresses follow right
 * after the customer, without a mark between them. `begin.cursor` is where `changes` goes on afterwards; `begin.counts` are of all
 * rows, `end.rows` of those of this stream. `begin.erased` are the customers who were erased, ever: by what a snapshot does not have a device
 * cannot tell them from those whom it no longer sees.
 */
export const snapshotLineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begin'), cursor: cursorSchema, counts: z.record(z.string(), z.number().int()), schemaVersion: z.number().int(), erased: z.array(idSchema).default([]) }),
  z.object({ type: z.literal('row'), entity: entityNameSchema, row: rowSchema }),
  z.object({ type: z.literal('mark'), after: snapshotMarkSchema }),
  z.object({ type: z.literal('end'), rows: z.number().int() }),
]);
export type SnapshotLine = z.infer<typeof snapshotLineSchema>;

/** One change; `row` is null where the row was erased. */
export const changeSchema = z.object({ entity: entityNameSchema, id: idSchema, version: z.number().int(), row: rowSchema.nullable() });
export type Change = z.infer<typeof changeSchema>;

/** GET /v1/changes?cursor=&limit= ; 410 with code `cursor-unknown` means: take a snapshot again. */
export const changesQuerySchema = z.object({ cursor: cursorSchema, limit: z.coerce.number().int().min(1).max(5000).default(1000) });
export const changesSchema = z.object({ changes: z.array(changeSchema), cursor: cursorSchema, more: z.boolean() });
export type Changes = z.infer<typeof changesSchema>;

/** One write from an outbox. Its id makes it idempotent: central applies it once, however often it arrives. */
export const mutationSchema = z.strictObject({
  id: idSchema,
  entity: writableEntitySchema,
  entityId: idSchema,
  /** The version the patch was made on; null creates the row. */
  baseVersion: z.number().int().min(0).nullable(),
  /** Fields and their new values; never `id`, `version` or `updatedAt`. Null removes the row. */
  patch: rowSchema.nullable(),
  at: instantSchema,
});
export type Mutation = z.infer<typeof mutationSchema>;

/** POST /v1/mutations: answered in order; a mutation after a refused one of the same row is still tried. */
export const mutationsSchema = z.strictObject({ mutations: z.array(mutationSchema).min(1).max(100) });
export const mutationResultSchema = z.discriminatedUnion('status', [
  /** `row` is null where the row was removed. */
  z.object({ id: idSchema, status: z.literal('applied'), version: z.number().int(), row: rowSchema.nullable() }),
  /** The row has moved on since `baseVersion` in a field that the patch changes too. */
  z.object({ id: idSchema, status: z.literal('conflict'), version: z.number().int(), row: rowSchema }),
  z.object({ id: idSchema, status: z.literal('rejected'), code: z.string(), reason: z.string(), /** What is wrong with an order, a hold or a reservation, piece by piece. */ problems: z.array(orderProblemSchema).optional() }),
]);
export type MutationResult = z.infer<typeof mutationResultSchema>;
export const mutationResultsSchema = z.object({ results: z.array(mutationResultSchema) });

/** GET /v1/events (SSE): event `changed` says that there is something after `cursor`; `hello` comes first. */
export const liveEventSchema = z.object({ cursor: cursorSchema });

/** @returns the schema of an entity's row, for parsing what came over the wire. */
export function rowSchemaOf<N extends EntityName>(entity: N): (typeof entitySchemas)[N] {
  return entitySchemas[entity];
}
