import { parsePhoneNumberWithError, type CountryCode } from 'libphonenumber-js/max';
import { parseBelgianVat } from '#shared/domain/checks/belgian-vat.ts';
import { isEmail } from '#shared/domain/checks/email.ts';
import { isPostcode } from '#shared/domain/checks/postcode.ts';
import { addressSchema, contactPointSchema, customerSchema } from '#shared/domain/entities.ts';
import type { z } from 'zod';
import type { Fault } from './import-file.ts';

/** The columns that a file of customers may have; `customerNumber` it must have. */
export const customerColumns = [
  'customerNumber',
  'kind',
  'salutation',
  'givenName',
  'familyName',
  'organisationName',
  'vatNumber',
  'birthDate',
  'language',
  'segment',
  'phone',
  'mobile',
  'email',
  'street',
  'houseNumber',
  'box',
  'postcode',
  'town',
  'country',
] as const;
type Column = (typeof customerColumns)[number];

const synced = { id: true, version: true, updatedAt: true } as const;
const customerFields = customerSchema.omit({ ...synced, archived: true });
const addressFields = addressSchema.omit({ ...synced, customerId: true });
const contactFields = contactPointSchema.omit({ ...synced, customerId: true });

/** A line that can be written: the customer, and what belongs to them. */
export interface CustomerLine {
  readonly customerNumber: string;
  readonly customer: z.infer<typeof customerFields>;
  readonly contacts: readonly z.infer<typeof contactFields>[];
  readonly address: z.infer<typeof addressFields> | null;
}

const orNull = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value);

function e164(value: string, country: CountryCode): string | null {
  try {
    const number = parsePhoneNumberWithError(value, country);
    return number.isValid() ? number.number : null;
  } catch {
    return null;
  }
}

/**
 * Reads one line. What a file leaves out has a default: a person, no salutation, Dutch, a regular customer.
 *
 * @param country how a national telephone number is read.
 */
export function readCustomerLine(values: Readonly<Partial<Record<Column, string>>>, country: CountryCode): { readonly line: CustomerLine } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const check = <T extends z.ZodType>(schema: T, given: unknown): z.infer<T> | undefined => {
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    faults.push(...parsed.error.issues.map(({ path, message }) => ({ column: path.map(String).join('.') || null, reason: message })));
    return undefined;
  };
  const customerNumber = orNull(values.customerNumber);
  if (customerNumber === null) faults.push({ column: 'customerNumber', reason: 'is empty: a customer is known again by it' });
  const givenVat = orNull(values.vatNumber);
  const vatNumber = givenVat === null ? null : parseBelgianVat(givenVat);
  if (givenVat !== null && vatNumber === null) faults.push({ column: 'vatNumber', reason: 'is no Belgian enterprise number' });
  const customer = check(customerFields, {
    kind: orNull(values.kind) ?? 'person',
    customerNumber,
    salutation: orNull(values.salutation) ?? 'none',
    givenName: values.givenName ?? '',
    familyName: values.familyName ?? '',
    organisationName: orNull(values.organisationName),
    vatNumber,
    birthDate: orNull(values.birthDate),
    language: orNull(values.language) ?? 'nl',
    segment: orNull(values.segment) ?? 'regular',
  });
  const contacts = (['phone', 'mobile', 'email'] as const).flatMap((kind) => {
    const given = orNull(values[kind]);
    if (given === null) return [];
    const value = kind === 'email' ? (isEmail(given) ? given : null) : e164(given, country);
    if (value === null) faults.push({ column: kind, reason: kind === 'email' ? 'is no mail address' : 'is no telephone number' });
    const contact = value === null ? undefined : check(contactFields, { kind, value, preferred: false });
    return contact === undefined ? [] : [contact];
  });
  const hasAddress = orNull(values.street) !== null || orNull(values.postcode) !== null || orNull(values.town) !== null;
  const land = (orNull(values.country) ?? country).toUpperCase();
  const postcode = values.postcode ?? '';
  if (postcode !== '' && !isPostcode(postcode, land)) faults.push({ column: 'postcode', reason: 'is no postcode of its country' });
  const address = hasAddress
    ? check(addressFields, {
        kind: 'home',
        street: values.street ?? '',
        houseNumber: values.houseNumber ?? '',
        box: orNull(values.box),
        postcode,
        town: values.town ?? '',
        country: land,
      })
    : null;
  if (faults.length > 0 || customer === undefined || address === undefined || customerNumber === null) return { faults };
  return { line: { customerNumber, customer, contacts, address } };
}
