import type { Customer } from './entities.ts';
import { isOneErrorApart } from './one-error.ts';

/** Why two files may be of one customer. */
export const duplicateReasons = ['vat', 'email', 'phone', 'name', 'similar-name', 'birth-date', 'address'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** What two files are compared by. Text is folded (no accents, lower case) and values are in their stored form. */
export interface ComparedFile {
  readonly kind: Customer['kind'];
  readonly name: string;
  readonly vatNumber: string | null;
  readonly birthDate: string | null;
  readonly phones: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
}

/**
 * A number or a house is shared by a family, a name by strangers: alone each stays under the threshold.
 * A VAT number, or a mail address, is nearly always one customer's. Two names that are nearly the same count with one birth date only:
 * father and son share all the rest.
 */
const weights: Readonly<Record<DuplicateReason, number>> = { vat: 80, email: 60, phone: 35, name: 35, 'similar-name': 30, 'birth-date': 30, address: 25 };
const threshold = 60;
/** Two birth dates that differ are two people, whatever they share. */
const otherBirthDate = 60;
const highest = 99;

export interface DuplicateScore {
  /** 0 to 99; from 60 on it is worth showing. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** @returns how likely two files are of one customer, and why; null where it is not worth a look. */
export function scoreDuplicate(a: ComparedFile, b: ComparedFile): DuplicateScore | null {
  const shared = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean => [...left].some((value) => right.has(value));
  const born = a.birthDate !== null && a.birthDate === b.birthDate;
  const same: Readonly<Record<DuplicateReason, boolean>> = {
    vat: a.vatNumber !== null && a.vatNumber === b.vatNumber,
    email: shared(a.emails, b.emails),
    phone: shared(a.phones, b.phones),
    name: a.name !== '' && a.name === b.name,
    'similar-name': born && a.name !== b.name && namesAlike(a.name, b.name),
    'birth-date': born,
    address: shared(a.addresses, b.addresses),
  };
  const reasons = duplicateReasons.filter((reason) => same[reason]);
  const apart = a.birthDate !== null && b.birthDate !== null && a.birthDate !== b.birthDate ? otherBirthDate : 0;
  const score = Math.min(highest, reasons.reduce((sum, reason) => sum + weights[reason], 0) - apart);
  return score >= threshold ? { score, reasons } : null;
}

/** @returns whether two folded names may be one person's: the same, one typing error apart, turned around, or one with a name more. */
export function namesAlike(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b || isOneErrorApart(a, b)) return true;
  const [few, many] = [a.split(' '), b.split(' ')].sort((left, right) => left.length - right.length) as [string[], string[]];
  return few.length > 1 && few.every((word) => many.includes(word));
}
