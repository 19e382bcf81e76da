import Database from 'better-sqlite3';
import type { CustomerHit } from '#shared/domain/customer-file.ts';
import type { ReadDb } from '../database/connection.ts';
import { customersBySeq, toHit, type FoundCustomer } from '../queries/customers.ts';
import { foldedWords } from './fold.ts';
import { customersByPhonePrefix } from './phone.ts';

type Matched = CustomerHit['matched'];

/** Candidates taken from the index, in its own order, before the second ranking. */
const candidateLimit = 60;

/**
 * Finds customers. The shape of the text chooses the way: `@` the e-mail addresses, letters and digits
 * like a customer number those, digits the telephone numbers, everything else (and what those did not
 * find) the words.
 */
export function searchCustomers(db: ReadDb, text: string, country: string, limit: number): CustomerHit[] {
  const found = new Map<number, Matched>();
  const add = (seqs: readonly number[], matched: Matched): void => {
    for (const seq of seqs) if (!found.has(seq)) found.set(seq, matched);
  };
  const typed = text.trim();
  if (typed.includes('@')) add(byEmail(db, typed), 'email');
  if (/^[a-z]{1,6}[- ]?\d+$/i.test(typed)) add(byCustomerNumber(db, typed.replace(' ', '-')), 'customer-number');
  if (/^[+(\d][\d\s()./-]{2,}$/.test(typed)) add(customersByPhonePrefix(db, typed, country, candidateLimit), 'phone');
  const routed = customersBySeq(db, [...found.keys()].slice(0, limit)).map((row) => toHit(row, found.get(row.seq) ?? 'name'));
  if (routed.length >= limit) return routed;
  const words = byWords(db, foldedWords(typed)).filter(({ row }) => !found.has(row.seq));
  return [...routed, ...words.map(({ row, matched }) => toHit(row, matched))].slice(0, limit);
}

/** `seq` of customers whose words hold all of these, whole. */
export function customersByExactWords(db: ReadDb, words: readonly string[], limit: number): number[] {
  return words.length === 0 ? [] : matchWords(db, words.map((word) => `"${word}"`).join(' AND '), limit);
}

/** The first string after all that begin with `prefix`, in SQLite's byte order. */
function after(prefix: string): string {
  return `${prefix}\u{10FFFF}`;
}

/** The index is on SQLite's `lower`, which knows ASCII only: so the typed text is lowered the same way. */
function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function byEmail(db: ReadDb, typed: string): number[] {
  const prefix = asciiLower(typed);
  return db
    .all<{ seq: number }>(
      `SELECT DISTINCT c.seq FROM contact_point AS k JOIN customer AS c ON c.id = k.customer_id
       WHERE k.kind = 'email' AND lower(k.value) >= ? AND lower(k.value) < ? AND c.archived = 0 LIMIT ?`,
      prefix,
      after(prefix),
      candidateLimit,
    )
    .map(({ seq }) => seq);
}

function byCustomerNumber(db: ReadDb, typed: string): number[] {
  return db
    .all<{ seq: number }>(
      `SELECT seq FROM customer WHERE customer_number IS NOT NULL AND customer_number >= ? COLLATE NOCASE AND customer_number < ? COLLATE NOCASE AND archived = 0
       ORDER BY customer_number COLLATE NOCASE LIMIT ?`,
      typed,
      after(typed),
      candidateLimit,
    )
    .map(({ seq }) => seq);
}

/** One FTS5 expression per way of reading the words; the words are folded, so they hold no syntax. */
function expressions(words: readonly string[]): string[] {
  const exact = words.map((word) => `"${word}"`).join(' AND ');
  const prefix = words.map((word) => `"${word}"*`).join(' AND ');
  // "de sm" may be the beginning of De Smet, which is indexed joined too.
  return [exact, words.length > 1 ? `(${prefix}) OR "${words.join('')}"*` : prefix];
}

function byWords(db: ReadDb, words: readonly string[]): { row: FoundCustomer; matched: Matched }[] {
  if (words.length === 0) return [];
  const seqs = new Set<number>();
  for (const expression of expressions(words)) {
    for (const seq of matchWords(db, expression)) seqs.add(seq);
    if (seqs.size >= candidateLimit) break;
  }
  const rows = customersBySeq(db, [...seqs]);
  return rows.map((row) => ({ row, ...judge(row, words) })).sort((a, b) => b.score - a.score || a.row.seq - b.row.seq);
}

function matchWords(db: ReadDb, expression: string, limit = candidateLimit): number[] {
  try {
    return db
      .all<{ seq: number }>(
        `SELECT c.seq FROM customer_words AS w JOIN customer AS c ON c.seq = w.rowid
         WHERE customer_words MATCH ? AND c.archived = 0 ORDER BY w.rowid LIMIT ?`,
        expression,
        limit,
      )
      .map(({ seq }) => seq);
  } catch (thrown) {
    // A letter newer than SQLite's tables splits a word into a phrase, which an index without positions refuses.
    if (thrown instanceof Database.SqliteError && thrown.code === 'SQLITE_ERROR' && thrown.message.startsWith('fts5:')) return [];
    throw thrown;
  }
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
