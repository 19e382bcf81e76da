import { isoNow } from '#shared/domain/clock.ts';
import { lessenOrder, type Lessened } from '#shared/domain/ordering/lessen.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import type { OrderView } from '#shared/domain/ordering/order-views.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { tables } from '../entities/tables.ts';
import { currentPolicy } from '../queries/catalogue.ts';
import { found, refused, type StoreContext } from './context.ts';
import { changeTaken, productsIn } from './taken-order.ts';

type Input = ParsedInput<StoreContract, 'order.lessen'>;

function judged({ db, clock }: StoreContext, order: Order, lines: Input['lines']): Lessened {
  const policy = currentPolicy(db);
  if (policy === null) throw refused('policy', 'missing');
  return lessenOrder(order, lines, { products: productsIn(db, order), policy, segment: tables.customer.get(db, order.customerId)?.segment ?? 'new', now: isoNow(clock) });
}

/** What an order would come to with fewer pieces in it, by what this device knows. */
export function lessened(context: StoreContext, { id, lines }: Input): Lessened {
  return judged(context, found(tables.order.get(context.db, id), 'order'), lines);
}

/**
 * Takes pieces out of an order that central has and nobody has packed. Central judges it again, by the same rule.
 *
 * @throws {BalieError} `store.refused`, with why nothing can be taken out.
 */
export function lessen(context: StoreContext, { id, lines }: Input): OrderView {
  return changeTaken(context, id, (order) => {
    const { problem, lines: left, totals, promisedFor } = judged(context, order, lines);
    if (problem !== null) throw refused('lines', problem);
    return { lines: left, deliveryCents: totals.deliveryCents, totalCents: totals.totalCents, toldFor: promisedFor };
  });
}
