import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { orderRow, productRow, salesPolicy } from '../../../tests/fixtures/ordering.ts';
import type { Product } from './catalogue.ts';
import { canLessen, lessenOrder, whatWent, type LessenFacts } from './lessen.ts';
import { orderStates } from './order-machine.ts';
import type { Order, OrderLine } from './order.ts';
import { lineCents } from './pricing.ts';

const now = '2026-11-27T09:00:00.000Z';
const autumn = { key: 'autumn', label: { nl: 'Herfst' }, kind: 'percent', value: 1_000, from: '2026-11-01', until: '2026-11-26', minQuantity: 3, audience: 'everybody' } as const;
const small = { ...autumn, key: 'small', value: 500, minQuantity: 2 } as const;
const box = productRow({ discounts: [autumn, small] });
const cheese = productRow({ name: { nl: 'Kaas' }, priceCents: 3_200, stocked: false, leadDays: 5 });

const line = (product: Product, quantity: number, changes: Partial<OrderLine> = {}): OrderLine => ({ id: newId(), productId: product.id, name: product.name, quantity, unitCents: product.priceCents, vatRate: product.vatRate, discountKey: null, discountCents: 0, ...changes });
const orderOf = (lines: OrderLine[], changes: Partial<Order> = {}): Order =>
  orderRow({ customerId: newId(), lines, state: 'confirmed', history: [{ state: 'confirmed', at: '2026-11-26T09:00:00.000Z', by: null }], placedAt: '2026-11-26T09:00:00.000Z', promisedFor: '2026-11-30', ...changes });
const facts = (products: readonly Product[] = [box, cheese]): LessenFacts => ({ products: new Map(products.map((product) => [product.id, product])), policy: salesPolicy, segment: 'regular', now });

describe('an order with fewer pieces', () => {
  it('keeps the price that was agreed, whatever it costs today, and says what it then comes to', () => {
    const order = orderOf([line(box, 4)]);
    const less = lessenOrder(order, [{ id: order.lines[0]!.id, quantity: 2 }], facts([{ ...box, priceCents: 9_900 }]));
    expect(less).toMatchObject({ problem: null, lines: [{ quantity: 2, unitCents: 5_400 }], totals: { goodsCents: 10_800, deliveryCents: 0, totalCents: 10_800 }, promisedFor: '2026-11-30' });
  });

  it('has its discount by the piece, until it asks for more than are left: then the best of the day of the order', () => {
    const order = orderOf([line(box, 4, { discountKey: 'autumn', discountCents: 2_160 })]);
    const [{ id }] = order.lines as [OrderLine];
    expect(lessenOrder(order, [{ id, quantity: 3 }], facts()).lines).toMatchObject([{ discountKey: 'autumn', discountCents: 1_620 }]);
    expect(lessenOrder(order, [{ id, quantity: 2 }], facts()).lines).toMatchObject([{ discountKey: 'small', discountCents: 540 }]);
    expect(lessenOrder(order, [{ id, quantity: 1 }], facts()).lines).toMatchObject([{ discountKey: null, discountCents: 0 }]);
    // A product or a discount that the catalogue forgot takes nothing from the customer.
    expect(lessenOrder(order, [{ id, quantity: 1 }], facts([])).lines).toMatchObject([{ discountKey: 'autumn', discountCents: 540 }]);
  });

  it('pays for delivery where the goods no longer reach the amount from which it is free, and never more than was agreed', () => {
    const order = orderOf([line(box, 2)], { deliveryCents: 0 });
    const [{ id }] = order.lines as [OrderLine];
    expect(lessenOrder(order, [{ id, quantity: 1 }], facts()).totals).toMatchObject({ deliveryCents: 695, totalCents: 6_095 });
    expect(lessenOrder({ ...order, deliveryCents: 500 }, [{ id, quantity: 1 }], facts()).totals).toMatchObject({ deliveryCents: 500, totalCents: 5_900 });
  });

  it('comes sooner without its slowest product, never later, and in its window where one was chosen', () => {
    const order = orderOf([line(box, 1), line(cheese, 1)], { promisedFor: '2026-12-07' });
    const without = [{ id: order.lines[1]!.id, quantity: 0 }];
    expect(lessenOrder(order, without, facts()).promisedFor).toBe('2026-12-01');
    expect(lessenOrder({ ...order, promisedFor: '2026-11-30' }, without, facts()).promisedFor).toBe('2026-11-30');
    expect(lessenOrder({ ...order, slotId: newId() }, without, facts()).promisedFor).toBe('2026-12-07');
  });

  it('is refused where nothing would be left, where it would be more, and once it is packed', () => {
    const order = orderOf([line(box, 2)]);
    const [{ id }] = order.lines as [OrderLine];
    const problem = (wanted: Parameters<typeof lessenOrder>[1], of = order): string | null => lessenOrder(of, wanted, facts()).problem;
    expect(problem([{ id, quantity: 0 }])).toBe('order-empty');
    expect(problem([{ id, quantity: 3 }])).toBe('order-more');
    expect(problem([{ id: newId(), quantity: 1 }])).toBe('order-more');
    expect(problem([{ id, quantity: 1 }], { ...order, state: 'packed' })).toBe('order-state');
    expect(orderStates.filter(canLessen)).toEqual(['placed', 'confirmed']);
  });

  it('never costs more for its goods than before, and adds up to the cent', () => {
    const pieces = fc.array(fc.record({ from: fc.integer({ min: 1, max: 40 }), share: fc.double({ min: 0, max: 1, noNaN: true }), unitCents: fc.integer({ min: 1, max: 90_000 }), off: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(pieces, (wished) => {
        const lines = wished.map(({ from, unitCents, off }) => line(box, from, { unitCents, discountKey: 'gone', discountCents: Math.floor(from * unitCents * off) }));
        const order = orderOf(lines);
        const wanted = lines.map(({ id, quantity }, index) => ({ id, quantity: Math.floor(quantity * wished[index]!.share) }));
        const less = lessenOrder(order, wanted, facts([]));
        const goods = less.lines.reduce((sum, each) => sum + lineCents(each), 0);
        expect(less.totals.goodsCents).toBe(goods);
        expect(less.totals.vat.reduce((sum, { netCents, vatCents }) => sum + netCents + vatCents, 0)).toBe(less.totals.totalCents);
        for (const each of less.lines) {
          const before = lines.find(({ id }) => id === each.id)!;
          expect(lineCents(each)).toBeLessThanOrEqual(lineCents(before));
          expect(each.discountCents).toBeLessThanOrEqual(each.quantity * each.unitCents);
        }
        expect(whatWent(lines, less.lines).map(({ from, to }) => from - to).every((gone) => gone > 0)).toBe(true);
      }),
    );
  });
});
