import { localTime } from '#shared/domain/ordering/calendar.ts';
import type { Reservation } from '#shared/domain/ordering/order.ts';
import { placesLeft } from '#shared/domain/ordering/stock.ts';
import type { NewRow, Writer } from '../sync/change-log.ts';
import { Rejection } from '../sync/rejection.ts';
import { currentPolicy, reservationNumberOf, slotById, type Known } from './rows.ts';

/** Gives the places, or says how many are left. @throws Rejection `capacity-full`. */
export async function reserve(writer: Writer, asked: NewRow & Pick<Reservation, 'slotId' | 'seats'>): Promise<NewRow> {
  const slot = await slotById(writer.trx, asked.slotId);
  const policy = await currentPolicy(writer.trx);
  const today = localTime(writer.at, policy?.timeZone ?? 'Europe/Brussels').day;
  // A delivery window is taken by the order that chose it.
  const left = slot === null || slot.kind === 'delivery' || slot.day < today ? 0 : placesLeft(slot);
  if (slot === null || asked.seats > left) throw new Rejection('capacity-full', `Only ${left} places are left.`, [{ code: 'capacity-full', about: asked.slotId, now: left }]);
  await writer.update('capacitySlot', slot, { taken: slot.taken + asked.seats });
  return { ...asked, state: 'confirmed', number: await reservationNumberOf(writer.trx) };
}

/** Gives the places of a cancelled reservation back. @throws Rejection `order-state`. */
export async function changeReservation(writer: Writer, current: Known<'reservation'>, fields: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  if (fields['state'] !== 'cancelled') return fields;
  if (current.state !== 'confirmed') throw new Rejection('order-state', `A reservation that is ${current.state} cannot be cancelled.`);
  const slot = await slotById(writer.trx, current.slotId);
  if (slot !== null) await writer.update('capacitySlot', slot, { taken: Math.max(0, slot.taken - current.seats) });
  return fields;
}
