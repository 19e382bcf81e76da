import type { Pieces } from '#shared/domain/knowledge/article-views.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import { dayAndTime, euro, localised, plain } from '../../i18n/format.ts';
import type { FindSource } from './find-hit.ts';
import { isSameNumber, strengthOf } from './match.ts';

type Store = Client<StoreContract>;

const most = 4;

/** Orders and reservations by their number; they open at their customer. */
export function orderSource(store: Store, language: string): FindSource {
  return {
    kind: 'order',
    async find(text) {
      if (text.length < 2) return [];
      const hits = await store.call('order.search', { text, limit: most });
      return hits.map(({ id, number, customerId, customerName, placedAt, totalCents }) => ({
        id: `order-${id}`,
        kind: 'order' as const,
        title: number,
        detail: [plain(customerName), totalCents === null ? '' : euro(language, totalCents)].filter((part) => part !== '').join(' · '),
        aside: placedAt === null ? '' : dayAndTime(language, placedAt),
        strength: isSameNumber(number, text) ? ('exact' as const) : ('begins' as const),
        recentAt: placedAt,
        target: { to: 'customer' as const, customerId },
      }));
    },
  };
}

/** What operators look up, from every source: who asks here knows what they want. */
export function articleSource(store: Store, language: Language): FindSource {
  return {
    kind: 'article',
    async find(text) {
      if (text.length < 2) return [];
      const { hits } = await store.call('article.search', { text, language, limit: most });
      return hits.map(({ id, title, snippet, source }) => ({
        id: `article-${id}`,
        kind: 'article' as const,
        title: joined(title),
        detail: joined(snippet),
        aside: source,
        strength: strengthOf(joined(title), text),
        target: { to: 'article' as const, id },
      }));
    },
  };
}

function joined(pieces: Pieces): string {
  return pieces.map((piece) => piece.text).join('');
}

/** Products of the catalogue. */
export function productSource(store: Store, language: string): FindSource {
  return {
    kind: 'product',
    async find(text) {
      if (text.length < 2) return [];
      const cards = await store.call('product.search', { text, limit: most });
      return cards.map(({ product: { id, sku, name, category, priceCents } }) => {
        const title = localised(name, language);
        const detail = `${sku} · ${localised(category, language)}`;
        const strength = sku.toLowerCase() === text.toLowerCase() ? ('exact' as const) : strengthOf(title, text, detail);
        return { id: `product-${id}`, kind: 'product' as const, title, detail, aside: euro(language, priceCents), strength, target: { to: 'products' as const, text: sku } };
      });
    },
  };
}
