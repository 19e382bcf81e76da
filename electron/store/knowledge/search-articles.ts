import Database from 'better-sqlite3';
import type { ArticleHit, ArticlesFound } from '#shared/domain/knowledge/article-views.ts';
import { markWords, snippetOf } from '#shared/domain/knowledge/marked-text.ts';
import { permittedSources } from '#shared/domain/knowledge/permitted-sources.ts';
import { plainText } from '#shared/domain/knowledge/plain-text.ts';
import type { Language } from '#shared/domain/language.ts';
import type { ReadDb } from '../database/connection.ts';
import { foldedWords } from '../search/fold.ts';

export interface ArticleQuestion {
  readonly text: string;
  /** Its articles come first. */
  readonly language: Language;
  /** Names of sources, as a script has them; null: all there are. */
  readonly sources: readonly string[] | null;
  readonly limit: number;
}

/** What is found of an article before it is shown. */
interface Found {
  readonly seq: number;
  readonly source: string;
  readonly language: Language;
}

/**
 * A word that is the beginning of words in more articles than this tells nothing about any of them, and FTS5 would look at every one to
 * say how much (some 1 ms for a thousand): the others decide.
 */
const commonFrom = 400;
/** Of what common words find, and of texts that have a word that is not: so many are looked at. */
const fewest = 150;

const inForce = 'a.archived = 0 AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until >= ?)';
/** The planner would read the articles themselves. */
const facts = 'JOIN article AS a INDEXED BY article_facts ON a.seq = w.rowid';

/**
 * Finds articles by the beginnings of their words, in any order, accents and case ignored: those of the language first, and
 * among them by bm25, a word in the title above one in the text. Without words: what changed last.
 *
 * @param today the day by which articles are in force.
 */
export function searchArticles(db: ReadDb, { text, language, sources, limit }: ArticleQuestion, today: string): ArticlesFound {
  const known = sourcesOf(db);
  const permitted = sources === null ? known : permittedSources(known, sources);
  const words = [...new Set(foldedWords(text))].slice(0, 12);
  if (words.length === 0 && text.trim() !== '') return { hits: [], sources: permitted, isMoreElsewhere: false };
  const isPermitted = ({ source }: Found): boolean => sources === null || permitted.includes(source);
  const found = words.length === 0 ? latest(db, today) : matching(db, words, today, (titles) => titles.filter(isPermitted).length >= limit);
  const here = found.filter(isPermitted);
  const sorted = [...here.filter((one) => one.language === language), ...here.filter((one) => one.language !== language)].slice(0, limit);
  return { hits: shown(db, sorted.map(({ seq }) => seq), words), sources: permitted, isMoreElsewhere: here.length < found.length };
}

/** Every source there is, one look at the index for each. */
function sourcesOf(db: ReadDb): string[] {
  return db
    .all<{ source: string }>(
      `WITH RECURSIVE s (source) AS (SELECT min(source) FROM article UNION ALL SELECT (SELECT min(source) FROM article WHERE source > s.source) FROM s WHERE s.source IS NOT NULL)
       SELECT source FROM s WHERE source IS NOT NULL`,
    )
    .map(({ source }) => source);
}

function latest(db: ReadDb, today: string): Found[] {
  return db.all<Found & { readonly language: Language }>(`SELECT a.seq, a.source, a.language FROM article AS a INDEXED BY article_by_change WHERE ${inForce} ORDER BY a.changed_at DESC LIMIT ? + 0`, today, today, fewest);
}

/** The words are folded, so they hold no syntax of FTS5. */
const beginnings = (words: readonly string[]): string => words.map((word) => `"${word}"*`).join(' AND ');

/** Titles first: only where they are too few the texts are looked through. */
function matching(db: ReadDb, words: readonly string[], today: string, isEnough: (found: readonly Found[]) => boolean): Found[] {
  try {
    const found = inTitles(db, words, today);
    if (isEnough(found)) return found;
    const known = new Set(found.map(({ seq }) => seq));
    return [...found, ...inTexts(db, words, today).filter(({ seq }) => !known.has(seq))];
  } catch (thrown) {
    // A letter newer than SQLite's tables splits a word into a phrase of nothing.
    if (thrown instanceof Database.SqliteError && thrown.message.startsWith('fts5:')) return [];
    throw thrown;
  }
}

type Table = 'article_title' | 'article_words';

function isCommon(db: ReadDb, table: Table, expression: string): boolean {
  const { n } = db.one<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT ? + 0)`, expression, commonFrom) ?? { n: 0 };
  return n >= commonFrom;
}

/** Some of them, as they come. */
function some(db: ReadDb, table: Table, expression: string, today: string): Found[] {
  return db.all<Found>(`SELECT a.seq, a.source, a.language FROM ${table} AS w ${facts} WHERE ${table} MATCH ? AND ${inForce} LIMIT ? + 0`, expression, today, today, fewest);
}

function inTitles(db: ReadDb, words: readonly string[], today: string): Found[] {
  const expression = beginnings(words);
  if (!isCommon(db, 'article_title', expression)) {
    return db.all<Found>(`SELECT a.seq, a.source, a.language FROM article_title AS w ${facts} WHERE article_title MATCH ? AND ${inForce} ORDER BY bm25(article_title, 2.0, 1.0)`, expression, today, today);
  }
  // Those that begin with what was typed; then others.
  const begun = some(db, 'article_title', `^ ${expression}`, today);
  const known = new Set(begun.map(({ seq }) => seq));
  return [...begun, ...(begun.length < fewest ? some(db, 'article_title', expression, today).filter(({ seq }) => !known.has(seq)) : [])];
}

/** By the words that tell something; of what those find, what has the others too. */
function inTexts(db: ReadDb, typed: readonly string[], today: string): Found[] {
  const words = typed.filter(({ length }) => length > 1);
  const telling = words.filter((word) => !isCommon(db, 'article_words', `"${word}"*`));
  if (telling.length === 0) return words.length === 0 ? [] : some(db, 'article_words', beginnings(words), today);
  // What ranks reads the text of each: where nothing more is asked, not more of them than are looked at anyhow.
  const found = db.all<Found>(
    `SELECT a.seq, a.source, a.language FROM (SELECT rowid, bm25(article_words, 8.0, 4.0, 1.0) AS score FROM article_words WHERE article_words MATCH ? LIMIT ? + 0) AS w ${facts}
     WHERE ${inForce} ORDER BY w.score`,
    beginnings(telling),
    telling.length === words.length ? fewest : commonFrom,
    today,
    today,
  );
  if (telling.length === words.length || found.length === 0) return found;
  const all = new Set(db.all<{ seq: number }>('SELECT rowid AS seq FROM article_words WHERE article_words MATCH ? LIMIT ? + 0', beginnings(words), commonFrom).map(({ seq }) => seq));
  return found.filter(({ seq }) => all.has(seq));
}

type ShownRow = Omit<ArticleHit, 'title' | 'snippet'> & { readonly seq: number; readonly title: string; readonly body: string };

/** Some two lines beside the box. */
const snippetLength = 150;

/** The text around what is shown, without its marks: of a whole article they are not taken out at every key. */
function aboutThere(body: string, words: readonly string[]): string {
  return plainText(snippetOf(body, words, 4 * snippetLength).map(({ text }) => text).join(''));
}

function shown(db: ReadDb, seqs: readonly number[], words: readonly string[]): ArticleHit[] {
  const rows = db.all<ShownRow>(
    `SELECT a.seq, a.id, a.source, a.language, a.product_id AS productId, a.changed_at AS changedAt, a.valid_until AS validUntil, a.title, a.body
     FROM json_each(?) AS wanted CROSS JOIN article AS a ON a.seq = wanted.value ORDER BY wanted.key`,
    JSON.stringify(seqs),
  );
  return rows.map(({ seq: _, title, body, ...hit }) => ({ ...hit, title: markWords(title, words), snippet: snippetOf(aboutThere(body, words), words, snippetLength) }));
}
