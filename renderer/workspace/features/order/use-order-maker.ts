import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { newId } from '#shared/domain/ids.ts';
import { reviewDesk } from '#shared/domain/ordering/desk-review.ts';
import type { OrderDesk, OrderWish, ProductCard } from '#shared/domain/ordering/order-views.ts';
import type { OrderReview } from '#shared/domain/ordering/review.ts';
import { useNow } from '../../app/use-now.ts';
import { useReport } from '../../app/use-report.ts';
import { useServices } from '../../app/services.ts';
import { storeKeys } from '../../app/store-queries.ts';
import { orderDesk, orderKeys } from './order-queries.ts';
import { emptyWish, wishOf } from './order-wish.ts';

export interface OrderMaker {
  readonly desk: OrderDesk | undefined;
  readonly wish: OrderWish;
  readonly review: OrderReview | null;
  readonly busy: boolean;
  /** What was last taken out, a line or all of it, and can be put back; null: nothing. */
  readonly takenOut: 'line' | 'order' | null;
  readonly add: (card: ProductCard) => void;
  readonly setLine: (id: string, change: Partial<Omit<OrderWish['lines'][number], 'id' | 'productId'>>) => void;
  readonly removeLine: (id: string) => void;
  readonly set: (change: Partial<Omit<OrderWish, 'lines'>>) => void;
  readonly hold: () => void;
  readonly discard: () => void;
  /** Puts back what was last taken out, between what was added since. */
  readonly putBack: () => void;
  /** Places the order once all that was changed is kept. @returns false when something is still missing in it. */
  readonly place: () => Promise<boolean>;
}

/**
 * The order in the making of a customer. Every change is shown at once and kept by the store before the next one is sent; what
 * was changed meanwhile goes along with it.
 */
export function useOrderMaker({ customer, addresses }: CustomerFile, interactionId: string): OrderMaker {
  const { store } = useServices();
  const queries = useQueryClient();
  const report = useReport();
  const now = useNow(5_000);
  const place = { customerId: customer.id, interactionId };
  const { data: desk } = useQuery(orderDesk(store, customer.id, interactionId));
  /** What was wished and is not kept yet; null: the draft itself. */
  const [wished, setWished] = useState<OrderWish | null>(null);
  const [busy, setBusy] = useState(false);
  /** The wish as it was before something was taken out of it. */
  const [before, setBefore] = useState<OrderWish | null>(null);
  const next = useRef<OrderWish | null>(null);
  const saving = useRef<Promise<void> | null>(null);
  const order = desk?.order ?? null;
  const wish = wished ?? (order === null ? emptyWish(addresses, customer.language) : wishOf(order));

  const keep = (fresh: OrderDesk): void => void queries.setQueryData(orderKeys.desk(customer.id), fresh);

  async function saveAll(): Promise<void> {
    for (let wanted = next.current; wanted !== null; wanted = next.current) {
      next.current = null;
      const sent = wanted;
      await report(async () => keep(await store.call('order.save', { ...place, wish: sent })));
    }
    setWished(null);
  }

  function change(to: OrderWish): void {
    setWished(to);
    next.current = to;
    saving.current ??= saveAll().finally(() => (saving.current = null));
  }

  /** Something that needs the draft as it stands on the screen: what was changed is kept first. */
  async function then(action: (kept: OrderDesk | undefined) => Promise<unknown>): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      await saving.current;
      await report(() => action(queries.getQueryData<OrderDesk>(orderKeys.desk(customer.id))));
      // What was a draft is now in the list, or gone.
      await queries.invalidateQueries({ queryKey: storeKeys.orders });
    } finally {
      setBusy(false);
    }
  }

  const latest = (): OrderWish => next.current ?? wish;
  return {
    desk,
    wish,
    review: order === null || desk === undefined ? null : reviewDesk(order, desk, new Date(now).toISOString()),
    busy,
    takenOut: before === null ? null : order === null ? 'order' : before.lines.some(({ id }) => !order.lines.some((line) => line.id === id)) ? 'line' : null,
    add({ product }) {
      const { lines, ...rest } = latest();
      const there = lines.find(({ productId }) => productId === product.id);
      const more = there === undefined ? [...lines, { id: newId(), productId: product.id, quantity: 1, discount: 'best' as const }] : lines.map((line) => (line === there ? { ...line, quantity: line.quantity + 1, discount: 'best' as const } : line));
      change({ ...rest, lines: more });
    },
    setLine: (id, fields) => change({ ...latest(), lines: latest().lines.map((line) => (line.id === id ? { ...line, ...fields } : line)) }),
    removeLine(id) {
      setBefore(latest());
      change({ ...latest(), lines: latest().lines.filter((line) => line.id !== id) });
    },
    set: (fields) => change({ ...latest(), ...fields }),
    hold: () => void then(async () => keep(await store.call('order.hold', place))),
    discard() {
      if (order === null) return;
      setBefore(latest());
      void then(async () => await store.call('order.discard', { id: order.id }));
    },
    putBack() {
      if (before === null) return;
      setBefore(null);
      const now = order === null ? before : latest();
      const known = new Set(before.lines.map(({ id }) => id));
      // A line that is still there is as it is now.
      change({ ...now, lines: [...before.lines.map((line) => now.lines.find(({ id }) => id === line.id) ?? line), ...now.lines.filter(({ id }) => !known.has(id))] });
    },
    async place() {
      let isMissing = false;
      await then(async (kept) => {
        const draft = kept?.order ?? null;
        if (kept === undefined || draft === null) return;
        isMissing = (reviewDesk(draft, kept, new Date(now).toISOString())?.problems.length ?? 0) > 0;
        if (isMissing) return;
        await store.call('order.place', { id: draft.id });
        setBefore(null);
      });
      return !isMissing;
    },
  };
}
