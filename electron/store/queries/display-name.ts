import type { Customer } from '#shared/domain/entities.ts';

/** The name as the operator reads it. */
export function displayName(customer: Pick<Customer, 'givenName' | 'familyName' | 'organisationName'>): string {
  const person = `${customer.givenName} ${customer.familyName}`.trim();
  if (customer.organisationName === null || customer.organisationName === '') return person;
  return person === '' ? customer.organisationName : `${customer.organisationName} (${person})`;
}
