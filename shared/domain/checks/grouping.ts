import { AsYouType, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** Numbers that are read and said in groups. */
export type Grouping = 'iban' | 'vat' | 'national-number' | 'phone' | 'date' | 'amount';

const significant = /[\p{L}\p{N}+]/u;

/** In an amount the sign before the cents is no mere parting. */
function means(kind: Grouping, sign: string): boolean {
  return significant.test(sign) || (kind === 'amount' && /[.,]/.test(sign));
}

/** Signs with which people part such numbers; anything else in a text means that it is something else. */
const plain: Readonly<Record<Grouping, RegExp>> = {
  iban: /^[A-Za-z0-9\s.-]*$/,
  vat: /^(?:[Bb]?|[Bb][Ee])[0-9\s.\-/]*$/,
  'national-number': /^[0-9\s.\-/]*$/,
  phone: /^[0-9\s+()./-]*$/,
  // Whoever parts a date by hand goes on doing so.
  date: /^\d{8}$/,
  // In blanks: a point may be the one before the cents.
  amount: /^[\d ]*(?:[.,]\d{0,2})?$/,
};

function inPieces(text: string, lengths: readonly number[], signs: readonly string[]): string {
  let grouped = '';
  let from = 0;
  for (const [index, length] of lengths.entries()) {
    if (from >= text.length) break;
    grouped += (index === 0 ? '' : (signs[index - 1] ?? '')) + text.slice(from, from + length);
    from += length;
  }
  return grouped + text.slice(from);
}

function groupedVat(text: string): string {
  const compact = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  const letters = compact.replaceAll(/\d/g, '');
  const digits = inPieces(compact.slice(letters.length), [4, 3, 3], ['.', '.']);
  return letters === '' || digits === '' ? letters + digits : `${letters} ${digits}`;
}

function groupedPhone(text: string, country: CountryCode): string {
  // `+32 (0)478 12 34 56`, with a slash or without: whoever reads it whole knows which 0 to leave out.
  const whole = parsePhoneNumberFromString(text, country);
  const digits = whole?.isValid() === true && /\(0\)/.test(text) ? whole.number : text.replaceAll(/[^\d+]/g, '');
  return new AsYouType(country).input(digits);
}

/** @returns a number in its groups, finished or not; what has other signs in it, as it stands. @param country by which a telephone number is grouped. */
export function grouped(kind: Grouping, text: string, country: CountryCode): string {
  if (!plain[kind].test(text)) return text;
  switch (kind) {
    case 'iban':
      return (text.toUpperCase().match(/[A-Z0-9]/g)?.join('') ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ');
    case 'vat':
      return groupedVat(text);
    case 'national-number':
      return inPieces(text.replaceAll(/\D/g, ''), [2, 2, 2, 3, 2], ['.', '.', '-', '.']);
    case 'phone':
      return groupedPhone(text, country);
    case 'date':
      return inPieces(text, [2, 2, 4], ['/', '/']);
    case 'amount':
      return text.replaceAll(' ', '').replaceAll(/\d(?=(?:\d{3})+(?:[.,]|$))/g, '$& ').replace(/([.,]).*$/, (cents) => cents.replaceAll(' ', ''));
  }
}

/** What stands in a field, with what is selected in it. */
export interface TypedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What is done to it: signs typed or pasted (none: the selection goes), or one sign deleted before or behind the cursor. */
export type Edit = { readonly kind: 'insert'; readonly signs: string } | { readonly kind: 'delete-before' } | { readonly kind: 'delete-behind' };

function count(kind: Grouping, text: string): number {
  return [...text].filter((sign) => means(kind, sign)).length;
}

/** The cursor stands behind as many signs that mean something as before. */
function caretBehind(kind: Grouping, text: string, signs: number): number {
  let left = signs;
  for (let at = 0; at < text.length; at++) {
    if (left === 0) return at;
    if (means(kind, text.charAt(at))) left -= 1;
  }
  return text.length;
}

/** A point or blank between groups is no sign to delete: the one beyond it is meant. */
function deleted(kind: Grouping, { text, start, end }: TypedText, edit: Edit): readonly [from: number, to: number] {
  if (start !== end || edit.kind === 'insert') return [start, end];
  const step = edit.kind === 'delete-before' ? -1 : 1;
  let at = edit.kind === 'delete-before' ? start - 1 : start;
  while (at > 0 && at < text.length - 1 && !means(kind, text.charAt(at))) at += step;
  return at < 0 || at >= text.length ? [start, start] : edit.kind === 'delete-before' ? [at, start] : [start, at + 1];
}

/** @returns the field after an edit, in its groups, with the cursor where whoever types expects it. */
export function editGrouped(kind: Grouping, field: TypedText, edit: Edit, country: CountryCode): { readonly text: string; readonly caret: number } {
  const [from, to] = deleted(kind, field, edit);
  const before = field.text.slice(0, from) + (edit.kind === 'insert' ? edit.signs : '');
  const whole = before + field.text.slice(to);
  const text = grouped(kind, whole, country);
  if (text === whole) return { text, caret: before.length };
  // What was pasted may lose a sign: the cursor is found from the nearer end.
  const behind = count(kind, field.text.slice(to));
  return { text, caret: behind === 0 ? text.length : caretBehind(kind, text, Math.max(0, count(kind, text) - behind)) };
}
