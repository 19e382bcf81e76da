import { z } from 'zod';

/** A few letters that become a text. `{{operator}}` in it is the name of who writes. */
export const abbreviationSchema = z.strictObject({
  short: z.string().regex(/^[\p{L}\p{N}]{2,16}$/u),
  text: z.string().min(1).max(500),
});
export type Abbreviation = z.infer<typeof abbreviationSchema>;
export const abbreviationsSchema = z.array(abbreviationSchema).max(200);

/** Texts by their letters, in lower case. */
export type AbbreviationBook = ReadonlyMap<string, string>;

/** @returns one book of the centre's and the operator's own; of the same letters the own ones count. */
export function abbreviationBook(ofCentre: readonly Abbreviation[], own: readonly Abbreviation[], operator: string): AbbreviationBook {
  return new Map([...ofCentre, ...own].map(({ short, text }) => [short.toLowerCase(), text.replaceAll('{{operator}}', operator)]));
}

/** What ends a word. */
const ends = /^[\s.,;:!?)]$/u;
/** A word of letters and digits, alone: not the end of a mail address, a path or a number. */
const lastWord = /(?:^|[\s("'“‘«])([\p{L}\p{N}]+)$/u;

/**
 * Looks at the word before the sign that was typed last.
 *
 * @returns which part of the text becomes what; null where nothing is short for something.
 */
export function expansionBefore(text: string, caret: number, book: AbbreviationBook): { readonly from: number; readonly to: number; readonly text: string } | null {
  const end = text.charAt(caret - 1);
  if (!ends.test(end)) return null;
  const word = lastWord.exec(text.slice(0, caret - 1))?.[1];
  const whole = word === undefined ? undefined : book.get(word.toLowerCase());
  if (word === undefined || whole === undefined) return null;
  const first = word.charAt(0);
  const said = first === first.toLowerCase() ? whole : whole.charAt(0).toUpperCase() + whole.slice(1);
  return { from: caret - 1 - word.length, to: caret, text: said.endsWith(end) ? said : said + end };
}
