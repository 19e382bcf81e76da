import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MutationResult } from '#shared/contract/sync.ts';
import { lessenOrder, type FewerPieces } from '#shared/domain/ordering/lessen.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import { newId } from '#shared/domain/ids.ts';
import { productRow, salesPolicy, stockRow } from '../../fixtures/ordering.ts';
import { onEachDatabase } from './support/each-database.ts';
import { mutation } from './support/samples.ts';
import { at, codeOf, openMarket, openShop, order, rowOf, stockNow, type Market, type Shop } from './support/shop.ts';
import { Workstation } from './support/workstation.ts';

onEachDatabase('pieces taken out of an order', (newDatabase) => {
  let market: Market;
  let lotte: Workstation;
  beforeAll(async () => {
    market = await openMarket(await newDatabase());
    lotte = await Workstation.open(market.central);
  });
  afterAll(async () => await market.central.close());

  /** What a workstation sends, by its own copy of the order and of the catalogue. */
  function said(shop: Shop, of: Order, wanted: readonly FewerPieces[]): Record<string, unknown> {
    const less = lessenOrder(of, wanted, { products: new Map([[shop.product.id, shop.product]]), policy: salesPolicy, segment: 'regular', now: at });
    return { lines: less.lines, deliveryCents: less.totals.deliveryCents, totalCents: less.totals.totalCents, toldFor: less.promisedFor };
  }
  const lessen = async (shop: Shop, of: Order, quantity: number, changes: Record<string, unknown> = {}, by = lotte): Promise<MutationResult> =>
    await by.mutateOne(mutation('order', of.version, { ...said(shop, of, [{ id: of.lines[0]!.id, quantity }]), ...changes }, of.id));

  it('are free for others at once; sums and the day are those of the rule, and the history says what went', async () => {
    const shop = await openShop(market, 5);
    const placed = rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 4)));
    await shop.central.import({ product: [{ ...shop.product, priceCents: 9_900 }] });
    const less = rowOf<Order>(await lessen(shop, placed, 1));
    expect(less).toMatchObject({ state: 'confirmed', totalCents: 6_095, deliveryCents: 695, promisedFor: '2026-11-30', lines: [{ quantity: 1, unitCents: 5_400 }] });
    expect(less.history.at(-1)).toEqual({ state: 'confirmed', at: expect.any(String), by: lotte.agentId, less: [{ name: shop.product.name, from: 4, to: 1 }] });
    expect(await stockNow(lotte, shop)).toEqual({ onHand: 5, allocated: 1, held: 0 });
    // What is left goes its way, and takes what is left from the warehouse.
    for (const step of ['pack', 'ship'] as const) await shop.central.advanceOrder(less.number!, step);
    expect(await stockNow(lotte, shop)).toEqual({ onHand: 4, allocated: 0, held: 0 });
  });

  it('can be a whole line; the last one is no line but the order', async () => {
    const shop = await openShop(market, 5);
    const other = productRow();
    await shop.central.import({ product: [other], stock: [stockRow(other, 5)] });
    const both = order(shop, lotte, 2);
    const lines = both.patch?.['lines'] as Order['lines'];
    const second = { ...lines[0]!, id: newId(), productId: other.id, quantity: 1 };
    const placed = rowOf<Order>(await lotte.mutateOne({ ...both, patch: { ...both.patch, lines: [...lines, second], totalCents: 16_200, deliveryCents: 0 } }));
    const less = rowOf<Order>(await lotte.mutateOne(mutation('order', placed.version, said(shop, placed, [{ id: second.id, quantity: 0 }]), placed.id)));
    expect([less.totalCents, less.lines.map(({ productId }) => productId), less.history.at(-1)?.less]).toEqual([10_800, [shop.product.id], [{ name: shop.product.name, from: 1, to: 0 }]]);
    expect([await stockNow(lotte, shop), await stockNow(lotte, { ...shop, product: other })]).toMatchObject([{ allocated: 2 }, { allocated: 0 }]);
    expect(codeOf(await lessen(shop, less, 0, { lines: [] }))).toBe('order-empty');
  });

  it.each<[string, number, Record<string, unknown>, string]>([
    ['more than there were', 5, {}, 'invalid'],
    ['another sum than the rule has', 1, { totalCents: 1 }, 'price-changed'],
    ['delivery for nothing', 1, { deliveryCents: 0, totalCents: 5_400 }, 'price-changed'],
    ['a state as well', 1, { state: 'cancelled', reason: '' }, 'invalid'],
    ['a day that central gives', 1, { promisedFor: '2026-11-27' }, 'field-forbidden'],
  ])('with %s are refused, and nothing moves', async (_, quantity, changes, code) => {
    const shop = await openShop(market, 9);
    const placed = rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 4)));
    const [line] = placed.lines;
    const patch = quantity > 4 ? { ...changes, lines: [{ ...line!, quantity }], totalCents: 27_000 } : changes;
    expect(codeOf(await lessen(shop, placed, Math.min(quantity, 3), patch))).toBe(code);
    const dearer = [{ ...line!, unitCents: 1 }];
    expect(codeOf(await lessen(shop, placed, 3, { lines: dearer, totalCents: 696, deliveryCents: 695 }))).toBe('price-changed');
    expect(await stockNow(lotte, shop)).toEqual({ onHand: 9, allocated: 4, held: 0 });
  });

  it('of an order that is packed are refused; two operators at once are told of each other', async () => {
    const shop = await openShop(market, 9);
    const packed = rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 4)));
    await shop.central.advanceOrder(packed.number!, 'pack');
    expect(codeOf(await lessen(shop, packed, 2))).toBe('order-state');
    const placed = rowOf<Order>(await lotte.mutateOne(order(shop, lotte, 4)));
    const karim = await Workstation.open(shop.central);
    const answers = await Promise.all([lessen(shop, placed, 3), lessen(shop, placed, 1, {}, karim)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['applied', 'conflict']);
    const left = answers.map((answer) => (answer.status === 'applied' ? rowOf<Order>(answer).lines[0]!.quantity : 0)).find((quantity) => quantity > 0)!;
    expect((await stockNow(lotte, shop)).allocated).toBe(4 + left);
  });
});
