import places from './places.json' with { type: 'json' };
import type { Language } from '#shared/domain/entities.ts';
import type { Random } from './random.ts';

export type Region = keyof typeof places;

export interface Place {
  readonly region: Region;
  readonly postcode: string;
  readonly town: string;
  /** Area code without the leading zero (numbering plan of the Belgian regulator, BIPT). */
  readonly zone: string;
}

/** Real pairs of postcode and town, with the area code their telephones have. */
export const belgianPlaces: readonly Place[] = (Object.keys(places) as Region[]).flatMap((region) =>
  Object.entries(places[region]).flatMap(([zone, towns]) => towns.map((line) => ({ region, zone, postcode: line.slice(0, 4), town: line.slice(5) }))),
);

/** Share of each region among the customers; in Brussels both languages live, with a majority of French speakers. */
const shares: readonly (readonly [region: Region, upTo: number])[] = [
  ['nl', 0.6],
  ['brussels', 0.71],
  ['fr', 0.98],
  ['de', 1],
];

export function randomPlace(random: Random): Place {
  const drawn = random.next();
  const region = shares.find(([, upTo]) => drawn < upTo)?.[0] ?? 'nl';
  return random.pick(belgianPlaces.filter((place) => place.region === region));
}

export function randomLanguage(random: Random, region: Region): Exclude<Language, 'en'> {
  if (region === 'brussels') return random.chance(0.7) ? 'fr' : 'nl';
  return random.chance(0.97) ? region : random.pick(['nl', 'fr']);
}

/** First digits of a subscriber number that exist in each of the four short zones. */
const shortZoneStarts: Readonly<Record<string, readonly number[]>> = { 2: [2, 3, 4, 5, 6, 7, 8], 3: [2, 3, 4, 5, 6, 7, 8], 4: [2, 3], 9: [2, 3, 4] };

/** @returns a landline number in E.164: eight digits after the country code. */
export function randomFixedNumber(random: Random, zone: string): string {
  const start = zone === '80' ? random.pick([2, 3, 4, 5, 6, 7, 8]) : random.pick(shortZoneStarts[zone] ?? [2, 3, 4, 5, 6, 7, 8]);
  return `+32${zone}${start}${random.digits(7 - zone.length)}`;
}

/** @returns a mobile number in E.164: nine digits after the country code. */
export function randomMobileNumber(random: Random): string {
  return `+324${random.pick([68, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 84, 85, 86, 87, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99])}${random.digits(6)}`;
}

/** @returns `BE` and ten digits, the last two of which are 97 minus the first eight modulo 97 (Crossroads Bank for Enterprises). */
export function vatNumber(firstEight: number): string {
  return `BE${String(firstEight).padStart(8, '0')}${String(97 - (firstEight % 97)).padStart(2, '0')}`;
}

/** @returns whether a Belgian VAT number's check digits are right. */
export function isVatNumber(value: string): boolean {
  return /^BE[01]\d{9}$/.test(value) && vatNumber(Number(value.slice(2, 10))) === value;
}
