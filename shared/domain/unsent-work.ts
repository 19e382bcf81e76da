import { z } from 'zod';
import { writableEntitySchema } from './entities.ts';
import { idSchema, instantSchema } from './ids.ts';

/** Values of one field as they stand against each other; JSON values, shown by the kind of field. */
const unsentFieldSchema = z.object({
  field: z.string(),
  /** What was there when the operator changed it; absent where that is not known. */
  base: z.unknown().optional(),
  mine: z.unknown(),
  /** What the file has now. */
  theirs: z.unknown().optional(),
});
export type UnsentField = z.infer<typeof unsentFieldSchema>;

/** Fields that say nothing to an operator: references and places in a list. */
const technical = /(^|\.)(id|version|updatedAt|order|.*Ids?)$|^(script|scriptRun|captured|quality|recording|lines)$/;

/** The fields that are worth showing of work: what is empty in a new row says nothing. */
export function worthShowing({ field, mine, base }: UnsentField): boolean {
  const empty = mine === null || mine === '' || mine === false;
  return !technical.test(field) && !(empty && base === undefined);
}

/**
 * Why work is not at central: `conflict`: somebody else changed the same field; `rejected`: central refused it; `stuck`:
 * central fails on it time and again, and it is tried ever more rarely.
 */
const unsentStateSchema = z.enum(['conflict', 'rejected', 'stuck']);

/** One piece of work that waits for the operator's decision. */
const unsentWorkSchema = z.object({
  /** The mutation's id. */
  id: idSchema,
  state: unsentStateSchema,
  entity: writableEntitySchema,
  entityId: idSchema,
  /** When it was written, by this device's clock. */
  at: instantSchema,
  /** It creates the row. */
  creates: z.boolean(),
  /** It removes the row; there are no fields to choose. */
  removes: z.boolean(),
  /** Central's word for it, e.g. `forbidden`; null where there is none. */
  code: z.string().nullable(),
  attempts: z.number().int().min(0),
  /** Whose file it is about. */
  customer: z.object({ id: idSchema, name: z.string() }).nullable(),
  fields: z.array(unsentFieldSchema),
  /** How many later pieces of work wait for this one. */
  dependants: z.number().int().min(0),
});
export type UnsentWork = z.infer<typeof unsentWorkSchema>;

/** A value that lost: to a colleague's, or because it was discarded. */
const supersededValueSchema = z.object({
  entity: z.string(),
  entityId: idSchema,
  field: z.string(),
  value: z.unknown(),
  kept: z.unknown(),
  /** Whose value it was; null: somebody elsewhere. */
  by: z.string().nullable(),
  writtenAt: instantSchema,
  decidedAt: instantSchema,
  decision: z.enum(['mine', 'theirs', 'discarded']),
  customer: z.object({ id: idSchema, name: z.string() }).nullable(),
});
export type SupersededValue = z.infer<typeof supersededValueSchema>;

/** The whole page of unsent work. */
export const unsentListSchema = z.object({
  work: z.array(unsentWorkSchema),
  /** Most recent first. */
  decided: z.array(supersededValueSchema),
  /** Rows from central that this version of Balie cannot read. */
  unread: z.number().int().min(0),
});
export type UnsentList = z.infer<typeof unsentListSchema>;
