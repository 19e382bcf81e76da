import { orderStateSchema, type Order, type OrderState } from './order.ts';
import { addDays, localTime } from './calendar.ts';
import type { SalesPolicy } from './catalogue.ts';

/** What can be done to an order. `accept` and `acceptForReview` are central's answers to `place`. */
export type OrderStep = 'place' | 'accept' | 'acceptForReview' | 'confirm' | 'pack' | 'ship' | 'deliver' | 'cancel' | 'return';

/** The one table of states: what is not here cannot happen. */
export const orderSteps: Readonly<Record<OrderState, Readonly<Partial<Record<OrderStep, OrderState>>>>> = {
  draft: { place: 'provisional', cancel: 'cancelled' },
  provisional: { accept: 'confirmed', acceptForReview: 'placed', cancel: 'cancelled' },
  placed: { confirm: 'confirmed', cancel: 'cancelled' },
  confirmed: { pack: 'packed', cancel: 'cancelled' },
  packed: { ship: 'shipped', cancel: 'cancelled' },
  shipped: { deliver: 'delivered' },
  delivered: { return: 'returned' },
  cancelled: {},
  returned: {},
};

/** @returns the state after a step, or null where it cannot be taken. */
export function stateAfter(state: OrderState, step: OrderStep): OrderState | null {
  return orderSteps[state][step] ?? null;
}

/** @returns the step that leads from one state to another, or null where none does. */
export function stepBetween(from: OrderState, to: OrderState): OrderStep | null {
  const found = (Object.entries(orderSteps[from]) as [OrderStep, OrderState][]).find(([, next]) => next === to);
  return found?.[0] ?? null;
}

/** States of orders that still take stock from the shelf. */
export function takesStock(state: OrderState): boolean {
  return state === 'placed' || state === 'confirmed' || state === 'packed';
}

export const orderStates = orderStateSchema.options;

/** @returns when an order came into a state, last; null where it never did. */
export function enteredAt(order: Pick<Order, 'history'>, state: OrderState): string | null {
  return order.history.findLast((entry) => entry.state === state && entry.less === undefined && entry.redirected === undefined)?.at ?? null;
}

/** @returns whether a delivered order can still be sent back. */
export function canReturn(order: Pick<Order, 'state' | 'history'>, policy: Pick<SalesPolicy, 'returnDays' | 'timeZone'>, now: string): boolean {
  const delivered = enteredAt(order, 'delivered');
  if (order.state !== 'delivered' || delivered === null) return false;
  return localTime(now, policy.timeZone).day <= addDays(localTime(delivered, policy.timeZone).day, policy.returnDays);
}
