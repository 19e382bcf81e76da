import { asDelivery } from '#shared/domain/ordering/delivery-address.ts';
import { sampleId } from './sample-data.ts';
import type { Scene } from './scenes.ts';

/** Nothing is held and nothing is certain: the order is provisional. */
export function withoutCentral(scene: Scene): Scene {
  scene.store.shop.online = false;
  scene.store.status = { ...scene.store.status, state: 'offline', lastSyncedAt: new Date(Date.now() - 840_000).toISOString() };
  return scene;
}

/** An order is in the making, and the address that it was begun with is corrected in the file. */
export function withCorrected(scene: Scene): Scene {
  const { store } = scene;
  for (const file of store.files.values()) {
    const { customer } = file;
    const [home] = customer?.addresses ?? [];
    if (customer === null || home === undefined) continue;
    store.shop.sold(customer.customer.id, asDelivery(home));
    const sold = store.shop.orders.shift()?.order;
    if (sold !== undefined) store.shop.drafts.set(customer.customer.id, { ...sold, state: 'draft', placedAt: null, promisedFor: null });
    const corrected = { ...customer, addresses: [{ ...home, street: 'Kerkstraat', houseNumber: '12', box: '3', postcode: '8000', town: 'Brugge' }] };
    store.customers.set(customer.customer.id, corrected);
    store.files.set(file.interaction.id, { ...file, customer: corrected });
  }
  return scene;
}

/** Three boxes are to go where the customer lived; they have moved since. */
export function withMoved(scene: Scene): Scene {
  const { store } = scene;
  for (const file of store.files.values()) {
    const { customer } = file;
    const [home] = customer?.addresses ?? [];
    if (customer === null || home === undefined) continue;
    const moved = { ...customer, addresses: [home, { ...home, id: sampleId(7, 99), kind: 'delivery' as const, street: 'Kerkstraat', houseNumber: '12', box: '3', postcode: '8000', town: 'Brugge' }] };
    store.customers.set(customer.customer.id, moved);
    store.files.set(file.interaction.id, { ...file, customer: moved });
    store.shop.sold(customer.customer.id, asDelivery(home));
  }
  return scene;
}
