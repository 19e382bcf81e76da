import { fault, type Fault } from './fault.ts';

/**
 * The check of a Belgian enterprise number: the last two digits are 97 minus the remainder of the first
 * eight divided by 97 (Crossroads Bank for Enterprises).
 */
function checks(digits: string): boolean {
  return 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
}

/** Reads a Belgian enterprise or VAT number in any usual notation (`0123.456.749`, `BE 123456749`). */
export function readBelgianVat(text: string): { readonly vat: string } | { readonly fault: Fault } {
  const compact = text.toUpperCase().replaceAll(/[\s.\-/]/g, '');
  const country = /^[A-Z]{2}(?=\d)/.exec(compact)?.[0] ?? 'BE';
  if (country !== 'BE') return { fault: fault('vat-country', { country }) };
  const typed = compact.replace(/^(?:BTW|TVA)?(?:BE)?/, '');
  if (!/^[0-9]*$/.test(typed)) return { fault: fault('vat-signs') };
  // The notation of before 2005 had nine, the first of them no 0.
  const digits = /^[1-9]\d{8}$/.test(typed) ? `0${typed}` : typed;
  if (digits.length !== 10) return { fault: fault('vat-length', { given: typed.length }) };
  if (!/^[01]/.test(digits)) return { fault: fault('vat-series') };
  return checks(digits) ? { vat: `BE${digits}` } : { fault: fault('vat-check') };
}

/** @returns `BE0123456749`, or null when it is no such number. */
export function parseBelgianVat(text: string): string | null {
  const read = readBelgianVat(text);
  return 'vat' in read ? read.vat : null;
}

/** @returns the number as it is written: `BE 0123.456.749`; what is none, as it stands. @param vat `BE0123456749`. */
export function writtenVat(vat: string): string {
  return vat.replace(/^BE(\d{4})(\d{3})(\d{3})$/, 'BE $1.$2.$3');
}
