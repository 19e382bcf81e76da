import type { Caller } from '#shared/domain/customer-file.ts';
import type { ReadDb } from '../database/connection.ts';
import { toHit, type FoundCustomer } from '../queries/customers.ts';
import { customersByDigits } from './digits.ts';
import { isSearchBehind } from './fresh-index.ts';
import { toE164 } from './phone.ts';

/** More customers than this on one number are a switchboard, not a family. */
const most = 30;
/** A customer may have the number twice. */
const mostRows = 2 * most;

interface CallerRow extends FoundCustomer {
  readonly numberKind: 'phone' | 'mobile';
  readonly preferred: number;
  readonly segment: Caller['segment'];
  readonly lastContactAt: string | null;
  readonly lastFromNumberAt: string | null;
  readonly openCases: number;
  readonly promiseDueAt: string | null;
}

/** Where callers come from: `c` is the customer; the rest is of their number. */
interface Source {
  readonly from: string;
  readonly number: string;
  readonly kind: string;
  readonly preferred: string;
}

/** Everything in one statement, each step by a key, and of each key as few pages as there can be: a call rings meanwhile. */
const callersFrom = ({ from, number, kind, preferred }: Source): string => `
  SELECT c.seq, c.id, c.customer_number AS customerNumber, c.given_name AS givenName, c.family_name AS familyName, c.organisation_name AS organisationName,
    a.street || ' ' || a.house_number AS street, a.postcode, a.town, ${kind} AS numberKind, ${preferred} AS preferred, c.segment,
    (SELECT started_at FROM interaction WHERE customer_id = c.id ORDER BY started_at DESC LIMIT 1) AS lastContactAt,
    (SELECT started_at FROM interaction WHERE customer_id = c.id AND number = ${number} ORDER BY started_at DESC LIMIT 1) AS lastFromNumberAt,
    (SELECT count(*) FROM case_file WHERE customer_id = c.id AND state IN ('open', 'waiting')) AS openCases,
    (SELECT min(due_at) FROM promise WHERE customer_id = c.id AND state = 'open') AS promiseDueAt
  FROM ${from}
  LEFT JOIN address AS a ON a.seq = (SELECT seq FROM address WHERE customer_id = c.id ORDER BY kind <> 'home', seq LIMIT 1)
  WHERE c.archived = 0 LIMIT ? + 0`;
const callersSql = callersFrom({
  from: '(SELECT number, customer, mobile, preferred FROM phone WHERE number = ?) AS p CROSS JOIN customer AS c ON c.seq = p.customer',
  number: "'+' || p.number",
  kind: "iif(p.mobile, 'mobile', 'phone')",
  preferred: 'p.preferred',
});
const callersBySeqSql = callersFrom({
  from: "json_each(?) AS wanted CROSS JOIN customer AS c ON c.seq = wanted.value CROSS JOIN contact_point AS k ON k.customer_id = c.id AND k.kind IN ('phone', 'mobile') AND k.value = ?",
  number: 'k.value',
  kind: 'k.kind',
  preferred: 'k.preferred',
});

/** Customers who have the number of a call, the likeliest first, each with what speaks for them. */
export function callersByNumber(db: ReadDb, number: string | null, country: string): Caller[] {
  if (number === null) return [];
  // A call keeps its number as E.164: as it stands it is mostly somebody's, and need not be read as a number first.
  const callers = /^\+[1-9]\d{6,14}$/.test(number) ? callersWith(db, number) : [];
  if (callers.length > 0) return callers;
  const e164 = toE164(number, country);
  return e164 === null || e164 === number ? callers : callersWith(db, e164);
}

function callersWith(db: ReadDb, e164: string): Caller[] {
  const direct = db.all<CallerRow>(callersSql, Number(e164.slice(1)), mostRows);
  const rows = direct.length === 0 && isSearchBehind(db) ? callersBehind(db, e164) : direct;
  const byCustomer = new Map<number, CallerRow>();
  for (const row of rows) if ((byCustomer.get(row.seq)?.preferred ?? -1) < row.preferred) byCustomer.set(row.seq, row);
  const callers = [...byCustomer.values()].sort((a, b) => a.seq - b.seq).slice(0, most).map(toCaller);
  return callers.sort((a, b) => likelihood(b) - likelihood(a) || (b.lastContactAt ?? '').localeCompare(a.lastContactAt ?? ''));
}

/** While customers come in, their numbers are written after their words: until then the parts of a number lead to it. */
function callersBehind(db: ReadDb, e164: string): CallerRow[] {
  const seqs = customersByDigits(db, e164, mostRows).map(({ seq }) => seq);
  return seqs.length === 0 ? [] : db.all<CallerRow>(callersBySeqSql, JSON.stringify(seqs), e164, mostRows);
}

function toCaller(row: CallerRow): Caller {
  const { numberKind, segment, lastContactAt, lastFromNumberAt, openCases, promiseDueAt } = row;
  return { ...toHit(row, 'phone'), numberKind, segment, lastContactAt, lastFromNumberAt, openCases, promiseDueAt, preferred: row.preferred === 1 };
}

/** Who called from here before, who waits for an answer, whose own number it is. */
function likelihood({ lastFromNumberAt, openCases, promiseDueAt, numberKind, preferred }: Caller): number {
  return Number(lastFromNumberAt !== null) * 4 + Number(openCases > 0 || promiseDueAt !== null) * 4 + Number(numberKind === 'mobile') + Number(preferred);
}
