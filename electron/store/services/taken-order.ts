import { isoNow } from '#shared/domain/clock.ts';
import type { Product } from '#shared/domain/ordering/catalogue.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import type { OrderView } from '#shared/domain/ordering/order-views.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { viewOf } from '../queries/orders.ts';
import { enqueue } from '../queries/outbox.ts';
import { found, refused, type StoreContext } from './context.ts';

/** @returns what is in an order, by id, as far as the catalogue has it. */
export function productsIn(db: ReadDb, { lines }: Order): ReadonlyMap<string, Product> {
  return new Map(lines.flatMap(({ productId }) => tables.product.get(db, productId) ?? []).map((product) => [product.id, product]));
}

/**
 * Changes an order that central has: row and outbox in one transaction. Central judges it again.
 *
 * @param change what is to be another; it throws where that cannot be.
 * @throws {BalieError} `store.refused`: `not-settled` while central has not answered, or has refused, what was asked before.
 */
export function changeTaken(context: StoreContext, id: string, change: (order: Order) => Partial<Order>): OrderView {
  return context.db.write((db) => {
    const order = found(tables.order.get(db, id), 'order');
    if (order.version === 0 || viewOf(db, order).refused !== null) throw refused('id', 'not-settled');
    const patch = change(order);
    const base = Object.fromEntries(Object.keys(patch).map((field) => [field, order[field as keyof Order]]));
    const at = isoNow(context.clock);
    const next: Order = { ...order, ...patch, updatedAt: at };
    tables.order.put(db, next);
    enqueue(db, { entity: 'order', entityId: id, baseVersion: order.version, patch, base: { ...base, updatedAt: order.updatedAt }, at });
    return viewOf(db, next);
  });
}
