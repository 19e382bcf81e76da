import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** @returns the number in E.164; null where it is no valid number. @param country by which a number without a country code is read. */
export function toE164(text: string, country: CountryCode): string | null {
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed?.isValid() === true ? parsed.number : null;
}

export function isPhone(text: string, country: CountryCode): boolean {
  return toE164(text, country) !== null;
}

/** The shape that nearly all addresses have; only a mail that arrives proves one. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text) && text.length <= 254;
}

/** @param country ISO 3166-1 alpha-2. Belgian postcodes are 1000 to 9999; others are only checked for length. */
export function isPostcode(text: string, country: string): boolean {
  return country === 'BE' ? /^[1-9]\d{3}$/.test(text) : text.length <= 12;
}

/** @returns a date as it is written here, `12/03/1974`; empty for none. @param iso `1974-03-12`. */
export function writtenDate(iso: string | null): string {
  return iso === null ? '' : iso.split('-').reverse().join('/');
}

/** @returns the ISO date of `12/3/1974`, `12-03-1974`, `12.3.1974` or `1974-03-12`; null where it is no day of the calendar. */
export function toIsoDate(text: string): string | null {
  const parts = text.trim().split(/[-/. ]+/);
  const [year, month, day] = parts[0]?.length === 4 ? parts : parts.toReversed();
  const iso = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  if (parts.length !== 3 || !/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
