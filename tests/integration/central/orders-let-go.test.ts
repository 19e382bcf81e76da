import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CapacitySlot } from '#shared/domain/ordering/catalogue.ts';
import type { Order, Reservation, StockHold } from '#shared/domain/ordering/order.ts';
import { newId } from '#shared/domain/ids.ts';
import { onEachDatabase } from './support/each-database.ts';
import { customerPatch, interactionPatch, mutation } from './support/samples.ts';
import { hold, openMarket, openShop, order, reservation, rowOf, rowsOf, stockNow, type Market, type Shop } from './support/shop.ts';
import { Workstation } from './support/workstation.ts';

onEachDatabase('orders of a customer who is erased', (newDatabase) => {
  let market: Market;
  let lotte: Workstation;
  beforeAll(async () => {
    market = await openMarket(await newDatabase());
    lotte = await Workstation.open(market.central);
    await market.central.admin.setDuty(lotte.session.agent.username, 'privacy', true);
  });
  afterAll(async () => await market.central.close());

  const erase = async (id: string): Promise<void> => expect((await lotte.send('POST', `/v1/customers/${id}/erasure`, { reason: 'verzoek 7' })).status).toBe(204);
  const takenOf = async ({ id }: CapacitySlot): Promise<number | undefined> => (await rowsOf<CapacitySlot>(lotte, 'capacitySlot')).find((slot) => slot.id === id)?.taken;

  /** Of one customer: two open orders, one with a window; one that was shipped, one that was cancelled; a tasting, one that was cancelled; stock held in their conversation. */
  async function buy(shop: Shop): Promise<StockHold> {
    await lotte.mutateOne(order(shop, lotte, 2));
    const packed = rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 1, { slotId: shop.window.id })));
    await shop.central.advanceOrder(packed.number!, 'pack');
    const shipped = rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 3)));
    for (const step of ['pack', 'ship'] as const) await shop.central.advanceOrder(shipped.number!, step);
    const dropped = rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 4)));
    await lotte.mutateOne(mutation('order', dropped.version, { state: 'cancelled', reason: 'Bedacht' }, dropped.id));
    await lotte.mutateOne(reservation(shop, lotte, 5));
    const given = rowOf<Reservation>(await lotte.mutateOne(reservation(shop, lotte, 2)));
    await lotte.mutateOne(mutation('reservation', given.version, { state: 'cancelled' }, given.id));
    const call = mutation('interaction', null, interactionPatch(lotte.agentId, { customerId: shop.customerId }));
    await lotte.mutateOne(call);
    const held = hold(shop, lotte, newId(), 3);
    return rowOf<StockHold>(await lotte.mutateOne({ ...held, patch: { ...held.patch, interactionId: call.entityId } }));
  }

  it('give back what they kept from others, in the transaction that erases; what was shipped is gone, and what others have stays theirs', async () => {
    const shop = await openShop(market, 30);
    const neighbour = { ...shop, customerId: await newCustomer() };
    const kept = rowOf<Order>(await lotte.mutateOne(order(neighbour, lotte, 4)));
    await lotte.mutateOne(reservation(neighbour, lotte, 1));
    const others = rowOf<StockHold>(await lotte.mutateOne(hold(neighbour, lotte, newId(), 2)));
    const held = await buy(shop);
    expect(await stockNow(lotte, shop)).toEqual({ onHand: 27, allocated: 7, held: 5 });
    expect([await takenOf(shop.window), await takenOf(shop.slot)]).toEqual([1, 6]);
    const cursor = await lotte.cursor();
    await erase(shop.customerId);
    expect(await stockNow(lotte, shop)).toEqual({ onHand: 27, allocated: 4, held: 2 });
    expect([await takenOf(shop.window), await takenOf(shop.slot)]).toEqual([0, 1]);
    expect((await rowsOf<Order>(lotte, 'order')).filter(({ customerId }) => [shop.customerId, neighbour.customerId].includes(customerId)).map(({ id }) => id)).toEqual([kept.id]);
    const holds = await rowsOf<StockHold>(lotte, 'stockHold');
    expect([held, others].map(({ id }) => holds.find((row) => row.id === id)?.state)).toEqual(['released', 'granted']);
    // Every workstation hears of it with the erasure itself, and the place is sold again.
    const { changes } = await lotte.changes(cursor);
    expect(changes).toContainEqual(expect.objectContaining({ entity: 'stock', row: expect.objectContaining({ productId: shop.product.id, allocated: 4, held: 2 }) }));
    expect((await lotte.mutateOne(order(neighbour, lotte, 1, { slotId: shop.window.id }))).status).toBe('applied');
  });

  it('whose file was merged into another first move to it, and go with it', async () => {
    const shop = await openShop(market, 10);
    await lotte.mutateOne(order(shop, lotte, 2));
    await lotte.mutateOne(reservation(shop, lotte, 3));
    const survivorId = await newCustomer();
    expect((await lotte.mutateOne(mutation('merge', null, { survivorId, mergedId: shop.customerId, taken: [] }))).status).toBe('applied');
    expect([await stockNow(lotte, shop), await takenOf(shop.slot)]).toEqual([{ onHand: 10, allocated: 2, held: 0 }, 3]);
    // Somebody who has not heard of the merge still orders for the former file.
    expect((await lotte.mutateOne(order(shop, lotte, 1))).status).toBe('applied');
    await erase(survivorId);
    expect([await stockNow(lotte, shop), await takenOf(shop.slot)]).toEqual([{ onHand: 10, allocated: 0, held: 0 }, 0]);
  });

  async function newCustomer(): Promise<string> {
    return rowOf<{ id: string }>(await lotte.mutateOne(mutation('customer', null, customerPatch()))).id;
  }
});
