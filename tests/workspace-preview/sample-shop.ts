import { newId } from '#shared/domain/ids.ts';
import { addDays, localTime } from '#shared/domain/ordering/calendar.ts';
import type { CapacitySlot, Product, SalesTerms, Stock } from '#shared/domain/ordering/catalogue.ts';
import { reviewDesk } from '#shared/domain/ordering/desk-review.ts';
import { lessenOrder, whatWent, type FewerPieces, type Lessened } from '#shared/domain/ordering/lessen.ts';
import type { DeliveryAddress, Order, StockHold } from '#shared/domain/ordering/order.ts';
import { redirectOrder, whatIsOtherwise, type DeliveryWish, type Redirected } from '#shared/domain/ordering/redirect.ts';
import type { OrderDesk, OrderView, OrderWish, ProductCard, ReservationView } from '#shared/domain/ordering/order-views.ts';
import { availableOf } from '#shared/domain/ordering/stock.ts';
import { eligibleDiscounts, priceLine } from '#shared/domain/ordering/pricing.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { orderCalls } from '#shared/ipc/store-orders.ts';
import { productRow, salesPolicy, slotRow, termsRow } from '../fixtures/ordering.ts';

const now = (): string => new Date().toISOString();
const today = localTime(now(), salesPolicy.timeZone).day;
const terms: readonly SalesTerms[] = [
  termsRow({ edition: '2026-11', title: { nl: 'Levering en terugzending' }, text: { nl: 'Gratis levering vanaf 75 euro. Terugsturen binnen 14 dagen, ongeopend en in de eigen verpakking.' } }),
  termsRow({ key: 'age', title: { nl: 'Verkoop aan meerderjarigen' }, text: { nl: 'Wijn wordt alleen verkocht aan wie 18 jaar of ouder is.' } }),
];
const autumn = { key: 'autumn', label: { nl: 'Herfstactie' }, kind: 'percent', value: 1_000, from: addDays(today, -10), until: addDays(today, 4), minQuantity: 1, audience: 'everybody' } as const;
const products: readonly Product[] = [
  productRow({ sku: 'LOI-06', name: { nl: 'Proefdoos Loire (6 fl.)' }, termsKeys: ['delivery', 'age'], features: [{ label: { nl: 'Inhoud' }, value: { nl: '3 wit, 3 rood' } }, { label: { nl: 'Alcohol' }, value: { nl: '12,5 %' } }] }),
  productRow({ sku: 'HRF-06', name: { nl: 'Herfstselectie (6 fl.)' }, priceCents: 6_990, discounts: [autumn], termsKeys: ['delivery', 'age'] }),
  productRow({ sku: 'KRK-01', name: { nl: 'Kurkentrekker Classic' }, category: { nl: 'Toebehoren' }, summary: { nl: 'Kelnersmes van beukenhout.' }, priceCents: 1_250 }),
  productRow({ sku: 'KAA-01', name: { nl: 'Kaasplank voor vier' }, category: { nl: 'Voeding' }, summary: { nl: 'Vijf kazen, vers gesneden.' }, priceCents: 3_200, vatRate: 600, stocked: false, leadDays: 2 }),
];
const stock = new Map<string, Stock>(
  products.flatMap((product, index) => (product.stocked ? [[product.id, { id: newId(), version: 1, updatedAt: now(), productId: product.id, onHand: [38, 12, 4][index] ?? 0, allocated: index, held: 0, countedAt: now() }]] : [])),
);
const window = (day: number, from: string, until: string, title: string): CapacitySlot => slotRow({ kind: 'delivery', title: { nl: title }, day: addDays(today, day), from, until });
const windows = [window(5, '09:00', '13:00', 'Voormiddag'), window(5, '14:00', '18:00', 'Namiddag'), window(6, '14:00', '18:00', 'Namiddag')];
const tastings = [slotRow({ title: { nl: 'Proeverij Loire' }, day: addDays(today, 14), taken: 9 }), slotRow({ title: { nl: 'Kaas en wijn' }, day: addDays(today, 21) })];

const slotOf = (id: string | null): CapacitySlot | null => windows.find((each) => each.id === id) ?? null;

/** What the sample shop has sold, and what is being made. */
export class SampleShop {
  readonly drafts = new Map<string, Order>();
  readonly orders: OrderView[] = [];
  readonly reservations: ReservationView[] = [];
  /** What was refused, and seen. */
  readonly accepted: string[] = [];
  readonly #renewed = new Map<string, number>();
  online = true;
  readonly #addressesOf: (customerId: string) => readonly DeliveryAddress[];

  constructor(addressesOf: (customerId: string) => readonly DeliveryAddress[]) {
    this.#addressesOf = addressesOf;
  }

  #card(product: Product): ProductCard {
    return { product, stock: stock.get(product.id) ?? null };
  }

  desk(customerId: string): OrderDesk {
    const order = this.drafts.get(customerId) ?? null;
    const named = products.filter(({ id }) => order?.lines.some(({ productId }) => productId === id) === true);
    const holds = order === null ? [] : named.filter(({ stocked }) => stocked).map((product) => this.#hold(order, product.id));
    return { order, holds, cards: named.map((product) => this.#card(product)), terms: [...terms], windows, policy: salesPolicy, segment: 'loyal' };
  }

  #hold(order: Order, productId: string): StockHold {
    const from = this.#renewed.get(productId) ?? Date.now();
    this.#renewed.set(productId, from);
    const quantity = order.lines.reduce((sum, line) => sum + (line.productId === productId ? line.quantity : 0), 0);
    const until = new Date(from + 291_000).toISOString();
    const count = stock.get(productId);
    if (this.online && count !== undefined && quantity > availableOf(count)) return { id: productId, version: 1, updatedAt: now(), orderId: order.id, productId, interactionId: null, agentId: null, quantity, renewals: 0, state: 'refused', until: null };
    const state = this.online ? ({ state: 'granted', until } as const) : ({ state: 'requested', until: null } as const);
    return { id: productId, version: 1, updatedAt: now(), orderId: order.id, productId, interactionId: null, agentId: null, quantity, renewals: 0, ...state };
  }

  save(customerId: string, wish: OrderWish): OrderDesk {
    const former = this.drafts.get(customerId);
    const lines = wish.lines.flatMap(({ id, productId, quantity, discount }) => {
      const product = products.find((each) => each.id === productId);
      if (product === undefined) return [];
      const moment = { day: today, segment: 'loyal' } as const;
      const key = discount === 'best' ? (eligibleDiscounts(product, quantity, moment)[0]?.key ?? null) : discount.key;
      return [{ id, productId, name: product.name, quantity, ...(priceLine(product, quantity, key, moment) ?? { unitCents: product.priceCents, vatRate: product.vatRate, discountKey: null, discountCents: 0 }) }];
    });
    const { heard, lines: _, ...plain } = wish;
    const order: Order = {
      ...{ id: former?.id ?? newId(), version: 0, updatedAt: now(), number: null, customerId, interactionId: null, agentId: null, state: 'draft', deliveryCents: 0, totalCents: 0 },
      ...{ toldFor: null, promisedFor: null, placedAt: null, history: [], reason: '' },
      ...plain,
      lines,
      terms: heard.map((termsId) => ({ termsId, at: now() })),
    };
    this.drafts.set(customerId, order);
    const totals = reviewDesk(order, this.desk(customerId), now())?.totals;
    if (totals !== undefined) this.drafts.set(customerId, { ...order, deliveryCents: totals.deliveryCents, totalCents: totals.totalCents });
    return this.desk(customerId);
  }

  #less(order: Order, lines: readonly FewerPieces[]): Lessened {
    return lessenOrder(order, lines, { products: new Map(products.map((product) => [product.id, product])), policy: salesPolicy, segment: 'loyal', now: now() });
  }

  #redirected(order: Order, wish: DeliveryWish): Redirected {
    const facts = { products: new Map(products.map((product) => [product.id, product])), policy: salesPolicy, addresses: this.#addressesOf(order.customerId), slot: slotOf(wish.slotId), now: now() };
    return redirectOrder(order, wish, facts);
  }

  #redirect({ order }: OrderView, wish: DeliveryWish): OrderView {
    const { totals, promisedFor } = this.#redirected(order, wish);
    const redirected = whatIsOtherwise({ ...order, slot: slotOf(order.slotId) }, { ...wish, promisedFor, slot: slotOf(wish.slotId) }) ?? undefined;
    const history = [...order.history, { state: order.state, at: now(), by: null, redirected }];
    return { order: { ...order, ...wish, promisedFor, toldFor: promisedFor, deliveryCents: totals.deliveryCents, totalCents: totals.totalCents, version: order.version + 1, history }, slot: slotOf(wish.slotId), refused: null };
  }

  /** An order of three boxes that central has. */
  sold(customerId: string, delivery: DeliveryAddress): OrderView {
    const lines = [{ id: newId(), productId: products[0]!.id, quantity: 3, discount: 'best' as const }];
    const { order } = this.save(customerId, { lines, delivery, slotId: null, priority: 'normal', note: '', heard: terms.map(({ id }) => id), language: 'nl' });
    return this.place(order!.id);
  }

  place(id: string): OrderView {
    const draft = [...this.drafts.values()].find((order) => order.id === id);
    const review = draft === undefined ? null : reviewDesk(draft, this.desk(draft.customerId), now());
    if (draft === undefined || review === null || review.problems.length > 0) throw new BalieError('order.incomplete', 'not complete', { details: { problem: review?.problems[0]?.code ?? '' } });
    const slot = slotOf(draft.slotId);
    const day = slot?.day ?? review.promise.deliverOn;
    const state = this.online ? 'confirmed' : 'provisional';
    const order: Order = { ...draft, version: this.online ? 1 : 0, state, number: this.online ? 'O-100201' : null, placedAt: now(), toldFor: day, promisedFor: this.online ? day : null, history: [{ state, at: now(), by: null }] };
    const view = { order, slot, refused: null };
    this.drafts.delete(draft.customerId);
    this.orders.unshift(view);
    return view;
  }

  /** @param announce says that an order is another. */
  handlers(announce = (): void => undefined): Pick<Handlers<StoreContract>, keyof typeof orderCalls> {
    const byId = (id: string): OrderView => {
      const view = this.orders.find(({ order }) => order.id === id);
      if (view === undefined) throw new BalieError('store.not-found', 'no such order');
      return view;
    };
    const found = (text: string): Product[] => products.filter(({ name, sku }) => `${sku} ${name.nl}`.toLowerCase().includes(text.trim().toLowerCase()));
    const replace = (view: OrderView): OrderView => (this.orders.splice(this.orders.indexOf(byId(view.order.id)), 1, view), view);
    return {
      'product.search': ({ text, limit }) => found(text).slice(0, limit).map((product) => this.#card(product)),
      'product.get': ({ id }) => {
        const product = products.find((each) => each.id === id);
        if (product === undefined) throw new BalieError('store.not-found', 'no such product');
        return { ...this.#card(product), terms: terms.filter(({ key }) => product.termsKeys.includes(key)), policy: salesPolicy };
      },
      'order.search': () => [],
      'order.list': ({ customerId }) => ({ orders: this.orders.filter(({ order }) => order.customerId === customerId), reservations: this.reservations, policy: salesPolicy }),
      'order.desk': ({ customerId }) => this.desk(customerId),
      'order.save': ({ customerId, wish }) => this.save(customerId, wish),
      'order.hold': ({ customerId }) => (this.#renewed.clear(), this.desk(customerId)),
      'order.discard': ({ id }) => void [...this.drafts].forEach(([customerId, order]) => order.id === id && this.drafts.delete(customerId)),
      'order.place': ({ id }) => this.place(id),
      'order.revise': ({ id }) => this.desk(byId(id).order.customerId),
      'order.change': ({ id, state, reason }) => replace({ ...byId(id), order: { ...byId(id).order, state, reason, history: [...byId(id).order.history, { state, at: now(), by: null }] } }),
      'order.lessened': ({ id, lines }) => this.#less(byId(id).order, lines),
      'order.lessen': ({ id, lines }) => {
        const { order } = byId(id);
        const { totals, problem: _, ...less } = this.#less(order, lines);
        const history = [...order.history, { state: order.state, at: now(), by: null, less: whatWent(order.lines, less.lines) }];
        return replace({ ...byId(id), order: { ...order, ...less, deliveryCents: totals.deliveryCents, totalCents: totals.totalCents, version: order.version + 1, history } });
      },
      'order.redirected': ({ id, wish }) => {
        const redirected = this.#redirected(byId(id).order, wish);
        return { ...redirected, windows: windows.filter(({ day }) => day >= redirected.soonest) };
      },
      'order.redirect': ({ id, wish }) => {
        const view = replace(this.#redirect(byId(id), wish));
        announce();
        return view;
      },
      'order.accept': ({ id }) => void this.accepted.push(id),
      'slot.list': () => tastings,
      'reservation.create': ({ customerId, slotId, seats, note }) => {
        const reservation = { id: newId(), version: 1, updatedAt: now(), number: 'R-100044', customerId, interactionId: null, agentId: null, slotId, seats, state: 'confirmed', note, at: now() } as const;
        const view = { reservation, slot: tastings.find(({ id }) => id === slotId) ?? null, refused: null };
        this.reservations.unshift(view);
        return view;
      },
      'reservation.cancel': ({ id }) => {
        const view = this.reservations.find(({ reservation }) => reservation.id === id);
        if (view === undefined) throw new BalieError('store.not-found', 'no such reservation');
        const cancelled: ReservationView = { ...view, reservation: { ...view.reservation, state: 'cancelled' } };
        this.reservations.splice(this.reservations.indexOf(view), 1, cancelled);
        return cancelled;
      },
    };
  }
}
