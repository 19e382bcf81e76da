import { z } from 'zod';
import type { Customer } from '../entities.ts';
import { idSchema } from '../ids.ts';
import { localTime } from './calendar.ts';
import type { CapacitySlot, Product, SalesPolicy, SalesTerms } from './catalogue.ts';
import { addressProblem } from './delivery-address.ts';
import { promiseDelivery, type DeliveryPromise } from './delivery-promise.ts';
import type { Order, OrderLine } from './order.ts';
import { deliveryFee, priceLine, totalsOf, type Totals } from './pricing.ts';
import { placesLeft } from './stock.ts';
import { mandatoryTerms } from './terms.ts';

/** Why an order cannot be taken as it stands. */
export const orderProblemCodes = ['order-empty', 'address-missing', 'address-unknown', 'product-withdrawn', 'price-changed', 'stock-gone', 'capacity-full', 'terms-unheard'] as const;
export type OrderProblemCode = (typeof orderProblemCodes)[number];

export const orderProblemSchema = z.object({
  code: z.enum(orderProblemCodes),
  /** The product, edition of terms or slot it is about. */
  about: idSchema.nullable(),
  /** `price-changed`: the total as it is now, in cents. `stock-gone`, `capacity-full`: how many are left. */
  now: z.number().int().nullable(),
});
export type OrderProblem = Readonly<z.infer<typeof orderProblemSchema>>;

/** All that an order is judged by. */
export interface OrderFacts {
  readonly products: ReadonlyMap<string, Product>;
  /** How many of a product this order may take: what is free and what is held for it. Absent: unknown, and not judged. */
  readonly available: ReadonlyMap<string, number>;
  readonly terms: readonly SalesTerms[];
  readonly policy: SalesPolicy;
  readonly slot: CapacitySlot | null;
  readonly segment: Customer['segment'];
  readonly now: string;
}

/** What is judged of an order. */
export type OrderToJudge = Pick<Order, 'lines' | 'delivery' | 'slotId' | 'priority' | 'terms' | 'deliveryCents' | 'totalCents'>;

export interface OrderReview {
  /** Empty: it can be placed. */
  readonly problems: readonly OrderProblem[];
  /** The lines at today's prices. */
  readonly lines: readonly OrderLine[];
  readonly totals: Totals;
  readonly promise: DeliveryPromise;
  /** What the customer must have heard. */
  readonly mandatory: readonly SalesTerms[];
  /** Every product is on the shelf: nobody has to confirm it by hand. */
  readonly stocked: boolean;
}

/** How much of each product an order asks for. */
export function wantedOf(lines: readonly Pick<OrderLine, 'productId' | 'quantity'>[]): ReadonlyMap<string, number> {
  const wanted = new Map<string, number>();
  for (const { productId, quantity } of lines) wanted.set(productId, (wanted.get(productId) ?? 0) + quantity);
  return wanted;
}

/**
 * Judges an order. The same function shows the operator what is missing, and is the law at central: so
 * that what could be placed on the screen is refused only when something has really changed meanwhile.
 */
export function reviewOrder(order: OrderToJudge, facts: OrderFacts): OrderReview {
  const { products, policy, terms, slot, now } = facts;
  const { day } = localTime(now, policy.timeZone);
  const priced = order.lines.map((line) => repriced(line, products.get(line.productId), { day, segment: facts.segment }));
  const lines = priced.map(({ line }) => line);
  const named = order.lines.flatMap(({ productId }) => products.get(productId) ?? []);
  const goodsCents = totalsOf(lines, { cents: 0, vatRate: policy.deliveryVatRate }).goodsCents;
  const fee = lines.length === 0 ? 0 : deliveryFee(policy, goodsCents, order.priority);
  const totals = totalsOf(lines, { cents: fee, vatRate: policy.deliveryVatRate });
  const mandatory = mandatoryTerms(terms, named, day);
  const promise = promiseDelivery(policy, { at: now, priority: order.priority, leadDays: Math.max(0, ...named.map(({ leadDays }) => leadDays)) });
  const noAddress = addressProblem(order.delivery, null);
  const problems = [
    ...(order.lines.length === 0 ? [problem('order-empty')] : []),
    ...(noAddress === null ? [] : [problem(noAddress)]),
    ...priced.flatMap(({ withdrawn, line }) => (withdrawn ? [problem('product-withdrawn', line.productId)] : [])),
    ...priceProblems(order, priced, totals),
    ...stockProblems(order.lines, facts),
    ...slotProblems(order, slot, promise),
    ...mandatory.filter(({ id }) => !order.terms.some(({ termsId }) => termsId === id)).map(({ id }) => problem('terms-unheard', id)),
  ];
  return { problems, lines, totals, promise, mandatory, stocked: named.every(({ stocked }) => stocked) };
}

function problem(code: OrderProblemCode, about: string | null = null, now: number | null = null): OrderProblem {
  return { code, about, now };
}

interface PricedLine {
  readonly line: OrderLine;
  readonly withdrawn: boolean;
  /** The price or the discount is another one than the line says. */
  readonly changed: boolean;
}

function repriced(line: OrderLine, product: Product | undefined, moment: Parameters<typeof priceLine>[3]): PricedLine {
  if (product === undefined || !product.active) return { line, withdrawn: true, changed: false };
  const price = priceLine(product, line.quantity, line.discountKey, moment) ?? priceLine(product, line.quantity, null, moment);
  if (price === null) return { line, withdrawn: false, changed: true };
  const changed = price.unitCents !== line.unitCents || price.vatRate !== line.vatRate || price.discountKey !== line.discountKey || price.discountCents !== line.discountCents;
  return { line: { ...line, ...price }, withdrawn: false, changed };
}

function priceProblems(order: OrderToJudge, priced: readonly PricedLine[], totals: Totals): OrderProblem[] {
  const changed = priced.filter((line) => line.changed);
  if (changed.length > 0) return changed.map(({ line }) => problem('price-changed', line.productId, totals.totalCents));
  // With a product that is gone the sum says nothing.
  if (priced.some(({ withdrawn }) => withdrawn)) return [];
  return totals.totalCents === order.totalCents && totals.deliveryCents === order.deliveryCents ? [] : [problem('price-changed', null, totals.totalCents)];
}

function stockProblems(lines: readonly OrderLine[], { products, available }: OrderFacts): OrderProblem[] {
  return [...wantedOf(lines)].flatMap(([productId, quantity]) => {
    const free = available.get(productId);
    return products.get(productId)?.stocked !== true || free === undefined || free >= quantity ? [] : [problem('stock-gone', productId, free)];
  });
}

function slotProblems(order: OrderToJudge, slot: CapacitySlot | null, promise: DeliveryPromise): OrderProblem[] {
  if (order.slotId === null) return [];
  if (slot === null || slot.kind !== 'delivery') return [problem('capacity-full', order.slotId, 0)];
  // A window before the goods can be there is no window.
  return placesLeft(slot) > 0 && slot.day >= promise.deliverOn ? [] : [problem('capacity-full', slot.id, 0)];
}
