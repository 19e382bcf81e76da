import type { WriteDb } from '../database/connection.ts';
import { customerTriples } from './digits.ts';
import { customerWords, mailWords } from './fold.ts';
import { dayOf, placeOf } from './place.ts';
import { learnWords } from './typing-errors.ts';

interface StaleCustomer {
  readonly id: string;
  readonly seq: number | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisationName: string | null;
  readonly customerNumber: string | null;
  readonly archived: number;
  /** The day under which the index has the customer; null where it has none. */
  readonly indexedDay: number | null;
  readonly lastContact: string | null;
  readonly phones: string;
  readonly emails: string;
}

interface IndexedCustomer {
  readonly seq: number;
  readonly former: number;
  readonly place: number;
  readonly words: readonly string[];
  /** They are no words that search corrects to. */
  readonly mailWords: readonly string[];
  readonly triples: string;
}

/**
 * Brings the words of at most `limit` customers up to date. Triggers say which are stale, so a crash
 * between the row and its words loses nothing.
 * @param pressed somebody waits to write: read no further customer.
 * @returns true when there is more to do.
 */
export function refreshWords(db: WriteDb, limit: number, pressed: () => boolean = () => false): boolean {
  const stale = readStale(db, limit);
  const read: IndexedCustomer[] = [];
  let done = 0;
  while (done < stale.length && (done === 0 || !pressed())) {
    const customer = stale[done++] as StaleCustomer;
    db.run('DELETE FROM search_stale WHERE customer_id = ?', customer.id);
    if (customer.seq !== null) read.push(indexed(db, customer, customer.seq));
  }
  writeIndexes(db, read);
  return done < stale.length || stale.length === limit;
}

function readStale(db: WriteDb, limit: number): StaleCustomer[] {
  return db.all<StaleCustomer>(
    `SELECT s.customer_id AS id, c.seq, c.given_name AS givenName, c.family_name AS familyName, c.organisation_name AS organisationName,
            c.customer_number AS customerNumber, c.archived, d.day AS indexedDay,
            (SELECT max(started_at) FROM interaction WHERE customer_id = s.customer_id) AS lastContact,
            (SELECT coalesce(group_concat(value, ' '), '') FROM contact_point WHERE customer_id = s.customer_id AND kind IN ('phone', 'mobile')) AS phones,
            (SELECT coalesce(group_concat(value, ' '), '') FROM contact_point WHERE customer_id = s.customer_id AND kind = 'email') AS emails
     FROM (SELECT customer_id FROM search_stale LIMIT ? + 0) AS s LEFT JOIN customer AS c ON c.id = s.customer_id LEFT JOIN contact_day AS d ON d.seq = c.seq`,
    limit,
  );
}

function indexed(db: WriteDb, customer: StaleCustomer, seq: number): IndexedCustomer {
  const day = dayOf(customer.lastContact);
  if (day !== (customer.indexedDay ?? 0)) db.run('INSERT INTO contact_day (seq, day) VALUES (?, ?) ON CONFLICT (seq) DO UPDATE SET day = excluded.day', seq, day);
  const place = { seq, former: placeOf(seq, customer.indexedDay ?? 0), place: placeOf(seq, day) };
  // Archived customers are not found; their file is reached by its links.
  if (customer.archived === 1) return { ...place, words: [], mailWords: [], triples: '' };
  const places = db.all<{ street: string; houseNumber: string; postcode: string; town: string }>(
    'SELECT street, house_number AS houseNumber, postcode, town FROM address WHERE customer_id = ?',
    customer.id,
  );
  return { ...place, words: customerWords(customer, places), mailWords: mailWords(customer.emails.split(' ')), triples: customerTriples(customer.customerNumber, customer.phones.split(' ')) };
}

/** FTS5 takes rows in the order of their rowids; any other order makes a segment of every row. */
function writeIndexes(db: WriteDb, customers: readonly IndexedCustomer[]): void {
  for (const { former } of customers.toSorted((a, b) => a.former - b.former)) db.run('DELETE FROM customer_words WHERE rowid = ?', former);
  for (const { place, words, mailWords: mails } of customers.toSorted((a, b) => a.place - b.place)) {
    if (words.length + mails.length > 0) db.run('INSERT INTO customer_words (rowid, words) VALUES (?, ?)', place, [...words, ...mails].join(' '));
  }
  const bySeq = customers.toSorted((a, b) => a.seq - b.seq);
  for (const { seq } of bySeq) db.run('DELETE FROM customer_digits WHERE rowid = ?', seq);
  for (const { seq, triples } of bySeq) if (triples !== '') db.run('INSERT INTO customer_digits (rowid, triples) VALUES (?, ?)', seq, triples);
  learnWords(db, new Set(customers.flatMap(({ words }) => words)));
}
