import type { Address, ContactPoint, Customer, Language } from '#shared/domain/entities.ts';
import { randomFixedNumber, randomLanguage, randomMobileNumber, randomPlace, vatNumber, type Place } from './belgium.ts';
import { unsynced } from './centre.ts';
import { knownCustomers, type KnownCustomer } from './known-callers.ts';
import names from './names.json' with { type: 'json' };
import type { Random } from './random.ts';
import streets from './streets.json' with { type: 'json' };

/** A customer with everything that hangs on it. */
export interface CustomerRows {
  readonly customer: Customer;
  readonly contactPoints: readonly ContactPoint[];
  readonly addresses: readonly Address[];
}

type Spoken = Exclude<Language, 'en'>;

/** Domains that RFC 2606 keeps free: mail to them reaches nobody. */
const mailDomains = ['example.com', 'example.org', 'example.net', 'post.example', 'thuis.example'];

const firstCustomerNumber = 200_000;
/** Customers who share the landline of the household before them. */
const sharedLine = 0.04;
const organisations = 0.11;

/** @param at when the customers became customers; their ids carry it. */
export function customerRows(random: Random, count: number, at: number): CustomerRows[] {
  const all: CustomerRows[] = [];
  for (let index = 0; index < count; index += 1) {
    const known = knownCustomers.find((candidate) => candidate.index === index);
    const id = random.id(at + index * 60_000);
    all.push(known === undefined ? randomCustomer(random, index, id, all.at(-1)) : knownCustomer(random, known, id));
  }
  return all;
}

function randomCustomer(random: Random, index: number, id: string, neighbour: CustomerRows | undefined): CustomerRows {
  const place = randomPlace(random);
  const language = randomLanguage(random, place.region);
  const organisation = random.chance(organisations);
  const salutation = random.pick(['mr', 'mrs'] as const);
  const givenName = random.pick(names[language][salutation]);
  const familyName = random.pick(names[language].family);
  const customer: Customer = {
    ...unsynced,
    id,
    kind: organisation ? 'organisation' : 'person',
    customerNumber: customerNumber(index),
    salutation: random.chance(0.04) ? 'none' : salutation,
    givenName,
    familyName,
    organisationName: organisation ? `${random.pick(streets.companies[language])} ${familyName}` : null,
    vatNumber: organisation ? vatNumber(random.between(4_000_000, 9_999_999)) : null,
    birthDate: organisation || random.chance(0.15) ? null : birthDate(random),
    language,
    segment: random.chance(0.2) ? 'new' : random.pick(['regular', 'regular', 'loyal'] as const),
    archived: random.chance(0.01),
  };
  const line = neighbour === undefined || organisation || !random.chance(sharedLine) ? null : landlineOf(neighbour);
  return { customer, contactPoints: contactPoints(random, customer, place, line), addresses: addresses(random, customer, place, language) };
}

function knownCustomer(random: Random, known: KnownCustomer, id: string): CustomerRows {
  const customer: Customer = { ...unsynced, id, kind: 'person', customerNumber: customerNumber(known.index), organisationName: null, vatNumber: null, archived: false, ...known.customer };
  return {
    customer,
    contactPoints: known.contactPoints.map((point) => ({ ...unsynced, id: random.id(createdAt(id)), customerId: id, ...point })),
    addresses: [{ ...unsynced, id: random.id(createdAt(id)), customerId: id, kind: 'home', country: 'BE', ...known.address }],
  };
}

function contactPoints(random: Random, customer: Customer, place: Place, sharedNumber: string | null): ContactPoint[] {
  const organisation = customer.kind === 'organisation';
  const points: Pick<ContactPoint, 'kind' | 'value'>[] = [];
  if (organisation || sharedNumber !== null || random.chance(0.45)) points.push({ kind: 'phone', value: sharedNumber ?? randomFixedNumber(random, place.zone) });
  if (points.length === 0 || random.chance(0.6)) points.push({ kind: 'mobile', value: randomMobileNumber(random) });
  // An organisation has a second line, and often the mobile of who orders.
  if (organisation && random.chance(0.5)) points.push({ kind: 'phone', value: randomFixedNumber(random, place.zone) });
  if (random.chance(0.7)) points.push({ kind: 'email', value: mailAddress(random, customer) });
  return points.map((point, index) => ({ ...unsynced, id: random.id(createdAt(customer.id)), customerId: customer.id, ...point, preferred: index === 0 }));
}

function addresses(random: Random, customer: Customer, place: Place, language: Spoken): Address[] {
  const row = (kind: Address['kind'], at: Place, spoken: Spoken): Address => ({
    ...unsynced,
    id: random.id(createdAt(customer.id)),
    customerId: customer.id,
    kind,
    street: random.pick(streets[spoken]),
    houseNumber: `${random.between(1, 240)}${random.chance(0.06) ? random.pick(['A', 'B']) : ''}`,
    box: random.chance(0.14) ? String(random.between(1, 24)) : null,
    postcode: at.postcode,
    town: at.town,
    country: 'BE',
  });
  const home = row('home', place, language);
  if (!random.chance(0.08)) return [home];
  const elsewhere = randomPlace(random);
  return [home, row('delivery', elsewhere, elsewhere.region === 'brussels' ? 'fr' : elsewhere.region)];
}

function mailAddress(random: Random, { givenName, familyName, organisationName }: Customer): string {
  const plain = (text: string): string => text.normalize('NFD').replace(/ı/g, 'i').replace(/[^A-Za-z]/g, '').toLowerCase();
  const user = organisationName === null ? `${plain(givenName)}.${plain(familyName)}` : `info.${plain(organisationName)}`;
  return `${user}${random.chance(0.3) ? random.between(2, 99) : ''}@${random.pick(mailDomains)}`;
}

function birthDate(random: Random): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${random.between(1938, 2006)}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`;
}

function landlineOf({ contactPoints: points }: CustomerRows): string | null {
  return points.find((point) => point.kind === 'phone')?.value ?? null;
}

function customerNumber(index: number): string {
  return `BE-${firstCustomerNumber + index}`;
}

/** The time inside a UUIDv7 (RFC 9562): what hangs on a customer was made with it. */
function createdAt(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}
