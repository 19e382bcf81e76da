import { parsePhoneNumberFromString, validatePhoneNumberLength, type CountryCode } from 'libphonenumber-js/min';
import { fault, type Fault } from './fault.ts';

/** @returns the number in E.164; null where it is no valid number. @param country by which a number without a country code is read. */
export function toE164(text: string, country: CountryCode): string | null {
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed?.isValid() === true ? parsed.number : null;
}

export function isPhone(text: string, country: CountryCode): boolean {
  return toE164(text, country) !== null;
}

/** @returns what is wrong with a telephone number; null when it can be dialled. @param country by which a number without a country code is read. */
export function phoneFault(text: string, country: CountryCode): Fault | null {
  if (/[^\d\s+()./-]/.test(text)) return fault('phone-signs');
  if (isPhone(text, country)) return null;
  switch (validatePhoneNumberLength(text, country)) {
    case 'TOO_SHORT':
    case 'NOT_A_NUMBER':
      return fault('phone-short');
    case 'TOO_LONG':
      return fault('phone-long');
    case 'INVALID_COUNTRY':
      return fault('phone-country');
    case 'INVALID_LENGTH':
    case undefined:
      return fault('phone');
  }
}
