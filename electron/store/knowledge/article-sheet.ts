import type { ArticleSheet } from '#shared/domain/knowledge/article-views.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { productCards } from '../queries/catalogue.ts';
import { found } from '../services/context.ts';

/**
 * @param today the day by which it is in force.
 * @throws {BalieError} `store.not-found`: it is not, or no longer, on this device.
 */
export function articleSheet(db: ReadDb, id: string, today: string): ArticleSheet {
  const article = found(tables.article.get(db, id), 'article');
  const [card] = article.productId === null ? [] : productCards(db, [article.productId]);
  const translations = tables.article.listBy(db, 'key', article.key).filter((other) => other.id !== id && !other.archived);
  return {
    article,
    card: card ?? null,
    translations: translations.map((other) => ({ id: other.id, language: other.language })),
    isInForce: !article.archived && article.validFrom <= today && (article.validUntil === null || article.validUntil >= today),
  };
}
