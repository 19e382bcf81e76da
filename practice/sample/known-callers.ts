import type { Address, ContactPoint, Customer } from '#shared/domain/entities.ts';

/** A sample customer whose file is written by hand, because one of the practice callers is this person. */
export interface KnownCustomer {
  /** Which of the generated customers they replace: their customer number is `BE-` and 200000 more. */
  readonly index: number;
  readonly customer: Pick<Customer, 'salutation' | 'givenName' | 'familyName' | 'birthDate' | 'language' | 'segment'>;
  readonly contactPoints: readonly Pick<ContactPoint, 'kind' | 'value' | 'preferred'>[];
  readonly address: Pick<Address, 'street' | 'houseNumber' | 'box' | 'postcode' | 'town'>;
  /** How many closed calls their history shows. */
  readonly calls: number;
}

/** Invented persons; the callers of `practice/callers` ring from their numbers. */
export const knownCustomers: readonly KnownCustomer[] = [
  {
    index: 4518,
    customer: { salutation: 'mr', givenName: 'Pieter', familyName: 'De Smet', birthDate: '1971-03-14', language: 'nl', segment: 'loyal' },
    contactPoints: [
      { kind: 'phone', value: '+3292254107', preferred: true },
      { kind: 'email', value: 'pieter.desmet@example.org', preferred: false },
    ],
    address: { street: 'Coupure Links', houseNumber: '48', box: null, postcode: '9000', town: 'Gent' },
    calls: 14,
  },
  {
    index: 1207,
    customer: { salutation: 'mrs', givenName: 'Amélie', familyName: 'Lejeune', birthDate: '1984-09-02', language: 'fr', segment: 'regular' },
    contactPoints: [
      { kind: 'mobile', value: '+32475318264', preferred: true },
      { kind: 'email', value: 'amelie.lejeune@example.com', preferred: false },
    ],
    address: { street: 'Rue des Prés', houseNumber: '17', box: '2', postcode: '5100', town: 'Jambes' },
    calls: 5,
  },
  {
    index: 2890,
    customer: { salutation: 'mrs', givenName: 'Godelieve', familyName: 'Verstraete', birthDate: '1949-11-21', language: 'nl', segment: 'regular' },
    contactPoints: [{ kind: 'phone', value: '+3256214873', preferred: true }],
    address: { street: 'Guido Gezellelaan', houseNumber: '9', box: null, postcode: '8500', town: 'Kortrijk' },
    calls: 8,
  },
];
