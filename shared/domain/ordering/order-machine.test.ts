import { describe, expect, it } from 'vitest';
import type { Order } from './order.ts';
import { canReturn, orderStates, orderSteps, stateAfter, stepBetween, takesStock } from './order-machine.ts';

describe('the states of an order', () => {
  it('can all be reached, and end in states that nothing follows', () => {
    const reached = new Set<string>(['draft']);
    // No step leads back (see below): once through the states is enough.
    for (const from of orderStates) for (const to of reached.has(from) ? Object.values(orderSteps[from]) : []) reached.add(to);
    expect([...reached].sort()).toEqual([...orderStates].sort());
    expect(orderStates.filter((state) => Object.keys(orderSteps[state]).length === 0)).toEqual(['cancelled', 'returned']);
  });

  it('never lead back: what was shipped is not cancelled, what ended stays ended', () => {
    expect(stateAfter('shipped', 'cancel')).toBeNull();
    expect(stateAfter('cancelled', 'place')).toBeNull();
    expect(stepBetween('delivered', 'returned')).toBe('return');
    expect(stepBetween('shipped', 'confirmed')).toBeNull();
    const depth = new Map(orderStates.map((state, index) => [state, index]));
    for (const from of orderStates) for (const to of Object.values(orderSteps[from])) expect(depth.get(to)! > depth.get(from)!).toBe(true);
  });

  it('take stock from the moment central has them until they leave', () => {
    expect(orderStates.filter(takesStock)).toEqual(['placed', 'confirmed', 'packed']);
  });

  it('let goods come back within the days of the policy, by the calendar of the centre', () => {
    const order: Pick<Order, 'state' | 'history'> = { state: 'delivered', history: [{ state: 'delivered', at: '2026-03-01T23:30:00.000Z', by: null }] };
    const policy = { returnDays: 14, timeZone: 'Europe/Brussels' };
    // Delivered on 2 March, local time.
    expect(canReturn(order, policy, '2026-03-16T22:59:00.000Z')).toBe(true);
    expect(canReturn(order, policy, '2026-03-16T23:00:00.000Z')).toBe(false);
    expect(canReturn({ ...order, state: 'shipped' }, policy, '2026-03-02T00:00:00.000Z')).toBe(false);
  });
});
