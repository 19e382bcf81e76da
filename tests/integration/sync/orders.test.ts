import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/domain/ids.ts';
import { slotRow } from '../../fixtures/ordering.ts';
import type { OrderDesk, OrderWish } from '#shared/domain/ordering/order-views.ts';
import { availableOf } from '#shared/domain/ordering/stock.ts';
import { eventually, openDesk, openSite, prepareSites, rowsAt, type Desk, type Site } from './support/sync-bench.ts';

beforeAll(prepareSites);

interface Counter {
  readonly site: Site;
  readonly desk: Desk;
  readonly customerId: string;
  readonly save: (quantity: number, product?: number) => Promise<OrderDesk>;
}

async function openCounter(): Promise<Counter> {
  const site = await openSite();
  const desk = await openDesk(site);
  await desk.signIn();
  await desk.settled();
  const customerId = site.centre.customers[0]!.id;
  const heard = site.centre.shop.salesTerms.map(({ id }) => id);
  const delivery = { street: 'Coupure Links', houseNumber: '48', box: null, postcode: '9000', town: 'Gent', country: 'BE' };
  const save = async (quantity: number, product = 0): Promise<OrderDesk> => {
    const wish: OrderWish = { lines: [{ id: newId(), productId: site.centre.shop.product[product]!.id, quantity, discount: 'best' }], delivery, slotId: null, priority: 'normal', note: 'Na 14 u', heard, language: 'nl' };
    return await desk.workspace.call('order.save', { customerId, interactionId: null, wish });
  };
  return { site, desk, customerId, save };
}

const goOffline = async ({ desk }: Counter): Promise<void> => void (await desk.main.call('session.clear', undefined));

async function place(counter: Counter): Promise<string> {
  const { order } = await counter.desk.workspace.call('order.desk', { customerId: counter.customerId, interactionId: null });
  return (await counter.desk.workspace.call('order.place', { id: order!.id })).order.id;
}

async function orderNow({ desk, customerId }: Counter, id: string) {
  const { orders } = await desk.workspace.call('order.list', { customerId });
  return orders.find(({ order }) => order.id === id)!;
}

describe('an order at the desk', () => {
  it('has its stock held by central while it is made, and gets its number when it is placed', async () => {
    const counter = await openCounter();
    const { desk, site, customerId } = counter;
    await counter.save(2);
    await counter.save(4);
    await eventually(async () => {
      const { holds } = await desk.workspace.call('order.desk', { customerId, interactionId: null });
      expect(holds).toMatchObject([{ state: 'granted', quantity: 4 }]);
    });
    const id = await place(counter);
    await eventually(async () => expect((await orderNow(counter, id)).order).toMatchObject({ state: 'confirmed', number: expect.stringMatching(/^O-\d{6}$/), note: 'Na 14 u' }));
    const stock = (await rowsAt(site, 'stock')).find(({ productId }) => productId === site.centre.shop.product[0]!.id)!;
    expect(stock).toMatchObject({ onHand: 40, allocated: 4, held: 0 });
    expect((await desk.workspace.call('order.search', { text: 'o100', limit: 5 })).map((hit) => hit.id)).toEqual([id]);
  });

  it('without central is provisional, and is confirmed once it is back', async () => {
    const counter = await openCounter();
    await goOffline(counter);
    const made = await counter.save(3);
    expect(made.holds).toMatchObject([{ state: 'requested', until: null }]);
    const id = await place(counter);
    expect(await orderNow(counter, id)).toMatchObject({ order: { state: 'provisional', number: null }, refused: null });
    await counter.desk.signIn();
    await eventually(async () => expect((await orderNow(counter, id)).order).toMatchObject({ state: 'confirmed', totalCents: 16_200 }));
    expect(await counter.desk.settled()).toMatchObject({ parked: 0 });
  });

  it('whose stock is gone meanwhile comes back with what is left, is mended, and goes', async () => {
    const counter = await openCounter();
    const { site, desk, customerId } = counter;
    await goOffline(counter);
    await counter.save(3, 1);
    const id = await place(counter);
    const [, corkscrew] = site.centre.shop.product;
    const taken = { orderId: newId(), productId: corkscrew!.id, interactionId: null, agentId: site.colleague.agentId, quantity: 2, state: 'requested', renewals: 0 };
    expect(await site.colleague.mutateOne({ id: newId(), entity: 'stockHold', entityId: newId(), baseVersion: null, patch: taken, at: new Date().toISOString() })).toMatchObject({ status: 'applied' });
    await desk.signIn();
    await eventually(async () => {
      const { order, refused } = await orderNow(counter, id);
      expect(order.state).toBe('provisional');
      expect(refused).toEqual({ state: 'rejected', code: 'stock-gone', problems: [{ code: 'stock-gone', about: corkscrew!.id, now: 1 }] });
    });
    expect((await desk.workspace.call('order.revise', { id, interactionId: null })).order).toMatchObject({ id, state: 'draft' });
    await eventually(async () => {
      const { cards } = await desk.workspace.call('order.desk', { customerId, interactionId: null });
      expect(availableOf(cards[0]!.stock!)).toBe(1);
    });
    await counter.save(1, 1);
    expect(await place(counter)).toBe(id);
    await eventually(async () => expect(await orderNow(counter, id)).toMatchObject({ order: { state: 'confirmed' }, refused: null }));
    expect(await desk.settled()).toMatchObject({ parked: 0 });
  });

  it('that is cancelled after somebody else has sent it stands as sent, and says so', async () => {
    const counter = await openCounter();
    const { site, desk, customerId } = counter;
    await counter.save(1);
    const id = await place(counter);
    await eventually(async () => expect((await orderNow(counter, id)).order.state).toBe('confirmed'));
    await desk.settled();
    await goOffline(counter);
    await desk.workspace.call('order.change', { id, state: 'cancelled', reason: 'Bedacht' });
    const number = (await orderNow(counter, id)).order.number!;
    await site.central.advanceOrder(number, 'pack');
    await site.central.advanceOrder(number, 'ship');
    await desk.signIn();
    await eventually(async () => expect(await orderNow(counter, id)).toMatchObject({ order: { state: 'shipped' }, refused: { state: 'conflict' } }));
    await desk.workspace.call('order.accept', { entity: 'order', id });
    expect((await desk.workspace.call('order.list', { customerId })).orders[0]?.refused).toBeNull();
  });

  it('loses pieces without central too, noted until it answers; its stock is free, and the history says what went', async () => {
    const counter = await openCounter();
    const { site, desk } = counter;
    const { order } = await counter.save(4);
    const id = await place(counter);
    await eventually(async () => expect((await orderNow(counter, id)).order.state).toBe('confirmed'));
    await desk.settled();
    await goOffline(counter);
    const lines = [{ id: order!.lines[0]!.id, quantity: 3 }];
    expect(await desk.workspace.call('order.lessened', { id, lines })).toMatchObject({ problem: null, totals: { totalCents: 16_200 } });
    expect(await desk.workspace.call('order.lessen', { id, lines })).toMatchObject({ isNoted: true, order: { totalCents: 16_200, lines: [{ quantity: 3 }] } });
    // Once more before central has heard of the first.
    await desk.workspace.call('order.lessen', { id, lines: [{ id: lines[0]!.id, quantity: 1 }] });
    await expect(desk.workspace.call('order.lessen', { id, lines: [{ id: lines[0]!.id, quantity: 0 }] })).rejects.toMatchObject({ code: 'store.refused', details: { reason: 'order-empty' } });
    await desk.signIn();
    await desk.settled();
    const now = await orderNow(counter, id);
    expect(now).toMatchObject({ refused: null, order: { state: 'confirmed', totalCents: 6_095, deliveryCents: 695, lines: [{ quantity: 1 }] } });
    expect(now.isNoted).toBeUndefined();
    expect(now.order.history.flatMap(({ less = [] }) => less.map(({ from, to }) => [from, to]))).toEqual([[4, 3], [3, 1]]);
    expect((await rowsAt(site, 'stock')).find(({ productId }) => productId === site.centre.shop.product[0]!.id)).toMatchObject({ allocated: 1, held: 0 });
    const { entries } = await desk.workspace.call('customer.timeline', { customerId: counter.customerId, kinds: ['order'] });
    expect(entries.flatMap((entry) => (entry.kind === 'order' && entry.less !== undefined ? [entry.state] : []))).toEqual(['confirmed', 'confirmed']);
  });

  it('that was packed before central heard that pieces are not wanted stands as it was, and says so', async () => {
    const counter = await openCounter();
    const { site, desk, customerId } = counter;
    const { order } = await counter.save(4);
    const id = await place(counter);
    await eventually(async () => expect((await orderNow(counter, id)).order.state).toBe('confirmed'));
    await desk.settled();
    await goOffline(counter);
    await desk.workspace.call('order.lessen', { id, lines: [{ id: order!.lines[0]!.id, quantity: 1 }] });
    await site.central.advanceOrder((await orderNow(counter, id)).order.number!, 'pack');
    await desk.signIn();
    await eventually(async () => expect(await orderNow(counter, id)).toMatchObject({ order: { state: 'packed', totalCents: 21_600, lines: [{ quantity: 4 }] }, refused: { state: 'rejected', code: 'order-state' } }));
    await desk.workspace.call('order.accept', { entity: 'order', id });
    const [after] = (await desk.workspace.call('order.list', { customerId })).orders;
    expect(after).toMatchObject({ refused: null, order: { totalCents: 21_600, lines: [{ quantity: 4 }] } });
    expect(after!.order).toEqual((await rowsAt(site, 'order'))[0]);
    expect(await desk.settled()).toMatchObject({ parked: 0 });
  });

  it('goes elsewhere without central too, noted until it answers, and says where it was to go; only to an address of the customer’s', async () => {
    const counter = await openCounter();
    const { site, desk, customerId } = counter;
    const { order } = await counter.save(4);
    const id = await place(counter);
    await eventually(async () => expect((await orderNow(counter, id)).order.state).toBe('confirmed'));
    await desk.settled();
    await goOffline(counter);
    const home = { street: 'Kerkstraat', houseNumber: '12', box: null, postcode: '8000', town: 'Brugge', country: 'BE' };
    const wish = { delivery: home, priority: 'normal', slotId: null } as const;
    expect(await desk.workspace.call('order.redirected', { id, wish })).toMatchObject({ problem: 'address-unknown' });
    await expect(desk.workspace.call('order.redirect', { id, wish })).rejects.toMatchObject({ code: 'store.refused', details: { reason: 'address-unknown' } });
    await expect(desk.workspace.call('order.redirect', { id, wish: { ...wish, delivery: order!.delivery } })).rejects.toMatchObject({ details: { reason: 'same' } });
    // They moved: the address is new in the file too, and central hears of it first.
    await desk.workspace.call('customer.change', { id: customerId, change: { addresses: [{ kind: 'delivery', ...home }] } });
    expect(await desk.workspace.call('order.redirected', { id, wish })).toMatchObject({ problem: null, totals: { totalCents: 21_600 } });
    expect(await desk.workspace.call('order.redirect', { id, wish })).toMatchObject({ isNoted: true, order: { delivery: home, totalCents: 21_600 } });
    // Urgent after all, before central has heard of the first.
    await desk.workspace.call('order.redirect', { id, wish: { ...wish, priority: 'urgent' } });
    await desk.signIn();
    await desk.settled();
    const now = await orderNow(counter, id);
    expect(now).toMatchObject({ refused: null, order: { state: 'confirmed', priority: 'urgent', delivery: home, totalCents: 22_795, deliveryCents: 1_195 } });
    expect(now.isNoted).toBeUndefined();
    expect(now.order.history.flatMap(({ redirected }) => (redirected === undefined ? [] : [[redirected.address?.from, redirected.priority?.to]]))).toEqual([[order!.delivery, undefined], [undefined, 'urgent']]);
    expect(now.order).toEqual((await rowsAt(site, 'order'))[0]);
    const { entries } = await desk.workspace.call('customer.timeline', { customerId, kinds: ['order'] });
    expect(entries.flatMap((entry) => (entry.kind === 'order' && entry.redirected !== undefined ? [entry.redirected.address?.to.town] : []))).toEqual([undefined, 'Brugge']);
    expect(await desk.settled()).toMatchObject({ parked: 0 });
  });

  it('that was packed before central heard where it is to go goes where it was to go, in its own window, and says so', async () => {
    const counter = await openCounter();
    const { site, desk, customerId } = counter;
    const morning = slotRow({ kind: 'delivery', from: '09:00', until: '12:00' });
    await site.central.import({ capacitySlot: [morning] });
    await counter.save(4);
    const id = await place(counter);
    await eventually(async () => expect((await orderNow(counter, id)).order.state).toBe('confirmed'));
    await desk.settled();
    const { order } = await orderNow(counter, id);
    const wish = { delivery: order.delivery, priority: 'normal', slotId: morning.id } as const;
    await eventually(async () => expect((await desk.workspace.call('order.redirected', { id, wish })).windows).toMatchObject([{ id: morning.id }]));
    await goOffline(counter);
    expect(await desk.workspace.call('order.redirect', { id, wish })).toMatchObject({ isNoted: true, slot: { from: '09:00' }, order: { toldFor: morning.day } });
    await site.central.advanceOrder(order.number!, 'pack');
    await desk.signIn();
    await eventually(async () => expect(await orderNow(counter, id)).toMatchObject({ order: { state: 'packed', slotId: null, toldFor: order.toldFor }, slot: null, refused: { state: 'rejected', code: 'order-state' } }));
    await desk.workspace.call('order.accept', { entity: 'order', id });
    const [after] = (await desk.workspace.call('order.list', { customerId })).orders;
    expect(after!.refused).toBeNull();
    expect(after!.order).toEqual((await rowsAt(site, 'order'))[0]);
    expect(await desk.settled()).toMatchObject({ parked: 0 });
  });

  it('whose window was filled before central heard of it stands as it was, without it, and says why', async () => {
    const counter = await openCounter();
    const { site, desk } = counter;
    const morning = slotRow({ kind: 'delivery', capacity: 1 });
    await site.central.import({ capacitySlot: [morning] });
    await counter.save(4);
    const id = await place(counter);
    await eventually(async () => expect((await orderNow(counter, id)).order.state).toBe('confirmed'));
    await desk.settled();
    const { order } = await orderNow(counter, id);
    await goOffline(counter);
    await desk.workspace.call('order.redirect', { id, wish: { delivery: order.delivery, priority: 'normal', slotId: morning.id } });
    await site.central.import({ capacitySlot: [{ ...morning, taken: 1 }] });
    await desk.signIn();
    const problems = [{ code: 'capacity-full', about: morning.id, now: 0 }];
    await eventually(async () => expect(await orderNow(counter, id)).toMatchObject({ order: { ...order, updatedAt: expect.any(String) }, slot: null, refused: { state: 'rejected', code: 'capacity-full', problems } }));
    await desk.workspace.call('order.accept', { entity: 'order', id });
    expect(await orderNow(counter, id)).toMatchObject({ slot: null, refused: null, order: { slotId: null, toldFor: order.toldFor } });
    expect(await desk.settled()).toMatchObject({ parked: 0 });
  });

  it('in the making survives the end of the store, and is not sent', async () => {
    const counter = await openCounter();
    const made = await counter.save(2);
    const { path, station } = counter.desk;
    await counter.desk.settled();
    await counter.desk.main.call('store.close', undefined);
    const again = await openDesk(counter.site, { path, station });
    expect((await again.workspace.call('order.desk', { customerId: counter.customerId, interactionId: null })).order).toEqual(made.order);
    expect(await rowsAt(counter.site, 'order')).toEqual([]);
  });
});

it('a place at a tasting is provisional without central, and is refused when it was given away', async () => {
  const counter = await openCounter();
  const { site, desk, customerId } = counter;
  const [slot] = site.centre.shop.capacitySlot;
  await goOffline(counter);
  const { reservation } = await desk.workspace.call('reservation.create', { customerId, interactionId: null, slotId: slot!.id, seats: 8, note: '' });
  expect(reservation.state).toBe('provisional');
  const patch = { customerId, interactionId: null, agentId: site.colleague.agentId, slotId: slot!.id, seats: 6, state: 'provisional', note: '', at: new Date().toISOString() };
  expect(await site.colleague.mutateOne({ id: newId(), entity: 'reservation', entityId: newId(), baseVersion: null, patch, at: patch.at })).toMatchObject({ status: 'applied' });
  await desk.signIn();
  await eventually(async () => {
    const { reservations } = await desk.workspace.call('order.list', { customerId });
    expect(reservations.find((view) => view.reservation.id === reservation.id)?.refused).toMatchObject({ code: 'capacity-full', problems: [{ now: 6 }] });
  });
  await desk.workspace.call('order.accept', { entity: 'reservation', id: reservation.id });
  expect(await desk.settled()).toMatchObject({ parked: 0 });
});

it('products are found without a network, by words in any order, accents and case ignored', async () => {
  const { desk, site } = await openCounter();
  await desk.main.call('session.clear', undefined);
  const found = async (text: string): Promise<string[]> => (await desk.workspace.call('product.search', { text, limit: 10 })).map(({ product }) => product.sku);
  expect(await found('loire PROEF')).toEqual(['LOI-06']);
  expect(await found('krk')).toEqual(['KRK-01']);
  expect(await found('')).toEqual(site.centre.shop.product.map(({ sku }) => sku).sort());
  expect(await found('"loire" OR *')).toEqual([]);
  expect(await found("'); DROP TABLE product; --")).toEqual([]);
});
