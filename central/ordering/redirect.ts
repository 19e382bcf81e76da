import type { Order } from '#shared/domain/ordering/order.ts';
import { redirectOrder, whatIsOtherwise, type DeliveryWish } from '#shared/domain/ordering/redirect.ts';
import { wantedOf } from '#shared/domain/ordering/review.ts';
import type { Writer } from '../sync/change-log.ts';
import { Rejection } from '../sync/rejection.ts';
import { requireRoom } from './lessen.ts';
import { takePlace } from './places.ts';
import { addressesOf, currentPolicy, productsOf, slotById, type Known } from './rows.ts';

type Said = Partial<DeliveryWish & Pick<Order, 'deliveryCents' | 'totalCents' | 'toldFor'>>;

/** The fields that make a change one of the delivery; the sums and the day that were said come with them. */
export const ofDelivery = ['delivery', 'priority', 'slotId'] as const;

/**
 * Has an order that is not packed yet delivered otherwise, by the rule that the operator's screen used. It goes to an address of the
 * customer's own, as the file has it now; a window that is left is free at once. The sums that were said to the customer must be what
 * it comes to.
 *
 * @throws Rejection `order-state`, `address-missing`, `address-unknown`, `capacity-full`, `price-changed`.
 */
export async function redirect(writer: Writer, agentId: string, current: Known<'order'>, fields: Said): Promise<Record<string, unknown>> {
  const { trx, at } = writer;
  const policy = await currentPolicy(trx);
  if (policy === null) throw new Rejection('order-state', 'The centre has no sales policy.');
  requireRoom(current);
  const { delivery, priority, slotId, deliveryCents, totalCents } = { ...current, ...fields };
  const wish = { delivery, priority, slotId };
  const slot = slotId === null ? null : await slotById(trx, slotId);
  const products = new Map((await productsOf(trx, [...wantedOf(current.lines).keys()])).map((product) => [product.id, product]));
  const { problem, totals, promisedFor } = redirectOrder(current, wish, { products, policy, addresses: await addressesOf(trx, current.customerId), slot, now: at });
  if (problem === 'order-state') throw new Rejection(problem, `An order that is ${current.state} is delivered as it was agreed.`);
  if (problem !== null) throw new Rejection(problem, `This order cannot be delivered so: ${problem}.`, [{ code: problem, about: problem === 'capacity-full' ? slotId : null, now: problem === 'capacity-full' ? 0 : null }]);
  if (totals.deliveryCents !== deliveryCents || totals.totalCents !== totalCents) throw new Rejection('price-changed', `It comes to ${totals.totalCents} cents.`, [{ code: 'price-changed', about: null, now: totals.totalCents }]);
  const former = current.slotId === null ? null : await slotById(trx, current.slotId);
  if (slotId !== current.slotId) {
    await takePlace(writer, current.slotId, -1);
    await takePlace(writer, slotId, 1);
  }
  const redirected = whatIsOtherwise({ ...current, slot: former }, { delivery, priority, promisedFor, slot });
  return { ...fields, promisedFor, ...(redirected === null ? {} : { history: [...current.history, { state: current.state, at, by: agentId, redirected }] }) };
}
