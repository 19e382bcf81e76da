import type { WritableEntity } from '#shared/domain/entities.ts';
import type { Row } from '../database/rows.ts';
import { Rejection } from '../sync/rejection.ts';

/**
 * Orders and reservations are made in one's own name, and anybody may cancel them for the customer on the line. A hold is touched
 * only by who asked it.
 *
 * @throws Rejection `forbidden`.
 */
export function requireOrderPermission(agentId: string, entity: WritableEntity, current: Row | null, next: Record<string, unknown>): void {
  if (entity !== 'order' && entity !== 'stockHold' && entity !== 'reservation') return;
  if (current === null && next['agentId'] !== agentId) throw new Rejection('forbidden', 'An order is made in the name of the operator who makes it.');
  if (entity === 'stockHold' && current !== null && current['agentId'] !== agentId) throw new Rejection('forbidden', 'This stock is held for another operator.');
}
