import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { plain } from '../../i18n/format.ts';

/** @returns what can be dialled of a text as it was typed or pasted: without the scheme of a link, and on one line. */
export function dialTarget(text: string): string {
  return plain(text.replace(/\s+/g, ' ').trim().replace(/^(?:tel|callto|sips?):(?:\/\/)?/i, '')).slice(0, 256);
}

/** @returns true for what is typed to be dialled as it stands: digits, with what people write between them. */
export function looksLikeNumber(text: string): boolean {
  return /^\+?[\d*#(][\d\s()./*#-]*$/.test(text);
}

/** @returns the number as one value, so that two notations of it are the same; the text itself where it is no number. @param country how a national number is read. */
export function numberKey(text: string, country: CountryCode): string {
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed?.isValid() === true ? parsed.number : text.replace(/[\s()./-]/g, '').toLowerCase();
}
