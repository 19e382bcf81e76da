import { isoNow } from '#shared/domain/clock.ts';
import { localTime } from '#shared/domain/ordering/calendar.ts';
import type { OrderBook, OrderDesk, ProductSheet } from '#shared/domain/ordering/order-views.ts';
import { termsInForce } from '#shared/domain/ordering/terms.ts';
import { tables } from '../entities/tables.ts';
import { currentPolicy, productCards, slotsFrom, stockOf } from '../queries/catalogue.ts';
import { draftOf, holdsOf, ordersOf, reservationsOf } from '../queries/orders.ts';
import { found, type StoreContext } from './context.ts';

const belgium = 'Europe/Brussels';
const mostWindows = 60;

/** @returns the calendar day at the centre. */
export function today(context: StoreContext): string {
  return localTime(isoNow(context.clock), currentPolicy(context.db)?.timeZone ?? belgium).day;
}

/** The order in the making of a customer, and all that it is judged by. */
export function orderDesk(context: StoreContext, customerId: string): OrderDesk {
  const { db } = context;
  const order = draftOf(db, customerId) ?? null;
  return {
    order,
    holds: order === null ? [] : holdsOf(db, order.id),
    cards: productCards(db, order?.lines.map(({ productId }) => productId) ?? []),
    terms: tables.salesTerms.all(db),
    windows: slotsFrom(db, 'delivery', today(context), mostWindows),
    policy: currentPolicy(db),
    segment: tables.customer.get(db, customerId)?.segment ?? 'new',
  };
}

export function orderBook({ db }: StoreContext, customerId: string): OrderBook {
  return { orders: ordersOf(db, customerId), reservations: reservationsOf(db, customerId), policy: currentPolicy(db) };
}

export function productSheet(context: StoreContext, id: string): ProductSheet {
  const { db } = context;
  const product = found(tables.product.get(db, id), 'product');
  return { product, stock: stockOf(db, id), terms: termsInForce(tables.salesTerms.all(db), product.termsKeys, today(context)), policy: currentPolicy(db) };
}

