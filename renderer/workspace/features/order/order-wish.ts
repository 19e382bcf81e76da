import type { Address, Language } from '#shared/domain/entities.ts';
import { asDelivery } from '#shared/domain/ordering/delivery-address.ts';
import type { DeliveryAddress, Order } from '#shared/domain/ordering/order.ts';
import type { OrderWish } from '#shared/domain/ordering/order-views.ts';

/** @returns where the goods go by the file: the delivery address, or else the home. */
export function usualAddress(addresses: readonly Address[]): DeliveryAddress | null {
  const address = addresses.find(({ kind }) => kind === 'delivery') ?? addresses.find(({ kind }) => kind === 'home') ?? addresses[0];
  return address === undefined ? null : asDelivery(address);
}

export function emptyWish(addresses: readonly Address[], language: Language): OrderWish {
  return { lines: [], delivery: usualAddress(addresses), slotId: null, priority: 'normal', note: '', heard: [], language };
}

/** @returns what the operator decided, as the draft keeps it. A discount that was given is still the best one, unless another quantity makes another better. */
export function wishOf(order: Order): OrderWish {
  return {
    lines: order.lines.map(({ id, productId, quantity, discountKey }) => ({ id, productId, quantity, discount: { key: discountKey } })),
    delivery: order.delivery,
    slotId: order.slotId,
    priority: order.priority,
    note: order.note,
    heard: order.terms.map(({ termsId }) => termsId),
    language: order.language,
  };
}
