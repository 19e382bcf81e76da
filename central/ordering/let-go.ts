import { takesStock } from '#shared/domain/ordering/order-machine.ts';
import { wantedOf } from '#shared/domain/ordering/review.ts';
import type { Writer } from '../sync/change-log.ts';
import { grantedIn, grantedTo, slotById, type Known } from './rows.ts';
import { endHolds, moveStock } from './stock-moves.ts';

/** What somebody keeps from others. */
interface Kept {
  readonly orders: readonly Known<'order'>[];
  readonly reservations: readonly Known<'reservation'>[];
  /** Conversations in which something may still be held for an order in the making. */
  readonly interactionIds: readonly string[];
}

/**
 * Gives back what orders, reservations and holds keep from others, because their rows are about to go: with them nobody could
 * tell any more what was theirs. What was shipped has left the warehouse and stays gone.
 */
export async function letGoOf(writer: Writer, { orders, reservations, interactionIds }: Kept): Promise<void> {
  const open = orders.filter(({ state }) => takesStock(state));
  const allocated = wantedOf(open.flatMap(({ lines }) => lines));
  await moveStock(writer, new Map([...allocated].map(([productId, quantity]) => [productId, { allocated: -quantity }])));
  const places = new Map<string, number>();
  const leave = (slotId: string | null, by: number): void => void (slotId !== null && places.set(slotId, (places.get(slotId) ?? 0) + by));
  for (const { slotId } of open) leave(slotId, 1);
  for (const { slotId, seats, state } of reservations) if (state === 'confirmed') leave(slotId, seats);
  for (const [slotId, taken] of places) {
    const slot = await slotById(writer.trx, slotId);
    if (slot !== null) await writer.update('capacitySlot', slot, { taken: Math.max(0, slot.taken - taken) });
  }
  const holds = new Map<string, Known<'stockHold'>>();
  for (const hold of await grantedIn(writer.trx, interactionIds)) holds.set(hold.id, hold);
  for (const { id } of orders) for (const hold of await grantedTo(writer.trx, id)) holds.set(hold.id, hold);
  await endHolds(writer, [...holds.values()], 'released');
}
