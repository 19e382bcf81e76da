import type { Order } from './order.ts';
import type { OrderDesk } from './order-views.ts';
import { reviewOrder, wantedOf, type OrderReview } from './review.ts';
import { availableOf } from './stock.ts';

/** What the order in the making may take by what this device knows: what is free, and what central holds for it. */
function availableTo(desk: OrderDesk, now: string): ReadonlyMap<string, number> {
  const held = wantedOf(desk.holds.filter(({ state, until }) => state === 'granted' && until !== null && until > now));
  return new Map(desk.cards.flatMap(({ product, stock }) => (stock === null ? [] : [[product.id, availableOf(stock) + (held.get(product.id) ?? 0)] as const])));
}

/** Judges the order in the making by what this device knows. @returns null where the centre sells nothing. */
export function reviewDesk(order: Order, desk: OrderDesk, now: string): OrderReview | null {
  const { policy, windows, cards, terms, segment } = desk;
  if (policy === null) return null;
  return reviewOrder(order, {
    products: new Map(cards.map(({ product }) => [product.id, product])),
    available: availableTo(desk, now),
    terms,
    policy,
    slot: windows.find(({ id }) => id === order.slotId) ?? null,
    segment,
    now,
  });
}
