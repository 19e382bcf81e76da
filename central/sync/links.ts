import type { EntityName } from '#shared/domain/entities.ts';
import { sql } from 'kysely';
import { both, type Audience } from '../access/audience.ts';
import { audienceOf, followersOf, ofCustomers } from '../access/visibility.ts';
import { tableOf } from '../database/entity-tables.ts';
import type { Row } from '../database/rows.ts';
import type { Writer } from './change-log.ts';

/** @returns the ids of the rows that follow one of the parents. */
async function idsOfFollowers({ trx }: Writer, entity: EntityName, column: string, parents: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(tableOf(entity).table)} where ${sql.ref(column)} = any(${`{${parents.join()}}`}::uuid[])`.execute(trx);
  return rows.map(({ id }) => id);
}

async function touchFollowers(writer: Writer, parent: 'customer' | 'interaction', parents: readonly string[], audience: Audience): Promise<void> {
  for (const { entity, column } of followersOf(parent)) await writer.touch(entity, await idsOfFollowers(writer, entity, column, parents), audience);
}

/** @returns the ids of a script and of its editions in other languages. */
async function editionsOf({ trx }: Writer, scriptId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select edition.id from script join script edition on edition.key = script.key where script.id = ${scriptId}::uuid`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Whether anybody's customers depend on who called which queue. */
async function linksDecide({ trx }: Writer): Promise<boolean> {
  const { rows } = await sql`select 1 from access_policy where customers = 'queues' and exists (select 1 from agent_access where not all_queues)`.execute(trx);
  return rows.length > 0;
}

/**
 * A conversation makes its customer a customer of its queue. Rows that somebody may see from now on, without
 * having changed themselves, are sent as changes to those who have not got them.
 */
export async function linkCustomers(writer: Writer, interactionIds: readonly string[]): Promise<void> {
  if (interactionIds.length === 0) return;
  const { rows } = await sql<{ customerId: string }>`
    insert into customer_queue select distinct customer_id, queue_id from interaction
    where id = any(${`{${interactionIds.join()}}`}::uuid[]) and customer_id is not null and queue_id is not null
    on conflict do nothing returning customer_id`.execute(writer.trx);
  if (rows.length === 0 || !(await linksDecide(writer))) return;
  const customers = [...new Set(rows.map(({ customerId }) => customerId))];
  await touchFollowers(writer, 'customer', customers, ofCustomers(customers));
}

/** A new customer is one of the queues that its author serves; otherwise the author would not see it again. */
export async function linkNewCustomer({ trx }: Writer, customerId: string, queues: readonly string[]): Promise<void> {
  await sql`insert into customer_queue select ${customerId}::uuid, id from queue where id = any(${`{${queues.join()}}`}::uuid[]) on conflict do nothing`.execute(trx);
}

/** Whoever had either file has the one that stays. */
export async function inheritLinks({ trx }: Writer, survivorId: string, mergedId: string): Promise<void> {
  await sql`insert into customer_queue select ${survivorId}::uuid, queue_id from customer_queue where customer_id = ${mergedId}::uuid on conflict do nothing`.execute(trx);
}

/** What depends on a row that was changed and did not change itself. */
export async function followChange(writer: Writer, entity: EntityName, former: Row, row: Row): Promise<void> {
  if (entity === 'interaction' && (former['queueId'] !== row['queueId'] || former['agentId'] !== row['agentId'])) {
    await touchFollowers(writer, 'interaction', [row.id], both(audienceOf('interaction', former), audienceOf('interaction', row)));
  }
  if (entity === 'interaction') await linkCustomers(writer, [row.id]);
  if (entity === 'queue' && former['scriptId'] !== row['scriptId'] && typeof row['scriptId'] === 'string') await writer.touch('script', await editionsOf(writer, row['scriptId']), null);
}
