import Database from 'better-sqlite3';
import type { ArticleHit, ArticlesFound } from '#shared/domain/knowledge/article-views.ts';
import { markWords, snippetOf } from '#shared/domain/knowledge/marked-text.ts';
import { permittedSources } from '#shared/domain/knowledge/permitted-sources.ts';
import { plainText } from '#shared/domain/knowledge/plain-text.ts';
import type { Language } from '#shared/domain/language.ts';
import type { ReadDb } from '../database/connection.ts';
import { anyOf } from '../search/beginnings.ts';
import { foldedWords } from '../search/fold.ts';
import { compoundsWith, termsNear } from './article-terms.ts';

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
 * among them by bm25, a word in the title above one in the text. Where those are few, also by parts inside the compounds of titles and
 * keywords, and a word that is nowhere as what it may have been before a typing error. Without words: what changed last.
 *
 * @param today the day by which articles are in force.
 */
export function searchArticles(db: ReadDb, { text, language, sources, limit }: ArticleQuestion, today: string): ArticlesFound {
  const known = sourcesOf(db);
  const permitted = sources === null ? known : permittedSources(known, sources);
  const words = [...new Set(foldedWords(text))].slice(0, 12);
  if (words.length === 0 && text.trim() !== '') return { hits: [], sources: permitted, isMoreElsewhere: false };
  const isPermitted = ({ source }: Found): boolean => sources === null || permitted.includes(source);
  const isEnough = (some: readonly Found[]): boolean => some.filter(isPermitted).length >= limit;
  const { found, meant } = words.length === 0 ? { found: latest(db, today), meant: words } : matching(db, words, today, isEnough);
  const here = found.filter(isPermitted);
  const sorted = [...here.filter((one) => one.language === language), ...here.filter((one) => one.language !== language)].slice(0, limit);
  return { hits: shown(db, sorted.map(({ seq }) => seq), meant), sources: permitted, isMoreElsewhere: here.length < found.length };
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

/** One word as FTS5 is asked for it. The words are folded, so they hold no syntax of FTS5. */
const beginning = (word: string): string => `"${word}"*`;
const all = (expressions: readonly string[]): string => expressions.join(' AND ');

interface Matches {
  readonly found: readonly Found[];
  /** The words by which they were found, typed or meant. */
  readonly meant: readonly string[];
}

/** Titles first: only where they are too few the texts are looked through, and only then what else may be meant. */
function matching(db: ReadDb, words: readonly string[], today: string, isEnough: (found: readonly Found[]) => boolean): Matches {
  try {
    const typed = words.map((word) => ({ word, expression: beginning(word) }));
    const found = [...inTitles(db, all(typed.map(({ expression }) => expression)), today)];
    const known = new Set(found.map(({ seq }) => seq));
    const add = (more: readonly Found[]): void => {
      for (const one of more) {
        if (known.has(one.seq)) continue;
        known.add(one.seq);
        found.push(one);
      }
    };
    if (!isEnough(found)) add(inTexts(db, typed, today));
    if (isEnough(found)) return { found, meant: words };
    const wider = words.map((word) => ({ word, others: othersFor(db, word, found.length === 0) }));
    const others = wider.flatMap((one) => one.others);
    if (others.length === 0) return { found, meant: words };
    const meant = wider.map(({ word, others: mean }) => ({ word, expression: anyOf([beginning(word), ...mean.map((other) => `"${other}"`)]) }));
    const expression = all(meant.map((one) => one.expression));
    add(isCommon(db, 'article_title', expression) ? some(db, 'article_title', expression, today) : ranked(db, expression, today));
    if (found.length === 0) add(inTexts(db, meant, today));
    return { found, meant: [...words, ...others] };
  } catch (thrown) {
    // A letter newer than SQLite's tables splits a word into a phrase of nothing.
    if (thrown instanceof Database.SqliteError && thrown.message.startsWith('fts5:')) return { found: [], meant: words };
    throw thrown;
  }
}

/** What else a typed word may stand for: compounds that it is a part of and, where nothing begins with it, what differs in one letter. */
function othersFor(db: ReadDb, word: string, isNothingFound: boolean): string[] {
  const compounds = compoundsWith(db, word);
  const isUnknown = isNothingFound && compounds.length === 0 && db.one('SELECT 1 FROM article_words WHERE article_words MATCH ? LIMIT 1', beginning(word)) === undefined;
  return isUnknown ? termsNear(db, word) : compounds;
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

/** All of them, the best first. */
function ranked(db: ReadDb, expression: string, today: string): Found[] {
  return db.all<Found>(`SELECT a.seq, a.source, a.language FROM article_title AS w ${facts} WHERE article_title MATCH ? AND ${inForce} ORDER BY bm25(article_title, 2.0, 1.0)`, expression, today, today);
}

function inTitles(db: ReadDb, expression: string, today: string): Found[] {
  if (!isCommon(db, 'article_title', expression)) return ranked(db, expression, today);
  // Those that begin with what was typed; then others.
  const begun = some(db, 'article_title', `^ ${expression}`, today);
  const known = new Set(begun.map(({ seq }) => seq));
  return [...begun, ...(begun.length < fewest ? some(db, 'article_title', expression, today).filter(({ seq }) => !known.has(seq)) : [])];
}

/** By the words that tell something; of what those find, what has the others too. */
function inTexts(db: ReadDb, typed: readonly { readonly word: string; readonly expression: string }[], today: string): Found[] {
  const words = typed.filter(({ word }) => word.length > 1).map(({ expression }) => expression);
  const telling = words.filter((expression) => !isCommon(db, 'article_words', expression));
  if (telling.length === 0) return words.length === 0 ? [] : some(db, 'article_words', all(words), today);
  // What ranks reads the text of each: where nothing more is asked, not more of them than are looked at anyhow.
  const found = db.all<Found>(
    `SELECT a.seq, a.source, a.language FROM (SELECT rowid, bm25(article_words, 8.0, 4.0, 1.0) AS score FROM article_words WHERE article_words MATCH ? LIMIT ? + 0) AS w ${facts}
     WHERE ${inForce} ORDER BY w.score`,
    all(telling),
    telling.length === words.length ? fewest : commonFrom,
    today,
    today,
  );
  if (telling.length === words.length || found.length === 0) return found;
  const every = new Set(db.all<{ seq: number }>('SELECT rowid AS seq FROM article_words WHERE article_words MATCH ? LIMIT ? + 0', all(words), commonFrom).map(({ seq }) => seq));
  return found.filter(({ seq }) => every.has(seq));
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
