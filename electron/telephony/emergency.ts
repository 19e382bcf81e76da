import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js';

/**
 * The emergency number that an operator means, however it was typed or pasted: `112`, `1 1 2`, `tel:112`, `+32 112`, `0032112`.
 * It is dialled as it stands: with a country code before it no exchange knows it.
 * @returns null for anything else; `1120` and `+32 11 2…` are numbers of their own.
 */
export function emergencyNumberOf(target: string, country: string, emergencyNumbers: readonly string[]): string | null {
  const digits = target.replace(/^\s*(sips?|tel|callto):/i, '').replace(/[\s./()-]/g, '');
  if (!/^\+?\d+$/.test(digits)) return null;
  const national = digits.replace(/^(\+|00)/, '');
  const code = callingCode(country);
  const meant = national === digits ? digits : national.startsWith(code) ? national.slice(code.length) : national;
  return emergencyNumbers.includes(meant) ? meant : null;
}

function callingCode(country: string): string {
  try {
    return getCountryCallingCode(country as CountryCode);
  } catch {
    return '';
  }
}
