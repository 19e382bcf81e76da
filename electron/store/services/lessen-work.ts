import { isoNow } from '#shared/domain/clock.ts';
import { lessenOrder, type Lessened } from '#shared/domain/ordering/lessen.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import type { OrderView } from '#shared/domain/ordering/order-views.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { tables } from '../entities/tables.ts';
import { currentPolicy } from '../queries/catalogue.ts';
import { viewOf } from '../queries/orders.ts';
import { enqueue } from '../queries/outbox.ts';
import { found, refused, type StoreContext } from './context.ts';

type Input = ParsedInput<StoreContract, 'order.lessen'>;

function judged({ db, clock }: StoreContext, order: Order, lines: Input['lines']): Lessened {
  const policy = currentPolicy(db);
  if (policy === null) throw refused('policy', 'missing');
  const products = new Map(order.lines.flatMap(({ productId }) => tables.product.get(db, productId) ?? []).map((product) => [product.id, product]));
  return lessenOrder(order, lines, { products, policy, segment: tables.customer.get(db, order.customerId)?.segment ?? 'new', now: isoNow(clock) });
}

/** What an order would come to with fewer pieces in it, by what this device knows. */
export function lessened(context: StoreContext, { id, lines }: Input): Lessened {
  return judged(context, found(tables.order.get(context.db, id), 'order'), lines);
}

/**
 * Takes pieces out of an order that central has and nobody has packed: row and outbox in one transaction. Central judges it again, by
 * the same rule.
 *
 * @throws {BalieError} `store.refused`, with why nothing can be taken out.
 */
export function lessen(context: StoreContext, { id, lines }: Input): OrderView {
  return context.db.write((db) => {
    const order = found(tables.order.get(db, id), 'order');
    // What central has not answered, or refused, is settled first.
    if (order.version === 0 || viewOf(db, order).refused !== null) throw refused('id', 'not-settled');
    const less = judged(context, order, lines);
    if (less.problem !== null) throw refused('lines', less.problem);
    const patch = { lines: less.lines, deliveryCents: less.totals.deliveryCents, totalCents: less.totals.totalCents, toldFor: less.promisedFor };
    const base = { lines: order.lines, deliveryCents: order.deliveryCents, totalCents: order.totalCents, toldFor: order.toldFor };
    const at = isoNow(context.clock);
    const next = { ...order, ...patch, updatedAt: at };
    tables.order.put(db, next);
    enqueue(db, { entity: 'order', entityId: id, baseVersion: order.version, patch, base: { ...base, updatedAt: order.updatedAt }, at });
    return viewOf(db, next);
  });
}
