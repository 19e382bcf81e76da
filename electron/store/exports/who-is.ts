import { maskText } from '#shared/domain/mask-text.ts';
import type { Cell } from '#shared/domain/office.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import type { Access } from '../identity/access.ts';
import { displayName } from '../queries/display-name.ts';

/** @returns number and name of a customer, as far as they may be seen now. */
export function whoIs(db: ReadDb, access: Access, customerId: string): [Cell, Cell] {
  const customer = tables.customer.get(db, customerId);
  const masked = access.masked(customerId);
  return [masked.has('customerNumber') ? maskText : (customer?.customerNumber ?? null), masked.has('name') ? maskText : customer === undefined ? null : displayName(customer)];
}

/** @returns what a colleague is called; null where it is nobody, or nobody who is known. */
export function nameOf(db: ReadDb, agentId: string | null): string | null {
  return agentId === null ? null : (tables.agent.get(db, agentId)?.name ?? null);
}
