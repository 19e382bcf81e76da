import type { Customer } from '#shared/domain/entities.ts';
import type { BoundTo } from '#shared/domain/script/bind.ts';

/** Somebody who calls while a script is tried, and what their file has. */
export interface SampleCaller extends Pick<Customer, 'kind' | 'segment' | 'language' | 'salutation' | 'givenName' | 'familyName'> {
  readonly file: Readonly<Partial<Record<BoundTo, string>>>;
}

const gent = { 'address.street': 'Korenlei', 'address.houseNumber': '12', 'address.postcode': '9000', 'address.town': 'Gent' } as const;

/** Null: somebody who is not known. */
export const sampleCallers = {
  regular: { kind: 'person', segment: 'regular', language: 'nl', salutation: 'mrs', givenName: 'Nele', familyName: 'Verstraete', file: { ...gent, 'customer.givenName': 'Nele', 'customer.familyName': 'Verstraete', 'customer.birthDate': '14/03/1978', 'contact.mobile': '+32 470 12 34 56', 'contact.email': 'nele.verstraete@voorbeeld.be' } },
  loyal: { kind: 'person', segment: 'loyal', language: 'nl', salutation: 'mr', givenName: 'Luc', familyName: 'Vandenbroucke', file: { ...gent, 'customer.givenName': 'Luc', 'customer.familyName': 'Vandenbroucke', 'contact.phone': '+32 9 123 45 67' } },
  new: { kind: 'person', segment: 'new', language: 'nl', salutation: 'none', givenName: 'Sam', familyName: 'Peeters', file: { 'customer.givenName': 'Sam', 'customer.familyName': 'Peeters' } },
  french: { kind: 'person', segment: 'regular', language: 'fr', salutation: 'mrs', givenName: 'Chloé', familyName: 'Lambert', file: { 'customer.givenName': 'Chloé', 'customer.familyName': 'Lambert', 'contact.email': 'chloe.lambert@exemple.be', 'address.postcode': '5000', 'address.town': 'Namur' } },
  organisation: { kind: 'organisation', segment: 'regular', language: 'nl', salutation: 'none', givenName: '', familyName: 'Bakkerij Maes', file: { ...gent, 'customer.organisationName': 'Bakkerij Maes', 'customer.vatNumber': 'BE 0403.170.701' } },
  unknown: null,
} as const satisfies Readonly<Record<string, SampleCaller | null>>;
export type SampleCallerName = keyof typeof sampleCallers;
