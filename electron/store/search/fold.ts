/** What both sides of the word index are made of: lower case, no accents, letters and digits only. */
export function foldedWords(text: string): string[] {
  // Most of what is indexed has no accents: then the short way gives the same.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

interface Indexed {
  readonly givenName: string;
  readonly familyName: string;
  readonly organisationName: string | null;
}

interface Place {
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly town: string;
}

/**
 * The words a customer is found by; numbers have indexes of their own. A surname of several words is there
 * joined as well, so that "desmet" finds De Smet.
 */
export function customerWords(customer: Indexed, places: readonly Place[]): string[] {
  const family = foldedWords(customer.familyName);
  const words = new Set([...foldedWords(customer.givenName), ...family, ...foldedWords(customer.organisationName ?? '')]);
  if (family.length > 1) words.add(family.join(''));
  for (const { street, houseNumber, postcode, town } of places) for (const word of foldedWords(`${street} ${houseNumber} ${postcode} ${town}`)) words.add(word);
  return [...words];
}

/**
 * Before the words of e-mail addresses in the index: a private-use letter, which FTS5 takes for part of a word (unicode61, category Co)
 * and which is in no word that was typed. So an address is found beside names, and a search for a name does not meet everybody at telenet.
 */
export const mailMark = '\u{E000}';

/** The words of addresses as the index has them; the last label ("be", "com") tells nothing apart, and is not there. */
export function mailWords(addresses: readonly string[]): string[] {
  return [...new Set(addresses.flatMap((address) => foldedWords(withoutTopLabel(address)).map((word) => mailMark + word)))];
}

/** @returns the address, or what is typed of one, without what follows the last point after its `@`. */
export function withoutTopLabel(address: string): string {
  return address.replace(/(@.*)\.[^.@]*$/, '$1');
}
