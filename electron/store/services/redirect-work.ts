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
import { viewOf } from '../queries/orders.ts';
import { enqueue } from '../queries/outbox.ts';
import { found, refused, type StoreContext } from './context.ts';

type Input = ParsedInput<StoreContract, 'order.redirect'>;

const mostWindows = 60;

function judged({ db, clock }: StoreContext, order: Order, wish: Input['wish']): Redirected {
  const policy = currentPolicy(db);
  if (policy === null) throw refused('policy', 'missing');
  return redirectOrder(order, wish, {
    products: new Map(order.lines.flatMap(({ productId }) => tables.product.get(db, productId) ?? []).map((product) => [product.id, product])),
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
 * Has an order that central has and nobody has packed delivered otherwise: row and outbox in one transaction. Central judges it again,
 * by the same rule. Only what is another is sent: what a colleague changed of the rest meanwhile stands.
 *
 * @throws {BalieError} `store.refused`, with why it cannot be delivered so.
 */
export function redirect(context: StoreContext, { id, wish }: Input): OrderView {
  return context.db.write((db) => {
    const order = found(tables.order.get(db, id), 'order');
    // What central has not answered, or refused, is settled first.
    if (order.version === 0 || viewOf(db, order).refused !== null) throw refused('id', 'not-settled');
    const otherwise = judged(context, order, wish);
    if (otherwise.problem !== null) throw refused('wish', otherwise.problem);
    const { deliveryCents, totalCents } = otherwise.totals;
    const said = Object.entries({ ...wish, deliveryCents, totalCents, toldFor: otherwise.promisedFor } satisfies Partial<Order>).filter(([field, value]) => !isDeepStrictEqual(order[field as keyof Order], value));
    const patch = Object.fromEntries(said);
    if (!['delivery', 'priority', 'slotId'].some((field) => field in patch)) throw refused('wish', 'same');
    const base = Object.fromEntries(said.map(([field]) => [field, order[field as keyof Order]]));
    const at = isoNow(context.clock);
    const next: Order = { ...order, ...patch, updatedAt: at };
    tables.order.put(db, next);
    enqueue(db, { entity: 'order', entityId: id, baseVersion: order.version, patch, base: { ...base, updatedAt: order.updatedAt }, at });
    return viewOf(db, next);
  });
}
