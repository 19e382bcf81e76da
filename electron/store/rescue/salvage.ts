import type Database from 'better-sqlite3';
import { entityNames, entitySchemas } from '#shared/domain/entities.ts';
import type { Connection, Param, WriteDb } from '../database/connection.ts';
import { asStoreError } from '../database/sqlite-errors.ts';
import { tables } from '../entities/tables.ts';
import { draftCount } from '../queries/journal.ts';
import type { Patch } from '../queries/outbox.ts';
import { refreshWords } from '../search/word-index.ts';
import { tableNamed } from '../unsent/subject.ts';
import { BalieError } from '#shared/domain/errors.ts';

const wordsAtOnce = 500;

type Row = Readonly<Record<string, Param>>;

/** What only this device has: everything else comes from central again. */
const ownTables: readonly { readonly name: string; readonly key: string; readonly where?: string }[] = [
  { name: 'outbox', key: 'seq' },
  { name: 'journal', key: 'interaction_id, field' },
  { name: 'superseded_value', key: 'seq' },
  { name: 'script_draft', key: 'script_id' },
  { name: 'device_state', key: 'key', where: "key IN ('agent-id', 'alive-at')" },
  // Rows that central has not seen: unfinished interactions with their legs, and what waits to be created.
  ...Object.values(tables).map(({ name }) => ({ name, key: 'seq', where: 'version = 0' })),
];

export interface Salvaged {
  /** Pieces of work for central. */
  readonly mutations: number;
  /** Conversations, files, orders, scripts and templates that were begun and not finished. */
  readonly drafts: number;
  /** A page that could not be read may have held more. */
  readonly incomplete: boolean;
}
export const nothingSaved: Salvaged = { mutations: 0, drafts: 0, incomplete: false };

/**
 * Copies what is not at central from one database into another that is open and migrated. Reads past damage: forward to
 * the first page that cannot be read, then backward from the end. Columns that the target does not know are left out;
 * what it has already, it keeps.
 */
export function salvage(source: Database.Database, target: Connection): Salvaged {
  let incomplete = false;
  return target.write((db) => {
    for (const { name, key, where } of ownTables) {
      const { rows, damaged } = readRows(source, name, key, where);
      incomplete ||= damaged;
      const columns = new Set(db.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', name).map((column) => column.name));
      for (const row of rows) insert(db, name, row, columns);
    }
    rebuildCreations(db);
    // What was saved is found at once, also where central cannot be reached.
    while (refreshWords(db, wordsAtOnce));
    return { mutations: db.one<{ n: number }>('SELECT count(*) AS n FROM outbox')?.n ?? 0, drafts: draftCount(db), incomplete };
  });
}

function readRows(source: Database.Database, table: string, key: string, where = 'true'): { rows: Row[]; damaged: boolean } {
  const forward = collect(source, `SELECT * FROM ${table} WHERE ${where} ORDER BY ${key}`);
  if (!forward.damaged) return forward;
  const backward = collect(source, `SELECT * FROM ${table} WHERE ${where} ORDER BY ${key.split(', ').map((column) => `${column} DESC`).join(', ')}`);
  return { rows: [...forward.rows, ...backward.rows.reverse()], damaged: true };
}

/** A table that an older version did not have yet gives nothing, and is no damage. */
function collect(source: Database.Database, sql: string): { rows: Row[]; damaged: boolean } {
  const rows: Row[] = [];
  try {
    for (const row of source.prepare(sql).iterate()) rows.push(row as Row);
    return { rows, damaged: false };
  } catch (thrown) {
    const error = asStoreError(thrown);
    if (error instanceof BalieError) return { rows, damaged: true };
    if (thrown instanceof Error && /no such (table|column)/.test(thrown.message)) return { rows, damaged: false };
    throw thrown;
  }
}

/** Names come from this program's own lists and from the target's schema, never from the file that is read. */
function insert(db: WriteDb, table: string, row: Row, known: ReadonlySet<string>): void {
  // `fill` names a snapshot of the former database. `seq` is given anew, in the order in which rows come: what is here already stays before them.
  const columns = Object.keys(row).filter((column) => known.has(column) && column !== 'fill' && column !== 'seq');
  db.run(`INSERT OR IGNORE INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, ...columns.map((column) => row[column] ?? null));
}

/** A row whose page was lost, but whose creation waits in the outbox, is made again from that. */
function rebuildCreations(db: WriteDb): void {
  const creations = db.all<{ entity: string; entityId: string; patch: string; at: string }>('SELECT entity, entity_id AS entityId, patch, at FROM outbox WHERE base_version IS NULL');
  for (const { entity, entityId, patch, at } of creations) {
    const table = tableNamed(entity);
    const name = entityNames.find((known) => known === entity);
    if (table === undefined || name === undefined || table.get(db, entityId) !== undefined) continue;
    const row = entitySchemas[name].safeParse({ ...(JSON.parse(patch) as Patch), id: entityId, version: 0, updatedAt: at });
    if (row.success) table.put(db, row.data);
  }
}
