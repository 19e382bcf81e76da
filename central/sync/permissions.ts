import type { WritableEntity } from '#shared/domain/entities.ts';
import { tableOf } from '../database/entity-tables.ts';
import { findMissing, readRow, type Row } from '../database/rows.ts';
import type { Executor } from '../database/schema.ts';
import { Rejection } from './rejection.ts';

const notYours = (): Rejection => new Rejection('forbidden', 'This conversation belongs to another operator.');

async function requireOwnInteraction(db: Executor, agentId: string, interactionId: unknown): Promise<void> {
  const interaction = typeof interactionId === 'string' ? await readRow(db, 'interaction', interactionId) : null;
  if (interaction !== null && interaction['agentId'] !== agentId) throw notYours();
}

/**
 * An operator writes their own conversations only, and hands none to somebody else; customers are everybody's.
 *
 * @param current the row as it is, null when it is new.
 * @param next the row as it would become.
 * @throws Rejection `forbidden`.
 */
export async function requirePermission(db: Executor, agentId: string, entity: WritableEntity, current: Row | null, next: Record<string, unknown>): Promise<void> {
  if (entity === 'interaction' || entity === 'handOver' || entity === 'dataExport') {
    if (current !== null && current['agentId'] !== agentId) throw notYours();
    if (next['agentId'] !== agentId) throw notYours();
  }
  if (entity === 'consent' && current !== null) throw new Rejection('forbidden', 'A consent is never changed: what holds now is a new one.');
  if (entity === 'callLeg') {
    if (current !== null) await requireOwnInteraction(db, agentId, current['interactionId']);
    await requireOwnInteraction(db, agentId, next['interactionId']);
  }
}

/**
 * Every row that the fields name must exist.
 *
 * @throws Rejection `reference-missing`.
 */
export async function requireReferences(db: Executor, entity: WritableEntity, fields: Record<string, unknown>): Promise<void> {
  const named = tableOf(entity).references.flatMap(({ field, entity: parent }) => {
    const id = fields[field];
    return typeof id === 'string' ? [{ field, entity: parent, id }] : [];
  });
  const missing = await findMissing(db, named);
  if (missing !== null) throw new Rejection('reference-missing', `${missing.field} names a ${missing.entity} that does not exist.`);
}
