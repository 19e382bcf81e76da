import type { CustomerFile } from '#shared/domain/customer-file.ts';
import { partOfField } from '#shared/domain/identity/parts.ts';

/** @returns whether a field of the customer's form is not shown now. */
export function isFieldMasked(file: Pick<CustomerFile, 'masked'>, field: string): boolean {
  const part = partOfField[field];
  return part !== undefined && file.masked.includes(part);
}

/** @returns whether numbers, mail addresses or addresses are not shown now. */
export function isReachMasked({ masked }: Pick<CustomerFile, 'masked'>): boolean {
  return masked.some((part) => part === 'phoneEnding' || part === 'email' || part === 'address' || part === 'postcode');
}
