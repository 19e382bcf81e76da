import { isoNow } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Reservation } from '#shared/domain/ordering/order.ts';
import type { ReservationView } from '#shared/domain/ordering/order-views.ts';
import { placesLeft } from '#shared/domain/ordering/stock.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { tables } from '../entities/tables.ts';
import { reservationView } from '../queries/orders.ts';
import { enqueue } from '../queries/outbox.ts';
import { found, refused, type StoreContext } from './context.ts';
import { patchOf } from './interaction-outbox.ts';
import { storable } from './storable.ts';

/** Reserves places: provisional until central has answered. @throws {BalieError} `store.refused` where this device knows that there is no room */
export function createReservation(context: StoreContext, input: ParsedInput<StoreContract, 'reservation.create'>): ReservationView {
  return context.db.write((db) => {
    found(tables.customer.get(db, input.customerId), 'customer');
    const slot = found(tables.capacitySlot.get(db, input.slotId), 'slot');
    if (placesLeft(slot) < input.seats) throw refused('seats', 'capacity-full');
    const at = isoNow(context.clock);
    const row: Reservation = { ...storable(input), id: newId(), version: 0, updatedAt: at, number: null, agentId: context.agentId(), state: 'provisional', at };
    tables.reservation.put(db, row);
    const { number: _, ...patch } = patchOf<'reservation'>(row);
    enqueue(db, { entity: 'reservation', entityId: row.id, baseVersion: null, patch, base: {}, at });
    return reservationView(db, row);
  });
}

export function cancelReservation(context: StoreContext, id: string): ReservationView {
  return context.db.write((db) => {
    const row = found(tables.reservation.get(db, id), 'reservation');
    if (row.state === 'cancelled') throw refused('state', 'cancelled');
    const at = isoNow(context.clock);
    const next: Reservation = { ...row, state: 'cancelled', updatedAt: at };
    tables.reservation.put(db, next);
    enqueue(db, { entity: 'reservation', entityId: id, baseVersion: row.version, patch: { state: 'cancelled' }, base: { state: row.state, updatedAt: row.updatedAt }, at });
    return reservationView(db, next);
  });
}
