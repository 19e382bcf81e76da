import { sql } from 'kysely';
import type { Executor } from '../database/schema.ts';

/** @returns the next free customer number, e.g. `BE-204518`. Numbers may have gaps; none is given twice. */
export async function customerNumberOf(db: Executor): Promise<string> {
  const { rows } = await sql<{ value: number | string }>`select nextval('customer_number') as value`.execute(db);
  return `BE-${String(rows[0]?.value).padStart(6, '0')}`;
}

/** @returns the next free case number, e.g. `Z-100204`: what the customer is told. */
export async function caseNumberOf(db: Executor): Promise<string> {
  const { rows } = await sql<{ value: number | string }>`select nextval('case_number') as value`.execute(db);
  return `Z-${String(rows[0]?.value)}`;
}

/** Goes on after the highest number that an import brought. */
export async function skipImportedNumbers(db: Executor): Promise<void> {
  await sql`
    select setval('customer_number', greatest(
      (select last_value from customer_number),
      (select max(substring(customer_number from '^BE-(\\d{1,15})$')::bigint) from customer)
    ))
  `.execute(db);
  await sql`
    select setval('case_number', greatest(
      (select last_value from case_number),
      (select max(substring(case_number from '^Z-(\\d{1,15})$')::bigint) from case_file)
    ))
  `.execute(db);
}
