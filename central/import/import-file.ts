import { maxRefusals, type ImportReport } from '#shared/contract/import.ts';
import type { EntityName } from '#shared/domain/entities.ts';
import type { Audit } from '../access/audit.ts';
import { readRow } from '../database/rows.ts';
import { Problem } from '../http/problem.ts';
import { centre, type ChangeLog, type Writer } from '../sync/change-log.ts';
import { differences } from '../sync/patches.ts';
import { readCsv, type CsvFile } from './csv.ts';

/** Writers take turns: others have theirs between two batches. */
const batchLines = 200;

/** Who brings something in, and whether in earnest. */
export interface ImportWish {
  /** Says what would become of it, and writes nothing. */
  readonly dryRun: boolean;
  /** Who asked; null: the command line. */
  readonly agentId: string | null;
  readonly deviceId: string | null;
}

/** A file, and who brings it. */
export interface ImportFile extends ImportWish {
  readonly text: string;
}

/** What is wrong with a line; its value is never repeated. */
export interface Fault {
  readonly column: string | null;
  readonly reason: string;
}

export type Values = Readonly<Record<string, string>>;
export type Outcome = 'created' | 'changed' | 'unchanged';

/** What a kind of file holds, and how its lines are read and written. */
export interface ImportKind<L> {
  readonly entity: EntityName;
  /** The column by which a row is known again. */
  readonly key: string;
  readonly columns: readonly string[];
  readonly read: (values: Values) => { readonly line: L } | { readonly faults: readonly Fault[] };
  readonly keyOf: (line: L) => string;
  /** `columns` are those that the file has: of a row that is there already it says nothing else. */
  readonly write: (writer: Writer, line: L, columns: readonly string[]) => Promise<Outcome>;
  /** After each batch. */
  readonly settle?: (writer: Writer) => Promise<void>;
}

/** Thrown by a line that cannot be written as things are, before it has written anything. */
export class LineRefused extends Error {
  override readonly name = 'LineRefused';
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.reason);
    this.fault = fault;
  }
}

/** Thrown to roll a dry run back. */
class Undone extends Error {
  readonly outcomes: readonly (Outcome | Refusal)[];
  constructor(outcomes: readonly (Outcome | Refusal)[]) {
    super('dry run');
    this.outcomes = outcomes;
  }
}

type Refusal = Fault & { readonly line: number };

interface Numbered<L> {
  readonly line: number;
  readonly value: L;
}

/**
 * Brings rows in from a CSV file. A row is known again by its key: the same file twice changes nothing, and what the file does
 * not say stays as it is. A line that cannot be used is reported and keeps no other back.
 *
 * @throws Problem 400 where the file cannot be read, or lacks the key's column.
 */
export async function importFile<L>(log: ChangeLog, audit: Audit, kind: ImportKind<L>, file: ImportFile): Promise<ImportReport> {
  return await importRecords(log, audit, kind, readCsv(file.text), file);
}

/** Like {@link importFile}, of what was read already, whatever the form of the file. */
export async function importRecords<L>(log: ChangeLog, audit: Audit, kind: ImportKind<L>, { columns, lines, broken }: CsvFile, wish: ImportWish): Promise<ImportReport> {
  if (!columns.includes(kind.key)) throw new Problem(400, 'invalid', `The file needs a column ${kind.key}.`);
  const refusals: Refusal[] = broken.map(({ line, reason }) => ({ line, column: null, reason }));
  let refused = broken.length;
  const usable = new Map<string, Numbered<L>>();
  for (const { line, values } of lines) {
    const read = kind.read(values);
    const faults = 'faults' in read ? read.faults : usable.has(kind.keyOf(read.line)) ? [{ column: kind.key, reason: 'is in the file more than once' }] : [];
    if (faults.length > 0) refused += 1;
    refusals.push(...faults.map((fault) => ({ line, ...fault })));
    if (faults.length === 0 && 'line' in read) usable.set(kind.keyOf(read.line), { line, value: read.line });
  }
  const outcomes = await writeAll(log, audit, kind, wish, columns, [...usable.values()]);
  const late = outcomes.filter((outcome) => typeof outcome === 'object');
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    dryRun: wish.dryRun,
    lines: lines.length + broken.length,
    created: count('created'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: refused + late.length,
    ignoredColumns: columns.filter((column) => !kind.columns.includes(column)),
    refusals: [...refusals, ...late].toSorted((a, b) => a.line - b.line).slice(0, maxRefusals),
  };
}

async function writeAll<L>(log: ChangeLog, audit: Audit, kind: ImportKind<L>, { dryRun, agentId, deviceId }: ImportWish, columns: readonly string[], lines: readonly Numbered<L>[]): Promise<(Outcome | Refusal)[]> {
  const outcomes: (Outcome | Refusal)[] = [];
  for (let start = 0; start < lines.length; start += batchLines) {
    const batch = lines.slice(start, start + batchLines);
    const written = log.write(centre, async (writer) => {
      const done: (Outcome | Refusal)[] = [];
      for (const line of batch) done.push(await writeLine(writer, kind, line, columns));
      if (dryRun) throw new Undone(done);
      await kind.settle?.(writer);
      await audit.record(writer.trx, { action: 'imported', agentId, deviceId, entity: kind.entity, details: { lines: batch.length } });
      return done;
    });
    outcomes.push(
      ...(await written.catch((error: unknown) => {
        if (error instanceof Undone) return error.outcomes;
        throw error;
      })),
    );
  }
  return outcomes;
}

async function writeLine<L>(writer: Writer, kind: ImportKind<L>, { line, value }: Numbered<L>, columns: readonly string[]): Promise<Outcome | Refusal> {
  try {
    return await kind.write(writer, value, columns);
  } catch (error) {
    if (error instanceof LineRefused) return { line, ...error.fault };
    throw error;
  }
}

/** Of a row that is there already, a file without a column says nothing. */
export function said<T extends object>(fields: T, columns: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => columns.includes(field))) as Partial<T>;
}

/** Creates a row, or changes what is different in it. @returns whether anything was written. */
export async function put(writer: Writer, entity: EntityName, id: string, fields: Readonly<Record<string, unknown>>, isNew: boolean): Promise<boolean> {
  if (isNew) {
    await writer.create(entity, { ...fields, id });
    return true;
  }
  const current = await readRow(writer.trx, entity, id);
  const changes = current === null ? {} : differences(current, { ...fields });
  if (current === null || Object.keys(changes).length === 0) return false;
  await writer.update(entity, current, changes);
  return true;
}
