import { z } from 'zod';
import { idSchema } from '../ids.ts';
import type { Customer } from '../entities.ts';
import { localTime } from './calendar.ts';
import { daySchema, type Product, type SalesPolicy } from './catalogue.ts';
import { promiseDelivery } from './delivery-promise.ts';
import { orderLineSchema, type Order, type OrderLine, type OrderState } from './order.ts';
import { deliveryFee, discountOn, eligibleDiscounts, rounded, totalsOf, totalsSchema } from './pricing.ts';

/** How many pieces are to stay of a line; none: the line goes. A line that is not named stays as it is. */
export const fewerPiecesSchema = z.object({ id: idSchema, quantity: z.number().int().min(0).max(9_999) });
export type FewerPieces = Readonly<z.infer<typeof fewerPiecesSchema>>;

/**
 * `order-state`: it is packed, or gone its way. `order-empty`: nothing would be left; then the whole is cancelled. `order-more`: more of
 * something than was ordered, or something else; that is another order.
 */
export const lessenProblems = ['order-state', 'order-empty', 'order-more'] as const;

/** An order with fewer pieces in it. */
export const lessenedSchema = z.object({
  problem: z.enum(lessenProblems).nullable(),
  lines: z.array(orderLineSchema),
  totals: totalsSchema,
  /** The day on which it comes. */
  promisedFor: daySchema,
});
export type Lessened = Readonly<z.infer<typeof lessenedSchema>>;

/** What it is judged by beside itself. */
export interface LessenFacts {
  readonly products: ReadonlyMap<string, Product>;
  readonly policy: SalesPolicy;
  readonly segment: Customer['segment'];
  readonly now: string;
}

/** @returns whether pieces can still be taken out: nobody has packed it yet. */
export function canLessen(state: OrderState): boolean {
  return state === 'placed' || state === 'confirmed';
}

/**
 * An order of which some pieces are not wanted any more; the same on the screen and at central. What was agreed stays agreed: a
 * line keeps its price, its VAT and its discount by the piece. Only a discount that asks for more pieces than are left is lost, for
 * the best one that was to be had on the day of the order. Delivery that was free costs what the policy says where the goods no
 * longer reach its amount. The day is never later than it was; without its slowest product the order may come sooner.
 */
export function lessenOrder(order: Order, wanted: readonly FewerPieces[], facts: LessenFacts): Lessened {
  const { policy, products, now } = facts;
  const left = new Map(wanted.map(({ id, quantity }) => [id, quantity]));
  const lines = order.lines.flatMap((line) => fewer(line, left.get(line.id) ?? line.quantity, order, facts));
  const goodsCents = totalsOf(lines, { cents: 0, vatRate: policy.deliveryVatRate }).goodsCents;
  const fee = order.deliveryCents > 0 ? order.deliveryCents : deliveryFee(policy, goodsCents, order.priority);
  const totals = totalsOf(lines, { cents: lines.length === 0 ? 0 : fee, vatRate: policy.deliveryVatRate });
  const leadDays = Math.max(0, ...lines.map(({ productId }) => products.get(productId)?.leadDays ?? 0));
  const anew = promiseDelivery(policy, { at: now, priority: order.priority, leadDays }).deliverOn;
  const former = order.promisedFor ?? order.toldFor;
  const promisedFor = former !== null && (order.slotId !== null || former < anew) ? former : anew;
  const isMore = wanted.some(({ id, quantity }) => quantity > (order.lines.find((line) => line.id === id)?.quantity ?? -1));
  const problem = canLessen(order.state) ? (isMore ? 'order-more' : lines.length === 0 ? 'order-empty' : null) : 'order-state';
  return { problem, lines, totals, promisedFor };
}

function fewer(line: OrderLine, quantity: number, order: Pick<Order, 'placedAt' | 'updatedAt'>, { products, policy, segment }: LessenFacts): OrderLine[] {
  if (quantity === 0) return [];
  if (quantity >= line.quantity) return [line];
  const product = products.get(line.productId);
  const given = product?.discounts.find(({ key }) => key === line.discountKey);
  if (product === undefined || given === undefined || quantity >= given.minQuantity) {
    return [{ ...line, quantity, discountCents: rounded(line.discountCents * quantity, line.quantity) }];
  }
  const { day } = localTime(order.placedAt ?? order.updatedAt, policy.timeZone);
  const agreed = { discounts: product.discounts, priceCents: line.unitCents };
  const [best] = eligibleDiscounts(agreed, quantity, { day, segment });
  return [{ ...line, quantity, discountKey: best?.key ?? null, discountCents: best === undefined ? 0 : discountOn(best, line.unitCents, quantity) }];
}

/** @returns what went out of an order, line by line: how many there were, and how many are left. */
export function whatWent(former: readonly OrderLine[], lines: readonly OrderLine[]): { name: OrderLine['name']; from: number; to: number }[] {
  return former.flatMap(({ id, name, quantity }) => {
    const to = lines.find((line) => line.id === id)?.quantity ?? 0;
    return to === quantity ? [] : [{ name, from: quantity, to }];
  });
}
