import type { CountryCode } from 'libphonenumber-js/min';
import { parseBelgianVat } from '#shared/domain/checks/belgian-vat.ts';
import { toIsoDate } from '#shared/domain/checks/dates.ts';
import { toE164 } from '#shared/domain/checks/phone.ts';
import type { CustomerFile } from '#shared/domain/customer-file.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import type { CustomerChange, StoreContract } from '#shared/ipc/store-list.ts';
import { addressFields, changedFields, formOf, hasAddress, shownAddress, shownContact, type CustomerField, type CustomerForm } from './customer-form.ts';

type CustomerPatch = NonNullable<CustomerChange['customer']>;
type ContactPatch = NonNullable<CustomerChange['contactPoints']>[number];

/** In the order in which they are asked. */
export const contactKinds = ['phone', 'mobile', 'email'] as const;

/**
 * @param form without problems (see `problemsOf`).
 * @param country the centre's: of numbers without a country code, and of new addresses.
 * @returns the parts of a customer that the form changes; null when it changes nothing.
 */
export function changeOf(file: CustomerFile, form: CustomerForm, country: CountryCode): CustomerChange | null {
  const changed = new Set(changedFields(form, formOf(file, country)));
  if (changed.size === 0) return null;
  const customer = customerPatch(form, changed);
  const cleared = contactKinds.filter((kind) => changed.has(kind) && form[kind].trim() === '');
  const contactPoints = contactKinds.filter((kind) => changed.has(kind) && !cleared.includes(kind)).map((kind): ContactPatch => contactPatch(file, form, kind, country));
  const addressChanged = addressFields.some((field) => changed.has(field));
  const goneAddress = addressChanged && !hasAddress(form) ? shownAddress(file) : null;
  const gone = { contactPoints: cleared.flatMap((kind) => shownContact(file, kind)?.id ?? []), addresses: goneAddress === null ? [] : [goneAddress.id] };
  return {
    ...(Object.keys(customer).length === 0 ? {} : { customer }),
    ...(contactPoints.length === 0 ? {} : { contactPoints }),
    ...(addressChanged && hasAddress(form) ? { addresses: [addressPatch(file, form, country)] } : {}),
    ...(gone.contactPoints.length + gone.addresses.length === 0 ? {} : { removed: gone }),
  };
}

/**
 * @param form without problems.
 * @returns a whole new customer.
 */
export function newCustomerOf(form: CustomerForm, country: CountryCode): CallInput<StoreContract, 'customer.create'> {
  const customer = customerPatch(form, new Set(Object.keys(form) as CustomerField[]));
  return {
    customer: { ...customer, segment: 'new', archived: false },
    contactPoints: contactKinds
      .filter((kind) => form[kind].trim() !== '')
      .map((kind, index) => ({ kind, value: contactValue(kind, form[kind], country), preferred: index === 0 })),
    addresses: hasAddress(form) ? [{ kind: 'home', ...addressText(form), country }] : [],
  };
}

function customerPatch(form: CustomerForm, fields: ReadonlySet<CustomerField>): CustomerPatch {
  const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  const whole = {
    kind: form.kind,
    salutation: form.salutation,
    givenName: form.givenName.trim(),
    familyName: form.familyName.trim(),
    organisationName: orNull(form.organisationName),
    vatNumber: parseBelgianVat(form.vatNumber),
    birthDate: toIsoDate(form.birthDate),
    language: form.language,
  };
  return Object.fromEntries(Object.entries(whole).filter(([field]) => fields.has(field as CustomerField)));
}

function contactPatch(file: CustomerFile, form: CustomerForm, kind: ContactPatch['kind'], country: CountryCode): ContactPatch {
  const known = shownContact(file, kind);
  return { ...(known === null ? {} : { id: known.id }), kind, value: contactValue(kind, form[kind], country), preferred: known?.preferred ?? false };
}

function addressPatch(file: CustomerFile, form: CustomerForm, country: CountryCode): NonNullable<CustomerChange['addresses']>[number] {
  const known = shownAddress(file);
  const text = addressText(form);
  return known === null ? { kind: 'home', ...text, country } : { id: known.id, kind: known.kind, ...text, country: known.country };
}

function addressText(form: CustomerForm) {
  const box = form.box.trim();
  return { street: form.street.trim(), houseNumber: form.houseNumber.trim(), box: box === '' ? null : box, postcode: form.postcode.trim(), town: form.town.trim() };
}

function contactValue(kind: ContactPatch['kind'], text: string, country: CountryCode): string {
  return kind === 'email' ? text.trim() : (toE164(text, country) ?? text.trim());
}
