import { parseBelgianVat } from '#shared/domain/checks/belgian-vat.ts';
import { isEmail } from '#shared/domain/checks/email.ts';
import { isPostcode } from '#shared/domain/checks/postcode.ts';
import type { Address, ContactPoint, Customer } from '#shared/domain/entities.ts';
import { toValidE164 } from '../search/phone.ts';
import { refused } from './context.ts';

type NameParts = Pick<Customer, 'kind' | 'givenName' | 'familyName' | 'organisationName'>;

/** Somebody must be called something. Names are kept as typed; only their absence is refused. */
export function requireName(customer: NameParts): void {
  if (customer.kind === 'organisation' && (customer.organisationName ?? '').trim() === '') throw refused('customer.organisationName', 'required');
  if (customer.kind === 'person' && `${customer.givenName}${customer.familyName}`.trim() === '') throw refused('customer.familyName', 'required');
}

/** @returns the VAT number as it is stored; an empty one is none. */
export function checkedVat(vatNumber: string | null): string | null {
  if (vatNumber === null || vatNumber.trim() === '') return null;
  const parsed = parseBelgianVat(vatNumber);
  if (parsed === null) throw refused('customer.vatNumber', 'invalid-vat');
  return parsed;
}

/** @returns the contact point with its value in the stored form: E.164, or a trimmed e-mail address. */
export function checkedContactPoint<T extends Pick<ContactPoint, 'kind' | 'value'>>(point: T, field: string, country: string): T {
  const typed = point.value.trim();
  if (typed === '') throw refused(`${field}.value`, 'required');
  if (point.kind === 'email') {
    if (!isEmail(typed)) throw refused(`${field}.value`, 'invalid-email');
    return { ...point, value: typed };
  }
  const value = toValidE164(typed, country);
  if (value === null) throw refused(`${field}.value`, 'invalid-phone');
  return { ...point, value };
}

/** A postcode of Belgium has four digits and does not begin with 0; other countries are taken as typed. */
export function checkedAddress<T extends Pick<Address, 'country' | 'postcode'>>(address: T, field: string): T {
  const country = address.country.toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) throw refused(`${field}.country`, 'invalid-country');
  const postcode = address.postcode.trim();
  if (postcode !== '' && !isPostcode(postcode, country)) throw refused(`${field}.postcode`, 'invalid-postcode');
  return { ...address, country, postcode };
}
