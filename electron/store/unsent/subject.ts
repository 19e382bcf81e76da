import type { EntityName } from '#shared/domain/entities.ts';
import { entityNames } from '#shared/domain/entities.ts';
import type { ReadDb } from '../database/connection.ts';
import type { EntityTable } from '../entities/entity-table.ts';
import { tables } from '../entities/tables.ts';
import type { Patch } from '../queries/outbox.ts';

/** How far a row is followed to its customer: a leg to its interaction, that one to the customer. */
const deepest = 3;

/** The table of an entity by a name that was read from the file. */
export function tableNamed(entity: string): EntityTable<EntityName> | undefined {
  const name = entityNames.find((known) => known === entity);
  return name === undefined ? undefined : tables[name];
}

/** The row as the cache has it, with its fields by name. */
export function rowOf(db: ReadDb, entity: string, id: string): Patch | undefined {
  return tableNamed(entity)?.get(db, id);
}

/**
 * Whose file a row belongs to. Followed by the fields that name a customer or an interaction, in the row and, where there
 * is no row, in what would have made it.
 */
export function customerOf(db: ReadDb, entity: string, id: string, patch: Patch = {}, depth = 0): { id: string; name: string } | null {
  const row = { ...patch, ...rowOf(db, entity, id) };
  if (entity === 'customer') return { id, name: nameOf(row) };
  for (const [field, parent] of [['customerId', 'customer'], ['survivorId', 'customer'], ['interactionId', 'interaction'], ['orderId', 'order'], ['caseId', 'case']] as const) {
    const parentId = row[field];
    if (typeof parentId !== 'string' || depth >= deepest) continue;
    const found = customerOf(db, parent, parentId, {}, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function nameOf(row: Patch): string {
  const text = (field: string): string => (typeof row[field] === 'string' ? row[field] : '');
  return text('organisationName').trim() || `${text('givenName')} ${text('familyName')}`.trim();
}
