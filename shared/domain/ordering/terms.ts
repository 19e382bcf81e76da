import type { Day } from './calendar.ts';
import type { Product, SalesTerms } from './catalogue.ts';

/** @returns of each key the edition in force on a day, in the order of the keys; a key without one is left out. */
export function termsInForce(all: readonly SalesTerms[], keys: readonly string[], day: Day): SalesTerms[] {
  return [...new Set(keys)].flatMap((key) => {
    const editions = all.filter((terms) => terms.key === key && terms.validFrom <= day);
    return editions.sort((a, b) => (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : a.edition < b.edition ? 1 : -1)).slice(0, 1);
  });
}

/** @returns the terms that the customer must have heard before these products are ordered. */
export function mandatoryTerms(all: readonly SalesTerms[], products: readonly Pick<Product, 'termsKeys'>[], day: Day): SalesTerms[] {
  return termsInForce(
    all,
    products.flatMap(({ termsKeys }) => termsKeys),
    day,
  ).filter(({ mandatory }) => mandatory);
}
