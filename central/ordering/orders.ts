import { stateAfter, stepBetween, takesStock, canReturn, type OrderStep } from '#shared/domain/ordering/order-machine.ts';
import type { Order, OrderState } from '#shared/domain/ordering/order.ts';
import { reviewOrder, wantedOf, type OrderProblem } from '#shared/domain/ordering/review.ts';
import { availableOf } from '#shared/domain/ordering/stock.ts';
import { CentralError } from '../errors.ts';
import { centre, type ChangeLog, type NewRow, type Writer } from '../sync/change-log.ts';
import { Rejection } from '../sync/rejection.ts';
import { allTerms, currentPolicy, customerById, grantedTo, orderByNumber, orderNumberOf, productsOf, slotById, stockOf, type Known } from './rows.ts';
import { lessen, ofLines } from './lessen.ts';
import { takePlace } from './places.ts';
import { ofDelivery, redirect } from './redirect.ts';
import { endHolds, expireHolds, moveStock } from './stock-moves.ts';

type HistoryEntry = Order['history'][number];

function refusal(problems: readonly OrderProblem[], first: OrderProblem): Rejection {
  const others = problems.length - 1;
  return new Rejection(first.code, `The order cannot be taken as it stands: ${first.code}${others === 0 ? '' : ` and ${others} more`}.`, problems);
}

/** Gives the stock that an order takes back, or takes it: `sign` is 1 to take. */
async function allocate(writer: Writer, order: Pick<Order, 'lines'>, sign: 1 | -1): Promise<void> {
  await moveStock(writer, new Map([...wantedOf(order.lines)].map(([productId, quantity]) => [productId, { allocated: sign * quantity }])));
}

/**
 * Takes an order into the books, or says what has changed since it was made. All of it happens while this is the only
 * writer: what is free now is still free when it is written.
 *
 * @throws Rejection with the code of the first problem; `problems` has them all.
 */
export async function placeOrder(writer: Writer, agentId: string, asked: NewRow & Omit<Order, 'version' | 'updatedAt' | 'number' | 'promisedFor' | 'history'>): Promise<NewRow> {
  const { trx, at } = writer;
  await expireHolds(writer);
  const policy = await currentPolicy(trx);
  if (policy === null) throw new Rejection('order-state', 'The centre has no sales policy.');
  const productIds = [...wantedOf(asked.lines).keys()];
  const stock = await stockOf(trx, productIds);
  const holds = await grantedTo(trx, asked.id);
  const held = wantedOf(holds);
  const review = reviewOrder(asked, {
    products: new Map((await productsOf(trx, productIds)).map((product) => [product.id, product])),
    available: new Map(productIds.map((id) => [id, availableFor(stock.get(id), held.get(id) ?? 0)])),
    terms: await allTerms(trx),
    policy,
    slot: asked.slotId === null ? null : await slotById(trx, asked.slotId),
    segment: (await customerById(trx, asked.customerId))?.segment ?? 'new',
    now: at,
  });
  const [first] = review.problems;
  if (first !== undefined) throw refusal(review.problems, first);
  await endHolds(writer, holds, 'consumed');
  await allocate(writer, asked, 1);
  await takePlace(writer, asked.slotId, 1);
  const slot = asked.slotId === null ? null : await slotById(trx, asked.slotId);
  const state = stateAfter('provisional', review.stocked ? 'accept' : 'acceptForReview') ?? 'placed';
  const placedAt = asked.placedAt ?? at;
  const history: HistoryEntry[] = [
    { state: 'provisional', at: placedAt, by: agentId },
    { state, at, by: null },
  ];
  return { ...asked, state, placedAt, number: await orderNumberOf(trx), promisedFor: slot?.day ?? review.promise.deliverOn, history };
}

/** What is held for an order is not free for others, and is for itself. */
function availableFor(stock: Known<'stock'> | undefined, heldForIt: number): number {
  return stock === undefined ? 0 : availableOf({ ...stock, held: Math.max(0, stock.held - heldForIt) });
}

/** @throws Rejection `order-state` where the table of states has no such step. */
async function take(writer: Writer, current: Known<'order'>, step: OrderStep, by: string | null): Promise<Record<string, unknown>> {
  const state = stateAfter(current.state, step);
  if (state === null) throw new Rejection('order-state', `An order that is ${current.state} cannot be changed by "${step}".`);
  if (takesStock(current.state) && !takesStock(state)) await leaveShelf(writer, current, step);
  if (step === 'cancel') await takePlace(writer, current.slotId, -1);
  return { state, history: [...current.history, { state, at: writer.at, by }] };
}

/** What was cancelled is free again; what was shipped is gone from the warehouse. */
async function leaveShelf(writer: Writer, order: Known<'order'>, step: OrderStep): Promise<void> {
  if (step !== 'ship') return await allocate(writer, order, -1);
  await moveStock(writer, new Map([...wantedOf(order.lines)].map(([productId, quantity]) => [productId, { allocated: -quantity, onHand: -quantity }])));
}

/** What an operator does to an order: cancel it, take pieces out, have it delivered otherwise, send it back, note something. @throws Rejection `order-state`, and those of {@link lessen} and {@link redirect}. */
export async function changeOrder(writer: Writer, agentId: string, current: Known<'order'>, fields: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const wanted = fields['state'] as OrderState | undefined;
  if (ofDelivery.some((field) => field in fields)) {
    if (wanted !== undefined || 'lines' in fields) throw new Rejection('invalid', 'An order changes its delivery, its lines or its state, one at a time.');
    return await redirect(writer, agentId, current, fields);
  }
  if (ofLines.some((field) => field in fields)) {
    if (wanted !== undefined) throw new Rejection('invalid', 'An order changes its lines or its state, not both at once.');
    return await lessen(writer, agentId, current, fields);
  }
  if (wanted === undefined) return fields;
  const step = stepBetween(current.state, wanted);
  if (step === null) throw new Rejection('order-state', `An order that is ${current.state} cannot become ${wanted}.`);
  const policy = await currentPolicy(writer.trx);
  if (step === 'return' && (policy === null || !canReturn(current, policy, writer.at))) throw new Rejection('order-state', 'The time to return it is over.');
  return { ...fields, ...(await take(writer, current, step, agentId)) };
}

/** What the centre does with an order on its way to the customer. */
export const centreSteps = ['confirm', 'pack', 'ship', 'deliver', 'cancel'] as const satisfies readonly OrderStep[];
export type CentreStep = (typeof centreSteps)[number];

/** Moves an order on. @throws CentralError `order-unknown`, `order-step`. */
export async function advanceOrder(log: ChangeLog, number: string, step: CentreStep): Promise<OrderState> {
  return await log.write(centre, async (writer) => {
    const current = await orderByNumber(writer.trx, number);
    if (current === null) throw new CentralError('order-unknown', `There is no order ${number}.`);
    const next = stateAfter(current.state, step);
    if (next === null) throw new CentralError('order-step', `Order ${number} is ${current.state}: "${step}" is not possible.`);
    await writer.update('order', current, await take(writer, current, step, null));
    return next;
  });
}
