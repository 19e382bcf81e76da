import fc from 'fast-check';
import { composeIBAN } from 'ibantools';
import { describe, expect, it, test } from 'vitest';
import { parseBelgianVat, readBelgianVat, writtenVat } from './belgian-vat.ts';
import { birthDateFault, readDate, writtenDate } from './dates.ts';
import { emailFault } from './email.ts';
import { readIban } from './iban.ts';
import { readNationalNumber, writtenNationalNumber } from './national-number.ts';
import { phoneFault } from './phone.ts';

const today = '2026-11-29';
const digit = fc.integer({ min: 0, max: 9 });
const digits = (length: number): fc.Arbitrary<string> => fc.array(digit, { minLength: length, maxLength: length }).map((list) => list.join(''));
/** Any sign of `text` that is a digit becomes another one. */
const slip = (text: string): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...[...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []))), fc.integer({ min: 1, max: 9 })).map(([at, by]) => `${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`);
const codeOf = (read: object): string | null => ('fault' in read ? (read.fault as { code: string }).code : null);

/** The two digits of the register's own rule. */
const nationalOf = (born: Date, series: number, monthMore: 0 | 20 | 40): string => {
  const [year, month, day] = born.toISOString().slice(0, 10).split('-').map(Number) as [number, number, number];
  const nine = String(year % 100).padStart(2, '0') + String(month + monthMore).padStart(2, '0') + String(day).padStart(2, '0') + String(series).padStart(3, '0');
  return nine + String(97 - (Number((year >= 2000 ? '2' : '') + nine) % 97)).padStart(2, '0');
};
const belgianIban = digits(10).map((ten) => composeIBAN({ countryCode: 'BE', bban: ten + String(Number(ten) % 97 === 0 ? 97 : Number(ten) % 97).padStart(2, '0') }) ?? '');

describe('account numbers', () => {
  it('are read in any grouping, and one wrong digit is always found', () => {
    fc.assert(
      fc.property(belgianIban.chain((iban) => fc.tuple(fc.constant(iban), slip(iban))), fc.constantFrom(' ', '-', ''), ([iban, wrong], sign) => {
        expect(readIban(iban.toLowerCase().replaceAll(/(.{4})(?=.)/g, `$1${sign}`))).toEqual({ iban });
        expect(codeOf(readIban(wrong))).not.toBeNull();
      }),
    );
  });

  it.each([
    ['BE68 5390 0754 7034', null],
    ['NL91ABNA0417164300', null],
    ['FR14 2004 1010 0505 0001 3M02 606', null],
    ['BE68 5390 0754 703', 'iban-length'],
    ['BE68 5390 0754 7035', 'iban-check'],
    ['BE69 5390 0754 7034', 'iban-check'],
    ['XX68 5390 0754 7034', 'iban-country'],
    ['68 5390 0754 7034', 'iban-country'],
    ['BE6A 5390 0754 7034', 'iban-check'],
    ['BE68 A390 0754 7034', 'iban-signs'],
    ['BE68/5390', 'iban-signs'],
    ['', 'iban-country'],
  ])('%j: %s', (text, code) => expect(codeOf(readIban(text))).toBe(code));
});

describe('enterprise numbers', () => {
  const eight = fc.integer({ min: 0, max: 19_999_999 }).map((number) => String(number).padStart(8, '0'));
  const numbers = eight.map((text) => text + String(97 - (Number(text) % 97)).padStart(2, '0'));

  it('are written in groups and read back, and one wrong digit is always found', () => {
    fc.assert(
      fc.property(numbers.chain((number) => fc.tuple(fc.constant(number), slip(number))), ([number, wrong]) => {
        expect(parseBelgianVat(writtenVat(`BE${number}`))).toBe(`BE${number}`);
        expect(parseBelgianVat(wrong)).toBeNull();
      }),
    );
  });

  it.each([
    ['0123.456.74', 'vat-length'],
    ['0123.456.748', 'vat-check'],
    ['2123.456.749', 'vat-series'],
    ['NL 0123.456.749', 'vat-country'],
    ['BTW BE 0123.456.749', null],
    ['0123.45x.749', 'vat-signs'],
  ])('%j: %s', (text, code) => expect(codeOf(readBelgianVat(text))).toBe(code));
});

describe('national numbers', () => {
  const born = fc.date({ min: new Date('1901-01-01'), max: new Date('2026-11-28'), noInvalidDate: true });
  const series = fc.integer({ min: 1, max: 998 });

  it('of either century, bis numbers too, give the date of birth, in any notation', () => {
    fc.assert(
      fc.property(born, series, fc.constantFrom(0 as const, 20 as const, 40 as const), (date, number, more) => {
        const text = nationalOf(date, number, more);
        const expected = { digits: text, kind: more === 0 ? 'national' : 'bis', birthDate: date.toISOString().slice(0, 10) };
        expect(readNationalNumber(text, today)).toEqual({ number: expected });
        expect(readNationalNumber(writtenNationalNumber(text), today)).toEqual({ number: expected });
      }),
    );
  });

  it('with one wrong digit are refused, or at the least of somebody of the other century', () => {
    fc.assert(
      fc.property(fc.tuple(born, series).chain(([date, number]) => fc.tuple(fc.constant(date), slip(nationalOf(date, number, 0)))), ([date, wrong]) => {
        const read = readNationalNumber(wrong, today);
        if ('number' in read) expect(read.number.birthDate?.slice(0, 2)).not.toBe(date.toISOString().slice(0, 2));
      }),
    );
  });

  it.each([
    ['85.07.30-033.28', null],
    ['85.07.30-033.29', 'national-check'],
    ['85.07.30-033.2', 'national-length'],
    ['85.13.30-033.28', 'national-date'],
    ['8507300332x', 'national-signs'],
    [nationalOf(new Date('1985-07-30'), 0, 0), 'national-series'],
    [nationalOf(new Date('2030-07-30'), 33, 0), 'national-date'],
  ])('%j: %s', (text, code) => expect(codeOf(readNationalNumber(text, today))).toBe(code));

  test('without a known day there is no date of birth', () => {
    const nine = '400000001';
    expect(readNationalNumber(nine + String(97 - (Number(nine) % 97)).padStart(2, '0'), today)).toMatchObject({ number: { birthDate: null } });
  });
});

test('every day of the calendar is read as it is written, also in eight digits', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(readDate(writtenDate(iso))).toEqual({ iso });
      expect(readDate(writtenDate(iso).replaceAll('/', ''))).toEqual({ iso });
      expect(readDate(iso)).toEqual({ iso });
    }),
  );
});

it.each([
  ['30/02/1974', 'date-day'],
  ['12/13/1974', 'date-month'],
  ['12/03/74', 'date-year'],
  ['12 maart 1974', 'date'],
  ['30/11/2026', 'date-future'],
  ['12/03/1874', 'date-old'],
  ['12/03/1974', null],
])('somebody born on %j: %s', (text, code) => expect(birthDateFault(text, today)?.code ?? null).toBe(code));

it.each([
  ['jan.peeters@telenet.be', null],
  ['jan', 'email-at'],
  ['jan @telenet.be', 'email-space'],
  ['.jan@telenet.be', 'email-name'],
  ['jan@telenet', 'email-domain'],
  ['jan@telenet,be', 'email-domain'],
  ['jan@-telenet.be', 'email-domain'],
  ['a@b@c.be', 'email'],
])('mail address %j: %s', (text, code) => expect(emailFault(text)?.code ?? null).toBe(code));

it.each([
  ['0478 12 34 56', null],
  ['0478', 'phone-short'],
  ['0478 12 34', 'phone'],
  ['0478 12 34 56 78 90 12', 'phone-long'],
  ['+999 12 34 56', 'phone-country'],
  ['0478 12 34 5a', 'phone-signs'],
])('telephone number %j: %s', (text, code) => expect(phoneFault(text, 'BE')?.code ?? null).toBe(code));
