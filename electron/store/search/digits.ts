import type { ReadDb } from '../database/connection.ts';

/** What is compared of a telephone number: national, without the leading zero, for any country. */
const nationalDigits = 9;
const fewestDigits = 3;

interface Numbered {
  readonly seq: number;
  readonly customerNumber: string | null;
  readonly phones: string | null;
}

interface DigitsFound {
  readonly seq: number;
  readonly matched: 'customer-number' | 'phone';
}

export function digitsOf(text: string): string {
  return text.replaceAll(/\D+/g, '');
}

function triplesOf(digits: string): string[] {
  const triples: string[] = [];
  for (let end = 3; end <= digits.length; end++) triples.push(digits.slice(end - 3, end));
  return triples;
}

/** The digit triples by which parts of a customer's numbers are found. */
export function customerTriples(customerNumber: string | null, phones: readonly string[]): string {
  const triples = new Set(triplesOf(digitsOf(customerNumber ?? '')));
  for (const phone of phones) for (const triple of triplesOf(digitsOf(phone).slice(-nationalDigits))) triples.add(triple);
  return [...triples].join(' ');
}

/** What is looked for in the numbers; null where it is too short to look for. */
function soughtIn(typed: string): string | null {
  const digits = digitsOf(typed).replace(/^0+/, '').slice(-nationalDigits);
  return digits.length < fewestDigits ? null : digits;
}

function triplesQuery(digits: string): string {
  return triplesOf(digits)
    .map((triple) => `"${triple}"`)
    .join(' AND ');
}

/** `seq` of customers whose numbers may hold these digits, in that order: triples are known without their places. @param behind only those behind this `seq` */
export function maybeByDigits(db: ReadDb, typed: string, limit: number, behind: number): number[] {
  const digits = soughtIn(typed);
  if (digits === null) return [];
  return db
    .all<{ seq: number }>('SELECT rowid AS seq FROM customer_digits WHERE customer_digits MATCH ? AND rowid > ? ORDER BY rowid LIMIT ? + 0', triplesQuery(digits), behind, limit)
    .map(({ seq }) => seq);
}

/** Customers whose numbers have these triples somewhere. @param behind only those behind this `seq`; 0: all */
function candidates(db: ReadDb, digits: string, limit: number, behind = 0): Numbered[] {
  const onwards = behind === 0 ? '' : ' AND rowid > ?';
  return db.all<Numbered>(
    `SELECT c.seq, c.customer_number AS customerNumber, (SELECT group_concat(k.value, ' ') FROM contact_point AS k WHERE k.customer_id = c.id AND k.kind IN ('phone', 'mobile')) AS phones
     FROM (SELECT rowid FROM customer_digits WHERE customer_digits MATCH ?${onwards} ORDER BY rowid LIMIT ? + 0) AS d CROSS JOIN customer AS c ON c.seq = d.rowid`,
    triplesQuery(digits),
    ...(behind === 0 ? [] : [behind]),
    limit,
  );
}

/** The index knows triples without their places, so each find is compared. */
function compared({ seq, customerNumber, phones }: Numbered, digits: string): (DigitsFound & { readonly whole: boolean })[] {
  const own = digitsOf(customerNumber ?? '');
  const numbers = (phones ?? '').split(' ').map((phone) => digitsOf(phone).slice(-nationalDigits));
  const matched = own.includes(digits) ? ('customer-number' as const) : numbers.some((number) => number.includes(digits)) ? ('phone' as const) : null;
  return matched === null ? [] : [{ seq, matched, whole: own === digits || numbers.includes(digits) }];
}

/** Customers of whom a number, telephone or customer number, holds these digits; those whose whole number it is come first. */
export function customersByDigits(db: ReadDb, typed: string, limit: number): DigitsFound[] {
  const digits = soughtIn(typed);
  if (digits === null) return [];
  const ranked = candidates(db, digits, limit).flatMap((found) => compared(found, digits));
  return ranked.sort((a, b) => Number(b.whole) - Number(a.whole));
}

const batchSize = 500;

/** `seq` of every customer whom {@link customersByDigits} finds, a short query at a time. */
export function* everyByDigits(db: ReadDb, typed: string): Generator<number[]> {
  const digits = soughtIn(typed);
  if (digits === null) return;
  let behind = 0;
  for (;;) {
    const found = candidates(db, digits, batchSize, behind);
    yield found.flatMap((one) => compared(one, digits).map(({ seq }) => seq));
    if (found.length < batchSize) return;
    behind = found.at(-1)?.seq ?? behind;
  }
}
