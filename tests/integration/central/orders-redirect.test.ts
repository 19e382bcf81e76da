import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MutationResult } from '#shared/contract/sync.ts';
import { newId } from '#shared/domain/ids.ts';
import type { CapacitySlot } from '#shared/domain/ordering/catalogue.ts';
import type { DeliveryAddress, Order } from '#shared/domain/ordering/order.ts';
import { onEachDatabase } from './support/each-database.ts';
import { addressPatch, mutation } from './support/samples.ts';
import { codeOf, openMarket, openShop, order, rowOf, rowsOf, stockNow, type Market, type Shop } from './support/shop.ts';
import { Workstation } from './support/workstation.ts';

const { customerId: _, kind: __, ...church } = addressPatch('');
const quay: DeliveryAddress = { street: 'Coupure Links', houseNumber: '48', box: null, postcode: '9000', town: 'Gent', country: 'BE' };

onEachDatabase('an order that is delivered otherwise', (newDatabase) => {
  let market: Market;
  let lotte: Workstation;
  beforeAll(async () => {
    market = await openMarket(await newDatabase());
    lotte = await Workstation.open(market.central);
  });
  afterAll(async () => await market.central.close());

  /** A shop whose customer lives in the Kerkstraat by now, and an order of four boxes to the Coupure. */
  async function placed(changes: Partial<Order> = {}): Promise<{ shop: Shop; of: Order }> {
    const shop = await openShop(market, 9);
    rowOf(await lotte.mutateOne(mutation('address', null, addressPatch(shop.customerId))));
    return { shop, of: rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 4, changes))) };
  }
  const redirect = async (of: Order, patch: Record<string, unknown>, by = lotte): Promise<MutationResult> => await by.mutateOne(mutation('order', of.version, patch, of.id));
  const taken = async (id: string): Promise<number> => (await rowsOf<CapacitySlot>(lotte, 'capacitySlot')).find((slot) => slot.id === id)!.taken;

  it('goes to another address of the customer’s; nothing else of it is another, and the history keeps where it was to go', async () => {
    const { shop, of } = await placed();
    await shop.central.import({ product: [{ ...shop.product, priceCents: 9_900 }] });
    const now = rowOf<Order>(await redirect(of, { delivery: church }));
    const { version: _v, updatedAt: _u, history, ...rest } = now;
    const { version: _fv, updatedAt: _fu, history: former, ...before } = of;
    expect(rest).toEqual({ ...before, delivery: church });
    expect(history).toEqual([...former, { state: 'confirmed', at: expect.any(String), by: lotte.agentId, redirected: { address: { from: quay, to: church } } }]);
    expect(await stockNow(lotte, shop)).toEqual({ onHand: 9, allocated: 4, held: 0 });
    // It goes its way from there.
    await shop.central.advanceOrder(of.number!, 'pack');
  });

  it('is told once, also when the answer was lost on the way; asked twice, it is one change', async () => {
    const { of } = await placed();
    const sent = mutation('order', of.version, { delivery: church }, of.id);
    const first = await lotte.mutateOne(sent);
    expect(await lotte.mutateOne(sent)).toEqual(first);
    const again = rowOf<Order>(await redirect(of, { delivery: church }));
    expect(again.version).toBe(rowOf<Order>(first).version);
    expect(again.history.filter(({ redirected }) => redirected !== undefined)).toHaveLength(1);
  });

  it.each<[string, (to: { shop: Shop; neighbour: DeliveryAddress }) => Record<string, unknown>, string]>([
    ['to an address that nobody has', () => ({ delivery: { ...church, houseNumber: '13' } }), 'address-unknown'],
    ['to somebody else’s address', ({ neighbour }) => ({ delivery: neighbour }), 'address-unknown'],
    ['nowhere', () => ({ delivery: null }), 'address-missing'],
    ['urgently, for nothing', () => ({ priority: 'urgent' }), 'price-changed'],
    ['urgently, for the right sum of the wrong parts', () => ({ priority: 'urgent', deliveryCents: 0, totalCents: 22_795 }), 'price-changed'],
    ['in a window that is full', ({ shop }) => ({ slotId: shop.window.id }), 'capacity-full'],
    ['at a tasting', ({ shop }) => ({ slotId: shop.slot.id }), 'capacity-full'],
    ['in a window that does not exist', () => ({ slotId: newId() }), 'reference-missing'],
    ['with fewer pieces at once', () => ({ delivery: church, lines: [] }), 'invalid'],
    ['and is cancelled', () => ({ delivery: church, state: 'cancelled', reason: '' }), 'invalid'],
    ['on a day that central gives', () => ({ delivery: church, promisedFor: '2026-11-27' }), 'field-forbidden'],
    ['to a street without a country', () => ({ delivery: { street: 'Kerkstraat' } }), 'invalid'],
  ])('%s is refused, and stays as it was', async (_what, patch, code) => {
    const { shop, of } = await placed();
    const other = await openShop(market);
    const neighbour: DeliveryAddress = { ...church, street: 'Veldstraat' };
    rowOf(await lotte.mutateOne(mutation('address', null, addressPatch(other.customerId, neighbour))));
    rowOf(await lotte.mutateOne(order(shop, lotte, 2, { slotId: shop.window.id })));
    expect(codeOf(await redirect(of, patch({ shop, neighbour })))).toBe(code);
    expect((await rowsOf<Order>(lotte, 'order')).find(({ id }) => id === of.id)).toEqual(of);
  });

  it('says which address it was, in a problem that the screen has words for', async () => {
    const { of } = await placed();
    expect(await redirect(of, { delivery: { ...church, houseNumber: '13' } })).toMatchObject({ status: 'rejected', problems: [{ code: 'address-unknown', about: null, now: null }] });
  });

  it('of which nobody waits any more is let be: packed, cancelled, or of somebody who was erased', async () => {
    const { shop, of: packed } = await placed();
    await shop.central.advanceOrder(packed.number!, 'pack');
    expect(codeOf(await redirect(packed, { delivery: church }))).toBe('order-state');
    const { of: cancelled } = await placed();
    rowOf(await lotte.mutateOne(mutation('order', cancelled.version, { state: 'cancelled', reason: '' }, cancelled.id)));
    expect(codeOf(await redirect(cancelled, { delivery: church }))).toBe('order-state');
    const { shop: left, of: erased } = await placed();
    await market.central.admin.setDuty(lotte.session.agent.username, 'privacy', true);
    const done = mutation('order', erased.version, { delivery: church }, erased.id);
    rowOf(await lotte.mutateOne(done));
    expect((await lotte.send('POST', `/v1/customers/${left.customerId}/erasure`, { reason: 'AVG-2026-17' })).status).toBe(204);
    expect(codeOf(await redirect(erased, { delivery: church }))).toBe('not-found');
    // Nor does the answer that was kept for a repetition bring the address back.
    expect(JSON.stringify(await lotte.mutateOne(done))).not.toContain('Kerkstraat');
  });

  it('becomes urgent or normal for what that costs, and comes when the rule says', async () => {
    const { of } = await placed({ toldFor: '2026-11-30' });
    const urgent = rowOf<Order>(await redirect(of, { priority: 'urgent', deliveryCents: 1_195, totalCents: 22_795, toldFor: '2026-11-27' }));
    expect(urgent).toMatchObject({ priority: 'urgent', promisedFor: '2026-11-27', toldFor: '2026-11-27', totalCents: 22_795 });
    expect(urgent.history.at(-1)?.redirected).toEqual({ priority: { from: 'normal', to: 'urgent' }, arrival: { from: { day: '2026-11-30', hours: null }, to: { day: '2026-11-27', hours: null } } });
    const normal = rowOf<Order>(await redirect(urgent, { priority: 'normal', deliveryCents: 0, totalCents: 21_600, toldFor: '2026-11-30' }));
    expect(normal).toMatchObject({ priority: 'normal', promisedFor: '2026-11-30', totalCents: 21_600 });
  });

  it('takes the place in its window and gives the former one back; the last one has one taker', async () => {
    const { shop, of } = await placed();
    const karim = await Workstation.open(shop.central);
    const other = rowOf<Order>(await karim.mutateOne(order(shop, karim, 2)));
    const answers = await Promise.all([redirect(of, { slotId: shop.window.id, toldFor: shop.window.day }), redirect(other, { slotId: shop.window.id, toldFor: shop.window.day }, karim)]);
    expect(answers.map(codeOf).sort()).toEqual(['applied', 'capacity-full']);
    expect(await taken(shop.window.id)).toBe(1);
    const [won] = answers.flatMap((answer) => (answer.status === 'applied' ? [rowOf<Order>(answer)] : []));
    expect(won).toMatchObject({ promisedFor: shop.window.day });
    expect(won!.history.at(-1)?.redirected?.arrival?.to).toEqual({ day: shop.window.day, hours: { from: '14:00', until: '18:00' } });
    // In its own full window it can still go elsewhere.
    const elsewhere = rowOf<Order>(await redirect(won!, { delivery: church }));
    expect(elsewhere).toMatchObject({ slotId: shop.window.id, promisedFor: shop.window.day });
    expect(rowOf<Order>(await redirect(elsewhere, { slotId: null, toldFor: '2026-11-30' }))).toMatchObject({ promisedFor: '2026-11-30' });
    expect(await taken(shop.window.id)).toBe(0);
  });

  it('and loses pieces at the hands of two operators at once has both; two addresses at once are told of each other', async () => {
    const { of } = await placed();
    const karim = await Workstation.open(market.central);
    const less = { lines: [{ ...of.lines[0]!, quantity: 3 }], totalCents: 16_200 };
    expect((await Promise.all([redirect(of, less), redirect(of, { delivery: church }, karim)])).map(codeOf)).toEqual(['applied', 'applied']);
    expect((await rowsOf<Order>(lotte, 'order')).find(({ id }) => id === of.id)).toMatchObject({ delivery: church, totalCents: 16_200, lines: [{ quantity: 3 }] });
    const { shop, of: second } = await placed();
    const third = { ...church, street: 'Veldstraat' };
    rowOf(await lotte.mutateOne(mutation('address', null, addressPatch(shop.customerId, { ...third, kind: 'delivery' }))));
    const two = await Promise.all([redirect(second, { delivery: church }), redirect(second, { delivery: third }, karim)]);
    expect(two.map(codeOf).sort()).toEqual(['applied', 'conflict']);
  });
});
