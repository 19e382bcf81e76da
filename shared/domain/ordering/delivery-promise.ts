import { addDays, belgianHolidays, isoWeekday, localTime, type Day } from './calendar.ts';
import type { SalesPolicy } from './catalogue.ts';
import type { OrderPriority } from './order.ts';

export type DeliveryRules = Pick<SalesPolicy, 'timeZone' | 'cutOff' | 'workingDays' | 'closedDays' | 'normalDays' | 'urgentDays'>;

/** @returns whether the warehouse works on that day: neither weekend, nor public holiday, nor a day of its own. */
export function isWorkingDay(day: Day, rules: Pick<DeliveryRules, 'workingDays' | 'closedDays'>): boolean {
  return rules.workingDays.includes(isoWeekday(day)) && !belgianHolidays(Number(day.slice(0, 4))).has(day) && !rules.closedDays.includes(day);
}

/** Two years without a working day are a mistake in the rules, not a delivery time. */
const furthest = 731;

/** @returns the first working day that is not before `day`. */
function workingDayFrom(day: Day, rules: DeliveryRules): Day {
  for (let ahead = 0; ahead <= furthest; ahead += 1) {
    const candidate = addDays(day, ahead);
    if (isWorkingDay(candidate, rules)) return candidate;
  }
  return addDays(day, furthest);
}

export interface DeliveryPromise {
  /** The day on which the order counts as made. */
  readonly countsFrom: Day;
  readonly deliverOn: Day;
  /** Made on a working day before the cut-off. */
  readonly beforeCutOff: boolean;
}

/**
 * When an order is delivered. Made on a working day before the cut-off it counts from that day, else from
 * the next working day; from there as many working days pass as its priority and its slowest product ask.
 */
export function promiseDelivery(rules: DeliveryRules, order: { readonly at: string; readonly priority: OrderPriority; readonly leadDays: number }): DeliveryPromise {
  const { day, minute } = localTime(order.at, rules.timeZone);
  const beforeCutOff = isWorkingDay(day, rules) && minute < rules.cutOff;
  const countsFrom = beforeCutOff ? day : workingDayFrom(addDays(day, 1), rules);
  let deliverOn = countsFrom;
  const days = (order.priority === 'urgent' ? rules.urgentDays : rules.normalDays) + order.leadDays;
  for (let passed = 0; passed < days; passed += 1) deliverOn = workingDayFrom(addDays(deliverOn, 1), rules);
  return { countsFrom, deliverOn, beforeCutOff };
}
