import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';

/** What a link asks to dial. */
export interface DialLink {
  /** A number, or a user of the centre, as the dial field takes it. */
  readonly target: string;
  /** The extension behind the number (RFC 3966 section 5.3): to be asked for, or typed once connected. */
  readonly extension?: string;
}

/** Longer than any number, any user and all their parameters. */
const longest = 512;
const scheme = /^(tel|callto|sips?):(?:\/\/)?/i;
/** RFC 3966 section 5.1.1, and the space, which everybody writes and nobody may. */
const separators = /[-.() /\u00a0]/g;
const globalNumber = /^\+\d{3,20}$/;
const localNumber = /^[\d*#]{1,24}$/;
const user = /^[\w.!~*'+-]{1,64}$/;
const extension = /^\d{1,11}$/;

/** @returns whether this has the form of a link that Balie opens, be it good or not. */
export function isDialLink(text: string): boolean {
  return scheme.test(text);
}

/**
 * Reads a `tel:`, `callto:`, `sip:` or `sips:` link (RFC 3966, RFC 3261 section 19.1). Links come from any page and
 * any mail: what is not exactly a number or a user is refused, and nothing is dialled by itself.
 * @param domain the operator's own: a user without a number is only known there.
 * @returns null for what cannot be meant seriously.
 */
export function parseDialLink(text: string, { country, domain }: { readonly country: string; readonly domain: string | null }): DialLink | null {
  const link = text.trim();
  const kind = scheme.exec(link);
  if (link.length > longest || kind === null) return null;
  const decoded = decode(link.slice(kind[0].length));
  if (decoded === null) return null;
  // Headers (`?subject=`) would be put into our INVITE by somebody else.
  const [subject = '', ...parameters] = (decoded.split('?')[0] ?? '').split(';');
  const values = new Map(parameters.map((one): [string, string] => [(one.split('=')[0] ?? '').trim().toLowerCase(), one.slice(one.indexOf('=') + 1).trim()]));
  const target = kind[1]?.toLowerCase().startsWith('sip') === true ? fromSip(subject, domain) : fromTel(subject, values.get('phone-context') ?? null, country);
  if (target === null) return null;
  const digits = values.get('ext')?.replace(separators, '');
  if (digits === undefined) return { target };
  return extension.test(digits) ? { target, extension: digits } : null;
}

function decode(text: string): string | null {
  try {
    const decoded = decodeURIComponent(text);
    return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}

function fromTel(subject: string, context: string | null, country: string): string | null {
  const digits = subject.replace(separators, '');
  if (globalNumber.test(digits)) return digits;
  if (!localNumber.test(digits)) return null;
  if (context === null || !context.startsWith('+')) return digits;
  const prefix = context.replace(separators, '');
  if (!/^\+\d{1,15}$/.test(prefix) || !/^\d+$/.test(digits)) return null;
  // A country code before a national number with its trunk zero, as many a page has it, is read as it was meant.
  const number = parsePhoneNumberFromString(`${prefix}${digits}`, country as CountryCode);
  return number?.isValid() === true ? number.number : `${prefix}${digits}`;
}

function fromSip(subject: string, domain: string | null): string | null {
  const at = subject.lastIndexOf('@');
  const name = (at < 0 ? subject : subject.slice(0, at)).split(':')[0] ?? '';
  const host = at < 0 ? null : subject.slice(at + 1).replace(/:\d{1,5}$/, '').toLowerCase();
  const number = name.replace(separators, '');
  if (globalNumber.test(number)) return number;
  const isOurs = host === null || (domain !== null && host === domain.toLowerCase());
  return isOurs && user.test(name) ? name : null;
}
