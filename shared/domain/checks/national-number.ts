import { fault, type Fault } from './fault.ts';

/** A number of the National Register, or a bis number of who is not in it (Royal Decree of 3 April 1984; Crossroads Bank for Social Security). */
export interface NationalNumber {
  /** Eleven digits. */
  readonly digits: string;
  readonly kind: 'national' | 'bis';
  /** ISO date; null where day or month is not known to the register (it has zeros there). */
  readonly birthDate: string | null;
}

/** The last two digits are 97 minus the remainder of the nine before them; who was born from 2000 on has a 2 before those nine. */
function isOfCentury(century: 19 | 20, nine: string, check: string): boolean {
  return 97 - (Number(century === 20 ? `2${nine}` : nine) % 97) === Number(check);
}

/** @returns the month without what a bis number adds: 20 where the sex is not known, 40 where it is. */
function plainMonth(month: number): { readonly month: number; readonly isBis: boolean } {
  if (month >= 40) return { month: month - 40, isBis: true };
  return month >= 20 ? { month: month - 20, isBis: true } : { month, isBis: false };
}

function isDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/**
 * Reads a Belgian national number in any notation (`85.07.30-033.28`, `85073003328`).
 *
 * @param today ISO date: nobody is born after it.
 */
export function readNationalNumber(text: string, today: string): { readonly number: NationalNumber } | { readonly fault: Fault } {
  const compact = text.replaceAll(/[\s.\-/]/g, '');
  const wrong = (code: Fault['code'], values?: Fault['values']): { fault: Fault } => ({ fault: fault(code, values) });
  if (!/^[0-9]*$/.test(compact)) return wrong('national-signs');
  if (compact.length !== 11) return wrong('national-length', { given: compact.length });
  const [nine, check] = [compact.slice(0, 9), compact.slice(9)];
  const { month, isBis } = plainMonth(Number(compact.slice(2, 4)));
  const day = Number(compact.slice(4, 6));
  if (month > 12 || day > 31) return wrong('national-date');
  const century = ([19, 20] as const).find((candidate) => isOfCentury(candidate, nine, check));
  if (century === undefined) return wrong('national-check');
  const series = Number(compact.slice(6, 9));
  if (series === 0 || series === 999) return wrong('national-series');
  const isKnown = month > 0 && day > 0;
  const iso = `${century}${compact.slice(0, 2)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (isKnown ? !isDay(iso) || iso > today : iso.slice(0, 4) > today.slice(0, 4)) return wrong('national-date');
  return { number: { digits: compact, kind: isBis ? 'bis' : 'national', birthDate: isKnown ? iso : null } };
}

/** @returns the number as the identity card has it: `85.07.30-033.28`. @param digits eleven digits. */
export function writtenNationalNumber(digits: string): string {
  return digits.replace(/^(\d{2})(\d{2})(\d{2})(\d{3})(\d{2})$/, '$1.$2.$3-$4.$5');
}
