import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import { maxRefusals, type ImportReport } from '#shared/contract/import.ts';
import type { EntityName } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { sql } from 'kysely';
import { provisioningPolicySchema } from '../agents/administration.ts';
import type { Audit } from '../access/audit.ts';
import { readRow, readRowsBy } from '../database/rows.ts';
import type { Database } from '../database/schema.ts';
import { Problem } from '../http/problem.ts';
import { centre, type ChangeLog, type Writer } from '../sync/change-log.ts';
import { skipImportedNumbers } from '../sync/customer-number.ts';
import { differences } from '../sync/patches.ts';
import { readCsv } from './csv.ts';
import { customerColumns, readCustomerLine, type CustomerLine, type Fault } from './customer-columns.ts';

/** Writers take turns: others have theirs between two batches. */
const batchLines = 200;

export interface CustomerImport {
  readonly text: string;
  /** Says what would become of it, and writes nothing. */
  readonly dryRun: boolean;
  /** How a national telephone number is read. */
  readonly country: CountryCode;
  /** Who asked; null: the command line. */
  readonly agentId: string | null;
  readonly deviceId: string | null;
}

type Outcome = 'created' | 'changed' | 'unchanged';

/** Thrown to roll a dry run back. */
class Undone extends Error {
  readonly outcomes: readonly Outcome[];
  constructor(outcomes: readonly Outcome[]) {
    super('dry run');
    this.outcomes = outcomes;
  }
}

/**
 * Brings customers in from a CSV file. A customer is known again by the number: the same file twice changes nothing, and
 * what the file does not say stays as it is. A line that cannot be used is reported and keeps no other back.
 *
 * @throws Problem 400 where the file cannot be read, or has no `customerNumber`.
 */
export async function importCustomers(log: ChangeLog, audit: Audit, given: CustomerImport): Promise<ImportReport> {
  const { columns, lines, broken } = readCsv(given.text);
  if (!columns.includes('customerNumber')) throw new Problem(400, 'invalid', 'The file needs a column customerNumber.');
  const refusals: ({ line: number } & Fault)[] = broken.map(({ line, reason }) => ({ line, column: null, reason }));
  let refused = broken.length;
  const usable = new Map<string, CustomerLine>();
  for (const { line, values } of lines) {
    const read = readCustomerLine(values, given.country);
    const faults = 'faults' in read ? read.faults : usable.has(read.line.customerNumber) ? [{ column: 'customerNumber', reason: 'is in the file more than once' }] : [];
    if (faults.length > 0) refused += 1;
    refusals.push(...faults.map((fault) => ({ line, ...fault })));
    if (faults.length === 0 && 'line' in read) usable.set(read.line.customerNumber, read.line);
  }
  const outcomes = await writeAll(log, audit, { ...given, columns }, [...usable.values()]);
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    dryRun: given.dryRun,
    lines: lines.length + broken.length,
    created: count('created'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused,
    ignoredColumns: columns.filter((column) => !customerColumns.some((known) => known === column)),
    refusals: refusals.toSorted((a, b) => a.line - b.line).slice(0, maxRefusals),
  };
}

/** @returns the country of the centre's policy, by which national numbers are read. */
export async function importCountry(db: Database): Promise<CountryCode> {
  const stored = await db.selectFrom('provisioningPolicy').select('policy').executeTakeFirst();
  const country = stored === undefined ? 'BE' : provisioningPolicySchema.parse(stored.policy).country;
  return isSupportedCountry(country) ? country : 'BE';
}

async function writeAll(log: ChangeLog, audit: Audit, { dryRun, agentId, deviceId, columns }: CustomerImport & { readonly columns: readonly string[] }, lines: readonly CustomerLine[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < lines.length; start += batchLines) {
    const batch = lines.slice(start, start + batchLines);
    const written = log.write(centre, async (writer) => {
      const done: Outcome[] = [];
      for (const line of batch) done.push(await writeLine(writer, line, columns));
      if (dryRun) throw new Undone(done);
      await skipImportedNumbers(writer.trx);
      await audit.record(writer.trx, { action: 'imported', agentId, deviceId, entity: 'customer', details: { lines: batch.length } });
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

/** Of a row that is there already, a file without a column says nothing. */
function said<T extends object>(fields: T, columns: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => columns.includes(field))) as Partial<T>;
}

async function writeLine(writer: Writer, { customerNumber, customer, contacts, address }: CustomerLine, columns: readonly string[]): Promise<Outcome> {
  const { rows } = await sql<{ id: string }>`select id from customer where customer_number = ${customerNumber}`.execute(writer.trx);
  const id = rows[0]?.id ?? newId();
  const isNew = rows.length === 0;
  let changed = await put(writer, 'customer', id, isNew ? { ...customer, archived: false } : said(customer, columns), isNew);
  const known = isNew ? [] : await readRowsBy(writer.trx, 'contactPoint', 'customerId', [id]);
  for (const contact of contacts) {
    if (known.some(({ kind, value }) => kind === contact.kind && value === contact.value)) continue;
    changed = await put(writer, 'contactPoint', newId(), { ...contact, customerId: id }, true);
  }
  if (address !== null) {
    const home = isNew ? undefined : (await readRowsBy(writer.trx, 'address', 'customerId', [id])).find(({ kind }) => kind === 'home');
    changed = (await put(writer, 'address', home?.id ?? newId(), home === undefined ? { ...address, customerId: id } : said(address, columns), home === undefined)) || changed;
  }
  return isNew ? 'created' : changed ? 'changed' : 'unchanged';
}

/** @returns whether anything was written. */
async function put(writer: Writer, entity: EntityName, id: string, fields: Readonly<Record<string, unknown>>, isNew: boolean): Promise<boolean> {
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
