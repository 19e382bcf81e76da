import { sql } from 'kysely';
import { caseNumberText, numberIn, rangeLength } from '#shared/domain/casework/case-number.ts';
import type { Row } from '../database/rows.ts';
import type { Executor } from '../database/schema.ts';
import type { Writer } from './change-log.ts';
import { Rejection } from './rejection.ts';

/** @returns the next free customer number, e.g. `BE-204518`. Numbers may have gaps; none is given twice. */
export async function customerNumberOf(db: Executor): Promise<string> {
  const { rows } = await sql<{ value: number | string }>`select nextval('customer_number') as value`.execute(db);
  return `BE-${String(rows[0]?.value).padStart(6, '0')}`;
}

/** @returns the next free case number, e.g. `Z-100204`: what the customer is told. */
export async function caseNumberOf(db: Executor): Promise<string> {
  const { rows } = await sql<{ value: number | string }>`select nextval('case_number') as value`.execute(db);
  return caseNumberText(Number(rows[0]?.value));
}

/**
 * @param given the number that the device gave out itself; null: it had none.
 * @returns the case's number.
 * @throws Rejection `invalid` where the number is not the device's to give, or was given before.
 */
export async function caseNumberFor(db: Executor, { agentId, deviceId }: { readonly agentId: string; readonly deviceId: string }, given: unknown): Promise<string> {
  if (typeof given !== 'string') return await caseNumberOf(db);
  const number = numberIn(given);
  const { rows } = await sql`
    select 1 from number_range where ${number}::bigint between first and last and agent_id = ${agentId}::uuid and device_id = ${deviceId}::uuid
  `.execute(db);
  if (number === null || rows.length === 0) throw new Rejection('invalid', 'caseNumber: not of a range of this device');
  const taken = await sql`select 1 from case_file where case_number = ${given}`.execute(db);
  if (taken.rows.length > 0) throw new Rejection('invalid', 'caseNumber: given before');
  return given;
}

/** Gives a device numbers of its own. Nobody else takes any meanwhile: whoever writes is the only one that does (change-log.ts). */
export async function fillRange(writer: Writer, deviceId: string, id: string, patch: Record<string, unknown>): Promise<Row> {
  const { rows } = await sql<{ first: number | string; last: number | string }>`
    select min(value) as first, max(value) as last from (select nextval('case_number') as value from generate_series(1, ${rangeLength}::integer)) as taken
  `.execute(writer.trx);
  const row = await writer.create('numberRange', { ...patch, id, first: Number(rows[0]?.first), last: Number(rows[0]?.last) });
  await sql`update number_range set device_id = ${deviceId}::uuid where id = ${id}::uuid`.execute(writer.trx);
  return row;
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
      (select max(substring(case_number from '^Z-(\\d{1,15})$')::bigint) from case_file),
      (select max(last) from number_range)
    ))
  `.execute(db);
}
