import type { CapacitySlot, SalesPolicy, Stock } from './catalogue.ts';

/** How many can still be promised. A recount can leave fewer than were promised: then none. */
export function availableOf(stock: Pick<Stock, 'onHand' | 'allocated' | 'held'>): number {
  return Math.max(0, stock.onHand - stock.allocated - stock.held);
}

export function placesLeft(slot: Pick<CapacitySlot, 'capacity' | 'taken'>): number {
  return Math.max(0, slot.capacity - slot.taken);
}

export interface StockAge {
  /** How long ago somebody who knows said so, in milliseconds. */
  readonly ageMs: number;
  /** `live`: central would have told us of a change. `offline`: it cannot. `counted`: the warehouse itself has been silent for too long. */
  readonly kind: 'live' | 'offline' | 'counted';
}

/**
 * How far a number of stock can be trusted. While sync works central vouches for it, as of the last exchange; unless the
 * warehouse has not counted within the agreed time: then the count's own age is the truth.
 */
export function stockAge(
  stock: Pick<Stock, 'countedAt'>,
  link: { readonly online: boolean; readonly lastSyncedAt: string | null },
  policy: Pick<SalesPolicy, 'stockFreshMinutes'>,
  now: number,
): StockAge {
  const counted = Math.max(0, now - Date.parse(stock.countedAt));
  if (counted > policy.stockFreshMinutes * 60_000) return { ageMs: counted, kind: 'counted' };
  const heard = link.lastSyncedAt === null ? counted : Math.max(0, now - Date.parse(link.lastSyncedAt));
  return { ageMs: heard, kind: link.online ? 'live' : 'offline' };
}
