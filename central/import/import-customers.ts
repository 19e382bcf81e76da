import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import { newId } from '#shared/domain/ids.ts';
import { sql } from 'kysely';
import { provisioningPolicySchema } from '../agents/administration.ts';
import { readRowsBy } from '../database/rows.ts';
import type { Database } from '../database/schema.ts';
import type { Writer } from '../sync/change-log.ts';
import { skipImportedNumbers } from '../sync/customer-number.ts';
import { customerColumns, readCustomerLine, type CustomerLine } from './customer-columns.ts';
import { put, said, type ImportKind, type Outcome } from './import-file.ts';

/** A file of customers, known again by their numbers. `country`: how a national telephone number is read. */
export function customerFile(country: CountryCode): ImportKind<CustomerLine> {
  return {
    entity: 'customer',
    key: 'customerNumber',
    columns: customerColumns,
    read: (values) => readCustomerLine(values, country),
    keyOf: ({ customerNumber }) => customerNumber,
    write: writeLine,
    settle: async ({ trx }) => await skipImportedNumbers(trx),
  };
}

/** @returns the country of the centre's policy, by which national numbers are read. */
export async function importCountry(db: Database): Promise<CountryCode> {
  const stored = await db.selectFrom('provisioningPolicy').select('policy').executeTakeFirst();
  const country = stored === undefined ? 'BE' : provisioningPolicySchema.parse(stored.policy).country;
  return isSupportedCountry(country) ? country : 'BE';
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
