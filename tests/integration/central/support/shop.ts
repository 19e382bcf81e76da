import { createCentral, type Central } from '../../../../central/central.ts';
import type { DatabaseChoice } from '../../../../central/database/open.ts';
import { newKey } from '../../../../central/secrets.ts';
import type { Mutation, MutationResult } from '#shared/contract/sync.ts';
import type { CapacitySlot, Product, SalesTerms, Stock } from '#shared/domain/ordering/catalogue.ts';
import type { Order } from '#shared/domain/ordering/order.ts';
import { newId } from '#shared/domain/ids.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { productRow, salesPolicy, slotRow, stockRow, termsRow } from '../../../fixtures/ordering.ts';
import { customerRow, mutation } from './samples.ts';
import type { Workstation } from './workstation.ts';

/** When these shops open. */
export const at = '2026-11-26T09:00:00.000Z';

export interface Shop {
  readonly central: Central;
  readonly clock: ManualClock;
  readonly product: Product;
  readonly customerId: string;
  readonly termsId: string;
  readonly terms: SalesTerms;
  readonly slot: CapacitySlot;
  readonly window: CapacitySlot;
}

/** A central for all tests of a database; each test has products, terms and slots of its own. */
export interface Market {
  readonly central: Central;
  readonly clock: ManualClock;
}

export async function openMarket(database: DatabaseChoice): Promise<Market> {
  const clock = new ManualClock(Date.parse(at));
  const central = await createCentral({ database, key: newKey(), clock, limits: { perAddress: 10_000, perUser: 10_000 } });
  await central.import({ salesPolicy: [salesPolicy] });
  return { central, clock };
}

export async function openShop({ central, clock }: Market, onHand = 10): Promise<Shop> {
  const terms = termsRow({ key: newId() });
  const discount = { key: 'autumn', label: { nl: 'Herfst' }, kind: 'percent', value: 1_000, from: '2026-11-01', until: '2026-11-30', minQuantity: 3, audience: 'everybody' } as const;
  const product = productRow({ termsKeys: [terms.key], discounts: [discount] });
  const customer = customerRow();
  const slot = slotRow({ day: '2026-12-12', capacity: 12 });
  const window = slotRow({ kind: 'delivery', title: { nl: 'Namiddag' }, day: '2026-12-03', from: '14:00', until: '18:00', capacity: 1 });
  await central.import({ product: [product], stock: [stockRow(product, onHand)], salesTerms: [terms], customer: [customer], capacitySlot: [slot, window] });
  return { central, clock, product, customerId: customer.id, termsId: terms.id, terms, slot, window };
}

function orderPatch(shop: Shop, agentId: string, quantity: number, changes: Partial<Order> = {}): Record<string, unknown> {
  const { product, customerId, termsId } = shop;
  const goods = quantity * product.priceCents;
  const deliveryCents = goods >= salesPolicy.freeFromCents ? 0 : salesPolicy.deliveryCents;
  return {
    customerId,
    interactionId: newId(),
    agentId,
    state: 'provisional',
    language: 'nl',
    priority: 'normal',
    lines: [{ id: newId(), productId: product.id, name: product.name, quantity, unitCents: product.priceCents, vatRate: product.vatRate, discountKey: null, discountCents: 0 }],
    delivery: { street: 'Coupure Links', houseNumber: '48', box: null, postcode: '9000', town: 'Gent', country: 'BE' },
    slotId: null,
    note: '',
    terms: [{ termsId, at }],
    deliveryCents,
    totalCents: goods + deliveryCents,
    toldFor: '2026-11-30',
    placedAt: at,
    reason: '',
    ...changes,
  };
}

export const order = (shop: Shop, by: Workstation, quantity: number, changes: Partial<Order> = {}, id = newId()): Mutation => mutation('order', null, orderPatch(shop, by.agentId, quantity, changes), id);
export const hold = (shop: Shop, by: Workstation, orderId: string, quantity: number): Mutation =>
  mutation('stockHold', null, { orderId, productId: shop.product.id, interactionId: null, agentId: by.agentId, quantity, state: 'requested', renewals: 0 });
export const reservation = (shop: Shop, by: Workstation, seats: number, slotId = shop.slot.id): Mutation =>
  mutation('reservation', null, { customerId: shop.customerId, interactionId: null, agentId: by.agentId, slotId, seats, state: 'provisional', note: '', at });

export function rowOf<T>(result: MutationResult): T {
  if (result.status !== 'applied') throw new Error(JSON.stringify(result));
  return result.row as T;
}
export const codeOf = (result: MutationResult): string => (result.status === 'rejected' ? result.code : result.status);
export async function rowsOf<T>(by: Workstation, entity: string): Promise<T[]> {
  return (await by.snapshot()).flatMap((line) => (line.type === 'row' && line.entity === entity ? [line.row as T] : []));
}
export async function stockNow(by: Workstation, { product }: Shop): Promise<Pick<Stock, 'onHand' | 'allocated' | 'held'>> {
  const stock = (await rowsOf<Stock>(by, 'stock')).find(({ productId }) => productId === product.id);
  return { onHand: stock!.onHand, allocated: stock!.allocated, held: stock!.held };
}
