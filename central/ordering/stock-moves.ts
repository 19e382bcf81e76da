import { availableOf } from '#shared/domain/ordering/stock.ts';
import type { Writer } from '../sync/change-log.ts';
import { Rejection } from '../sync/rejection.ts';
import { overdueHolds, stockOf, type Known } from './rows.ts';

/** How much of a product moves, by product. */
export type Quantities = ReadonlyMap<string, number>;

type Moved = 'onHand' | 'allocated' | 'held';

/** Adds to the counts of each product; what a product without stock should move is nothing. */
export async function moveStock(writer: Writer, moves: ReadonlyMap<string, Readonly<Partial<Record<Moved, number>>>>): Promise<void> {
  const rows = await stockOf(writer.trx, [...moves.keys()]);
  for (const [productId, move] of moves) {
    const stock = rows.get(productId);
    if (stock === undefined) continue;
    // A recount of the warehouse may have come between: no count ever falls below nothing.
    const fields = Object.fromEntries((Object.entries(move) as [Moved, number][]).filter(([, by]) => by !== 0).map(([field, by]) => [field, Math.max(0, stock[field] + by)]));
    if (Object.keys(fields).length > 0) await writer.update('stock', stock, fields);
  }
}

const fewEnough = 1_000;

/** Gives back what holds whose time is over have kept; `except` is one that is just being renewed. */
export async function expireHolds(writer: Writer, except: string | null = null): Promise<void> {
  const overdue = await overdueHolds(writer.trx, writer.at, fewEnough);
  await endHolds(
    writer,
    overdue.filter(({ id }) => id !== except),
    'expired',
  );
}

/** Ends holds that were granted, and gives back what they kept. */
export async function endHolds(writer: Writer, holds: readonly Known<'stockHold'>[], state: 'expired' | 'consumed' | 'released'): Promise<void> {
  await moveStock(writer, heldBack(holds));
  for (const hold of holds) await writer.update('stockHold', hold, { state, ...(state === 'released' ? { until: null } : {}) });
}

function heldBack(holds: readonly Pick<Known<'stockHold'>, 'productId' | 'quantity'>[]): Map<string, { held: number }> {
  const back = new Map<string, { held: number }>();
  for (const { productId, quantity } of holds) back.set(productId, { held: (back.get(productId)?.held ?? 0) - quantity });
  return back;
}

/** @throws Rejection `stock-gone` where fewer than `more` of a product are free. */
export async function hold(writer: Writer, productId: string, more: number): Promise<void> {
  const stock = (await stockOf(writer.trx, [productId])).get(productId);
  const free = stock === undefined ? 0 : availableOf(stock);
  if (more > free) throw new Rejection('stock-gone', `Only ${free} are left.`, [{ code: 'stock-gone', about: productId, now: free }]);
  await moveStock(writer, new Map([[productId, { held: more }]]));
}
