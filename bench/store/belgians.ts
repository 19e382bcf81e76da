/** A customer of the synthetic centre, as a search would have them. */
export interface Belgian {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly town: string;
  /** E.164. */
  readonly phone: string;
  readonly customerNumber: string;
  /** One in twenty has one. */
  readonly email: string | null;
}

const given = 'Jan Piet Luc Marc Karel Wout Lars Noah Arthur Lucas Louis Adam Emma Olivia Mila Lina Sofie Griet Nele Fatima Karim Yusuf Amina Zoë Chloé Léa Hugo Jules Nathan Camille Élise Jean Anne Marie Els Tom Bart Dirk Ann Ingrid'.split(' ');
const begins = 'Van Vande De Ver Pee Jans Wil Claes Mae Mer Goos Wou Her Mi Dupon Lam Du Mar Si Le Pau Hen Stas Bog Vermeu Dewa Dem Cools Ae Goe'.split(' ');
const middles = 'ber der broe hoe mee lin ste kerk velde haege bos cker nae sse ghe rman roo wae lle mpen'.split(' ');
const ends = 'ck n rs ns ts len ghe ke man mans aert en el ert is ot ais in on ens'.split(' ');
const roads = 'Kerk Molen School Stations Nieuw Veld Dorps Kasteel Linde Eiken Beuken Wilgen Koning Leopold Albert Astrid Markt Berg Hoog Laag Zand Meer Brug Haven Statie'.split(' ');
const kinds = 'straat laan weg plein dreef steenweg lei pad'.split(' ');
const towns = '9000 Gent,2000 Antwerpen,1000 Brussel,8000 Brugge,3000 Leuven,4000 Liège,6000 Charleroi,5000 Namur,9100 Sint-Niklaas,8500 Kortrijk,2800 Mechelen,3500 Hasselt,8400 Oostende,9300 Aalst,1500 Halle,2300 Turnhout,3600 Genk,7000 Mons,8800 Roeselare,9600 Ronse'.split(',');

const mailHosts = 'gmail.com telenet.be hotmail.com skynet.be outlook.be'.split(' ');
/** A first fill of a million has a limit that was set without addresses: so few that they do not change what it measures. */
export const customersPerAddress = 20;

/** The same numbers for the same seed (mulberry32), 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function idOf(kind: number, index: number): string {
  const hex = index.toString(16).padStart(12, '0');
  return `01900000-0000-7000-8${kind}00-${hex}`;
}

/** Customer `index`: always the same one. Some names are far commoner than others, as they are. */
export function belgian(index: number): Belgian {
  const random = seeded(index + 1);
  const common = (list: readonly string[]): string => list[Math.floor(random() ** 2 * list.length)] ?? '';
  const any = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const [postcode = '', town = ''] = common(towns).split(' ');
  const [givenName, familyName] = [common(given), `${common(begins)}${common(middles)}${any(ends)}`];
  return {
    id: idOf(0, index),
    givenName,
    familyName,
    street: `${any(roads)}${common(kinds)}`,
    houseNumber: String(1 + Math.floor(random() ** 2 * 300)),
    postcode,
    town,
    phone: `+324${70 + Math.floor(random() * 30)}${String(Math.floor(random() * 1e6)).padStart(6, '0')}`,
    customerNumber: `BE-${100_000 + index}`,
    email: index % customersPerAddress === 0 ? `${withoutAccents(givenName)}.${withoutAccents(familyName)}${index / customersPerAddress}@${common(mailHosts)}` : null,
  };
}

function withoutAccents(name: string): string {
  return name.normalize('NFKD').replaceAll(/\P{ASCII}/gu, '').toLowerCase();
}

const synced = { version: 1, updatedAt: '2026-01-05T08:00:00.000Z' };
const blank = { kind: 'person', salutation: 'none', organisationName: null, vatNumber: null, birthDate: null, language: 'nl', segment: 'new', archived: false };

type Row = Readonly<Record<string, unknown>>;

const rowsOf: readonly (readonly [string, (index: number, belgian: Belgian) => Row | null])[] = [
  ['customer', (_, { id, givenName, familyName, customerNumber }) => ({ ...blank, ...synced, id, givenName, familyName, customerNumber })],
  ['contactPoint', (index, { id, phone }) => ({ ...synced, id: idOf(1, index), customerId: id, kind: 'mobile', value: phone, preferred: true })],
  ['contactPoint', (index, { id, email }) => (email === null ? null : { ...synced, id: idOf(3, index), customerId: id, kind: 'email', value: email, preferred: false })],
  ['address', (index, { id, street, houseNumber, postcode, town }) => ({ ...synced, id: idOf(2, index), customerId: id, kind: 'home', street, houseNumber, box: null, postcode, town, country: 'BE' })],
];

const entities = [...new Set(rowsOf.map(([entity]) => entity))];

/** How many rows of an entity so many customers have. */
function rowCount(entity: string, customers: number): number {
  return entity === 'contactPoint' ? customers + Math.ceil(customers / customersPerAddress) : customers;
}

/** The row of a customer, as central sends it. */
export function customerRow(index: number, change: Row = {}): Row & { readonly id: string } {
  const { id, givenName, familyName, customerNumber } = belgian(index);
  return { ...blank, ...synced, id, givenName, familyName, customerNumber, ...change };
}

const customersPerPiece = 2_000;

/** A snapshot of so many customers as central sends it, each with a mobile number and an address, some with an e-mail address, made while it is read. */
export function* snapshotOfBelgians(count: number, cursor: string): Generator<string> {
  yield `${JSON.stringify({ type: 'begin', cursor, counts: Object.fromEntries(entities.map((entity) => [entity, rowCount(entity, count)])), schemaVersion: 1 })}\n`;
  for (let first = 0; first < count; first += customersPerPiece) {
    const last = Math.min(count, first + customersPerPiece) - 1;
    let piece = '';
    for (let index = first; index <= last; index++) {
      const one = belgian(index);
      for (const [entity, rowAt] of rowsOf) {
        const row = rowAt(index, one);
        if (row !== null) piece += `{"type":"row","entity":"${entity}","row":${JSON.stringify(row)}}\n`;
      }
    }
    yield `${piece}${JSON.stringify({ type: 'mark', after: `${cursor}.customer.${idOf(0, last)}` })}\n`;
  }
  yield `${JSON.stringify({ type: 'end', rows: entities.reduce((sum, entity) => sum + rowCount(entity, count), 0) })}\n`;
}
