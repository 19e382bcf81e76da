import { isDeepStrictEqual } from 'node:util';
import { lessenOrder, whatWent } from '#shared/domain/ordering/lessen.ts';
import { mostSteps, type Order } from '#shared/domain/ordering/order.ts';
import { wantedOf } from '#shared/domain/ordering/review.ts';
import type { Writer } from '../sync/change-log.ts';
import { Rejection } from '../sync/rejection.ts';
import { currentPolicy, customerById, productsOf, type Known } from './rows.ts';
import { moveStock } from './stock-moves.ts';

type Said = Partial<Pick<Order, 'lines' | 'deliveryCents' | 'totalCents' | 'toldFor'>>;

/** The fields of a change of lines. */
export const ofLines = ['lines', 'deliveryCents', 'totalCents', 'toldFor'] as const;

/** Steps that are left for what the centre does with it. */
const stepsToCome = 10;

/** @throws Rejection `order-state` where its history has no room for one more change. */
export function requireRoom({ history }: Pick<Order, 'history'>): void {
  if (history.length > mostSteps - stepsToCome) throw new Rejection('order-state', 'This order was changed too often.');
}

/**
 * Takes pieces out of an order that is not packed yet, by the rule that the operator's screen used; the stock of what went is free
 * at once. The lines and sums that were said to the customer must be what it comes to.
 *
 * @throws Rejection `order-state`, `order-empty`, `price-changed`; `invalid` where there would be more in it than before.
 */
export async function lessen(writer: Writer, agentId: string, current: Known<'order'>, fields: Said): Promise<Record<string, unknown>> {
  const { trx, at } = writer;
  const policy = await currentPolicy(trx);
  if (policy === null) throw new Rejection('order-state', 'The centre has no sales policy.');
  requireRoom(current);
  const { lines, deliveryCents, totalCents } = { ...current, ...fields };
  const known = new Set(lines.map(({ id }) => id));
  // What is not said to stay goes.
  const wanted = [...lines.map(({ id, quantity }) => ({ id, quantity })), ...current.lines.flatMap(({ id }) => (known.has(id) ? [] : [{ id, quantity: 0 }]))];
  const products = new Map((await productsOf(trx, [...wantedOf(current.lines).keys()])).map((product) => [product.id, product]));
  const segment = (await customerById(trx, current.customerId))?.segment ?? 'new';
  const less = lessenOrder(current, wanted, { products, policy, segment, now: at });
  if (less.problem !== null) throw new Rejection(less.problem === 'order-more' ? 'invalid' : less.problem, `This cannot be taken out of the order: ${less.problem}.`);
  const asSaid = isDeepStrictEqual([lines, deliveryCents, totalCents], [less.lines, less.totals.deliveryCents, less.totals.totalCents]);
  if (!asSaid) throw new Rejection('price-changed', `It comes to ${less.totals.totalCents} cents.`, [{ code: 'price-changed', about: null, now: less.totals.totalCents }]);
  const went = whatWent(current.lines, less.lines);
  if (went.length === 0) return {};
  const before = wantedOf(current.lines);
  const after = wantedOf(less.lines);
  await moveStock(writer, new Map([...before].map(([productId, quantity]) => [productId, { allocated: (after.get(productId) ?? 0) - quantity }])));
  return { ...fields, promisedFor: less.promisedFor, history: [...current.history, { state: current.state, at, by: agentId, less: went }] };
}
