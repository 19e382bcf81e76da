import type { ReadDb } from '../database/connection.ts';
import { foldedWords } from './fold.ts';

/** What a search by name looks at of a call. */
export interface NamedCall {
  readonly customerId: string | null;
  readonly number: string | null;
}

interface NamedCustomer {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly organisationName: string | null;
}

/**
 * Keeps the calls of which every typed word begins a word of the customer's or the colleague's name, or
 * stands in the number. Names are folded in code, so they are compared there; each is read once.
 * @param colleagues names of the directory by number
 */
export function nameFilter(db: ReadDb, text: string, colleagues: ReadonlyMap<string, string>): <T extends NamedCall>(calls: readonly T[]) => T[] {
  const words = foldedWords(text);
  const customers = new Map<string, readonly string[]>();
  const fits = ({ customerId, number }: NamedCall): boolean => {
    const names = customerId === null ? foldedWords(colleagues.get(number ?? '') ?? '') : (customers.get(customerId) ?? []);
    const digits = number?.toLowerCase() ?? '';
    return words.length > 0 && words.every((word) => names.some((name) => name.startsWith(word)) || digits.includes(word));
  };
  return (calls) => {
    const unread = new Set(calls.flatMap(({ customerId }) => (customerId === null || customers.has(customerId) ? [] : [customerId])));
    for (const customer of readNames(db, unread)) customers.set(customer.id, customerNames(customer));
    return calls.filter(fits);
  };
}

function readNames(db: ReadDb, ids: ReadonlySet<string>): NamedCustomer[] {
  return db.all<NamedCustomer>(
    `SELECT c.id, c.given_name AS givenName, c.family_name AS familyName, c.organisation_name AS organisationName
     FROM json_each(?) AS wanted CROSS JOIN customer AS c ON c.id = wanted.value`,
    JSON.stringify([...ids]),
  );
}

/** A surname of several words is there joined as well, as in the customers' own index. */
function customerNames({ givenName, familyName, organisationName }: NamedCustomer): readonly string[] {
  const family = foldedWords(familyName);
  return [...foldedWords(givenName), ...foldedWords(organisationName ?? ''), ...family, family.join('')];
}
