import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { orderRow, productRow, salesPolicy, slotRow } from '../../../tests/fixtures/ordering.ts';
import { isSameAddress } from './delivery-address.ts';
import type { DeliveryAddress, Order } from './order.ts';
import { orderStates } from './order-machine.ts';
import { canRedirect, redirectOrder, whatIsOtherwise, type DeliveryWish, type Redirected, type RedirectFacts } from './redirect.ts';

const friday = '2026-11-27T09:00:00.000Z';
const old: DeliveryAddress = { street: 'Coupure Links', houseNumber: '48', box: null, postcode: '9000', town: 'Gent', country: 'BE' };
const home: DeliveryAddress = { street: 'Kerkstraat', houseNumber: '12', box: '3', postcode: '8000', town: 'Brugge', country: 'BE' };
const box = productRow();
const window = slotRow({ kind: 'delivery', day: '2026-12-03', from: '14:00', until: '18:00', capacity: 1 });

function orderOf(changes: Partial<Order> = {}): Order {
  const placedAt = '2026-11-26T09:00:00.000Z';
  const line = { id: newId(), productId: box.id, name: box.name, quantity: 2, unitCents: 5_400, vatRate: 2_100, discountKey: null, discountCents: 0 } as const;
  return orderRow({ customerId: newId(), lines: [line], state: 'confirmed', history: [{ state: 'confirmed', at: placedAt, by: null }], placedAt, delivery: old, promisedFor: '2026-11-30', ...changes });
}
function redirected(order: Order, wish: Partial<DeliveryWish>, facts: Partial<RedirectFacts> = {}): Redirected {
  const { delivery, priority, slotId } = order;
  return redirectOrder(order, { delivery, priority, slotId, ...wish }, { products: new Map([[box.id, box]]), policy: salesPolicy, addresses: [home], slot: null, now: friday, ...facts });
}

describe('an order that goes elsewhere', () => {
  it('costs what was agreed and comes when it was promised, whatever the shop asks today', () => {
    const dear = { ...salesPolicy, deliveryCents: 9_900, freeFromCents: 99_900, normalDays: 9 };
    expect(redirected(orderOf(), { delivery: home }, { policy: dear })).toMatchObject({ problem: null, totals: { deliveryCents: 0, totalCents: 10_800 }, promisedFor: '2026-11-30' });
    expect(redirected(orderOf({ deliveryCents: 695 }), { delivery: home }, { policy: dear }).totals).toMatchObject({ deliveryCents: 695, totalCents: 11_495 });
  });

  it('goes to an address of the customer’s file; the one that it has stays good', () => {
    const problem = (delivery: DeliveryAddress | null): string | null => redirected(orderOf(), { delivery }).problem;
    expect(problem(home)).toBeNull();
    expect(problem({ ...home, houseNumber: '14' })).toBe('address-unknown');
    expect(problem({ ...home, box: null })).toBe('address-unknown');
    expect(problem(null)).toBe('address-missing');
    expect(problem(old)).toBeNull();
    expect(redirected(orderOf({ delivery: null }), { delivery: old }).problem).toBe('address-unknown');
    expect(isSameAddress(old, { ...old, box: '' })).toBe(true);
  });

  it('cannot any more once it is packed', () => {
    expect(orderStates.filter(canRedirect)).toEqual(['placed', 'confirmed']);
    expect(redirected(orderOf({ state: 'packed' }), { delivery: home }).problem).toBe('order-state');
  });
});

describe('an order with another priority or window', () => {
  it('that becomes urgent costs what urgent costs today, and is never later than it was', () => {
    const urgent = redirected(orderOf({ promisedFor: '2026-12-07' }), { priority: 'urgent' });
    expect(urgent).toMatchObject({ problem: null, promisedFor: '2026-11-30', totals: { deliveryCents: 1_195, totalCents: 11_995 } });
    const saturday = { now: '2026-11-28T09:00:00.000Z' };
    expect(redirected(orderOf({ promisedFor: '2026-11-30' }), { priority: 'urgent' }, saturday).promisedFor).toBe('2026-11-30');
    // A day that has passed is no promise.
    expect(redirected(orderOf({ promisedFor: '2026-11-25' }), { priority: 'urgent' }).promisedFor).toBe('2026-11-30');
  });

  it('that is no longer urgent costs what it would have, and counts from now', () => {
    const slow = redirected(orderOf({ priority: 'urgent', deliveryCents: 1_195, promisedFor: '2026-11-27' }), { priority: 'normal' });
    expect(slow).toMatchObject({ problem: null, promisedFor: '2026-12-01', totals: { deliveryCents: 0, totalCents: 10_800 } });
  });

  it('comes in a window that has room, and not before it can', () => {
    const wish = { slotId: window.id };
    expect(redirected(orderOf(), wish, { slot: window })).toMatchObject({ problem: null, promisedFor: '2026-12-03', totals: { totalCents: 10_800 } });
    expect(redirected(orderOf(), wish, { slot: { ...window, taken: 1 } }).problem).toBe('capacity-full');
    expect(redirected(orderOf(), wish, { slot: { ...window, day: '2026-11-27' } }).problem).toBe('capacity-full');
    expect(redirected(orderOf(), wish, { slot: { ...window, kind: 'tasting' } }).problem).toBe('capacity-full');
    expect(redirected(orderOf(), wish, { slot: null }).problem).toBe('capacity-full');
  });

  it('keeps the place that it has, also in a full window, and comes sooner without one', () => {
    const inWindow = orderOf({ slotId: window.id, promisedFor: '2026-12-03' });
    const full = { slot: { ...window, taken: 1 } };
    expect(redirected(inWindow, { delivery: home }, full)).toMatchObject({ problem: null, promisedFor: '2026-12-03' });
    expect(redirected(inWindow, { priority: 'urgent' }, full)).toMatchObject({ problem: null, promisedFor: '2026-12-03' });
    expect(redirected(inWindow, { slotId: null })).toMatchObject({ problem: null, promisedFor: '2026-12-01' });
  });

  it('adds up to the cent, and is never later than promised unless it is to come slower or in a window', () => {
    const priority = fc.constantFrom('normal' as const, 'urgent' as const);
    fc.assert(
      fc.property(priority, priority, fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 0, max: 9_999 }), fc.constantFrom('2026-11-27', '2026-11-30', '2026-12-24'), (from, to, unitCents, deliveryCents, promisedFor) => {
        const order = orderOf({ priority: from, deliveryCents, promisedFor });
        const same = { ...order, lines: order.lines.map((line) => ({ ...line, unitCents })) };
        const { totals, promisedFor: day } = redirected(same, { priority: to });
        expect(totals.totalCents).toBe(2 * unitCents + totals.deliveryCents);
        expect(totals.vat.reduce((sum, { netCents, vatCents }) => sum + netCents + vatCents, 0)).toBe(totals.totalCents);
        if (from === to) expect([totals.deliveryCents, day]).toEqual([deliveryCents, promisedFor]);
        if (to === 'urgent') expect(day <= promisedFor).toBe(true);
      }),
    );
  });
});

it('what is otherwise is kept with what it was, and nothing else', () => {
  const order = { ...orderOf(), slot: null };
  const same = { delivery: old, priority: 'normal', promisedFor: '2026-11-30', slot: null } as const;
  expect(whatIsOtherwise(order, same)).toBeNull();
  expect(whatIsOtherwise(order, { ...same, delivery: { ...old, box: '' } })).toBeNull();
  expect(whatIsOtherwise(order, { ...same, delivery: home })).toEqual({ address: { from: old, to: home } });
  expect(whatIsOtherwise({ ...order, delivery: null }, { ...same, delivery: home })).toEqual({ address: { from: null, to: home } });
  expect(whatIsOtherwise(order, { ...same, priority: 'urgent', promisedFor: '2026-11-27' })).toEqual({
    priority: { from: 'normal', to: 'urgent' },
    arrival: { from: { day: '2026-11-30', hours: null }, to: { day: '2026-11-27', hours: null } },
  });
  expect(whatIsOtherwise(order, { ...same, slot: window })).toEqual({ arrival: { from: { day: '2026-11-30', hours: null }, to: { day: '2026-11-30', hours: { from: '14:00', until: '18:00' } } } });
});
