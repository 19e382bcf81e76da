import type { EntityName } from '#shared/domain/entities.ts';
import { procedureSchema } from '#shared/domain/casework/procedure.ts';
import { newId } from '#shared/domain/ids.ts';
import { offerSchema } from '#shared/domain/offers/offer.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { tableOf } from '../database/entity-tables.ts';
import { Problem } from '../http/problem.ts';
import type { Writer } from '../sync/change-log.ts';
import type { CsvFile } from './csv.ts';
import { LineRefused, put, type ImportKind } from './import-file.ts';

const kept = { id: true, version: true, updatedAt: true } as const;
/** A procedure as an administrator writes it: its queue by its key, and nothing said of what is usual. */
const procedureRecord = procedureSchema.omit({ ...kept, queueId: true }).extend({
  queue: z.string().max(128).nullable().default(null),
  steps: procedureSchema.shape.steps.default([]),
  fields: procedureSchema.shape.fields.default([]),
  active: z.boolean().default(true),
});
const offerRecord = offerSchema.omit(kept).extend({
  priority: offerSchema.shape.priority.default(0),
  condition: offerSchema.shape.condition.default(null),
  purposes: offerSchema.shape.purposes.default([]),
  boughtAny: offerSchema.shape.boughtAny.default([]),
  boughtNone: offerSchema.shape.boughtNone.default([]),
  active: z.boolean().default(true),
});

type ProcedureRecord = z.infer<typeof procedureRecord>;
type OfferRecord = z.infer<typeof offerRecord>;

const fileSchema = z.array(z.looseObject({ key: z.string() })).max(1_000);
const columns = ['key', 'record'] as const;

/**
 * Reads a JSON file with a list of records, each known again by its `key`.
 *
 * @throws Problem 400 where it is none.
 */
export function readRecords(text: string): CsvFile {
  const parsed = fileSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw new Problem(400, 'invalid', 'The file is a JSON list of objects, each with a key.', { cause: parsed.error });
  return { columns: [...columns], lines: parsed.data.map((record, index) => ({ line: index + 1, values: { key: record.key, record: JSON.stringify(record) } })), broken: [] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(400, 'invalid', 'The file is no JSON.', { cause: error });
  }
}

export const procedureFile: ImportKind<ProcedureRecord> = {
  ...kindOf('procedure', procedureRecord),
  write: async (writer, { queue, ...record }) => await putByKey(writer, 'procedure', record.key, { ...record, queueId: queue === null ? null : await queueId(writer, queue) }),
};

export const offerFile: ImportKind<OfferRecord> = { ...kindOf('offer', offerRecord), write: async (writer, record) => await putByKey(writer, 'offer', record.key, record) };

function kindOf<T extends { readonly key: string }>(entity: EntityName, schema: z.ZodType<T>): Omit<ImportKind<T>, 'write'> {
  return {
    entity,
    key: 'key',
    columns,
    read({ record = '' }) {
      const parsed = schema.safeParse(JSON.parse(record));
      if (parsed.success) return { line: parsed.data };
      return { faults: parsed.error.issues.map(({ path, message }) => ({ column: path.join('.') || null, reason: message })) };
    },
    keyOf: ({ key }) => key,
  };
}

/** @throws LineRefused where no queue has that key. */
async function queueId({ trx }: Writer, key: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from queue where key = ${key}`.execute(trx);
  const id = rows[0]?.id;
  if (id === undefined) throw new LineRefused({ column: 'queue', reason: 'there is no queue with this key' });
  return id;
}

async function putByKey(writer: Writer, entity: 'procedure' | 'offer', key: string, fields: Readonly<Record<string, unknown>>): Promise<'created' | 'changed' | 'unchanged'> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(entity).table)} where key = ${key}`.execute(writer.trx);
  const known = rows[0]?.id;
  const changed = await put(writer, entity, known ?? newId(), fields, known === undefined);
  return known === undefined ? 'created' : changed ? 'changed' : 'unchanged';
}
