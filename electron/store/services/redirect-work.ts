import { isDeepStrictEqual } from 'node:util';
import { isoNow } from '#shared/domain/clock.ts';
import type { CapacitySlot } from '#shared/domain/ordering/catalogue.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import type { OrderView } from '#shared/domain/ordering/order-views.ts';
import { redirectOrder, type Redirected } from '#shared/domain/ordering/redirect.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { tables } from '../entities/tables.ts';
import { currentPolicy, slotsFrom } from '../queries/catalogue.ts';
import { found, refused, type StoreContext } from './context.ts';
import { changeTaken, productsIn } from './taken-order.ts';

type Input = ParsedInput<StoreContract, 'order.redirect'>;

const mostWindows = 60;

function judged({ db, clock }: StoreContext, order: Order, wish: Input['wish']): Redirected {
  const policy = currentPolicy(db);
  if (policy === null) throw refused('policy', 'missing');
  return redirectOrder(order, wish, {
    products: productsIn(db, order),
    policy,
    addresses: tables.address.listBy(db, 'customerId', order.customerId),
    slot: wish.slotId === null ? null : (tables.capacitySlot.get(db, wish.slotId) ?? null),
    now: isoNow(clock),
  });
}

/** The windows in which it can come; its own is among them, also where it is full. */
function windowsFor({ db }: StoreContext, order: Order, soonest: string): CapacitySlot[] {
  const own = order.slotId === null ? undefined : tables.capacitySlot.get(db, order.slotId);
  const free = slotsFrom(db, 'delivery', soonest, mostWindows);
  return own === undefined || free.some(({ id }) => id === own.id) ? free : [own, ...free];
}

/** When and for how much an order would come otherwise, by what this device knows. */
export function redirected(context: StoreContext, { id, wish }: Input): Redirected & { windows: CapacitySlot[] } {
  const order = found(tables.order.get(context.db, id), 'order');
  const otherwise = judged(context, order, wish);
  return { ...otherwise, windows: windowsFor(context, order, otherwise.soonest) };
}

/**
 * Has an order that central has and nobody has packed delivered otherwise. Central judges it again, by the same rule. Only what is another is sent: what a colleague changed of the rest meanwhile stands.
 *
 * @throws {BalieError} `store.refused`, with why it cannot be delivered so.
 */
export function redirect(context: StoreContext, { id, wish }: Input): OrderView {
  return changeTaken(context, id, (order) => {
    const { problem, totals, promisedFor } = judged(context, order, wish);
    if (problem !== null) throw refused('wish', problem);
    const said = { ...wish, deliveryCents: totals.deliveryCents, totalCents: totals.totalCents, toldFor: promisedFor } satisfies Partial<Order>;
    const patch: Partial<Order> = Object.fromEntries(Object.entries(said).filter(([field, value]) => !isDeepStrictEqual(order[field as keyof Order], value)));
    if (!['delivery', 'priority', 'slotId'].some((field) => field in patch)) throw refused('wish', 'same');
    return patch;
  });
}
