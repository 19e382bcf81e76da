import { belgian, customersPerAddress, seeded, type Belgian } from '../belgians.ts';
import { mistype, mistypings } from './mistype.ts';

type Random = () => number;
type Shape = (customer: Belgian, random: Random) => string;

const numberShapes: readonly Shape[] = [
  ({ phone }) => phone,
  ({ phone }) => `0${phone.slice(3)}`,
  ({ phone }) => `0${phone.slice(3, 6)}/${phone.slice(6, 8)}.${phone.slice(8, 10)}.${phone.slice(10)}`,
  ({ phone }) => `0032 ${phone.slice(3, 6)} ${phone.slice(6, 9)} ${phone.slice(9)}`,
];
const wordShapes: readonly Shape[] = [
  ({ familyName, givenName, town }) => `${familyName} ${givenName} ${town}`,
  ({ familyName, givenName }) => `${givenName} ${familyName}`,
  ({ street, houseNumber, town }) => `${street} ${houseNumber} ${town}`,
  ({ familyName, town }) => `${town} ${familyName}`,
];
const partShapes: readonly Shape[] = [({ phone }) => `0${phone.slice(3)}`, ({ phone }) => phone.slice(-6), ({ customerNumber }) => customerNumber];
const mailShapes: readonly Shape[] = [({ email }) => email ?? '', ({ email, town }) => `${town} ${email ?? ''}`, ({ email, familyName }) => `${familyName} ${email ?? ''}`];
const mixedShapes: readonly Shape[] = [
  ({ familyName, phone }) => `${familyName} 0${phone.slice(3, 6)} ${phone.slice(6, 8)} ${phone.slice(8, 10)}`,
  ({ customerNumber, familyName }) => `${customerNumber} ${familyName}`,
  ({ town, phone }) => `${town} ${phone.slice(-6)}`,
];
const mistypedShapes: readonly Shape[] = wordShapes.map((shape) => (customer, random) => mistype(shape(customer, random), chosen(mistypings, random), random));
/** Half of what is typed is words; of each other kind there are as many. */
const typedShapes: readonly (readonly Shape[])[] = [wordShapes, wordShapes, wordShapes, wordShapes, partShapes, mailShapes, mixedShapes, mistypedShapes];

/** What stands in the box after each key, for customers chosen all over: names, places, numbers, addresses, mixed and mistyped, in any order. */
export function keystrokes(count: number, atLeast: number): string[] {
  const random = seeded(42);
  const texts: string[] = [];
  while (texts.length < atLeast) {
    const shapes = chosen(typedShapes, random);
    const customer = belgian(shapes === mailShapes ? withAddress(count, random) : anywhere(count, random));
    const whole = chosen(shapes, random)(customer, random);
    for (let length = 1; length <= whole.length; length++) texts.push(whole.slice(0, length));
  }
  return texts;
}

/** An input that identifies one customer, and whom. */
export interface FullInput {
  readonly kind: string;
  readonly id: string;
  readonly text: string;
}

const wholeShapes: readonly (readonly [string, Shape])[] = [
  ['name and address', ({ givenName, familyName, street, houseNumber, town }) => `${givenName} ${familyName} ${street} ${houseNumber} ${town}`],
  ['name, postcode, house number', ({ givenName, familyName, postcode, houseNumber }) => `${familyName} ${givenName} ${postcode} ${houseNumber}`],
  ['telephone number', (customer, random) => chosen(numberShapes, random)(customer, random)],
  ['customer number', ({ customerNumber }) => customerNumber],
  ['e-mail address', ({ email }) => email ?? ''],
  ['name and part of a number', ({ familyName, phone }) => `${familyName} ${phone.slice(-6, -3)} ${phone.slice(-3)}`],
  ['customer number and name', ({ customerNumber, familyName }) => `${customerNumber} ${familyName}`],
  ['e-mail address and town', ({ email, town }) => `${email ?? ''} ${town}`],
];

/** Whole inputs that identify one customer, about `tries` of each kind. */
export function fullInputs(count: number, tries: number): FullInput[] {
  const random = seeded(7);
  const everybody = identifiable(count, tries, () => anywhere(count, random));
  const withMail = identifiable(count, tries, () => withAddress(count, random));
  return wholeShapes.flatMap(([kind, shape]) => (kind.startsWith('e-mail') ? withMail : everybody).map((customer) => ({ kind, id: customer.id, text: shape(customer, random) })));
}

/** The same with one typing error in one of the words, whichever: about `tries` of each kind of error. */
export function mistypedInputs(count: number, tries: number): FullInput[] {
  const random = seeded(11);
  const customers = identifiable(count, tries, () => anywhere(count, random));
  return mistypings.flatMap((kind) =>
    customers.map(({ id, givenName, familyName, street, houseNumber, town }) => ({ kind, id, text: `${mistype(`${givenName} ${familyName} ${street} ${town}`, kind, random)} ${houseNumber}` })),
  );
}

/** What tells a customer from all others in every one of {@link wholeShapes}. */
function ownKeys({ givenName, familyName, postcode, houseNumber, phone }: Belgian): readonly string[] {
  return [`${familyName} ${givenName} ${postcode} ${houseNumber}`, phone, `${familyName} ${phone.slice(-6)}`];
}

/** Customers of those whom `next` gives who share none of {@link ownKeys} with any other of all. */
function identifiable(count: number, tries: number, next: () => number): Belgian[] {
  const tried = Array.from(new Set(Array.from({ length: tries }, next)), belgian);
  const times = new Map(tried.flatMap(ownKeys).map((key) => [key, 0]));
  for (let index = 0; index < count; index++) {
    for (const key of ownKeys(belgian(index))) {
      const before = times.get(key);
      if (before !== undefined) times.set(key, before + 1);
    }
  }
  return tried.filter((customer) => ownKeys(customer).every((key) => times.get(key) === 1));
}

/** Numbers of customers chosen all over, none twice. */
export function numbers(count: number, howMany: number): string[] {
  return Array.from({ length: howMany }, (_, index) => belgian((index * 7_919 + 13) % count).phone);
}

function chosen<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

function anywhere(count: number, random: Random): number {
  return Math.floor(random() * count);
}

function withAddress(count: number, random: Random): number {
  return anywhere(count / customersPerAddress, random) * customersPerAddress;
}
