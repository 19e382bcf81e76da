import type { EntityName, EntityRow } from '#shared/domain/entities.ts';
import type { Param, ReadDb, WriteDb } from '../database/connection.ts';

/** How a field is kept: `json` for lists and objects, `boolean` as 0 and 1. */
export type ColumnKind = 'text' | 'integer' | 'boolean' | 'json';

/** A column for every field of the entity's schema, no more and no fewer: the compiler holds the two together. */
export type Columns<N extends EntityName> = Readonly<Record<keyof EntityRow<N> & string, ColumnKind>>;

type RawRow = Readonly<Record<string, string | number | null>>;

/** Reads and writes the rows of one entity. */
export interface EntityTable<N extends EntityName> {
  readonly entity: N;
  /** The table's name and its columns as a select list, for queries of their own. */
  readonly name: string;
  readonly columns: string;
  /** The fields of its rows. */
  readonly fields: readonly string[];
  readonly decode: (raw: object) => EntityRow<N>;
  get(db: ReadDb, id: string): EntityRow<N> | undefined;
  /** Rows whose `column` is `value`, in the order they were first stored. */
  listBy(db: ReadDb, column: keyof EntityRow<N> & string, value: string): EntityRow<N>[];
  all(db: ReadDb): EntityRow<N>[];
  /** Inserts or replaces. `fill` names the snapshot that saw the row; left out, the former mark stays. */
  put(db: WriteDb, row: EntityRow<N>, fill?: number): void;
  /** Like `put`, unless the cache has this version or a later one. @returns whether the row was written. */
  putNewer(db: WriteDb, row: EntityRow<N>, fill?: number): boolean;
  /** Inserts a row that is not there, with this `seq`, and leaves its search indexes to the caller: a negative mark (migration 340) keeps the triggers from them. @returns false when it was there; then nothing was changed. */
  insertAt(db: WriteDb, seq: number, row: EntityRow<N>, fill: number): boolean;
  /** Like {@link insertAt}, rows with their `seq`s from `first` on, many in a statement. @returns false when any of them was there; then some were not written. */
  insertFrom(db: WriteDb, first: number, rows: readonly EntityRow<N>[], fill: number): boolean;
  remove(db: WriteDb, id: string): void;
}

/**
 * A statement that fires triggers can be undone by itself, for which SQLite saves each page before it: once for so many rows, instead
 * of once for every row. Measured: twice as many are no faster.
 */
const rowsPerStatement = 40;

/** `givenName` becomes `given_name`, quoted because `order` and `key` are words of SQL. */
function columnName(field: string): string {
  return `"${field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
}

function encode(kind: ColumnKind, value: unknown): Param {
  if (value === null || value === undefined) return null;
  if (kind === 'json') return JSON.stringify(value);
  if (kind === 'boolean') return value === true ? 1 : 0;
  return value as string | number;
}

function decodeValue(kind: ColumnKind, value: string | number | null): unknown {
  if (value === null) return null;
  if (kind === 'json') return JSON.parse(String(value));
  if (kind === 'boolean') return value === 1;
  return value;
}

/**
 * Describes an entity's table. Statements are put together from these constant names only, once, at
 * start-up; nothing that came from outside is ever part of a statement's text.
 */
export function entityTable<N extends EntityName>(entity: N, name: string, columns: Columns<N>): EntityTable<N> {
  const fields = Object.entries(columns) as [keyof EntityRow<N> & string, ColumnKind][];
  const names = fields.map(([field]) => columnName(field));
  const list = fields.map(([field]) => `${name}.${columnName(field)} AS "${field}"`).join(', ');
  const updates = names.filter((column) => column !== '"id"').map((column) => `${column} = excluded.${column}`);
  const insert = (extra: string, marks: string): string => `INSERT INTO ${name} (${names.join(', ')}${extra}) VALUES (${names.map(() => '?').join(', ')}${marks}) ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`;
  const put = insert('', '');
  const putFilled = `${insert(', fill', ', ?')}, fill = excluded.fill`;
  const newer = ` WHERE excluded.version > ${name}.version`;
  const putNewer = put + newer;
  const putNewerFilled = putFilled + newer;
  const insertRows = (count: number): string =>
    `INSERT INTO ${name} (${names.join(', ')}, fill, seq) VALUES ${Array.from({ length: count }, () => `(${names.map(() => '?').join(', ')}, ?, ?)`).join(', ')} ON CONFLICT (id) DO NOTHING`;
  const insertAt = insertRows(1);
  const insertMany = insertRows(rowsPerStatement);
  const byColumn = new Map(fields.map(([field]) => [field, `SELECT ${list} FROM ${name} WHERE ${columnName(field)} = ? ORDER BY ${name}.seq`]));

  function decode(raw: object): EntityRow<N> {
    const row: Record<string, unknown> = {};
    for (const [field, kind] of fields) row[field] = decodeValue(kind, (raw as RawRow)[field] ?? null);
    return row as EntityRow<N>;
  }

  const encodeAll = (row: EntityRow<N>): Param[] => fields.map(([field, kind]) => encode(kind, row[field]));

  return {
    entity,
    name,
    columns: list,
    fields: fields.map(([field]) => field),
    decode,
    get(db, id) {
      const raw = db.one(`SELECT ${list} FROM ${name} WHERE id = ?`, id);
      return raw === undefined ? undefined : decode(raw);
    },
    listBy: (db, column, value) => db.all(byColumn.get(column) ?? '', value).map(decode),
    all: (db) => db.all(`SELECT ${list} FROM ${name} ORDER BY ${name}.seq`).map(decode),
    put(db, row, fill) {
      const values = encodeAll(row);
      if (fill === undefined) db.run(put, ...values);
      else db.run(putFilled, ...values, fill);
    },
    putNewer(db, row, fill) {
      const values = encodeAll(row);
      return (fill === undefined ? db.run(putNewer, ...values) : db.run(putNewerFilled, ...values, fill)) > 0;
    },
    insertAt: (db, seq, row, fill) => db.run(insertAt, ...encodeAll(row), -fill, seq) > 0,
    insertFrom(db, first, rows, fill) {
      let written = 0;
      let at = 0;
      for (; at + rowsPerStatement <= rows.length; at += rowsPerStatement) {
        const params: Param[] = [];
        for (let place = at; place < at + rowsPerStatement; place++) params.push(...encodeAll(rows[place] as EntityRow<N>), -fill, first + place);
        written += db.run(insertMany, ...params);
      }
      for (; at < rows.length; at++) written += db.run(insertAt, ...encodeAll(rows[at] as EntityRow<N>), -fill, first + at);
      return written === rows.length;
    },
    remove: (db, id) => void db.run(`DELETE FROM ${name} WHERE id = ?`, id),
  };
}
