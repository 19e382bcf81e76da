import { readRow } from '../database/rows.ts';
import type { NewRow, Writer } from '../sync/change-log.ts';
import { Rejection } from '../sync/rejection.ts';
import { currentPolicy, productsOf, type Known } from './rows.ts';
import { expireHolds, hold, moveStock } from './stock-moves.ts';

const minute = 60_000;

async function endOf(writer: Writer): Promise<string> {
  const policy = await currentPolicy(writer.trx);
  if (policy === null) throw new Rejection('order-state', 'The centre has no sales policy.');
  return new Date(Date.parse(writer.at) + policy.holdMinutes * minute).toISOString();
}

/** Grants a hold for the minutes of the policy. @throws Rejection `stock-gone`, `product-withdrawn`, `order-state`. */
export async function grantHold(writer: Writer, asked: NewRow & Pick<Known<'stockHold'>, 'orderId' | 'productId' | 'quantity'>): Promise<NewRow> {
  await expireHolds(writer);
  const [product] = await productsOf(writer.trx, [asked.productId]);
  if (product?.active !== true || !product.stocked) throw new Rejection('product-withdrawn', 'This product cannot be held.', [{ code: 'product-withdrawn', about: asked.productId, now: null }]);
  if ((await readRow(writer.trx, 'order', asked.orderId)) !== null) throw new Rejection('order-state', 'The order is placed already.');
  await hold(writer, asked.productId, asked.quantity);
  return { ...asked, state: 'granted', until: await endOf(writer) };
}

/** Renews, resizes or releases a hold. What has expired is asked anew, and may be gone. @throws Rejection `stock-gone`, `order-state`. */
export async function changeHold(writer: Writer, current: Known<'stockHold'>, fields: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  if (current.state === 'consumed') throw new Rejection('order-state', 'The order is placed already.');
  await expireHolds(writer, current.id);
  const granted = current.state === 'granted';
  if (fields['state'] === 'released') {
    if (granted) await moveStock(writer, new Map([[current.productId, { held: -current.quantity }]]));
    return { ...fields, until: null };
  }
  const quantity = typeof fields['quantity'] === 'number' ? fields['quantity'] : current.quantity;
  const until = await endOf(writer);
  await hold(writer, current.productId, quantity - (granted ? current.quantity : 0));
  return { ...fields, state: 'granted', until };
}
