import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import type { Party } from '#shared/domain/call.ts';
import type { NameAddress } from './jssip.ts';

const longestName = 128;
const longestUser = 128;
const graphemes = new Intl.Segmenter();

/**
 * Text from the network as it may be shown: without control characters, without the invisible ones
 * that turn writing round or hide it (Unicode Cc, Cf, line and paragraph separators), on one line, and
 * no longer than `longest` characters. Markup stays what it is, text: the workspace never renders it.
 */
export function cleanText(text: string, longest: number): string {
  const visible = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '');
  return Array.from(graphemes.segment(visible.replace(/\s+/gu, ' ').trim()), ({ segment }) => segment)
    .slice(0, longest)
    .join('')
    .slice(0, 2 * longest)
    .trim();
}

function decode(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}

/** @returns the user part of an address, readable; its host where there is no user. */
export function userOf({ uri }: NameAddress): string {
  return cleanText(uri.user === null ? uri.host : decode(uri.user), longestUser);
}

/** @returns E.164, or null when the text is no complete telephone number as dialled in `country`. */
export function e164(text: string, country: string): string | null {
  if (!/^[+\d][\d\s./()-]*$/.test(text)) return null;
  const parsed = parsePhoneNumberFromString(text, country as CountryCode);
  return parsed?.isValid() === true ? parsed.number : null;
}

/** The other side as its address names it. */
export function partyOf(address: NameAddress, country: string): Party {
  const raw = userOf(address);
  const name = cleanText(address.display_name ?? '', longestName);
  return { number: e164(raw, country), raw, displayName: name === '' || name === raw ? null : name };
}

const dialable = /^[\w.!~*'+#-]{1,64}$/;

/**
 * What is put in a request URI for what an operator typed: a number in any notation as E.164, a short
 * number or a user of the centre as it is.
 * @returns null when it is none of these.
 */
export function dialString(target: string, country: string): string | null {
  const typed = cleanText(target, 256).replace(/^(sips?|tel):/i, '');
  const number = e164(typed, country);
  if (number !== null) return number;
  const bare = /^[+\d*#][\d\s./()*#-]*$/.test(typed) ? typed.replace(/[\s./()-]/g, '') : typed;
  return dialable.test(bare) ? bare : null;
}
