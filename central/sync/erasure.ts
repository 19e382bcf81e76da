import type { PersonalData } from '#shared/contract/personal-data.ts';
import type { EntityName } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';
import { sql, type RawBuilder } from 'kysely';
import { entityOrder, tableOf } from '../database/entity-tables.ts';
import { readRow, readRows, readRowsBy, type Row } from '../database/rows.ts';
import type { Database, Executor } from '../database/schema.ts';
import { Problem } from '../http/problem.ts';
import { letGoOf } from '../ordering/let-go.ts';
import type { Known } from '../ordering/rows.ts';
import type { ChangeLog, Origin, Writer } from './change-log.ts';
import { survivorOf } from './merges.ts';

/** What stays of a conversation when its customer is erased: that it took place, how long, and how it ended. */
const anonymous = { customerId: null, number: null, sentence: '', note: '', scriptRun: null, captured: {} };
const anonymousLeg = { transferredTo: null, recording: null };

/** @returns whether this customer was erased: then nobody brings them back. */
export async function isErased(db: Executor, customerId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from personal_data_log where customer_id = ${customerId}::uuid and kind = 'erasure' limit 1`.execute(db);
  return rows.length > 0;
}

/** @returns everybody who was erased, ever. */
export async function everybodyErased(db: Executor): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct customer_id as id from personal_data_log as l
    where kind = 'erasure' and not exists (select 1 from customer where id = l.customer_id) order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The customer and every file that was merged into theirs: they are one person. */
async function filesOf(db: Executor, customerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive file (id) as (
      select ${customerId}::uuid
      union select m.merged_id from customer_merge as m join file as f on m.survivor_id = f.id where m.undone_at is null
    )
    select id from file
  `.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Half of a person is neither handed out nor erased: whoever asks for a file that was merged into another one has not heard of
 * that, and looks at what it has become first.
 *
 * @throws Problem 404, 409 `customer.merged`.
 */
async function requireWhole(db: Executor, customerId: string): Promise<void> {
  const survivorId = await survivorOf(db, customerId);
  const survivor = await readRow(db, 'customer', survivorId);
  if (survivor === null) throw new Problem(404, 'not-found', 'There is no such customer.');
  if (survivorId === customerId) return;
  const { customerNumber } = survivor as Known<'customer'>;
  throw new Problem(409, 'customer.merged', 'This file was merged into another one. Nothing was done.', { survivor: { id: survivorId, customerNumber } });
}

/** Fields by which rows of an entity name a customer. */
function fieldsTo(entity: EntityName): readonly string[] {
  return tableOf(entity).references.flatMap(({ field, entity: parent }) => (parent === 'customer' ? [field] : []));
}

async function rowsOf(db: Executor, entity: EntityName, ids: readonly string[]): Promise<Row[]> {
  const found = new Map<string, Row>();
  for (const field of fieldsTo(entity)) for (const row of await readRowsBy(db, entity, field, ids)) found.set(row.id, row);
  return [...found.values()];
}

interface Who extends Origin {
  /** Why, in words without names: the request's reference. */
  readonly reason: string;
}

async function log(writer: Executor, kind: 'export' | 'erasure', ids: readonly string[], who: Who, at: string): Promise<void> {
  const rows = ids.map((customerId) => ({ id: newId(), kind, customerId, agentId: who.agentId, deviceId: who.deviceId, reason: who.reason, at: new Date(at) }));
  await writer.insertInto('personalDataLog').values(rows).execute();
}

/** The fields by which rows name a customer, of all entities together. */
const naming = [...new Set(entityOrder.flatMap(fieldsTo))];

/**
 * Answers that are kept for repeated mutations hold whole rows: those of the erased go too, also of rows that were removed or
 * became another's before.
 *
 * @param touched ids of rows that were theirs
 */
async function forgetAnswers(writer: Writer, customerIds: readonly string[], touched: readonly string[]): Promise<void> {
  const among = (ids: readonly string[]): RawBuilder<boolean> => sql<boolean>`in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
  const named = sql.join(naming.map((field) => sql`answer -> 'row' ->> ${sql.lit(field)} ${among(customerIds)}`), sql` or `);
  await sql`delete from mutation where answer -> 'row' ->> 'id' ${among(touched)} or ${named}`.execute(writer.trx);
}

/**
 * The right to erasure (GDPR article 17): the customer and all that belongs to them is removed, and every
 * device hears of it. Conversations stay as figures without a person; the log keeps that it was done. What their orders,
 * reservations and holds kept from others is free again with the same transaction.
 *
 * @throws Problem 404, 409 `customer.merged`.
 */
export async function eraseCustomer(changes: ChangeLog, who: Who, customerId: string): Promise<void> {
  await changes.write(who, async (writer) => {
    const { trx } = writer;
    await requireWhole(trx, customerId);
    const ids = await filesOf(trx, customerId);
    const touched = [...ids];
    await letGo(writer, ids);
    for (const entity of entityOrder.toReversed()) {
      const rows = await rowsOf(trx, entity, ids);
      touched.push(...rows.map(({ id }) => id));
      if (entity === 'interaction') touched.push(...(await anonymise(writer, rows)));
      else touched.push(...(await removeWith(writer, entity, rows)));
    }
    await writer.remove('customer', await readRows(trx, 'customer', ids));
    await forgetAnswers(writer, ids, touched);
    await log(trx, 'erasure', ids, who, writer.at);
  });
}

/** Nothing stays allocated, taken or held for somebody who is gone. */
async function letGo(writer: Writer, ids: readonly string[]): Promise<void> {
  const [orders, reservations, interactions] = [await rowsOf(writer.trx, 'order', ids), await rowsOf(writer.trx, 'reservation', ids), await rowsOf(writer.trx, 'interaction', ids)];
  await letGoOf(writer, { orders: orders as Known<'order'>[], reservations: reservations as Known<'reservation'>[], interactionIds: interactions.map(({ id }) => id) });
}

/** Rows that name what is removed go before it, also where they do not name the customer themselves. @returns the ids of those. */
async function removeWith(writer: Writer, entity: EntityName, rows: readonly Row[]): Promise<string[]> {
  const removed: string[] = [];
  for (const child of entityOrder) {
    for (const { field, entity: parent } of tableOf(child).references) {
      if (parent !== entity || rows.length === 0) continue;
      const found = await readRowsBy(writer.trx, child, field, rows.map(({ id }) => id));
      removed.push(...found.map(({ id }) => id), ...(await removeWith(writer, child, found)));
    }
  }
  await writer.remove(entity, rows);
  return removed;
}

/** @returns the ids of the calls of these conversations, and of what was handed over with them: that goes, also where it does not name the customer. */
async function anonymise(writer: Writer, interactions: readonly Row[]): Promise<string[]> {
  const ids = interactions.map(({ id }) => id);
  const legs = await readRowsBy(writer.trx, 'callLeg', 'interactionId', ids);
  for (const leg of legs) await writer.update('callLeg', leg, anonymousLeg);
  for (const interaction of interactions) await writer.update('interaction', interaction, anonymous);
  const handOvers = await readRowsBy(writer.trx, 'handOver', 'interactionId', ids);
  await writer.remove('handOver', handOvers);
  return [...legs, ...handOvers].map(({ id }) => id);
}

/**
 * @returns everything that is kept of one person, and notes that it was handed out.
 * @throws Problem 404, 409 `customer.merged`.
 */
export async function exportCustomer(db: Database, who: Who, customerId: string, at: string): Promise<PersonalData> {
  return await db.transaction().execute(async (trx) => {
    await requireWhole(trx, customerId);
    const ids = await filesOf(trx, customerId);
    const rows: Record<string, Row[]> = { customer: await readRows(trx, 'customer', ids) };
    for (const entity of entityOrder) {
      const found = await rowsOf(trx, entity, ids);
      if (found.length > 0) rows[entity] = found;
    }
    const conversations = (rows['interaction'] ?? []).map(({ id }) => id);
    const legs = await readRowsBy(trx, 'callLeg', 'interactionId', conversations);
    if (legs.length > 0) rows['callLeg'] = legs;
    const named = new Set((rows['handOver'] ?? []).map(({ id }) => id));
    const unnamed = (await readRowsBy(trx, 'handOver', 'interactionId', conversations)).filter(({ id }) => !named.has(id));
    if (unnamed.length > 0) rows['handOver'] = [...(rows['handOver'] ?? []), ...unnamed];
    await log(trx, 'export', ids, who, at);
    return { customerId, exportedAt: at, rows };
  });
}
