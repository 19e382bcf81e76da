import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { localTime, type Day } from './calendar.ts';
import { daySchema, type CapacitySlot, type Product, type SalesPolicy } from './catalogue.ts';
import { addressProblem, isSameAddress } from './delivery-address.ts';
import { promiseDelivery } from './delivery-promise.ts';
import { canLessen } from './lessen.ts';
import { deliveryAddressSchema, orderPrioritySchema, type Arrival, type DeliveryAddress, type Order, type OrderState, type Redirection } from './order.ts';
import { deliveryFee, totalsOf, totalsSchema } from './pricing.ts';
import { placesLeft } from './stock.ts';

/** Where an order is to go, how fast, and in which window. */
export const deliveryWishSchema = z.strictObject({ delivery: deliveryAddressSchema.nullable(), priority: orderPrioritySchema, slotId: idSchema.nullable() });
export type DeliveryWish = Readonly<z.infer<typeof deliveryWishSchema>>;

/**
 * `order-state`: it is packed, or gone its way. `address-unknown`: the customer's file has no such address. `capacity-full`: the window
 * is full, is none, or is before the goods can be there.
 */
export const redirectProblems = ['order-state', 'address-missing', 'address-unknown', 'capacity-full'] as const;

/** An order that is delivered otherwise. */
export const redirectedSchema = z.object({
  problem: z.enum(redirectProblems).nullable(),
  totals: totalsSchema,
  /** The day on which it comes. */
  promisedFor: daySchema,
  /** The first day on which it can come: no window before it. */
  soonest: daySchema,
});
export type Redirected = Readonly<z.infer<typeof redirectedSchema>>;

/** What it is judged by beside itself. */
export interface RedirectFacts {
  readonly products: ReadonlyMap<string, Product>;
  readonly policy: SalesPolicy;
  /** The customer's, as their file has them. */
  readonly addresses: readonly DeliveryAddress[];
  /** The window that is wished. */
  readonly slot: CapacitySlot | null;
  readonly now: string;
}

/** @returns whether it can still be delivered otherwise: nobody has packed it yet. */
export function canRedirect(state: OrderState): boolean {
  return canLessen(state);
}

/**
 * An order that goes elsewhere, faster or slower, or in another window; the same on the screen and at central. What was agreed stays
 * agreed: lines and prices are not looked at again, and delivery costs what it did, unless it is to come with another priority; then
 * it costs what the policy says today. Another address alone changes no day. Who asks for more speed or for another window hears a day
 * that counts from now, and is not later than what was promised; who no longer needs speed, the day of a normal delivery from now on.
 * An address that the file no longer has stays good for the order that goes there.
 */
export function redirectOrder(order: Order, wish: DeliveryWish, facts: RedirectFacts): Redirected {
  const { policy, slot } = facts;
  const vatRate = policy.deliveryVatRate;
  const { goodsCents } = totalsOf(order.lines, { cents: 0, vatRate });
  const fee = wish.priority === order.priority ? order.deliveryCents : deliveryFee(policy, goodsCents, wish.priority);
  const soonest = soonestOf(order, wish, facts);
  const isSameTime = wish.priority === order.priority && wish.slotId === order.slotId;
  const agreed = order.promisedFor ?? order.toldFor;
  const promisedFor = isSameTime ? (agreed ?? soonest) : wish.slotId === null ? soonest : (slot?.day ?? soonest);
  const keepsPlace = wish.slotId === order.slotId;
  const isWindow = wish.slotId === null || (slot !== null && slot.kind === 'delivery' && slot.day >= soonest && (keepsPlace || placesLeft(slot) > 0));
  const keepsAddress = wish.delivery !== null && order.delivery !== null && isSameAddress(wish.delivery, order.delivery);
  const problem = !canRedirect(order.state) ? 'order-state' : ((keepsAddress ? null : addressProblem(wish.delivery, facts.addresses)) ?? (isSameTime || isWindow ? null : 'capacity-full'));
  return { problem, totals: totalsOf(order.lines, { cents: fee, vatRate }), promisedFor, soonest };
}

/** The day that counts from now; sooner where sooner was promised, that day has not passed, and it is not to come slower. */
function soonestOf(order: Order, { priority }: DeliveryWish, { products, policy, now }: RedirectFacts): Day {
  const leadDays = Math.max(0, ...order.lines.map(({ productId }) => products.get(productId)?.leadDays ?? 0));
  const anew = promiseDelivery(policy, { at: now, priority, leadDays }).deliverOn;
  const agreed = order.promisedFor ?? order.toldFor;
  const isSlower = order.priority === 'urgent' && priority === 'normal';
  const stands = agreed !== null && !isSlower && agreed >= localTime(now, policy.timeZone).day;
  return stands && agreed < anew ? agreed : anew;
}

type Window = Pick<CapacitySlot, 'from' | 'until'>;

/** @returns what is otherwise about the delivery of an order; null: nothing. */
export function whatIsOtherwise(
  former: Pick<Order, 'delivery' | 'priority' | 'promisedFor' | 'toldFor'> & { readonly slot: Window | null },
  next: Pick<DeliveryWish, 'delivery' | 'priority'> & { readonly promisedFor: Day; readonly slot: Window | null },
): Redirection | null {
  const { delivery } = next;
  const [from, to] = [arrivalOf(former.promisedFor ?? former.toldFor, former.slot), arrivalOf(next.promisedFor, next.slot)];
  const isSameTime = from.day === to.day && from.hours?.from === to.hours?.from && from.hours?.until === to.hours?.until;
  const goesElsewhere = delivery !== null && (former.delivery === null || !isSameAddress(former.delivery, delivery));
  if (!goesElsewhere && former.priority === next.priority && isSameTime) return null;
  return {
    ...(goesElsewhere ? { address: { from: former.delivery, to: delivery } } : {}),
    ...(former.priority === next.priority ? {} : { priority: { from: former.priority, to: next.priority } }),
    ...(isSameTime ? {} : { arrival: { from, to } }),
  };
}

function arrivalOf(day: Day | null, window: Window | null): Arrival {
  return { day, hours: window === null ? null : { from: window.from, until: window.until } };
}
