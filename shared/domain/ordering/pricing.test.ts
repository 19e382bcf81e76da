import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vatRateSchema, type Discount, type Product, type VatRate } from './catalogue.ts';
import { deliveryFee, discountOn, eligibleDiscounts, lineCents, priceLine, totalsOf, type PricedLine } from './pricing.ts';

const rate = fc.constantFrom<VatRate>(...vatRateSchema.values);
const line: fc.Arbitrary<PricedLine> = fc
  .record({ quantity: fc.integer({ min: 1, max: 9_999 }), unitCents: fc.integer({ min: 0, max: 1_000_000 }), off: fc.nat(10_000), vatRate: rate })
  .map(({ off, ...rest }) => ({ ...rest, discountCents: Math.floor((rest.quantity * rest.unitCents * off) / 10_000) }));
const order = fc.record({ lines: fc.array(line, { maxLength: 40 }), delivery: fc.record({ cents: fc.nat(5_000), vatRate: rate }) });

const discount: Discount = { key: 'autumn', label: { nl: 'Herfst' }, kind: 'percent', value: 1_000, from: '2026-11-01', until: '2026-11-30', minQuantity: 1, audience: 'everybody' };
const wine: Pick<Product, 'priceCents' | 'vatRate' | 'discounts'> = { priceCents: 5_400, vatRate: 2_100, discounts: [discount] };
const moment = { day: '2026-11-26', segment: 'new' } as const;

describe('totals', () => {
  it('lose no cent: parts add up to the total, net and VAT to the parts', () => {
    fc.assert(
      fc.property(order, ({ lines, delivery }) => {
        const totals = totalsOf(lines, delivery);
        const paid = lines.reduce((sum, each) => sum + lineCents(each), 0) + delivery.cents;
        expect(totals.totalCents).toBe(paid);
        expect(totals.goodsCents + totals.deliveryCents).toBe(paid);
        expect(totals.vat.reduce((sum, part) => sum + part.grossCents, 0)).toBe(paid);
        for (const { netCents, vatCents, grossCents } of totals.vat) {
          expect(netCents + vatCents).toBe(grossCents);
          expect(Number.isInteger(netCents) && netCents >= 0 && vatCents >= 0).toBe(true);
        }
      }),
    );
  });

  it('are within half a cent of the exact VAT at each rate', () => {
    fc.assert(
      fc.property(order, ({ lines, delivery }) => {
        for (const { rate: at, grossCents, vatCents } of totalsOf(lines, delivery).vat) {
          // |vat - gross * rate / (1 + rate)| <= 1/2, in whole numbers.
          expect(Math.abs(vatCents * (10_000 + at) - grossCents * at) * 2).toBeLessThanOrEqual(10_000 + at);
        }
      }),
    );
  });

  it('do not depend on the order of the lines, nor on how a quantity is spread over lines', () => {
    fc.assert(
      fc.property(order, fc.integer({ min: 0, max: 40 }), ({ lines, delivery }, at) => {
        const turned = [...lines.slice(at), ...lines.slice(0, at)].reverse();
        const spread = lines.flatMap((each) => (each.quantity === 1 ? [each] : [{ ...each, quantity: 1, discountCents: 0 }, { ...each, quantity: each.quantity - 1 }]));
        expect(totalsOf(turned, delivery)).toEqual(totalsOf(lines, delivery));
        if (lines.every((each) => each.discountCents <= (each.quantity - 1) * each.unitCents || each.quantity === 1)) expect(totalsOf(spread, delivery)).toEqual(totalsOf(lines, delivery));
      }),
    );
  });

  it('are what the invoice says: two boxes at 54 euro with a tenth off, delivery free', () => {
    const price = priceLine(wine, 2, 'autumn', moment);
    expect(price).toEqual({ unitCents: 5_400, vatRate: 2_100, discountKey: 'autumn', discountCents: 1_080 });
    expect(totalsOf([{ quantity: 2, ...price! }], { cents: 0, vatRate: 2_100 })).toEqual({
      goodsCents: 9_720,
      discountCents: 1_080,
      deliveryCents: 0,
      totalCents: 9_720,
      vat: [{ rate: 2_100, grossCents: 9_720, netCents: 8_033, vatCents: 1_687 }],
    });
  });
});

describe('discounts', () => {
  it('never take more than the line', () => {
    fc.assert(
      fc.property(fc.constantFrom('percent' as const, 'amount' as const), fc.integer({ min: 1, max: 20_000 }), fc.nat(100_000), fc.integer({ min: 1, max: 999 }), (kind, value, unit, quantity) => {
        const off = discountOn({ kind, value }, unit, quantity);
        expect(off).toBeGreaterThanOrEqual(0);
        expect(off).toBeLessThanOrEqual(unit * quantity);
      }),
    );
  });

  it('hold on their first and last day, from their quantity on, for those they are meant for', () => {
    const loyal: Discount = { ...discount, key: 'loyal', audience: 'regular', minQuantity: 6, kind: 'amount', value: 700 };
    const product = { ...wine, discounts: [discount, loyal] };
    const keys = (quantity: number, day: string, segment: 'new' | 'regular' | 'loyal'): string[] => eligibleDiscounts(product, quantity, { day, segment }).map(({ key }) => key);
    expect(keys(1, '2026-11-01', 'loyal')).toEqual(['autumn']);
    expect(keys(6, '2026-11-30', 'loyal')).toEqual(['loyal', 'autumn']);
    expect(keys(6, '2026-11-30', 'regular')).toEqual(['loyal', 'autumn']);
    expect(keys(6, '2026-11-30', 'new')).toEqual(['autumn']);
    expect(keys(6, '2026-12-01', 'loyal')).toEqual([]);
    expect(keys(6, '2026-10-31', 'loyal')).toEqual([]);
    expect(priceLine(product, 1, 'loyal', { day: '2026-11-20', segment: 'loyal' })).toBeNull();
  });

  it('make delivery free from an amount on, never when it is urgent', () => {
    const policy = { deliveryCents: 695, urgentCents: 500, freeFromCents: 7_500 };
    expect([7_499, 7_500].map((goods) => deliveryFee(policy, goods, 'normal'))).toEqual([695, 0]);
    expect(deliveryFee(policy, 50_000, 'urgent')).toBe(1_195);
  });
});
