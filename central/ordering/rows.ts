import type { EntityRow } from '#shared/domain/entities.ts';
import { sql } from 'kysely';
import { readRow, readRows, readRowsBy, type Row } from '../database/rows.ts';
import type { Executor } from '../database/schema.ts';

/** A row as the rules read it, and as the log writes it. */
export type Known<N extends 'product' | 'stock' | 'salesTerms' | 'salesPolicy' | 'capacitySlot' | 'order' | 'stockHold' | 'customer' | 'address' | 'reservation'> = EntityRow<N> & Row;

interface Ids {
  readonly rows: readonly { readonly id: string }[];
}

const list = ({ rows }: Ids): string[] => rows.map(({ id }) => id);

export async function productsOf(db: Executor, ids: readonly string[]): Promise<Known<'product'>[]> {
  return (await readRows(db, 'product', ids)) as Known<'product'>[];
}

/** @returns the stock of each product, by product. */
export async function stockOf(db: Executor, productIds: readonly string[]): Promise<Map<string, Known<'stock'>>> {
  const ids = await sql<{ id: string }>`select id from stock where product_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(productIds)}::jsonb))`.execute(db);
  const rows = (await readRows(db, 'stock', list(ids))) as Known<'stock'>[];
  return new Map(rows.map((row) => [row.productId, row]));
}

/** @returns what is held at this moment for an order. */
export async function grantedTo(db: Executor, orderId: string): Promise<Known<'stockHold'>[]> {
  const ids = await sql<{ id: string }>`select id from stock_hold where order_id = ${orderId}::uuid and state = 'granted' order by id`.execute(db);
  return (await readRows(db, 'stockHold', list(ids))) as Known<'stockHold'>[];
}

/** @returns what is held at this moment in conversations. */
export async function grantedIn(db: Executor, interactionIds: readonly string[]): Promise<Known<'stockHold'>[]> {
  const ids = await sql<{ id: string }>`select id from stock_hold where interaction_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(interactionIds)}::jsonb)) and state = 'granted' order by id`.execute(db);
  return (await readRows(db, 'stockHold', list(ids))) as Known<'stockHold'>[];
}

/** @returns holds whose time is over and that nobody has ended yet, at most `limit`. */
export async function overdueHolds(db: Executor, at: string, limit: number): Promise<Known<'stockHold'>[]> {
  const ids = await sql<{ id: string }>`select id from stock_hold where state = 'granted' and until <= ${at}::timestamptz order by until limit ${limit}`.execute(db);
  return (await readRows(db, 'stockHold', list(ids))) as Known<'stockHold'>[];
}

/** All editions: they are few, and which one is in force is decided by the rule. */
export async function allTerms(db: Executor): Promise<Known<'salesTerms'>[]> {
  return (await readRows(db, 'salesTerms', list(await sql<{ id: string }>`select id from sales_terms`.execute(db)))) as Known<'salesTerms'>[];
}

/** @returns the policy that counts: the newest; null where the centre sells nothing. */
export async function currentPolicy(db: Executor): Promise<Known<'salesPolicy'> | null> {
  const [newest] = list(await sql<{ id: string }>`select id from sales_policy order by updated_at desc, id desc limit 1`.execute(db));
  return newest === undefined ? null : ((await readRow(db, 'salesPolicy', newest)) as Known<'salesPolicy'> | null);
}

export async function slotById(db: Executor, id: string): Promise<Known<'capacitySlot'> | null> {
  return (await readRow(db, 'capacitySlot', id)) as Known<'capacitySlot'> | null;
}

/** @returns the addresses of a customer. */
export async function addressesOf(db: Executor, customerId: string): Promise<Known<'address'>[]> {
  return (await readRowsBy(db, 'address', 'customerId', [customerId])) as Known<'address'>[];
}

export async function customerById(db: Executor, id: string): Promise<Known<'customer'> | null> {
  return (await readRow(db, 'customer', id)) as Known<'customer'> | null;
}

/** @returns the order with a number, or null. */
export async function orderByNumber(db: Executor, number: string): Promise<Known<'order'> | null> {
  const [id] = list(await sql<{ id: string }>`select id from sales_order where number = ${number}`.execute(db));
  return id === undefined ? null : ((await readRow(db, 'order', id)) as Known<'order'> | null);
}

async function nextOf(db: Executor, sequence: 'order_number' | 'reservation_number', prefix: string): Promise<string> {
  const { rows } = await sql<{ value: number | string }>`select nextval(${sequence}) as value`.execute(db);
  return `${prefix}-${String(rows[0]?.value).padStart(6, '0')}`;
}

/** @returns the next free order number. Numbers may have gaps; none is given twice. */
export const orderNumberOf = async (db: Executor): Promise<string> => await nextOf(db, 'order_number', 'O');
export const reservationNumberOf = async (db: Executor): Promise<string> => await nextOf(db, 'reservation_number', 'R');

/** Goes on after the highest numbers that an import brought. */
export async function skipImportedOrderNumbers(db: Executor): Promise<void> {
  await sql`
    select setval('order_number', greatest((select last_value from order_number), (select max(substring(number from '^O-(\\d{1,15})$')::bigint) from sales_order))),
      setval('reservation_number', greatest((select last_value from reservation_number), (select max(substring(number from '^R-(\\d{1,15})$')::bigint) from reservation)))
  `.execute(db);
}
