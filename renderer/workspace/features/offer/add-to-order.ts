import type { QueryClient } from '@tanstack/react-query';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Services } from '../../app/services.ts';
import { orderKeys } from '../order/order-queries.ts';
import { emptyWish, wishOf } from '../order/order-wish.ts';

/** Adds one of a product to the order in the making, or begins one with it. */
export async function addToOrder(store: Services['store'], queries: QueryClient, { customer, addresses }: CustomerFile, interactionId: string, productId: string): Promise<void> {
  const place = { customerId: customer.id, interactionId };
  const { order } = await store.call('order.desk', place);
  const wish = order === null ? emptyWish(addresses, customer.language) : wishOf(order);
  const line = { id: newId(), productId, quantity: 1, discount: 'best' as const };
  queries.setQueryData(orderKeys.desk(customer.id), await store.call('order.save', { ...place, wish: { ...wish, lines: [...wish.lines, line] } }));
}
