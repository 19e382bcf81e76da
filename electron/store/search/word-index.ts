import type { WriteDb } from '../database/connection.ts';
import { customerWords } from './fold.ts';

interface StaleCustomer {
  readonly id: string;
  readonly seq: number | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisationName: string | null;
  readonly customerNumber: string | null;
}

/**
 * Brings the words of at most `limit` customers up to date. Triggers say which are stale, so a crash
 * between the row and its words loses nothing.
 * @param pressed somebody waits to write: stop after this customer.
 * @returns true when there is more to do.
 */
export function refreshWords(db: WriteDb, limit: number, pressed: () => boolean = () => false): boolean {
  const stale = db.all<StaleCustomer>(
    `SELECT s.customer_id AS id, c.seq, c.given_name AS givenName, c.family_name AS familyName,
            c.organisation_name AS organisationName, c.customer_number AS customerNumber
     FROM (SELECT customer_id FROM search_stale LIMIT ?) AS s LEFT JOIN customer AS c ON c.id = s.customer_id`,
    limit,
  );
  for (const customer of stale) {
    db.run('DELETE FROM search_stale WHERE customer_id = ?', customer.id);
    if (customer.seq === null) continue;
    const places = db.all<{ street: string; postcode: string; town: string }>('SELECT street, postcode, town FROM address WHERE customer_id = ?', customer.id);
    db.run('DELETE FROM customer_words WHERE rowid = ?', customer.seq);
    db.run('INSERT INTO customer_words (rowid, words) VALUES (?, ?)', customer.seq, customerWords(customer, places));
    if (pressed()) return true;
  }
  return stale.length === limit;
}
