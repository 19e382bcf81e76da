import { newId } from '#shared/domain/ids.ts';
import type { Order, StockHold } from '#shared/domain/ordering/order.ts';
import { wantedOf } from '#shared/domain/ordering/review.ts';
import type { WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { holdsOf, liveHoldsOf } from '../queries/orders.ts';
import { enqueue, type Patch } from '../queries/outbox.ts';
import { patchOf } from './interaction-outbox.ts';

const { stockHold, product } = tables;

function change(db: WriteDb, hold: StockHold, patch: Partial<StockHold>, at: string): void {
  const base = Object.fromEntries(Object.keys(patch).map((field) => [field, hold[field as keyof StockHold]])) as Patch;
  stockHold.put(db, { ...hold, ...patch, updatedAt: at });
  enqueue(db, { entity: 'stockHold', entityId: hold.id, baseVersion: hold.version, patch, base, at });
}

function ask(db: WriteDb, order: Order, productId: string, quantity: number, at: string): void {
  const { id: orderId, interactionId, agentId } = order;
  const hold: StockHold = { id: newId(), version: 0, updatedAt: at, orderId, productId, interactionId, agentId, quantity, state: 'requested', until: null, renewals: 0 };
  stockHold.put(db, hold);
  const { until: _, ...patch } = patchOf<'stockHold'>(hold);
  enqueue(db, { entity: 'stockHold', entityId: hold.id, baseVersion: null, patch, base: {}, at });
}

/** Has held what the order asks for, no more and no less. What was refused or has expired is asked again only on request, or in another quantity. */
export function alignHolds(db: WriteDb, order: Order, at: string): void {
  const wanted = new Map(wantedOf(order.lines));
  for (const hold of holdsOf(db, order.id)) {
    const quantity = wanted.get(hold.productId);
    wanted.delete(hold.productId);
    if (quantity === undefined) release(db, hold, at);
    else if (quantity !== hold.quantity) renew(db, order, hold, quantity, at);
  }
  for (const [productId, quantity] of wanted) if (product.get(db, productId)?.stocked === true) ask(db, order, productId, quantity, at);
}

/** Asks for every hold of the order again: for another some minutes, or anew. */
export function renewHolds(db: WriteDb, order: Order, at: string): void {
  for (const hold of holdsOf(db, order.id)) renew(db, order, hold, hold.quantity, at);
  alignHolds(db, order, at);
}

function renew(db: WriteDb, order: Order, hold: StockHold, quantity: number, at: string): void {
  if (hold.state === 'refused' || hold.version === 0) {
    // Central does not have it: another question takes its place.
    release(db, hold, at);
    ask(db, order, hold.productId, quantity, at);
    return;
  }
  change(db, hold, { renewals: hold.renewals + 1, ...(quantity === hold.quantity ? {} : { quantity }) }, at);
}

function release(db: WriteDb, hold: StockHold, at: string): void {
  if (hold.state === 'refused' || hold.state === 'expired') stockHold.put(db, { ...hold, state: 'released', until: null, updatedAt: at });
  else change(db, hold, { state: 'released' }, at);
}

export function releaseHolds(db: WriteDb, orderId: string, at: string): void {
  for (const hold of holdsOf(db, orderId)) release(db, hold, at);
}

/** The conversation is over: what it still held is free for others. An order in the making stays, without its holds. */
export function releaseHoldsOfInteraction(db: WriteDb, interactionId: string, at: string): void {
  for (const hold of liveHoldsOf(db, interactionId)) if (tables.order.get(db, hold.orderId)?.state === 'draft') release(db, hold, at);
}
