import { maskText } from '../mask-text.ts';
import type { DeliveryAddress, Order, Redirection } from '../ordering/order.ts';
import type { MaskedPart } from './parts.ts';

type Masked = ReadonlySet<MaskedPart>;

function maskDelivery(address: DeliveryAddress, masked: Masked): DeliveryAddress {
  return {
    ...address,
    ...(masked.has('address') ? { street: maskText, houseNumber: maskText, box: address.box === null ? null : maskText } : {}),
    ...(masked.has('postcode') ? { postcode: maskText, town: maskText } : {}),
  };
}

/** @returns what was changed about a delivery, without the addresses that may still be asked. */
export function maskRedirection(redirected: Redirection, masked: Masked): Redirection {
  const { address } = redirected;
  if (address === undefined) return redirected;
  return { ...redirected, address: { from: address.from === null ? null : maskDelivery(address.from, masked), to: maskDelivery(address.to, masked) } };
}

/** @returns the order without the addresses that may still be asked: it says where the customer lives, also where they lived. */
export function maskOrder(order: Order, masked: Masked): Order {
  if (!masked.has('address') && !masked.has('postcode')) return order;
  return {
    ...order,
    delivery: order.delivery === null ? null : maskDelivery(order.delivery, masked),
    history: order.history.map((step) => (step.redirected === undefined ? step : { ...step, redirected: maskRedirection(step.redirected, masked) })),
  };
}
