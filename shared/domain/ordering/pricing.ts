import { z } from 'zod';
import type { Customer } from '../entities.ts';
import type { Day } from './calendar.ts';
import { vatRateSchema, type Discount, type Product, type SalesPolicy, type VatRate } from './catalogue.ts';
import type { OrderLine, OrderPriority } from './order.ts';

/** @returns `numerator / denominator` to the nearest whole number, halves up. Exact for whole numbers whose double is safe. */
export function rounded(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

const whole = 10_000;
const rank: Readonly<Record<Customer['segment'] | Discount['audience'], number>> = { new: 0, everybody: 0, regular: 1, loyal: 2 };

/** For whom and when a price is worked out. */
export interface PriceMoment {
  readonly day: Day;
  readonly segment: Customer['segment'];
}

/** @returns what a discount takes off a line, in cents; never more than the line. */
export function discountOn(discount: Pick<Discount, 'kind' | 'value'>, unitCents: number, quantity: number): number {
  const gross = unitCents * quantity;
  const off = discount.kind === 'percent' ? rounded(gross * discount.value, whole) : discount.value * quantity;
  return Math.min(off, gross);
}

/** @returns the discounts that this customer gets on this day at this quantity, the best first. */
export function eligibleDiscounts(product: Pick<Product, 'discounts' | 'priceCents'>, quantity: number, { day, segment }: PriceMoment): readonly Discount[] {
  const fits = product.discounts.filter(({ from, until, minQuantity, audience }) => from <= day && day <= until && quantity >= minQuantity && rank[segment] >= rank[audience]);
  const off = (discount: Discount): number => discountOn(discount, product.priceCents, quantity);
  return fits.sort((a, b) => off(b) - off(a) || (a.key < b.key ? -1 : 1));
}

export type LinePrice = Pick<OrderLine, 'unitCents' | 'vatRate' | 'discountKey' | 'discountCents'>;

/**
 * The price of a line.
 *
 * @param discountKey the discount to give; null gives none.
 * @returns null where that discount is not (or no longer) this customer's.
 */
export function priceLine(product: Pick<Product, 'discounts' | 'priceCents' | 'vatRate'>, quantity: number, discountKey: string | null, moment: PriceMoment): LinePrice | null {
  const { priceCents: unitCents, vatRate } = product;
  if (discountKey === null) return { unitCents, vatRate, discountKey, discountCents: 0 };
  const discount = eligibleDiscounts(product, quantity, moment).find(({ key }) => key === discountKey);
  return discount === undefined ? null : { unitCents, vatRate, discountKey, discountCents: discountOn(discount, unitCents, quantity) };
}

export type PricedLine = Pick<OrderLine, 'quantity' | 'unitCents' | 'discountCents' | 'vatRate'>;

/** What the customer pays for a line. */
export function lineCents({ quantity, unitCents, discountCents }: PricedLine): number {
  return quantity * unitCents - discountCents;
}

/** What delivery costs: nothing from an amount of goods on, unless it is urgent. */
export function deliveryFee(policy: Pick<SalesPolicy, 'deliveryCents' | 'urgentCents' | 'freeFromCents'>, goodsCents: number, priority: OrderPriority): number {
  if (priority === 'urgent') return policy.deliveryCents + policy.urgentCents;
  return goodsCents >= policy.freeFromCents ? 0 : policy.deliveryCents;
}

/** The VAT in what is paid at one rate. `netCents + vatCents` is `grossCents`, always. */
export const vatPartSchema = z.object({ rate: vatRateSchema, grossCents: z.number().int(), netCents: z.number().int(), vatCents: z.number().int() });
export type VatPart = Readonly<z.infer<typeof vatPartSchema>>;

/** What an order comes to. `vat` is by rate, the lowest first; only rates at which something is paid. */
export const totalsSchema = z.object({ goodsCents: z.number().int(), discountCents: z.number().int(), deliveryCents: z.number().int(), totalCents: z.number().int(), vat: z.array(vatPartSchema) });
export type Totals = Readonly<z.infer<typeof totalsSchema>>;

/**
 * Totals of an order. The rule of rounding (docs/decisions/0029): prices include VAT, so what is paid is a sum of whole cents and
 * is never rounded. VAT is taken out once per rate, from the sum of the lines at that rate, the net amount to the nearest cent, halves up;
 * the VAT is what remains. So the parts add up to the total, and no order of the lines gives another cent.
 */
export function totalsOf(lines: readonly PricedLine[], delivery: { readonly cents: number; readonly vatRate: VatRate }): Totals {
  const byRate = new Map<VatRate, number>();
  const pay = (rate: VatRate, cents: number): void => void byRate.set(rate, (byRate.get(rate) ?? 0) + cents);
  for (const line of lines) pay(line.vatRate, lineCents(line));
  pay(delivery.vatRate, delivery.cents);
  const vat = [...byRate]
    .filter(([, grossCents]) => grossCents > 0)
    .sort(([a], [b]) => a - b)
    .map(([rate, grossCents]): VatPart => {
      const netCents = rounded(grossCents * whole, whole + rate);
      return { rate, grossCents, netCents, vatCents: grossCents - netCents };
    });
  const goodsCents = lines.reduce((sum, line) => sum + lineCents(line), 0);
  const discountCents = lines.reduce((sum, line) => sum + line.discountCents, 0);
  return { goodsCents, discountCents, deliveryCents: delivery.cents, totalCents: goodsCents + delivery.cents, vat };
}
