import { isoNow } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import { localTime } from '#shared/domain/ordering/calendar.ts';
import type { Product, SalesPolicy } from '#shared/domain/ordering/catalogue.ts';
import { reviewDesk } from '#shared/domain/ordering/desk-review.ts';
import { stepBetween } from '#shared/domain/ordering/order-machine.ts';
import type { Order, OrderLine } from '#shared/domain/ordering/order.ts';
import type { OrderDesk, OrderView, OrderWish } from '#shared/domain/ordering/order-views.ts';
import { eligibleDiscounts, priceLine } from '#shared/domain/ordering/pricing.ts';
import type { ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { asCentralHas, draftOf, forgetRefused, viewOf } from '../queries/orders.ts';
import { enqueue } from '../queries/outbox.ts';
import { found, refused, type StoreContext } from './context.ts';
import { patchOf } from './interaction-outbox.ts';
import { orderDesk } from './order-desk.ts';
import { alignHolds, releaseHolds, renewHolds } from './order-holds.ts';
import { storable } from './storable.ts';

type Input<N extends 'order.save' | 'order.hold' | 'order.place' | 'order.revise' | 'order.change' | 'order.accept' | 'order.discard'> = ParsedInput<StoreContract, N>;

function newDraft(context: StoreContext, { customerId, interactionId }: Pick<Order, 'customerId' | 'interactionId'>): Order {
  return {
    id: newId(),
    version: 0,
    updatedAt: isoNow(context.clock),
    number: null,
    customerId,
    interactionId,
    agentId: context.agentId(),
    state: 'draft',
    language: 'nl',
    priority: 'normal',
    lines: [],
    delivery: null,
    slotId: null,
    note: '',
    terms: [],
    deliveryCents: 0,
    totalCents: 0,
    toldFor: null,
    promisedFor: null,
    placedAt: null,
    history: [],
    reason: '',
  };
}

/** The lines as they were wished, at today's prices; a product that is not known any more keeps the price it had. */
function pricedLines(context: StoreContext, { lines: former, customerId }: Order, wish: OrderWish, policy: SalesPolicy): OrderLine[] {
  const { db, clock } = context;
  const moment = { day: localTime(isoNow(clock), policy.timeZone).day, segment: tables.customer.get(db, customerId)?.segment ?? ('new' as const) };
  return wish.lines.flatMap(({ id, productId, quantity, discount }) => {
    const product = tables.product.get(db, productId);
    const before = former.find((line) => line.id === id);
    if (product === undefined) return before === undefined ? [] : [{ ...before, quantity }];
    const key = discount === 'best' ? bestKey(product, quantity, moment) : discount.key;
    const price = priceLine(product, quantity, key, moment) ?? { unitCents: product.priceCents, vatRate: product.vatRate, discountKey: null, discountCents: 0 };
    return [{ id, productId, name: product.name, quantity, ...price }];
  });
}

function bestKey(product: Product, quantity: number, moment: Parameters<typeof priceLine>[3]): string | null {
  return eligibleDiscounts(product, quantity, moment)[0]?.key ?? null;
}

/** Keeps what the operator has made so far; the sums follow from it. */
export function saveOrder(context: StoreContext, { customerId, interactionId, wish }: Input<'order.save'>): OrderDesk {
  context.db.write((db) => {
    found(tables.customer.get(db, customerId), 'customer');
    const at = isoNow(context.clock);
    const former = draftOf(db, customerId) ?? newDraft(context, { customerId, interactionId });
    const { policy } = orderDesk(context, customerId);
    if (policy === null) throw refused('policy', 'missing');
    const { lines: _, heard, note, ...plain } = wish;
    const next: Order = {
      ...former,
      ...plain,
      note: storable(note),
      interactionId,
      agentId: context.agentId(),
      lines: pricedLines(context, former, wish, policy),
      terms: heard.map((termsId) => former.terms.find((each) => each.termsId === termsId) ?? { termsId, at }),
      updatedAt: at,
    };
    tables.order.put(db, summed(context, db, next, at));
    alignHolds(db, next, at);
  });
  return orderDesk(context, customerId);
}

/** The sums of an order, by the same rule that judges it. */
function summed(context: StoreContext, db: WriteDb, order: Order, at: string): Order {
  tables.order.put(db, order);
  const totals = reviewDesk(order, orderDesk(context, order.customerId), at)?.totals;
  return totals === undefined ? order : { ...order, deliveryCents: totals.deliveryCents, totalCents: totals.totalCents };
}

function draftById(db: WriteDb, id: string): Order {
  const order = found(tables.order.get(db, id), 'order');
  if (order.state !== 'draft') throw refused('id', 'placed');
  return order;
}

export function holdAgain(context: StoreContext, { customerId, interactionId }: Input<'order.hold'>): OrderDesk {
  context.db.write((db) => {
    const order = found(draftOf(db, customerId), 'order');
    const at = isoNow(context.clock);
    // Another conversation may go on with it.
    const mine = { ...order, interactionId, agentId: context.agentId(), updatedAt: at };
    tables.order.put(db, mine);
    renewHolds(db, mine, at);
  });
  return orderDesk(context, customerId);
}

/** @returns the customer whose order it was. */
export function discardOrder(context: StoreContext, { id }: Input<'order.discard'>): string {
  return context.db.write((db) => {
    const order = draftById(db, id);
    releaseHolds(db, id, isoNow(context.clock));
    forgetRefused(db, 'order', id);
    tables.order.remove(db, id);
    return order.customerId;
  });
}

/**
 * Places the order: row and outbox in one transaction. It is provisional until central has answered.
 * @throws {BalieError} `order.incomplete`: `details.problem` is the first thing that is missing
 */
export function placeOrder(context: StoreContext, { id }: Input<'order.place'>): OrderView {
  return context.db.write((db) => {
    const draft = draftById(db, id);
    const at = isoNow(context.clock);
    const desk = orderDesk(context, draft.customerId);
    const review = reviewDesk(draft, desk, at);
    if (review === null) throw refused('policy', 'missing');
    const [first] = review.problems;
    if (first !== undefined) throw new BalieError('order.incomplete', `the order cannot be placed: ${first.code}`, { details: { problem: first.code, about: first.about, now: first.now } });
    const slot = desk.windows.find((window) => window.id === draft.slotId);
    const placed: Order = {
      ...draft,
      state: 'provisional',
      placedAt: at,
      toldFor: slot?.day ?? review.promise.deliverOn,
      history: [{ state: 'provisional', at, by: draft.agentId }],
      updatedAt: at,
    };
    tables.order.put(db, placed);
    // Central gives these three; a device that sent them would be refused.
    const { number: _, promisedFor: _promised, history: _history, ...patch } = patchOf<'order'>(placed);
    enqueue(db, { entity: 'order', entityId: id, baseVersion: null, patch, base: {}, at });
    return viewOf(db, placed);
  });
}

/** Takes an order that central refused back into the making: it can be mended and placed again. */
export function reviseOrder(context: StoreContext, { id, interactionId }: Input<'order.revise'>): OrderDesk {
  const customerId = context.db.write((db) => {
    const order = found(tables.order.get(db, id), 'order');
    if (order.version !== 0 || viewOf(db, order).refused === null) throw refused('id', 'placed');
    if (draftOf(db, order.customerId) !== undefined) throw refused('id', 'another-draft');
    const at = isoNow(context.clock);
    forgetRefused(db, 'order', id);
    const draft: Order = { ...order, interactionId, agentId: context.agentId(), state: 'draft', placedAt: null, toldFor: null, history: [], updatedAt: at };
    tables.order.put(db, draft);
    renewHolds(db, draft, at);
    return order.customerId;
  });
  return orderDesk(context, customerId);
}

/** Cancels an order or sends it back. An order that central has never taken is cancelled here, and nothing is sent. */
export function changeOrder(context: StoreContext, { id, state, reason }: Input<'order.change'>): OrderView {
  return context.db.write((db) => {
    const order = found(tables.order.get(db, id), 'order');
    if (stepBetween(order.state, state) === null) throw refused('state', 'not-possible');
    const at = isoNow(context.clock);
    const next: Order = { ...order, state, reason: storable(reason), history: [...order.history, { state, at, by: context.agentId() }], updatedAt: at };
    tables.order.put(db, next);
    if (viewOf(db, order).refused !== null && order.version === 0) {
      forgetRefused(db, 'order', id);
      releaseHolds(db, id, at);
    } else enqueue(db, { entity: 'order', entityId: id, baseVersion: order.version, patch: { state, reason: next.reason }, base: { state: order.state, reason: order.reason, updatedAt: order.updatedAt }, at });
    return viewOf(db, next);
  });
}

/** @returns the customer whose work it was. */
export function acceptAnswer(context: StoreContext, { entity, id }: Input<'order.accept'>): string {
  return context.db.write((db) => {
    if (entity === 'order') {
      const order = found(tables.order.get(db, id), 'order');
      // One that central never had is mended or cancelled, never let go of by reading.
      if (order.version === 0) throw refused('id', 'not-sent');
      tables.order.put(db, asCentralHas(db, order));
      forgetRefused(db, 'order', id);
      return order.customerId;
    }
    const reservation = found(tables.reservation.get(db, id), 'reservation');
    forgetRefused(db, 'reservation', id);
    if (reservation.version === 0) tables.reservation.remove(db, id);
    return reservation.customerId;
  });
}
