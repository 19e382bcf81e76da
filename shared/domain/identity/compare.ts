import type { Address, ContactPoint, Customer } from '../entities.ts';
import type { IdentityCheckKey } from './policy.ts';
import { isSameDay, parseSpokenDay } from '../spoken-day.ts';
import { isSpeltLike, plainWords } from '../spelling.ts';

/** What a customer can be asked about: only the store process has it. */
export interface IdentityFacts {
  readonly customer: Pick<Customer, 'kind' | 'givenName' | 'familyName' | 'organisationName' | 'birthDate' | 'customerNumber' | 'vatNumber'>;
  readonly contactPoints: readonly Pick<ContactPoint, 'kind' | 'value'>[];
  readonly addresses: readonly Pick<Address, 'street' | 'houseNumber' | 'box' | 'postcode'>[];
  /** The number of this call, E.164: whoever holds the telephone knows it, so it proves nothing. */
  readonly callingNumber: string | null;
}

/** Fewer digits than this of a number are a guess. */
const leastEnding = 4;

const filled = (text: string | null): text is string => text !== null && text.trim() !== '';
const compact = (text: string): string => plainWords(text).join('');
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

function phonesOf({ contactPoints, callingNumber }: IdentityFacts): string[] {
  return contactPoints.filter(({ kind, value }) => kind !== 'email' && value !== callingNumber && digitsOf(value).length >= leastEnding).map(({ value }) => value);
}

function namesOf({ customer }: IdentityFacts): string[] {
  const person = `${customer.givenName} ${customer.familyName}`.trim();
  const known = customer.kind === 'organisation' ? [customer.organisationName] : [filled(customer.familyName) ? person : null];
  return known.filter(filled).filter((name) => plainWords(name).length > 0);
}

/** What the file has for each check, in its own notation. */
const known: Readonly<Record<IdentityCheckKey, (facts: IdentityFacts) => readonly string[]>> = {
  name: namesOf,
  birthDate: ({ customer }) => [customer.birthDate].filter(filled),
  postcode: ({ addresses }) => addresses.map(({ postcode }) => postcode).filter((postcode) => compact(postcode) !== ''),
  address: ({ addresses }) => addresses.filter(({ street, houseNumber }) => compact(street) !== '' && compact(houseNumber) !== '').map(({ street, houseNumber }) => `${street} ${houseNumber}`),
  phoneEnding: phonesOf,
  email: ({ contactPoints }) => contactPoints.filter(({ kind, value }) => kind === 'email' && filled(value)).map(({ value }) => value),
  customerNumber: ({ customer }) => [customer.customerNumber].filter(filled).filter((number) => compact(number) !== ''),
  vatNumber: ({ customer }) => [customer.vatNumber].filter(filled).filter((number) => digitsOf(number) !== ''),
};

/** @returns what this customer can be asked about. */
export function checksOnFile(facts: IdentityFacts): ReadonlySet<IdentityCheckKey> {
  return new Set((Object.keys(known) as IdentityCheckKey[]).filter((check) => known[check](facts).length > 0));
}

type Compare = (typed: string, value: string) => boolean;

/** Said with a name, and no part of it. */
const titles = new Set(['heer', 'dhr', 'mijnheer', 'meneer', 'mevrouw', 'mevr', 'mw', 'monsieur', 'mr', 'madame', 'mme', 'mrs', 'ms', 'herr', 'frau', 'bv', 'bvba', 'nv', 'vzw', 'sa', 'sprl', 'srl', 'asbl', 'gmbh']);

/** Written apart by one and together by another: De Smet and Desmet. */
const particles = new Set(['de', 'den', 'der', 'van', 'vande', 'vanden', 'vander', 'ten', 'ter', 't', 'el', 'le', 'la', 'du']);

/** @returns the words with each particle written together with what it belongs to. */
function together(words: readonly string[]): string[] {
  const joined: string[] = [];
  let before = '';
  for (const word of words) {
    before += word;
    if (particles.has(word)) continue;
    joined.push(before);
    before = '';
  }
  return before === '' ? joined : [...joined, before];
}

/** Every word of the name is among what was typed, in any order. */
function isName(typed: string, name: string): boolean {
  const [said, meant] = [typed, name].map((text) => plainWords(text).filter((word) => !titles.has(word))) as [string[], string[]];
  const heard = [...said, ...together(said)];
  const apart = meant.filter((word) => !particles.has(word));
  return [apart, together(meant)].some((words) => words.length > 0 && words.every((word) => heard.some((one) => isSpeltLike(one, word))));
}

/** `kerkstr. 12 bus 3` and `12, Kerkstraat` are Kerkstraat 12. */
function isAddress(typed: string, value: string): boolean {
  const wordsOf = (text: string): string[] => plainWords(text.replaceAll(/(\p{L})(\d)/gu, '$1 $2').replaceAll(/(\d)\s+(\p{L})(?!\p{L})/gu, '$1$2')).map((word) => word.replace(/str$/, 'straat').replace(/ln$/, 'laan').replace(/stwg$/, 'steenweg'));
  const [said, meant] = [wordsOf(typed), wordsOf(value)];
  const isNumber = (word: string): boolean => /^\d/.test(word);
  const numbers = meant.filter(isNumber);
  const street = meant.filter((word) => !isNumber(word));
  // The house is exact, with its letter; the street may be spelt by ear.
  if (!numbers.every((number) => said.includes(number))) return false;
  const heard = said.filter((word) => !isNumber(word));
  return street.every((word) => (word.length < 2 ? heard.includes(word) : heard.some((one) => isSpeltLike(one, word)))) || isSpeltLike(heard.join(''), street.join(''));
}

function isEnding(typed: string, number: string): boolean {
  const digits = digitsOf(typed);
  // A whole number, as it is dialled from here or from abroad.
  const ending = digits.length > 8 ? digits.replace(/^00?/, '') : digits;
  return digits.length >= leastEnding && digitsOf(number).endsWith(ending);
}

const compares: Readonly<Record<IdentityCheckKey, Compare>> = {
  name: isName,
  birthDate(typed, iso) {
    const spoken = parseSpokenDay(typed);
    return spoken !== null && isSameDay(spoken, iso);
  },
  postcode: (typed, postcode) => compact(typed).replace(/^b(?=\d{4}$)/, '') === compact(postcode),
  address: isAddress,
  phoneEnding: isEnding,
  email: (typed, email) => typed.trim().toLowerCase() === email.trim().toLowerCase(),
  // Customers leave out what stands before the number.
  customerNumber: (typed, number) => compact(typed) === compact(number) || (digitsOf(number).length >= leastEnding && compact(typed) === digitsOf(number)),
  vatNumber: (typed, number) => digitsOf(typed).padStart(10, '0') === digitsOf(number).padStart(10, '0') && digitsOf(typed).length >= 9,
};

/**
 * Compares what a caller says with what the file has: no accents, no capitals, dates in any notation, names by their sound and with
 * a slip forgiven; numbers exactly.
 *
 * @returns whether it is right. What is not on file, or is left empty, is never right.
 */
export function isRightAnswer(check: IdentityCheckKey, typed: string, facts: IdentityFacts): boolean {
  return typed.trim() !== '' && known[check](facts).some((value) => compares[check](typed, value));
}
