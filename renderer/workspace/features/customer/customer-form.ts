import type { CountryCode } from 'libphonenumber-js/min';
import { z } from 'zod';
import { readBelgianVat, writtenVat } from '#shared/domain/checks/belgian-vat.ts';
import { birthDateFault, writtenDate } from '#shared/domain/checks/dates.ts';
import { emailFault } from '#shared/domain/checks/email.ts';
import { fault, type Fault } from '#shared/domain/checks/fault.ts';
import { phoneFault } from '#shared/domain/checks/phone.ts';
import { isPostcode } from '#shared/domain/checks/postcode.ts';
import { isoNow } from '#shared/domain/clock.ts';
import type { CustomerFile, Draft } from '#shared/domain/customer-file.ts';
import { languageSchema, type Address, type ContactPoint } from '#shared/domain/entities.ts';
import { phone } from '../../i18n/format.ts';
import { isFieldMasked } from '../identity/masked.ts';

const text = z.string().trim().max(200);

/** The form's texts, as typed. */
const fieldsSchema = z.object({
  kind: z.enum(['person', 'organisation']),
  salutation: z.enum(['mr', 'mrs', 'none']),
  givenName: text,
  familyName: text,
  organisationName: text,
  vatNumber: text,
  /** As written here: `12/03/1974`. */
  birthDate: text,
  language: languageSchema,
  phone: text,
  mobile: text,
  email: text,
  street: text,
  houseNumber: z.string().trim().max(20, 'long'),
  box: z.string().trim().max(20, 'long'),
  postcode: z.string().trim().max(12, 'long'),
  town: text,
  /** ISO 3166-1 alpha-2 of the address; shown nowhere, it decides how a postcode looks. */
  country: z.string().length(2),
});
export type CustomerForm = z.infer<typeof fieldsSchema>;
export type CustomerField = keyof CustomerForm;
export const customerFields = Object.keys(fieldsSchema.shape) as CustomerField[];

export const addressFields: readonly CustomerField[] = ['street', 'houseNumber', 'box', 'postcode', 'town'];

const blank = {
  kind: 'person',
  salutation: 'none',
  givenName: '',
  familyName: '',
  organisationName: '',
  vatNumber: '',
  birthDate: '',
  language: 'nl',
  phone: '',
  mobile: '',
  email: '',
  street: '',
  houseNumber: '',
  box: '',
  postcode: '',
  town: '',
} as const;

/** @returns a form with nothing in it. @param country of its address. */
export function blankForm(country: CountryCode): CustomerForm {
  return { ...blank, country };
}

export interface FieldProblem {
  readonly field: CustomerField;
  readonly fault: Fault;
}

/** @returns everything that is wrong with a form, also what was wrong in the file already. @param country by which numbers are read. */
export function problemsOf(form: CustomerForm, country: CountryCode): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const value = (field: CustomerField): string => form[field].trim();
  const wrong = (field: CustomerField, found: Fault | null): void => {
    if (found !== null && !problems.some((problem) => problem.field === field)) problems.push({ field, fault: found });
  };
  const missing = (field: CustomerField): void => wrong(field, value(field) === '' ? fault('required') : null);
  const parsed = fieldsSchema.safeParse(form);
  for (const issue of parsed.error?.issues ?? []) wrong(issue.path[0] as CustomerField, fault(issue.message === 'long' ? 'long' : 'invalid'));
  missing(form.kind === 'person' ? 'familyName' : 'organisationName');
  const judge = (field: CustomerField, check: (text: string) => Fault | null): void => wrong(field, value(field) === '' ? null : check(value(field)));
  judge('vatNumber', vatFault);
  judge('birthDate', (text) => birthDateFault(text, isoNow().slice(0, 10)));
  judge('phone', (text) => phoneFault(text, country));
  judge('mobile', (text) => phoneFault(text, country));
  judge('email', emailFault);
  // A number or address that is cleared is removed; a part of an address is missing.
  if (hasAddress(form)) {
    for (const field of ['street', 'houseNumber', 'postcode', 'town'] as const) missing(field);
    judge('postcode', (text) => (isPostcode(text, form.country) ? null : fault('postcode')));
  }
  return problems;
}

function vatFault(text: string): Fault | null {
  const read = readBelgianVat(text);
  return 'fault' in read ? read.fault : null;
}

/**
 * @returns what stands in the way of keeping the changes: faults in what was changed. Faults that came with the file are
 *   the centre's; they must not keep an operator from closing a conversation.
 */
export function faultsInChanges(form: CustomerForm, base: CustomerForm, country: CountryCode): readonly FieldProblem[] {
  const changed = new Set(changedFields(form, base));
  const addressChanged = addressFields.some((field) => changed.has(field));
  return problemsOf(form, country).filter(({ field }) => changed.has(field) || (addressChanged && addressFields.includes(field)));
}

export function hasAddress(form: CustomerForm): boolean {
  return [form.street, form.houseNumber, form.box, form.postcode, form.town].some((value) => value.trim() !== '');
}

/** @returns the contact point that the form shows for a kind: the preferred one, or else the first. */
export function shownContact(file: CustomerFile, kind: ContactPoint['kind']): ContactPoint | null {
  const ofKind = file.contactPoints.filter((point) => point.kind === kind);
  return ofKind.find((point) => point.preferred) ?? ofKind[0] ?? null;
}

/** @returns the address that the form shows: home, or else the first. */
export function shownAddress(file: CustomerFile): Address | null {
  return file.addresses.find((address) => address.kind === 'home') ?? file.addresses[0] ?? null;
}

/** @returns what the file has, as the form shows it. @param country of an address that it does not have yet. */
export function formOf(file: CustomerFile, country: CountryCode): CustomerForm {
  const { customer } = file;
  const address = shownAddress(file);
  const form: CustomerForm = {
    kind: customer.kind,
    salutation: customer.salutation,
    givenName: customer.givenName,
    familyName: customer.familyName,
    organisationName: customer.organisationName ?? '',
    vatNumber: writtenVat(customer.vatNumber ?? ''),
    birthDate: writtenDate(customer.birthDate),
    language: customer.language,
    phone: phone(shownContact(file, 'phone')?.value ?? ''),
    mobile: phone(shownContact(file, 'mobile')?.value ?? ''),
    email: shownContact(file, 'email')?.value ?? '',
    street: address?.street ?? '',
    houseNumber: address?.houseNumber ?? '',
    box: address?.box ?? '',
    postcode: address?.postcode ?? '',
    town: address?.town ?? '',
    country: address?.country ?? country,
  };
  // What is not shown is no value: it is neither judged nor saved.
  const masked = customerFields.filter((field) => isFieldMasked(file, field));
  return masked.length === 0 ? form : { ...form, ...Object.fromEntries(masked.map((field) => [field, ''])) };
}

/** @returns the name a field has in the journal. It carries the customer's id: what was typed for one never lands on another. */
export function draftName(owner: string, field: CustomerField | ''): `customer.${string}` {
  return `customer.${owner}.${field}`;
}

/** @returns the form with what was typed over it. */
export function withDraft(base: CustomerForm, owner: string, values: Draft): CustomerForm {
  const typed = customerFields.flatMap((field) => {
    const name = draftName(owner, field);
    return Object.hasOwn(values, name) ? [[field, values[name]]] : [];
  });
  const merged = { ...base, ...Object.fromEntries(typed) } as CustomerForm;
  // A choice that an older version wrote and this one does not know falls back to the file's.
  for (const field of ['kind', 'salutation', 'language'] as const) if (!fieldsSchema.shape[field].safeParse(merged[field]).success) Object.assign(merged, { [field]: base[field] });
  return merged;
}

/** @returns the fields that differ from the file. */
export function changedFields(form: CustomerForm, base: CustomerForm): readonly CustomerField[] {
  return customerFields.filter((field) => form[field].trim() !== base[field].trim());
}
