import type { EntityName } from '#shared/domain/entities.ts';
import { sql, type RawBuilder } from 'kysely';
import { tableOf } from './entity-tables.ts';
import type { Executor } from './schema.ts';

/** Names come from `entity-tables.ts` only. (`sql.id` would turn the contract's names into snake_case.) */
function quoted(name: string): RawBuilder<unknown> {
  return sql.raw(`"${name}"`);
}

/** A row of any entity as the contract has it. */
export type Row = Record<string, unknown> & { readonly id: string; readonly version: number; readonly updatedAt: string };

/**
 * The contract's JSON of a row, as an SQL expression giving text. The database writes the JSON, so
 * that a snapshot never parses and prints the rows it only hands on.
 */
export function rowText(entity: EntityName): RawBuilder<string> {
  const pairs = tableOf(entity).fields.map(({ field, column, type }) => {
    const value = type === 'timestamptz' ? sql`to_char(${quoted(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : quoted(column);
    return sql`${sql.lit(field)}, ${value}`;
  });
  return sql<string>`json_build_object(${sql.join(pairs)})::text`;
}

/** @returns the rows that exist among `ids`, in no order. */
export async function readRows(db: Executor, entity: EntityName, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ text: string }>`
    select ${rowText(entity)} as text from ${sql.table(tableOf(entity).table)}
    where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
  `.execute(db);
  return rows.map(({ text }) => JSON.parse(text) as Row);
}

/** @returns the row, or null where there is none. */
export async function readRow(db: Executor, entity: EntityName, id: string): Promise<Row | null> {
  return (await readRows(db, entity, [id]))[0] ?? null;
}

/**
 * Inserts rows or replaces them whole. All rows travel as one JSON parameter: no limit on the number
 * of parameters, one statement to plan, and values that never become SQL text.
 */
export async function writeRows(db: Executor, entity: EntityName, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const { table, fields } = tableOf(entity);
  const columns = fields.map(({ column }) => quoted(column));
  const typed = fields.map(({ field, type }) => sql`${quoted(field)} ${sql.raw(type)}`);
  const values = fields.map(({ field }) => sql`r.${quoted(field)}`);
  const replaced = columns.map((column) => sql`${column} = excluded.${column}`);
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns)})
    select ${sql.join(values)} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${sql.join(typed)})
    on conflict (id) do update set ${sql.join(replaced)}
  `.execute(db);
}

/** @returns whether a row with this id exists. */
export async function rowExists(db: Executor, entity: EntityName, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(tableOf(entity).table)} where id = ${id}::uuid`.execute(db);
  return rows.length > 0;
}
