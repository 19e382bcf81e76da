import type { EntityName } from '#shared/domain/entities.ts';
import { sql, type RawBuilder } from 'kysely';
import { entityOrder, tableOf } from './entity-tables.ts';
import type { Executor } from './schema.ts';

/** A row of any entity as the contract has it. */
export type Row = Record<string, unknown> & { readonly id: string; readonly version: number; readonly updatedAt: string };

interface Fragments {
  readonly table: RawBuilder<unknown>;
  readonly columns: RawBuilder<unknown>;
  /** The contract's JSON of a row, as text. */
  readonly rowText: RawBuilder<string>;
  /** The columns that a JSON row has, and their types. */
  readonly typed: RawBuilder<unknown>;
  readonly values: RawBuilder<unknown>;
  readonly replaced: RawBuilder<unknown>;
}

/**
 * The pieces of an entity's statements, written once: putting them together anew for every statement
 * costs more than the statement. Only names from `entity-tables.ts` become SQL text; values never do.
 */
function fragmentsOf(entity: EntityName): Fragments {
  const { table, fields } = tableOf(entity);
  const list = (piece: (field: (typeof fields)[number]) => string): RawBuilder<unknown> => sql.raw(fields.map(piece).join(', '));
  const pairs = fields.map(({ field, column, type }) => {
    const value = type === 'timestamptz' ? `to_char("${column}" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : `"${column}"`;
    return `'${field}', ${value}`;
  });
  return {
    table: sql.raw(`"${table}"`),
    columns: list(({ column }) => `"${column}"`),
    rowText: sql.raw<string>(`json_build_object(${pairs.join(', ')})::text`),
    typed: list(({ field, type }) => `"${field}" ${type}`),
    values: list(({ field }) => `r."${field}"`),
    replaced: list(({ column }) => `"${column}" = excluded."${column}"`),
  };
}

const fragments = new Map(entityOrder.map((entity) => [entity, fragmentsOf(entity)]));

function piecesOf(entity: EntityName): Fragments {
  const pieces = fragments.get(entity);
  if (pieces === undefined) throw new Error(`No table for ${entity}`);
  return pieces;
}

function parsed({ rows }: { readonly rows: readonly { readonly text: string }[] }): Row[] {
  return rows.map(({ text }) => JSON.parse(text) as Row);
}

/** Which rows count; null: all of them. */
export type Filter = RawBuilder<boolean> | null;

const and = (filter: Filter): RawBuilder<unknown> => (filter === null ? sql`` : sql` and ${filter}`);

/** @returns the rows that exist among `ids`, in no order. */
export async function readRows(db: Executor, entity: EntityName, ids: readonly string[], filter: Filter = null): Promise<Row[]> {
  if (ids.length === 0) return [];
  const { table, rowText } = piecesOf(entity);
  return parsed(
    await sql<{ text: string }>`
      select ${rowText} as text from ${table} where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))${and(filter)}
    `.execute(db),
  );
}

/** Rows of one entity that are asked for among others. */
interface Wanted {
  readonly entity: EntityName;
  readonly ids: readonly string[];
  readonly filter: Filter;
}

/** @returns the rows that exist among those wanted, of all entities at once, by their entity and id. */
export async function readRowsOf(db: Executor, wanted: readonly Wanted[]): Promise<Map<EntityName, Map<string, Row>>> {
  const found = new Map<EntityName, Map<string, Row>>(wanted.map(({ entity }) => [entity, new Map()]));
  if (wanted.length === 0) return found;
  const selects = wanted.map(({ entity, ids, filter }) => {
    const { table, rowText } = piecesOf(entity);
    return sql`(select ${entity}::text as entity, ${rowText} as text from ${table} where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))${and(filter)})`;
  });
  const { rows } = await sql<{ entity: EntityName; text: string }>`${sql.join(selects, sql` union all `)}`.execute(db);
  for (const { entity, text } of rows) {
    const row = JSON.parse(text) as Row;
    found.get(entity)?.set(row.id, row);
  }
  return found;
}

/** @returns the row, or null where there is none. */
export async function readRow(db: Executor, entity: EntityName, id: string): Promise<Row | null> {
  const { table, rowText } = piecesOf(entity);
  return parsed(await sql<{ text: string }>`select ${rowText} as text from ${table} where id = ${id}::uuid`.execute(db))[0] ?? null;
}

/** @returns rows in the order of their ids, as the contract's JSON: the database writes it, so that what is only handed on is never parsed. */
export async function readTexts(db: Executor, entity: EntityName, after: string | null, limit: number, filter: Filter = null): Promise<{ id: string; text: string }[]> {
  const { table, rowText } = piecesOf(entity);
  const from = sql`where ${after === null ? sql`true` : sql`id > ${after}::uuid`}${and(filter)}`;
  return (await sql<{ id: string; text: string }>`select id, ${rowText} as text from ${table} ${from} order by id limit ${limit}`.execute(db)).rows;
}

/** @returns of each of `ids` the rows whose `field` names it, as {@link readTexts} has them, in the order of their own ids. */
export async function readTextsBy(db: Executor, entity: EntityName, field: string, ids: readonly string[], filter: Filter = null): Promise<Map<string, string[]>> {
  const { table, rowText } = piecesOf(entity);
  const column = sql.raw(`"${columnOf(entity, field)}"`);
  const { rows } = await sql<{ parent: string; text: string }>`
    select ${column} as parent, ${rowText} as text from ${table} where ${column} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))${and(filter)} order by id
  `.execute(db);
  const texts = new Map<string, string[]>();
  for (const { parent, text } of rows) {
    const known = texts.get(parent);
    if (known === undefined) texts.set(parent, [text]);
    else known.push(text);
  }
  return texts;
}

/** @returns rows the newest first: ids begin with the time at which they were made. `after`: only those before this id. */
export async function readNewest(db: Executor, entity: EntityName, after: string | null, limit: number, filter: Filter): Promise<Row[]> {
  const { table, rowText } = piecesOf(entity);
  const before = after === null ? sql`true` : sql`id < ${after}::uuid`;
  return parsed(await sql<{ text: string }>`select ${rowText} as text from ${table} where ${before}${and(filter)} order by id desc limit ${limit}`.execute(db));
}

/** @returns the versions of the rows that exist among `ids`. */
export async function readVersions(db: Executor, entity: EntityName, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from ${piecesOf(entity).table} where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
  `.execute(db);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** @returns the number of rows. */
export async function countRows(db: Executor, entity: EntityName, filter: Filter = null): Promise<number> {
  const { rows } = await sql<{ count: number | string }>`select count(*) as count from ${piecesOf(entity).table} where true${and(filter)}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** All rows travel as one JSON parameter: no limit on the number of parameters, one statement to plan. */
function insert(entity: EntityName, rows: readonly Row[]): RawBuilder<unknown> {
  const { table, columns, typed, values } = piecesOf(entity);
  return sql`insert into ${table} (${columns}) select ${values} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${typed})`;
}

/** Inserts rows, or replaces them whole where they exist. */
export async function writeRows(db: Executor, entity: EntityName, rows: readonly Row[]): Promise<void> {
  if (rows.length > 0) await sql`${insert(entity, rows)} on conflict (id) do update set ${piecesOf(entity).replaced}`.execute(db);
}

async function written(db: Executor, entity: EntityName, statement: RawBuilder<unknown>): Promise<Row> {
  const [row] = parsed(await sql<{ text: string }>`${statement} returning ${piecesOf(entity).rowText} as text`.execute(db));
  if (row === undefined) throw new Error(`A row of ${entity} was not written`);
  return row;
}

/** @returns the row as the database keeps it: what every reader will see. Throws a unique violation where its id exists. */
export async function insertRow(db: Executor, entity: EntityName, row: Row): Promise<Row> {
  return await written(db, entity, insert(entity, [row]));
}

/** @returns the row, replaced whole, as the database keeps it. */
export async function replaceRow(db: Executor, entity: EntityName, row: Row): Promise<Row> {
  return await written(db, entity, sql`${insert(entity, [row])} on conflict (id) do update set ${piecesOf(entity).replaced}`);
}

/** Removes rows; those that name them must be gone already. */
export async function deleteRows(db: Executor, entity: EntityName, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from ${piecesOf(entity).table} where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`.execute(db);
}

function columnOf(entity: EntityName, field: string): string {
  const column = tableOf(entity).fields.find((candidate) => candidate.field === field)?.column;
  if (column === undefined) throw new Error(`${entity} has no ${field}`);
  return column;
}

/** @returns the rows whose `field` names one of `ids`, in the order of their own ids. */
export async function readRowsBy(db: Executor, entity: EntityName, field: string, ids: readonly string[]): Promise<Row[]> {
  const { table, rowText } = piecesOf(entity);
  return parsed(
    await sql<{ text: string }>`
      select ${rowText} as text from ${table}
      where ${sql.raw(`"${columnOf(entity, field)}"`)} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) order by id
    `.execute(db),
  );
}

/** @returns of the given rows, one that does not exist, or does not count, or null. */
export async function findMissing<R extends { readonly entity: EntityName; readonly id: string; readonly filter: Filter }>(db: Executor, wanted: readonly R[]): Promise<R | null> {
  if (wanted.length === 0) return null;
  const checks = wanted.map(({ entity, id, filter }) => sql`exists (select 1 from ${piecesOf(entity).table} where id = ${id}::uuid${and(filter)})`);
  const { rows } = await sql<{ found: boolean[] }>`select jsonb_build_array(${sql.join(checks)}) as found`.execute(db);
  const index = (rows[0]?.found ?? []).indexOf(false);
  return wanted[index] ?? null;
}
