import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CapacitySlot } from '#shared/domain/ordering/catalogue.ts';
import type { Order, StockHold } from '#shared/domain/ordering/order.ts';
import { newId } from '#shared/domain/ids.ts';
import { productRow, termsRow } from '../../fixtures/ordering.ts';
import { onEachDatabase } from './support/each-database.ts';
import { mutation } from './support/samples.ts';
import { codeOf, hold, openMarket, openShop, order, reservation, rowOf, rowsOf, stockNow, type Market } from './support/shop.ts';
import { Workstation } from './support/workstation.ts';

onEachDatabase('orders at central', (newDatabase) => {
  let market: Market;
  beforeAll(async () => {
    market = await openMarket(await newDatabase());
  });
  afterAll(async () => await market.central.close());

  it('an order that is taken into the books is told to the webhooks that want it; one that is refused is not', async () => {
    const [shop, admin] = [await openShop(market, 2), await Workstation.open(market.central)];
    await market.central.admin.setAccess(admin.session.agent.username, { role: 'administrator' });
    const { id } = (await admin.send('POST', '/v1/webhooks', { url: 'https://erp.example.be/orders', events: ['order.placed'] })).json as { id: string };
    expect((await admin.mutate(order(shop, admin, 5), order(shop, admin, 1))).map(codeOf)).toEqual(['stock-gone', 'applied']);
    expect((await admin.send('GET', `/v1/webhooks/${id}/deliveries`)).json).toMatchObject({ items: [{ event: 'order.placed', state: 'waiting' }] });
  });

  describe('an order', () => {
    it('gets its number, its promise and its history from central, and takes its stock', async () => {
      const shop = await openShop(market);
      const lotte = await Workstation.open(shop.central);
      const placed = rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 2)));
      expect(placed).toMatchObject({ state: 'confirmed', number: expect.stringMatching(/^O-1\d{5}$/), promisedFor: '2026-11-30', agentId: lotte.agentId });
      expect(placed.history.map(({ state, by }) => [state, by])).toEqual([
        ['provisional', lotte.agentId],
        ['confirmed', null],
      ]);
      expect(await stockNow(lotte, shop)).toEqual({ onHand: 10, allocated: 2, held: 0 });
    });

    it('is sent twice when the answer was lost, and taken once', async () => {
      const shop = await openShop(market);
      const lotte = await Workstation.open(shop.central);
      const sent = order(shop, lotte, 2);
      const first = await lotte.mutateOne(sent);
      expect(await lotte.mutateOne(sent)).toEqual(first);
      expect(await stockNow(lotte, shop)).toMatchObject({ allocated: 2 });
    });

    it('is refused with every reason at once when things have changed', async () => {
      const shop = await openShop(market, 1);
      const lotte = await Workstation.open(shop.central);
      await shop.central.import({ product: [{ ...shop.product, priceCents: 6_000 }], salesTerms: [termsRow({ key: shop.terms.key, edition: '2026-11', validFrom: '2026-11-20' })] });
      const refused = await lotte.mutateOne(order(shop, lotte, 2));
      expect(refused).toMatchObject({ status: 'rejected', code: 'price-changed' });
      expect(refused.status === 'rejected' ? refused.problems?.map(({ code, now }) => [code, now]) : []).toEqual([
        ['price-changed', 12_000],
        ['stock-gone', 1],
        ['terms-unheard', null],
      ]);
      expect(await stockNow(lotte, shop)).toEqual({ onHand: 1, allocated: 0, held: 0 });
      expect((await rowsOf<Order>(lotte, 'order')).filter(({ customerId }) => customerId === shop.customerId)).toEqual([]);
    });

    it.each<[string, Partial<Order>, string]>([
      ['without lines', { lines: [], totalCents: 0, deliveryCents: 0 }, 'order-empty'],
      ['without an address', { delivery: null }, 'address-missing'],
      ['with another total', { totalCents: 1 }, 'price-changed'],
      ['with a window that does not exist', { slotId: newId() }, 'reference-missing'],
      ['with a number of its own', { number: 'O-1' }, 'field-forbidden'],
      ['that says it is delivered', { state: 'delivered' }, 'invalid'],
      ['in the name of somebody else', { agentId: newId() }, 'forbidden'],
    ])('%s is refused', async (_, changes, code) => {
      const shop = await openShop(market);
      const lotte = await Workstation.open(shop.central);
      expect(codeOf(await lotte.mutateOne(order(shop, lotte, 2, changes)))).toBe(code);
      expect(await stockNow(lotte, shop)).toMatchObject({ allocated: 0 });
    });

    it('gets a discount from its quantity on, and no other', async () => {
      const shop = await openShop(market);
      const lotte = await Workstation.open(shop.central);
      const line = (quantity: number): Partial<Order> => ({
        lines: [{ id: newId(), productId: shop.product.id, name: shop.product.name, quantity, unitCents: 5_400, vatRate: 2_100, discountKey: 'autumn', discountCents: quantity * 540 }],
        deliveryCents: 0,
        totalCents: quantity * 4_860,
      });
      expect(codeOf(await lotte.mutateOne(order(shop, lotte, 2, line(2))))).toBe('price-changed');
      expect(rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 3, line(3))))).toMatchObject({ totalCents: 14_580 });
    });

    it('goes its way step by step; cancelled it gives back, shipped it is gone', async () => {
      const shop = await openShop(market);
      const lotte = await Workstation.open(shop.central);
      const kept = rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 2)));
      const dropped = rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 3, { slotId: shop.window.id })));
      expect(dropped.promisedFor).toBe('2026-12-03');
      expect(await lotte.mutateOne(mutation('order', dropped.version, { state: 'cancelled', reason: 'Te laat' }, dropped.id))).toMatchObject({ status: 'applied', row: { state: 'cancelled', reason: 'Te laat' } });
      expect(await stockNow(lotte, shop)).toMatchObject({ allocated: 2 });
      expect((await rowsOf<CapacitySlot>(lotte, 'capacitySlot')).find(({ id }) => id === shop.window.id)?.taken).toBe(0);
      await expect(shop.central.advanceOrder(kept.number!, 'ship')).rejects.toMatchObject({ code: 'order-step' });
      await shop.central.advanceOrder(kept.number!, 'pack');
      expect(await shop.central.advanceOrder(kept.number!, 'ship')).toBe('shipped');
      expect(await stockNow(lotte, shop)).toEqual({ onHand: 8, allocated: 0, held: 0 });
      const shipped = (await rowsOf<Order>(lotte, 'order')).find(({ id }) => id === kept.id)!;
      expect(codeOf(await lotte.mutateOne(mutation('order', shipped.version, { state: 'cancelled', reason: '' }, kept.id)))).toBe('order-state');
      // On a version of before: somebody else has moved it meanwhile.
      expect(await lotte.mutateOne(mutation('order', kept.version, { state: 'cancelled', reason: '' }, kept.id))).toMatchObject({ status: 'conflict', row: { state: 'shipped' } });
      await shop.central.advanceOrder(kept.number!, 'deliver');
      const delivered = (await rowsOf<Order>(lotte, 'order')).find(({ id }) => id === kept.id)!;
      expect(codeOf(await lotte.mutateOne(mutation('order', delivered.version, { state: 'returned', reason: 'Gebroken' }, kept.id)))).toBe('applied');
      await expect(shop.central.advanceOrder('O-1', 'pack')).rejects.toMatchObject({ code: 'order-unknown' });
    });

    it('of something that is made to order waits for a person', async () => {
      const shop = await openShop(market);
      const lotte = await Workstation.open(shop.central);
      const made = productRow({ stocked: false, leadDays: 5 });
      await shop.central.import({ product: [made] });
      const placed = rowOf<Order>(await lotte.mutateOne(order({ ...shop, product: made }, lotte, 2)));
      expect(placed).toMatchObject({ state: 'placed', promisedFor: '2026-12-07' });
      expect(await shop.central.advanceOrder(placed.number!, 'confirm')).toBe('confirmed');
    });
  });

  describe('stock', () => {
    it('is held for some minutes, renewed, and given back', async () => {
      const shop = await openShop(market);
      const lotte = await Workstation.open(shop.central);
      const karim = await Workstation.open(shop.central);
      const held = rowOf<StockHold>(await lotte.mutateOne(hold(shop, lotte, newId(), 8)));
      const minutes = (later: number): string => new Date(shop.clock.now() + later * 60_000).toISOString();
      expect(held).toMatchObject({ state: 'granted', until: minutes(5) });
      expect(await karim.mutateOne(hold(shop, karim, newId(), 3))).toMatchObject({ status: 'rejected', code: 'stock-gone', problems: [{ about: shop.product.id, now: 2 }] });
      expect(codeOf(await karim.mutateOne(order(shop, karim, 3)))).toBe('stock-gone');
      shop.clock.advance(4 * 60_000);
      const renewed = rowOf<StockHold>(await lotte.mutateOne(mutation('stockHold', held.version, { renewals: 1 }, held.id)));
      expect(renewed.until).toBe(minutes(5));
      expect(codeOf(await lotte.mutateOne(mutation('stockHold', renewed.version, { quantity: 11 }, held.id)))).toBe('stock-gone');
      expect(codeOf(await karim.mutateOne(mutation('stockHold', renewed.version, { state: 'released' }, held.id)))).toBe('forbidden');
      expect(rowOf<StockHold>(await lotte.mutateOne(mutation('stockHold', renewed.version, { state: 'released' }, held.id)))).toMatchObject({ state: 'released', until: null });
      expect(await stockNow(lotte, shop)).toEqual({ onHand: 10, allocated: 0, held: 0 });
    });

    it('that is held too long is free for the next, and asked again only if it is still there', async () => {
      const shop = await openShop(market);
      const lotte = await Workstation.open(shop.central);
      const karim = await Workstation.open(shop.central);
      const held = rowOf<StockHold>(await lotte.mutateOne(hold(shop, lotte, newId(), 8)));
      shop.clock.advance(5 * 60_000);
      expect(codeOf(await karim.mutateOne(hold(shop, karim, newId(), 9)))).toBe('applied');
      expect((await rowsOf<StockHold>(lotte, 'stockHold')).find(({ id }) => id === held.id)?.state).toBe('expired');
      expect(codeOf(await lotte.mutateOne(mutation('stockHold', held.version, { renewals: 1 }, held.id)))).toBe('stock-gone');
    });

    it('that is held for an order goes to that order', async () => {
      const shop = await openShop(market);
      const lotte = await Workstation.open(shop.central);
      const orderId = newId();
      await lotte.mutateOne(hold(shop, lotte, orderId, 10));
      expect(rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 10, {}, orderId))).state).toBe('confirmed');
      expect(await stockNow(lotte, shop)).toEqual({ onHand: 10, allocated: 10, held: 0 });
      expect((await rowsOf<StockHold>(lotte, 'stockHold')).filter((row) => row.orderId === orderId).map(({ state }) => state)).toEqual(['consumed']);
    });

    it('comes back by itself when nobody decides anything', async () => {
      const shop = await openShop(market);
      const lotte = await Workstation.open(shop.central);
      await lotte.mutateOne(hold(shop, lotte, newId(), 8));
      shop.clock.advance(5 * 60_000);
      const later = async (): Promise<number> => (shop.clock.advance(15_000), (await stockNow(lotte, shop)).held);
      await expect.poll(later, { timeout: 10_000 }).toBe(0);
    });
  });

  describe('many at once', () => {
    it('never promise more than there is', async () => {
      const shop = await openShop(market, 20);
      const desks = await Promise.all(Array.from({ length: 6 }, async () => await Workstation.open(shop.central)));
      const asked = desks.flatMap((desk) => Array.from({ length: 4 }, (_, index) => ({ desk, quantity: 1 + (index % 3) })));
      const answers = await Promise.all(
        asked.map(async ({ desk, quantity }) => {
          const id = newId();
          const [held] = await desk.mutate(hold(shop, desk, id, quantity));
          if (held?.status !== 'applied') return 0;
          return (await desk.mutateOne(order(shop, desk, quantity, {}, id))).status === 'applied' ? quantity : 0;
        }),
      );
      const sold = answers.reduce((sum, quantity) => sum + quantity, 0);
      const stock = await stockNow(desks[0]!, shop);
      expect(stock).toEqual({ onHand: 20, allocated: sold, held: 0 });
      // All but what no request was small enough for.
      expect(sold).toBeGreaterThanOrEqual(18);
      expect(sold).toBeLessThanOrEqual(20);
      const orders = (await rowsOf<Order>(desks[0]!, 'order')).filter(({ customerId }) => customerId === shop.customerId);
      expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length);
    });

    it('never get more places than there are', async () => {
      const shop = await openShop(market);
      const desks = await Promise.all(Array.from({ length: 6 }, async () => await Workstation.open(shop.central)));
      const answers = await Promise.all(desks.flatMap((desk) => Array.from({ length: 5 }, async () => await desk.mutateOne(reservation(shop, desk, 1)))));
      expect(answers.filter(({ status }) => status === 'applied')).toHaveLength(12);
      expect(answers.filter((answer) => codeOf(answer) === 'capacity-full')).toHaveLength(18);
      expect((await rowsOf<CapacitySlot>(desks[0]!, 'capacitySlot')).find(({ id }) => id === shop.slot.id)?.taken).toBe(12);
    });
  });

  it('gives the places of a cancelled reservation to the next', async () => {
    const shop = await openShop(market);
    const lotte = await Workstation.open(shop.central);
    const first = await lotte.mutateOne(reservation(shop, lotte, 10));
    const { id, version } = rowOf<{ id: string; version: number }>(first);
    expect(first).toMatchObject({ row: { state: 'confirmed', number: expect.stringMatching(/^R-1\d{5}$/) } });
    expect(await lotte.mutateOne(reservation(shop, lotte, 3))).toMatchObject({ code: 'capacity-full', problems: [{ now: 2 }] });
    expect(codeOf(await lotte.mutateOne(reservation(shop, lotte, 1, shop.window.id)))).toBe('capacity-full');
    expect(codeOf(await lotte.mutateOne(mutation('reservation', version, { state: 'cancelled' }, id)))).toBe('applied');
    expect(codeOf(await lotte.mutateOne(reservation(shop, lotte, 12)))).toBe('applied');
    expect(codeOf(await lotte.mutateOne(mutation('reservation', version + 1, { state: 'cancelled' }, id)))).toBe('applied');
  });
});
