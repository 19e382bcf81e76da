import type { WritableEntity } from '#shared/domain/entities.ts';
import type { Row } from '../database/rows.ts';
import type { NewRow, Writer } from '../sync/change-log.ts';
import { changeHold, grantHold } from './holds.ts';
import { changeOrder, placeOrder } from './orders.ts';
import { changeReservation, reserve } from './reservations.ts';
import type { Known } from './rows.ts';

/**
 * What becomes of a new order, hold or reservation. Its values were checked by their schema, its references exist.
 *
 * @returns the row to write; of any other entity, the one that was given.
 * @throws Rejection where it cannot be granted.
 */
export async function onOrderingCreate(writer: Writer, agentId: string, entity: WritableEntity, row: NewRow): Promise<NewRow> {
  switch (entity) {
    case 'order':
      return await placeOrder(writer, agentId, row as Parameters<typeof placeOrder>[2]);
    case 'stockHold':
      return await grantHold(writer, row as Parameters<typeof grantHold>[1]);
    case 'reservation':
      return await reserve(writer, row as Parameters<typeof reserve>[1]);
    default:
      return row;
  }
}

/** @returns the fields to write. @throws Rejection where the change cannot be made. */
export async function onOrderingUpdate(writer: Writer, agentId: string, entity: WritableEntity, current: Row, fields: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
  switch (entity) {
    case 'order':
      return await changeOrder(writer, agentId, current as Known<'order'>, fields);
    case 'stockHold':
      return await changeHold(writer, current as Known<'stockHold'>, fields);
    case 'reservation':
      return await changeReservation(writer, current as Known<'reservation'>, fields);
    default:
      return fields;
  }
}
