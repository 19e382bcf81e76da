import type { EntityName, WritableEntity } from '#shared/domain/entities.ts';
import { sql } from 'kysely';
import type { Scope } from '../access/scope.ts';
import { isSeen, seen } from '../access/visibility.ts';
import { tableOf } from '../database/entity-tables.ts';
import { findMissing, readRow, type Filter, type Row } from '../database/rows.ts';
import type { Executor } from '../database/schema.ts';
import { requireOrderPermission } from '../ordering/permissions.ts';
import { Rejection } from './rejection.ts';

/** Rows that tell what one operator did: theirs to write, and nobody else's. */
const work: ReadonlySet<WritableEntity> = new Set(['interaction', 'handOver', 'dataExport', 'identityCheck', 'conversationQuality', 'articleFeedback', 'question', 'numberRange']);

const notYours = (): Rejection => new Rejection('forbidden', 'This conversation belongs to another operator.');

async function requireOwnInteraction(db: Executor, agentId: string, interactionId: unknown): Promise<void> {
  const interaction = typeof interactionId === 'string' ? await readRow(db, 'interaction', interactionId) : null;
  if (interaction !== null && interaction['agentId'] !== agentId) throw notYours();
}

/** Entities whose rows are what happened: they are never changed. */
const happened: ReadonlySet<WritableEntity> = new Set(['caseStep', 'offerAnswer']);

/**
 * An operator writes their own conversations only, and hands none to somebody else; customers are everybody's.
 *
 * @param current the row as it is, null when it is new.
 * @param next the row as it would become.
 * @throws Rejection `forbidden`.
 */
export async function requirePermission(db: Executor, agentId: string, entity: WritableEntity, current: Row | null, next: Record<string, unknown>): Promise<void> {
  if (work.has(entity)) {
    if (current !== null && current['agentId'] !== agentId) throw notYours();
    if (next['agentId'] !== agentId) throw notYours();
  }
  if (entity === 'consent' && current !== null) throw new Rejection('forbidden', 'A consent is never changed: what holds now is a new one.');
  if (happened.has(entity) && current !== null) throw new Rejection('forbidden', 'What happened is never changed: what holds now is a new row.');
  requireOrderPermission(agentId, entity, current, next);
  if (entity === 'callLeg' || entity === 'conversationQuality') {
    if (current !== null) await requireOwnInteraction(db, agentId, current['interactionId']);
    await requireOwnInteraction(db, agentId, next['interactionId']);
  }
}

/** Own conversations stay one's own when the queue is not: the outbox of a day that began before brings them home. */
async function isOwn(db: Executor, scope: Scope, entity: WritableEntity, row: Row): Promise<boolean> {
  if (work.has(entity)) return row['agentId'] === scope.agentId;
  const interactionId = row['interactionId'];
  const interaction = entity === 'callLeg' && typeof interactionId === 'string' ? await readRow(db, 'interaction', interactionId) : null;
  return interaction !== null && interaction['agentId'] === scope.agentId;
}

/** @returns whether the author may be told of the row: an answer shows it. */
export async function mayKnow(db: Executor, scope: Scope, entity: WritableEntity, row: Row): Promise<boolean> {
  return scope.queues === null || (await isSeen(db, scope, entity, row.id)) || (await isOwn(db, scope, entity, row));
}

/** A customer of the queue that the row itself names: no more is learnt by naming both. */
function ofNamedQueue(queueId: unknown): Filter {
  return typeof queueId === 'string' ? sql`exists (select 1 from customer_queue l where l.customer_id = customer.id and l.queue_id = ${queueId}::uuid)` : sql`false`;
}

/** Which rows of `parent` a row with these fields may name. Queues and articles any: who had them may still send what happened. */
function nameable(scope: Scope, parent: EntityName, fields: Readonly<Record<string, unknown>>): Filter {
  const filter = parent === 'queue' || parent === 'interaction' || parent === 'article' || parent === 'letterTemplate' ? null : seen(scope, parent);
  return filter === null || parent !== 'customer' ? filter : sql`(${filter} or ${ofNamedQueue(fields['queueId'])})`;
}

/**
 * Every row that the fields name must exist, and be one that the author may have.
 *
 * @param fields the whole row as it would become.
 * @param changed those that are new; absent: all.
 * @throws Rejection `reference-missing`.
 */
export async function requireReferences(db: Executor, scope: Scope, entity: WritableEntity, fields: Readonly<Record<string, unknown>>, changed: readonly string[] = Object.keys(fields)): Promise<void> {
  const named = tableOf(entity).references.flatMap(({ field, entity: parent }) => {
    const id = changed.includes(field) ? fields[field] : undefined;
    return typeof id === 'string' ? [{ field, entity: parent, id, filter: nameable(scope, parent, fields) }] : [];
  });
  const missing = await findMissing(db, named);
  if (missing !== null) throw new Rejection('reference-missing', `${missing.field} names a ${missing.entity} that does not exist.`);
}
