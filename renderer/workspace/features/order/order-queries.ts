import { queryOptions, useQuery } from '@tanstack/react-query';
import type { FewerPieces } from '#shared/domain/ordering/lessen.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import type { DeliveryWish } from '#shared/domain/ordering/redirect.ts';
import { useServices, type Services } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';

type Store = Services['store'];

const { orders } = storeKeys;

export const orderKeys = {
  desk: (customerId: string) => [...orders, 'desk', customerId],
  book: (customerId: string) => [...orders, 'book', customerId],
  products: (text: string) => [...orders, 'products', text],
  product: (id: string) => [...orders, 'product', id],
  lessened: (order: Order, lines: readonly FewerPieces[]) => [...orders, 'lessened', order.id, order.version, lines],
  redirected: (order: Order, wish: DeliveryWish) => [...orders, 'redirected', order.id, order.version, wish],
  slots: [...orders, 'slots'],
} as const;

export function orderDesk(store: Store, customerId: string, interactionId: string) {
  return queryOptions({ queryKey: orderKeys.desk(customerId), queryFn: () => store.call('order.desk', { customerId, interactionId }) });
}

export function useOrderBook(customerId: string) {
  const { store } = useServices();
  return useQuery({ queryKey: orderKeys.book(customerId), queryFn: () => store.call('order.list', { customerId }) });
}

export function productSearch(store: Store, text: string, limit: number) {
  return queryOptions({ queryKey: orderKeys.products(text), queryFn: () => store.call('product.search', { text, limit }), gcTime: 60_000 });
}
