/**
 * The check of a Belgian enterprise number: the last two digits are 97 minus the remainder of the first
 * eight divided by 97 (Crossroads Bank for Enterprises).
 */
function checks(digits: string): boolean {
  return 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
}

/**
 * Reads a Belgian VAT number in any usual notation (`0123.456.749`, `BE 123456749`).
 * @returns `BE0123456749`, or null when it is none.
 */
export function parseBelgianVat(text: string): string | null {
  const compact = text.toUpperCase().replaceAll(/[\s.-]/g, '');
  const digits = /^(?:BE)?(\d{9,10})$/.exec(compact)?.[1]?.padStart(10, '0');
  if (digits === undefined || !/^[01]/.test(digits) || !checks(digits)) return null;
  return `BE${digits}`;
}
