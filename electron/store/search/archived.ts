import type { Caller, CustomerHit } from '#shared/domain/customer-file.ts';
import type { ReadDb } from '../database/connection.ts';
import { survivorOf } from '../queries/customer-records.ts';
import { toHit, type FoundCustomer } from '../queries/customers.ts';
import { toE164 } from './phone.ts';

interface ArchivedRow extends FoundCustomer {
  readonly numberKind: 'phone' | 'mobile';
  readonly preferred: number;
  readonly segment: Caller['segment'];
  readonly lastContactAt: string | null;
  readonly openCases: number;
  readonly promiseDueAt: string | null;
}

const most = 10;
const shown = "c.seq, c.id, c.customer_number AS customerNumber, c.given_name AS givenName, c.family_name AS familyName, c.organisation_name AS organisationName, a.street || ' ' || a.house_number AS street, a.postcode, a.town";
const address = "LEFT JOIN address AS a ON a.seq = (SELECT seq FROM address WHERE customer_id = c.id ORDER BY kind <> 'home', seq LIMIT 1)";

const byNumberSql = `
  SELECT ${shown}, iif(p.mobile, 'mobile', 'phone') AS numberKind, p.preferred, c.segment,
    (SELECT started_at FROM interaction WHERE customer_id = c.id ORDER BY started_at DESC LIMIT 1) AS lastContactAt,
    (SELECT count(*) FROM case_file WHERE customer_id = c.id AND state IN ('open', 'waiting')) AS openCases,
    (SELECT min(due_at) FROM promise WHERE customer_id = c.id AND state = 'open') AS promiseDueAt
  FROM (SELECT customer, mobile, preferred FROM phone WHERE number = ?) AS p CROSS JOIN customer AS c ON c.seq = p.customer
  ${address} WHERE c.archived = 1 LIMIT ? + 0`;
const byCustomerNumberSql = `SELECT ${shown} FROM customer AS c ${address} WHERE c.customer_number = ? COLLATE NOCASE AND c.archived = 1 LIMIT 1`;

/** What was merged into another file is in that one. */
const isOwn = (db: ReadDb, { id }: FoundCustomer): boolean => survivorOf(db, id) === id;

/**
 * Customers who have the number of a call and whose files are in the archive: asked only when nobody else has it, so that nobody makes them
 * a second file. They are offered, never linked by themselves.
 */
export function archivedCallers(db: ReadDb, number: string | null, country: string): Caller[] {
  const e164 = number === null ? null : toE164(number, country);
  if (e164 === null) return [];
  const byId = new Map(db.all<ArchivedRow>(byNumberSql, Number(e164.slice(1)), most).map((row) => [row.id, row]));
  return [...byId.values()].filter((row) => isOwn(db, row)).map((row) => ({
    ...toHit(row, 'phone'),
    archived: true,
    numberKind: row.numberKind,
    preferred: row.preferred === 1,
    segment: row.segment,
    lastContactAt: row.lastContactAt,
    lastFromNumberAt: null,
    openCases: row.openCases,
    promiseDueAt: row.promiseDueAt,
  }));
}

/** The file in the archive that has exactly this customer number, where the search found none that has it. */
export function withArchived(db: ReadDb, text: string, hits: readonly CustomerHit[]): CustomerHit[] {
  const typed = text.trim().replace(' ', '-');
  if (!/^[a-z]{1,6}-?\d+$|^\d{3,}$/i.test(typed) || hits.some(({ customerNumber }) => customerNumber?.toLowerCase() === typed.toLowerCase())) return [...hits];
  const row = db.one<FoundCustomer>(byCustomerNumberSql, typed);
  return row === undefined || !isOwn(db, row) ? [...hits] : [{ ...toHit(row, 'customer-number'), archived: true }, ...hits];
}
