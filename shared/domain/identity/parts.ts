import { z } from 'zod';
import { guardedBy, identityChecks, type GuardedClass, type IdentityCheckKey, type IdentityPolicy } from './policy.ts';

/** Parts of a customer's file that are masked or shown as one. `text`: whatever was written in sentences; nobody knows what is in it. */
export const maskedParts = [...identityChecks, 'orders', 'text'] as const;
export const maskedPartSchema = z.enum(maskedParts);
export type MaskedPart = z.infer<typeof maskedPartSchema>;

/** A part is masked while one of these is locked. Of name and customer number: only while they may be asked. */
const classesOf: Readonly<Record<MaskedPart, readonly GuardedClass[]>> = {
  name: [],
  customerNumber: [],
  birthDate: ['personal'],
  postcode: ['personal'],
  address: ['personal'],
  phoneEnding: ['personal'],
  email: ['personal'],
  vatNumber: ['financial'],
  orders: ['personal', 'financial'],
  text: ['personal', 'financial', 'health'],
};

/** How far a gate is, for one customer. */
export interface Locks {
  readonly locked: readonly GuardedClass[];
  /** Checks that were answered rightly. */
  readonly passed: ReadonlySet<IdentityCheckKey>;
}

/** @returns the locks of somebody who answered nothing. */
export function shut(policy: IdentityPolicy): Locks {
  return { locked: guardedBy(policy), passed: new Set() };
}

/** @returns what is masked. What may still be asked is not shown either: who can read the answer asks nothing. */
export function maskedBy(policy: IdentityPolicy, { locked, passed }: Locks): readonly MaskedPart[] {
  if (locked.length === 0) return [];
  const mayBeAsked = (part: MaskedPart): boolean => policy.checks.includes(part as IdentityCheckKey) && !passed.has(part as IdentityCheckKey);
  return maskedParts.filter((part) => mayBeAsked(part) || classesOf[part].some((kind) => locked.includes(kind)));
}

/** Which part each field of a customer, an address or the form of a customer belongs to; a field that is not here is open. */
export const partOfField: Readonly<Record<string, MaskedPart>> = {
  givenName: 'name',
  familyName: 'name',
  organisationName: 'name',
  birthDate: 'birthDate',
  vatNumber: 'vatNumber',
  customerNumber: 'customerNumber',
  phone: 'phoneEnding',
  mobile: 'phoneEnding',
  email: 'email',
  street: 'address',
  houseNumber: 'address',
  box: 'address',
  postcode: 'postcode',
  town: 'postcode',
};
