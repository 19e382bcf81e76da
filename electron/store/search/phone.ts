import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import type { ReadDb } from '../database/connection.ts';

const shortestNumber = 8;
const longestNumber = 15;
/** With fewer digits everything fits. */
const fewestTypedDigits = 3;

function asCountry(country: string): CountryCode | undefined {
  return isSupportedCountry(country) ? country : undefined;
}

/** @returns the number in E.164 when it can be read as one, national notation by `country`; else null. */
export function toE164(text: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: asCountry(country), extract: false });
  return parsed?.isPossible() === true ? parsed.number : null;
}

/** Like {@link toE164}, but only for numbers that the numbering plan can contain: what may be stored. */
export function toValidE164(text: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: asCountry(country), extract: false });
  return parsed?.isValid() === true ? parsed.number : null;
}

/** `seq` of the customers who have this number. */
export function customersByPhone(db: ReadDb, e164: string): number[] {
  return db
    .all<{ seq: number }>(
      `SELECT DISTINCT c.seq FROM phone AS p CROSS JOIN customer AS c ON c.seq = p.customer
       WHERE p.number = ? AND c.archived = 0 ORDER BY c.seq`,
      Number(e164.slice(1)),
    )
    .map(({ seq }) => seq);
}

/** The beginnings of E.164 that typed digits can mean, without the plus sign. */
function meanings(text: string, country: string): string[] {
  const digits = text.replaceAll(/\D/g, '');
  const international = text.trim().startsWith('+') ? digits : /^00/.exec(digits) ? digits.slice(2) : null;
  if (international !== null) return [international];
  const home = asCountry(country);
  const national = home === undefined ? [] : [getCountryCallingCode(home) + digits.replace(/^0/, '')];
  return digits.startsWith('0') ? national : [...national, digits];
}

/**
 * The pieces by which a typed number, or part of one, is found inside a stored one: as it was typed, and
 * as E.164 begins with it. Two, always, so that a statement is the same for every text.
 */
export function numberPieces(text: string, country: string): readonly [string, string] {
  const digits = text.replaceAll(/\D/g, '');
  const [meaning] = /^\s*(\+|0)/.test(text) ? meanings(text, country) : [];
  return meaning === undefined || meaning === '' ? [digits, digits] : [/^\s*(\+|00)/.test(text) ? `+${meaning}` : digits, `+${meaning}`];
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The numbers that begin with what was typed, in any notation, by their length. */
function* rangesOf(text: string, country: string): Generator<Range> {
  for (const prefix of meanings(text, country)) {
    if (prefix.length < fewestTypedDigits || prefix.length > longestNumber) continue;
    for (let length = Math.max(shortestNumber, prefix.length); length <= longestNumber; length++) {
      const numbers = 10 ** (length - prefix.length);
      yield { low: Number(prefix) * numbers, high: (Number(prefix) + 1) * numbers - 1 };
    }
  }
}

/** `seq` of customers with a number that begins with what was typed, in any notation. */
export function customersByPhonePrefix(db: ReadDb, text: string, country: string, limit: number): number[] {
  const found = new Set<number>();
  for (const range of rangesOf(text, country)) {
    if (found.size >= limit) break;
    for (const seq of phoneRange(db, range, limit)) found.add(seq);
  }
  return [...found].slice(0, limit);
}

const batchSize = 500;

/** `seq` of every customer whom {@link customersByPhonePrefix} finds, a short query at a time. */
export function* everyByPhonePrefix(db: ReadDb, text: string, country: string): Generator<number[]> {
  for (const { low, high } of rangesOf(text, country)) {
    let behind = { number: low, contact: -1 };
    for (;;) {
      const found = db.all<{ seq: number; number: number; contact: number; archived: number }>(
        `SELECT c.seq, p.number, p.contact, c.archived FROM phone AS p CROSS JOIN customer AS c ON c.seq = p.customer
         WHERE (p.number, p.contact) > (?, ?) AND p.number <= ? ORDER BY p.number, p.contact LIMIT ? + 0`,
        behind.number,
        behind.contact,
        high,
        batchSize,
      );
      yield found.flatMap(({ seq, archived }) => (archived === 0 ? [seq] : []));
      if (found.length < batchSize) break;
      behind = found.at(-1) ?? behind;
    }
  }
}

function phoneRange(db: ReadDb, { low, high }: Range, limit: number): number[] {
  return db
    .all<{ seq: number }>(
      `SELECT DISTINCT c.seq FROM phone AS p CROSS JOIN customer AS c ON c.seq = p.customer
       WHERE p.number BETWEEN ? AND ? AND c.archived = 0 LIMIT ? + 0`,
      low,
      high,
      limit,
    )
    .map(({ seq }) => seq);
}
