import { isoNow } from '#shared/domain/clock.ts';
import { newId } from '#shared/domain/ids.ts';
import type { OfferAnswer } from '#shared/domain/offers/offer.ts';
import type { CallOutput, ParsedInput } from '#shared/ipc/contract.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { articlesOrdered, hasPlacedIn } from '../queries/orders.ts';
import { found, type StoreContext } from './context.ts';
import { putNew } from './write-rows.ts';

/** What may be offered to a customer: what the centre offers and sells now, what they said to it, and what they ordered. */
export function offersFor({ db }: StoreContext, { customerId, interactionId }: ParsedInput<StoreContract, 'offer.list'>): CallOutput<StoreContract, 'offer.list'> {
  const offers = currentOffers(db);
  if (offers.length === 0) return { offers: [], answers: [], ordered: [], orderPlaced: false };
  return { offers, answers: tables.offerAnswer.listBy(db, 'customerId', customerId), ordered: articlesOrdered(db, customerId), orderPlaced: hasPlacedIn(db, customerId, interactionId) };
}

/** @returns what the centre offers now, with the product; what it does not sell any more is not offered. */
export function currentOffers(db: ReadDb): CallOutput<StoreContract, 'offer.list'>['offers'] {
  const active = tables.offer.all(db).filter((offer) => offer.active);
  if (active.length === 0) return [];
  const onSale = new Map(tables.product.all(db).flatMap(({ active: sold, sku, id }) => (sold ? [[sku, id] as const] : [])));
  return active.flatMap((offer) => {
    const productId = onSale.get(offer.sku);
    return productId === undefined ? [] : [{ ...offer, productId }];
  });
}

/** Keeps what the customer said: a no is asked by nobody again. @returns whose file it is in. */
export function answerOffer(context: StoreContext, { customerId, interactionId, offerId, answer }: ParsedInput<StoreContract, 'offer.answer'>): string {
  return context.db.write((db) => {
    const at = isoNow(context.clock);
    const owner = found(tables.customer.get(db, survivorOf(db, customerId)), 'customer').id;
    found(tables.offer.get(db, offerId), 'offer');
    const row: OfferAnswer = { id: newId(), version: 0, updatedAt: at, customerId: owner, offerId, interactionId, agentId: context.agentId(), at, answer };
    putNew({ db, at }, tables.offerAnswer, row);
    return owner;
  });
}
