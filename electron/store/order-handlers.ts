import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { orderCalls } from '#shared/ipc/store-orders.ts';
import { searchProducts, slotsFrom } from './queries/catalogue.ts';
import { searchOrders } from './queries/orders.ts';
import { orderBook, orderDesk, productSheet, today } from './services/order-desk.ts';
import { lessen, lessened } from './services/lessen-work.ts';
import { redirect, redirected } from './services/redirect-work.ts';
import { acceptAnswer, changeOrder, discardOrder, holdAgain, placeOrder, reviseOrder, saveOrder } from './services/order-work.ts';
import { cancelReservation, createReservation } from './services/reservation-work.ts';
import type { Store } from './store.ts';

const mostSlots = 60;

/** What a workspace window may ask about selling. Writes are announced after they are committed. */
export function orderHandlers(store: Store): Pick<Handlers<StoreContract>, keyof typeof orderCalls> {
  const guard = <T>(action: () => T): T => store.guard(action);
  /** Announces what `action` wrote for a customer, after it is committed. */
  const wrote = <T>(action: () => T, customerOf: (result: T) => string): T => {
    const result = guard(action);
    store.announce({ customer: customerOf(result), catalogue: true });
    return result;
  };
  return {
    'product.search': ({ text, limit }) => guard(() => searchProducts(store.context.db, text, limit)),
    'product.get': ({ id }) => guard(() => productSheet(store.context, id)),
    'order.search': ({ text, limit }) => guard(() => searchOrders(store.context.db, text, limit)),
    'order.list': ({ customerId }) => guard(() => orderBook(store.context, customerId)),
    'order.desk': ({ customerId }) => guard(() => orderDesk(store.context, customerId)),
    // The desk that comes back is the news: whoever else shows this order hears of its holds when central answers.
    'order.save': (input) => {
      const desk = guard(() => saveOrder(store.context, input));
      store.announce({});
      return desk;
    },
    'order.hold': (input) => {
      const desk = guard(() => holdAgain(store.context, input));
      store.announce({});
      return desk;
    },
    'order.discard': (input) => void wrote(() => discardOrder(store.context, input), (customer) => customer),
    'order.place': (input) => wrote(() => placeOrder(store.context, input), ({ order }) => order.customerId),
    'order.revise': (input) => wrote(() => reviseOrder(store.context, input), ({ order }) => order?.customerId ?? ''),
    'order.change': (input) => wrote(() => changeOrder(store.context, input), ({ order }) => order.customerId),
    'order.lessened': (input) => guard(() => lessened(store.context, input)),
    'order.lessen': (input) => wrote(() => lessen(store.context, input), ({ order }) => order.customerId),
    'order.redirected': (input) => guard(() => redirected(store.context, input)),
    'order.redirect': (input) => wrote(() => redirect(store.context, input), ({ order }) => order.customerId),
    'order.accept': (input) => void wrote(() => acceptAnswer(store.context, input), (customer) => customer),
    'slot.list': () => guard(() => slotsFrom(store.context.db, 'tasting', today(store.context), mostSlots)),
    'reservation.create': (input) => wrote(() => createReservation(store.context, input), ({ reservation }) => reservation.customerId),
    'reservation.cancel': ({ id }) => wrote(() => cancelReservation(store.context, id), ({ reservation }) => reservation.customerId),
  };
}
