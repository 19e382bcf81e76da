import type { Order, Reservation, StockHold } from '#shared/domain/ordering/order.ts';
import { refusedWorkSchema, type OrderHit, type OrderView, type RefusedWork, type ReservationView } from '#shared/domain/ordering/order-views.ts';
import type { ReadDb, WriteDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { displayName } from './display-name.ts';
import { beforeWork, waitingFor, type Patch } from './outbox.ts';

const { order, reservation, stockHold, capacitySlot } = tables;

const most = 100;

/** @returns the order in the making of a customer. */
export function draftOf(db: ReadDb, customerId: string): Order | undefined {
  const raw = db.one(`SELECT ${order.columns} FROM sales_order WHERE customer_id = ? AND state = 'draft' ORDER BY seq DESC LIMIT 1`, customerId);
  return raw === undefined ? undefined : order.decode(raw);
}

/** Orders of a customer that were placed, the latest first. */
export function ordersOf(db: ReadDb, customerId: string): OrderView[] {
  const rows = db.all(`SELECT ${order.columns} FROM sales_order WHERE customer_id = ? AND placed_at IS NOT NULL AND state <> 'draft' ORDER BY placed_at DESC LIMIT ? + 0`, customerId, most);
  return rows.map((raw) => viewOf(db, order.decode(raw)));
}

interface OrdersWanted {
  /** Null: of everybody. */
  readonly customerId: string | null;
  /** `next` of the page before. */
  readonly before: string | null;
  readonly limit: number;
}

/** Orders that were placed, those that this device came to know last first, a page at a time. */
export function ordersPlaced(db: ReadDb, { customerId, before, limit }: OrdersWanted): { orders: Order[]; next: string | null } {
  const raw = db.all<{ seq: number }>(
    `SELECT seq, ${order.columns} FROM sales_order WHERE ${customerId === null ? '' : 'customer_id = ? AND'} seq < ? AND placed_at IS NOT NULL AND state <> 'draft' ORDER BY seq DESC LIMIT ? + 0`,
    ...(customerId === null ? [] : [customerId]),
    before === null ? Number.MAX_SAFE_INTEGER : Number(before),
    limit + 1,
  );
  const last = raw.length > limit ? raw[limit - 1] : undefined;
  return { orders: raw.slice(0, limit).map(order.decode), next: last === undefined ? null : String(last.seq) };
}

export function viewOf(db: ReadDb, row: Order): OrderView {
  const order = asCentralHas(db, row);
  return { order, slot: order.slotId === null ? null : (capacitySlot.get(db, order.slotId) ?? null), refused: refusedWork(db, 'order', row.id), ...(isNoted(db, row.id) ? { isNoted: true } : {}) };
}

/** What an operator can change of an order that stays in its state. */
const changed = ['lines', 'delivery', 'priority', 'slotId'];

/** @returns whether pieces were taken out of an order, or its delivery was changed, and central has yet to say so. */
function isNoted(db: ReadDb, id: string): boolean {
  return waitingFor(db, 'order', id).some(({ mutation: { baseVersion, patch } }) => baseVersion !== null && changed.some((field) => field in (patch ?? {})));
}

export function reservationsOf(db: ReadDb, customerId: string): ReservationView[] {
  const rows = db.all(`SELECT ${reservation.columns} FROM reservation WHERE customer_id = ? ORDER BY at DESC LIMIT ? + 0`, customerId, most);
  return rows.map((raw) => reservationView(db, reservation.decode(raw)));
}

export function reservationView(db: ReadDb, row: Reservation): ReservationView {
  return { reservation: row, slot: capacitySlot.get(db, row.slotId) ?? null, refused: refusedWork(db, 'reservation', row.id) };
}

/** Holds of an order that are asked, granted or refused; what was released or used is no longer shown. */
export function holdsOf(db: ReadDb, orderId: string): StockHold[] {
  return db.all(`SELECT ${stockHold.columns} FROM stock_hold WHERE order_id = ? AND state NOT IN ('released', 'consumed') ORDER BY seq`, orderId).map(stockHold.decode);
}

/** Holds that a conversation still has. */
export function liveHoldsOf(db: ReadDb, interactionId: string): StockHold[] {
  return db.all(`SELECT ${stockHold.columns} FROM stock_hold WHERE interaction_id = ? AND state IN ('requested', 'granted') ORDER BY seq`, interactionId).map(stockHold.decode);
}

/** @returns what central could not take of a row, as it said why; the last of them. */
function refusedWork(db: ReadDb, entity: 'order' | 'reservation', id: string): RefusedWork | null {
  const raw = db.one<{ state: string; code: string; theirs: string | null }>(
    "SELECT state, code, theirs FROM outbox WHERE entity_id = ? AND entity = ? AND state <> 'waiting' ORDER BY seq DESC LIMIT 1",
    id,
    entity,
  );
  if (raw === undefined) return null;
  const theirs = raw.theirs === null ? {} : (JSON.parse(raw.theirs) as { problems?: unknown });
  return refusedWorkSchema.safeParse({ state: raw.state, code: raw.code, problems: theirs.problems ?? [] }).data ?? null;
}

/** @returns the order without what central refused to change of it: what was written in vain is taken back. */
export function asCentralHas(db: ReadDb, row: Order): Order {
  const refused = db.all<{ patch: string; base: string; at: string }>("SELECT patch, base, at FROM outbox WHERE entity_id = ? AND entity = 'order' AND state = 'rejected' AND base_version IS NOT NULL ORDER BY seq DESC", row.id);
  return withoutStep(row, refused.reduce<Order>((now, { patch, base, at }) => ({ ...now, ...beforeWork({ ...now }, { patch: JSON.parse(patch) as Patch, at }, JSON.parse(base) as Patch) }), row));
}

/** @returns the order of before, without the step that was shown of a state that did not come about. */
export function withoutStep(row: Order, former: Order): Order {
  return former.state !== row.state && row.history.at(-1)?.state === row.state ? { ...former, history: row.history.slice(0, -1) } : former;
}

/** Lets go of what central refused of a row, after the operator has seen it. */
export function forgetRefused(db: WriteDb, entity: 'order' | 'reservation', id: string): void {
  db.run("DELETE FROM outbox WHERE entity_id = ? AND entity = ? AND state <> 'waiting'", id, entity);
}

interface FoundNumber extends Omit<OrderHit, 'kind' | 'customerName'> {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly organisationName: string | null;
}

const names = 'c.given_name AS givenName, c.family_name AS familyName, c.organisation_name AS organisationName';

/** Orders and reservations whose number begins with what was typed: `O-1002`, `o1002`, or the digits alone. */
export function searchOrders(db: ReadDb, text: string, limit: number): OrderHit[] {
  const typed = /^([or])?[-\s]?(\d{2,15})$/i.exec(text.trim());
  if (typed === null) return [];
  const [, letter, digits = ''] = typed;
  const asked = (own: string): boolean => letter === undefined || letter.toUpperCase() === own;
  const hits = (rows: readonly FoundNumber[], kind: OrderHit['kind']): OrderHit[] =>
    rows.map(({ givenName, familyName, organisationName, ...row }) => ({ ...row, kind, customerName: displayName({ givenName: givenName ?? '', familyName: familyName ?? '', organisationName }) }));
  const orders = asked('O')
    ? db.all<FoundNumber>(
        `SELECT o.id, o.number, o.customer_id AS customerId, o.state, o.placed_at AS placedAt, o.total_cents AS totalCents, ${names}
         FROM sales_order AS o LEFT JOIN customer AS c ON c.id = o.customer_id
         WHERE o.number IS NOT NULL AND o.number >= ? COLLATE NOCASE AND o.number < ? COLLATE NOCASE ORDER BY o.number COLLATE NOCASE LIMIT ? + 0`,
        `O-${digits}`,
        `O-${digits}:`,
        limit,
      )
    : [];
  const reservations = asked('R')
    ? db.all<FoundNumber>(
        `SELECT r.id, r.number, r.customer_id AS customerId, r.state, r.at AS placedAt, NULL AS totalCents, ${names}
         FROM reservation AS r LEFT JOIN customer AS c ON c.id = r.customer_id
         WHERE r.number IS NOT NULL AND r.number >= ? COLLATE NOCASE AND r.number < ? COLLATE NOCASE ORDER BY r.number COLLATE NOCASE LIMIT ? + 0`,
        `R-${digits}`,
        `R-${digits}:`,
        limit,
      )
    : [];
  return [...hits(orders, 'order'), ...hits(reservations, 'reservation')].slice(0, limit);
}

/** @returns the article numbers of what a customer has in an order that was placed and stands, or is being made. */
export function articlesOrdered(db: ReadDb, customerId: string): string[] {
  const rows = db.all<{ sku: string }>(
    `SELECT DISTINCT p.sku FROM sales_order AS o, json_each(o.lines) AS l JOIN product AS p ON p.id = json_extract(l.value, '$.productId')
     WHERE o.customer_id = ? AND o.state NOT IN ('cancelled', 'returned')`,
    customerId,
  );
  return rows.map(({ sku }) => sku);
}

/** @returns whether an order of the customer was placed in a conversation. */
export function hasPlacedIn(db: ReadDb, customerId: string, interactionId: string): boolean {
  return db.one("SELECT 1 AS one FROM sales_order WHERE customer_id = ? AND interaction_id = ? AND state NOT IN ('draft', 'cancelled', 'returned')", customerId, interactionId) !== undefined;
}
