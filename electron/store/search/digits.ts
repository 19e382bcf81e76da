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

function digitsOf(text: string): string {
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

/**
 * Customers of whom a number, telephone or customer number, holds these digits; those whose whole number it
 * is come first. The index knows triples without their places, so each find is compared.
 */
export function customersByDigits(db: ReadDb, typed: string, limit: number): DigitsFound[] {
  const digits = digitsOf(typed).replace(/^0+/, '').slice(-nationalDigits);
  if (digits.length < fewestDigits) return [];
  const found = db.all<Numbered>(
    `SELECT c.seq, c.customer_number AS customerNumber, (SELECT group_concat(k.value, ' ') FROM contact_point AS k WHERE k.customer_id = c.id AND k.kind IN ('phone', 'mobile')) AS phones
     FROM (SELECT rowid FROM customer_digits WHERE customer_digits MATCH ? ORDER BY rowid LIMIT ? + 0) AS d CROSS JOIN customer AS c ON c.seq = d.rowid`,
    triplesOf(digits)
      .map((triple) => `"${triple}"`)
      .join(' AND '),
    limit,
  );
  const ranked = found.flatMap(({ seq, customerNumber, phones }) => {
    const own = digitsOf(customerNumber ?? '');
    const numbers = (phones ?? '').split(' ').map((phone) => digitsOf(phone).slice(-nationalDigits));
    const matched = own.includes(digits) ? ('customer-number' as const) : numbers.some((number) => number.includes(digits)) ? ('phone' as const) : null;
    return matched === null ? [] : [{ seq, matched, whole: own === digits || numbers.includes(digits) }];
  });
  return ranked.sort((a, b) => Number(b.whole) - Number(a.whole));
}
