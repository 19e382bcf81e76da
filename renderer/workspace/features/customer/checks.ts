import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** How a number without country code is read. */
export const homeCountry: CountryCode = 'BE';

/** @returns the number in E.164; null where it is no valid number. */
export function toE164(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text, homeCountry);
  return parsed?.isValid() === true ? parsed.number : null;
}

export function isPhone(text: string): boolean {
  return toE164(text) !== null;
}

/** The shape that nearly all addresses have; only a mail that arrives proves one. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text) && text.length <= 254;
}

/** @param country ISO 3166-1 alpha-2. Belgian postcodes are 1000 to 9999; others are only checked for length. */
export function isPostcode(text: string, country: string): boolean {
  return country === 'BE' ? /^[1-9]\d{3}$/.test(text) : text.length <= 12;
}
