import type { Address } from '#shared/domain/entities.ts';
import type { OrderDesk } from '#shared/domain/ordering/order-views.ts';
import { placesLeft } from '#shared/domain/ordering/stock.ts';
import type { SalesPolicy } from '#shared/domain/ordering/catalogue.ts';
import { DeliveryFields } from './DeliveryFields.tsx';
import type { OrderMaker } from './use-order-maker.ts';

interface OrderDeliveryProps {
  readonly maker: OrderMaker;
  readonly desk: OrderDesk;
  readonly policy: SalesPolicy;
  readonly addresses: readonly Address[];
}

/** Where the order in the making goes. */
export function OrderDelivery({ maker, desk, policy, addresses }: OrderDeliveryProps) {
  const { wish, review } = maker;
  // A window before the goods can be there is none.
  const windows = desk.windows.filter((slot) => slot.id === wish.slotId || (review !== null && slot.day >= review.promise.deliverOn && placesLeft(slot) > 0));
  return <DeliveryFields wish={wish} onChange={(changed) => maker.set(changed)} addresses={addresses} windows={windows} policy={policy} />;
}
