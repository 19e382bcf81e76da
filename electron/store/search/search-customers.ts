import type { CustomerHit } from '#shared/domain/customer-file.ts';
import type { ReadDb } from '../database/connection.ts';
import { customersBySeq, toHit, type FoundCustomer } from '../queries/customers.ts';
import { after, anyOf, beginning } from './beginnings.ts';
import { customersByDigits, everyByDigits } from './digits.ts';
import { foldedWords } from './fold.ts';
import { candidateLimit, matchWords } from './match-words.ts';
import { customersByMixed } from './mixed-text.ts';
import { customersByPhonePrefix, everyByPhonePrefix } from './phone.ts';
import { seqAt } from './place.ts';
import { correctionsOf } from './typing-errors.ts';

type Matched = CustomerHit['matched'];

/** Fewer finds than this, and a typing error is looked for: it costs a query more. */
export const fewFinds = 5;

interface Found {
  readonly seq: number;
  readonly matched: Matched;
}

/** One way to read what was typed: `fits` judges the shape of the text, `find` answers in the order in which they are shown. */
interface Route {
  readonly fits: (typed: string) => boolean;
  readonly find: (db: ReadDb, typed: string, country: string) => readonly Found[];
  /** All of them, a short query at a time. */
  readonly every: (db: ReadDb, typed: string, country: string, most: number) => Iterable<readonly number[]>;
}

const looksLikeNumber = (typed: string): boolean => /^[+(\d][\d\s()./-]{2,}$/.test(typed);
/** With an `@`, or one word with a point or a dash in it: what stands before the `@` is often heard without it. */
const looksLikeMail = (typed: string): boolean => typed.includes('@') || /^\S*\p{L}\S*[._-]\S*$/u.test(typed);
const asFound = (seqs: readonly number[], matched: Matched): Found[] => seqs.map((seq) => ({ seq, matched }));

/** Asked in this order; a whole number comes before the beginning of one, and that before a part of one. */
export const routes: readonly Route[] = [
  { fits: looksLikeMail, find: (db, typed) => asFound(byEmail(db, typed, candidateLimit), 'email'), every: (db, typed, _, most) => [byEmail(db, typed, most)] },
  {
    fits: (typed) => /^[a-z]{1,6}[- ]?\d+$|^\d{3,}$/i.test(typed),
    find: (db, typed) => asFound(byCustomerNumber(db, typed.replace(' ', '-'), candidateLimit), 'customer-number'),
    every: (db, typed, _, most) => [byCustomerNumber(db, typed.replace(' ', '-'), most)],
  },
  { fits: looksLikeNumber, find: (db, typed, country) => asFound(customersByPhonePrefix(db, typed, country, candidateLimit), 'phone'), every: everyByPhonePrefix },
  { fits: looksLikeNumber, find: (db, typed) => customersByDigits(db, typed, candidateLimit), every: everyByDigits },
];

/**
 * Finds customers. The shape of the text chooses the ways: `@` the e-mail addresses, letters and digits
 * like a customer number those, digits the telephone numbers and parts of any number, everything else (and
 * what those did not find) the words; where those found few, words and numbers mixed.
 */
export function searchCustomers(db: ReadDb, text: string, country: string, limit: number): CustomerHit[] {
  const typed = text.trim();
  const found = new Map<number, Matched>();
  for (const { fits, find } of routes) {
    if (found.size >= limit || !fits(typed)) continue;
    for (const { seq, matched } of find(db, typed, country)) if (!found.has(seq)) found.set(seq, matched);
  }
  const routed = hitsOf(db, [...found].map(([seq, matched]) => ({ seq, matched })).slice(0, limit));
  if (routed.length >= limit) return routed;
  const words = foldedWords(typed);
  const direct = byWords(db, words).filter(({ row }) => !found.has(row.seq));
  const hits = [...routed, ...direct.map(({ row, matched }) => toHit(row, matched))];
  if (hits.length >= fewFinds || words.length === 0) return hits.slice(0, limit);
  for (const { row } of direct) found.set(row.seq, 'name');
  if (isMixedSought(hits.length, words)) {
    const mixed = customersByMixed(db, typed).filter(({ seq }) => !found.has(seq));
    for (const { seq, matched } of mixed) found.set(seq, matched);
    hits.push(...hitsOf(db, mixed));
  }
  if (hits.length < fewFinds) hits.push(...byMeaning(db, words).flatMap(({ row, matched }) => (found.has(row.seq) ? [] : [toHit(row, matched)])));
  return hits.slice(0, limit);
}

/** Several words that led to somebody are not looked for in the e-mail addresses of others, and a number that did has been looked for everywhere. */
export function isMixedSought(already: number, words: readonly string[]): boolean {
  return already === 0 || (words.length === 1 && already < fewFinds && /\D/.test(words[0] ?? ''));
}

function hitsOf(db: ReadDb, found: readonly Found[]): CustomerHit[] {
  const matched = new Map(found.map((one) => [one.seq, one.matched]));
  return customersBySeq(db, [...matched.keys()]).map((row) => toHit(row, matched.get(row.seq) ?? 'name'));
}

/** `seq` of customers whose words hold all of these, whole. */
export function customersByExactWords(db: ReadDb, words: readonly string[], limit: number): number[] {
  return words.length === 0 ? [] : matchWords(db, words.map((word) => `"${word}"`).join(' AND '), limit).map(seqAt);
}

/** The index is on SQLite's `lower`, which knows ASCII only: so the typed text is lowered the same way. */
function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function byEmail(db: ReadDb, typed: string, limit: number): number[] {
  const prefix = asciiLower(typed);
  return db
    .all<{ seq: number }>(
      `SELECT DISTINCT c.seq FROM contact_point AS k JOIN customer AS c ON c.id = k.customer_id
       WHERE k.kind = 'email' AND lower(k.value) >= ? AND lower(k.value) < ? AND c.archived = 0 LIMIT ? + 0`,
      prefix,
      after(prefix),
      limit,
    )
    .map(({ seq }) => seq);
}

function byCustomerNumber(db: ReadDb, typed: string, limit: number): number[] {
  return db
    .all<{ seq: number }>(
      `SELECT seq FROM customer WHERE customer_number IS NOT NULL AND customer_number >= ? COLLATE NOCASE AND customer_number < ? COLLATE NOCASE AND archived = 0
       ORDER BY customer_number COLLATE NOCASE LIMIT ? + 0`,
      typed,
      after(typed),
      limit,
    )
    .map(({ seq }) => seq);
}

/** One FTS5 expression per way of reading the words. */
export function* expressions(db: ReadDb, words: readonly string[]): Generator<string> {
  yield words.map((word) => `"${word}"`).join(' AND ');
  const begun = words.map((word) => beginning(db, word)).join(' AND ');
  // "de sm" may be the beginning of De Smet, which is indexed joined too.
  yield words.length > 1 ? `(${begun}) OR ${beginning(db, words.join(''))}` : begun;
}

/** Each word as it was typed, or one of those it may have been meant to be. */
function corrected(db: ReadDb, corrections: readonly (readonly [string, readonly string[]])[]): string {
  return corrections.map(([word, others]) => anyOf([beginning(db, word), ...others.map((other) => `"${other}"`)])).join(' AND ');
}

/** What was meant by words that found few: the FTS5 expression, and every word in it; null where there was no typing error to be seen. */
export function meantBy(db: ReadDb, words: readonly string[]): { readonly expression: string; readonly words: readonly string[] } | null {
  const corrections = words.map((word) => [word, correctionsOf(db, word)] as const);
  if (corrections.every(([, others]) => others.length === 0)) return null;
  return { expression: corrected(db, corrections), words: corrections.flatMap(([word, others]) => [word, ...others]) };
}

function byWords(db: ReadDb, words: readonly string[]): { row: FoundCustomer; matched: Matched }[] {
  if (words.length === 0) return [];
  const places = new Set<number>();
  for (const expression of expressions(db, words)) {
    for (const place of matchWords(db, expression)) places.add(place);
    if (places.size >= candidateLimit) break;
  }
  return ranked(db, [...places], words);
}

/** Those who are found by the words that may have been meant. */
function byMeaning(db: ReadDb, words: readonly string[]): { row: FoundCustomer; matched: Matched }[] {
  const meant = meantBy(db, words);
  return meant === null ? [] : ranked(db, matchWords(db, meant.expression), meant.words);
}

/** Among equals the one who was spoken to last comes first: that is the order of the places. */
function ranked(db: ReadDb, places: readonly number[], words: readonly string[]): { row: FoundCustomer; matched: Matched }[] {
  const order = new Map(places.toSorted((a, b) => a - b).map((place, index) => [seqAt(place), index]));
  const rows = customersBySeq(db, [...order.keys()]).map((row) => ({ row, ...judge(row, words) }));
  return rows.sort((a, b) => b.score - a.score || (order.get(a.row.seq) ?? 0) - (order.get(b.row.seq) ?? 0));
}

/** The second ranking: whole words of the name first, then beginnings of them, then the place. */
function judge(row: FoundCustomer, words: readonly string[]): { score: number; matched: Matched } {
  const family = foldedWords(row.familyName);
  const names = [...foldedWords(row.givenName), ...family, ...foldedWords(row.organisationName ?? ''), family.join('')];
  const inName = (word: string): number => (names.includes(word) ? 3 : names.some((name) => name.startsWith(word)) ? 2 : 0);
  const joined = words.join('');
  const whole = names.some((name) => name.startsWith(joined)) ? 3 : 0;
  const score = Math.max(
    whole,
    words.reduce((sum, word) => sum + inName(word), 0),
  );
  return { score, matched: score > 0 ? 'name' : 'town' };
}
