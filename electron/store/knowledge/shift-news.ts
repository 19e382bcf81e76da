import { isoNow } from '#shared/domain/clock.ts';
import type { NewsItem, ShiftNews } from '#shared/domain/knowledge/shift-news.ts';
import type { Localised } from '#shared/domain/language.ts';
import type { ReadDb } from '../database/connection.ts';
import { tables } from '../entities/tables.ts';
import { readState, writeState } from '../queries/device-state.ts';
import type { StoreContext } from '../services/context.ts';

/** More than anybody reads before the first call. */
const mostOfAKind = 30;

type Of<K extends NewsItem['kind']> = Extract<NewsItem, { kind: K }>;

/** @returns what is not as the operator left it and they have not seen: articles first, of each kind the newest first. */
export function shiftNews(db: ReadDb, today: string): ShiftNews {
  const since = readState(db, 'shift-since');
  if (since === null) return { since, items: [] };
  const seen = readState(db, 'news-seen-at');
  const from = seen !== null && seen > since ? seen : since;
  return { since, items: [...articles(db, since, today), ...terms(db, from), ...scripts(db, from), ...prices(db, from), ...stock(db, from)] };
}

/** By edition: whoever read it has no news of it. */
function articles(db: ReadDb, since: string, today: string): NewsItem[] {
  return db
    .all<Omit<Of<'article'>, 'kind'>>(
      `SELECT a.changed_at AS at, a.id, a.edition, a.title, a.language, a.source, a.changed_summary AS summary
       FROM article AS a LEFT JOIN article_read AS r ON r.article_id = a.id
       WHERE a.changed_at > ? AND a.archived = 0 AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until >= ?) AND (r.edition IS NULL OR r.edition < a.edition)
       ORDER BY a.changed_at DESC LIMIT ? + 0`,
      since,
      today,
      today,
      mostOfAKind,
    )
    .map((article) => ({ kind: 'article', ...article }));
}

/** Editions of terms are never changed: a row that came is one that is new. */
function terms(db: ReadDb, from: string): NewsItem[] {
  return newest(tables.salesTerms.all(db), from).map(({ id, updatedAt, title, edition, validFrom }) => ({ kind: 'terms', at: updatedAt, id, title, edition, validFrom }));
}

function scripts(db: ReadDb, from: string): NewsItem[] {
  return newest(tables.script.all(db), from).map(({ id, updatedAt, definition }) => ({ kind: 'script', at: updatedAt, id, title: definition.title, version: definition.version }));
}

function newest<R extends { readonly updatedAt: string }>(rows: readonly R[], from: string): R[] {
  return rows.filter(({ updatedAt }) => updatedAt > from).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, mostOfAKind);
}

interface Noted {
  readonly at: string;
  readonly productId: string;
  readonly name: string;
  readonly former: number;
  readonly now: number;
}

/** What was noted about products that are sold, and is not again as it was. */
function noted(db: ReadDb, kind: 'price' | 'stock', from: string): (Omit<Noted, 'name'> & { readonly name: Localised })[] {
  const now = kind === 'price' ? 'p.price_cents' : '(s.on_hand - s.allocated - s.held > 0)';
  return db
    .all<Noted>(
      `SELECT n.at, n.product_id AS productId, p.name, n.former, ${now} AS now
       FROM catalogue_news AS n JOIN product AS p ON p.id = n.product_id LEFT JOIN stock AS s ON s.product_id = n.product_id
       WHERE n.kind = ? AND n.at > ? AND p.active = 1 AND n.former <> ${now} ORDER BY n.at DESC LIMIT ? + 0`,
      kind,
      from,
      mostOfAKind,
    )
    .map((row) => ({ ...row, name: JSON.parse(row.name) as Localised }));
}

function prices(db: ReadDb, from: string): NewsItem[] {
  return noted(db, 'price', from).map(({ at, productId, name, former, now }) => ({ kind: 'price', at, productId, name, formerCents: former, cents: now }));
}

function stock(db: ReadDb, from: string): NewsItem[] {
  return noted(db, 'stock', from).map(({ at, productId, name, now }) => ({ kind: 'stock', at, productId, name, isAvailable: now === 1 }));
}

/** The operator read these articles, in these editions. */
export function markRead({ db }: StoreContext, articles: readonly { readonly id: string; readonly edition: number }[]): void {
  db.write((writer) => {
    for (const { id, edition } of articles) {
      writer.run('INSERT INTO article_read (article_id, edition) VALUES (?, ?) ON CONFLICT (article_id) DO UPDATE SET edition = max(edition, excluded.edition)', id, edition);
    }
  });
}

/** The operator has seen what else there is: what was noted of the catalogue begins anew. */
export function markSeen({ db, clock }: StoreContext): void {
  db.write((writer) => {
    writeState(writer, 'news-seen-at', isoNow(clock));
    writer.run('DELETE FROM catalogue_news');
  });
}
