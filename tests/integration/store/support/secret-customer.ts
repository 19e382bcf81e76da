import fc from 'fast-check';
import type { EntityName, EntityRow } from '#shared/domain/entities.ts';
import { newId } from '#shared/domain/ids.ts';

/** What nobody may read before the caller is known: a value for each field of a customer's file that says something about them. */
export interface Secrets {
  readonly givenName: string;
  readonly familyName: string;
  readonly organisationName: string;
  readonly customerNumber: string;
  readonly vatNumber: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly box: string;
  readonly postcode: string;
  readonly town: string;
  /** Whatever was written in sentences, one text for each place in which one can stand. */
  readonly texts: readonly string[];
}

/** Long enough that none stands in an id, a time or another text by chance; accents, quotes and markup as people type them. */
const word = fc.tuple(fc.constantFrom("D'", 'Ø', '<b>', 'Ĳ', '𝔸', 'de '), fc.stringMatching(/^[b-df-hj-np-tv-z]{9,14}$/)).map(([odd, text]) => odd + text);
const digits = (prefix: string): fc.Arbitrary<string> => fc.stringMatching(/^[1-9]\d{7}$/).map((text) => prefix + text);

/** How many places with free text there are in {@link rowsOf}. */
const places = 19;

export const anySecrets: fc.Arbitrary<Secrets> = fc
  .record({
    givenName: word,
    familyName: word,
    organisationName: word,
    customerNumber: digits('BE-'),
    vatNumber: digits('BE01'),
    birthDate: fc.date({ min: new Date('1901-01-01T00:00:00Z'), max: new Date('1919-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
    phone: digits('+3256'),
    mobile: digits('+32475'),
    email: word.map((text) => `${encodeURIComponent(text)}@example.org`),
    street: word,
    houseNumber: fc.stringMatching(/^[1-9]\d{8}X$/),
    box: fc.stringMatching(/^[1-9]\d{8}Y$/),
    postcode: fc.stringMatching(/^[1-9]\d{8}Z$/),
    town: word,
    texts: fc.uniqueArray(word, { minLength: places, maxLength: places }),
  })
  .filter((secrets) => new Set(valuesOf(secrets)).size === valuesOf(secrets).length);

/** @returns every value that is secret. */
export function valuesOf({ texts, ...fields }: Secrets): string[] {
  return [...Object.values(fields), ...texts];
}

interface Placed<N extends EntityName = EntityName> {
  readonly entity: N;
  readonly row: EntityRow<N>;
}

export interface SecretRows {
  readonly customerId: string;
  readonly ids: Readonly<Record<'note' | 'case' | 'promise' | 'order' | 'reservation' | 'correction' | 'merge' | 'point' | 'twin', string>>;
  readonly rows: readonly Placed[];
}

/** A whole file made of secrets: data, calls, notes, cases, promises, consents, corrections, an order, a reservation and a merge. */
export function rowsOf(secrets: Secrets, slotId: string, productId: string): SecretRows {
  const at = new Date(Date.now() - 86_400_000).toISOString();
  const later = new Date(Date.now() + 86_400_000).toISOString();
  const synced = (): { id: string; version: number; updatedAt: string } => ({ id: newId(), version: 1, updatedAt: at });
  const [customer, twin] = [synced(), synced()];
  const customerId = customer.id;
  const text = (place: number): string => secrets.texts[place] ?? '';
  const { street, houseNumber, box, postcode, town } = secrets;
  const where = { street, houseNumber, box, postcode, town, country: 'BE' };
  const open = { kind: 'person', salutation: 'mrs', language: 'nl', segment: 'loyal', archived: false } as const;
  const name = { givenName: secrets.givenName, familyName: secrets.familyName, organisationName: secrets.organisationName };
  const point = synced();
  const rows: Placed[] = [];
  const put = <N extends EntityName>(entity: N, row: EntityRow<N>): string => {
    rows.push({ entity, row });
    return row.id;
  };
  put('customer', { ...customer, ...open, ...name, customerNumber: secrets.customerNumber, vatNumber: secrets.vatNumber, birthDate: secrets.birthDate });
  put('customer', { ...twin, ...open, ...name, archived: true, customerNumber: null, vatNumber: null, birthDate: null });
  put('contactPoint', { ...point, customerId, kind: 'phone', value: secrets.phone, preferred: true });
  put('contactPoint', { ...synced(), customerId, kind: 'mobile', value: secrets.mobile, preferred: false });
  put('contactPoint', { ...synced(), customerId, kind: 'email', value: secrets.email, preferred: false });
  put('address', { ...synced(), customerId, kind: 'home', ...where });
  const interaction = put('interaction', {
    ...synced(),
    ...{ channel: 'voice', direction: 'inbound', state: 'closed', agentId: null, queueId: null, customerId, number: secrets.phone, startedAt: at, answeredAt: at, endedAt: at, closedAt: at },
    ...{ outcomeId: null, sentence: text(0), note: text(1), captured: { opmerking: text(2) }, interrupted: false },
    scriptRun: { scriptKey: 'vraag', scriptVersion: 1, start: 'begin', events: [{ type: 'skipped', at, step: 'begin', to: null, reason: text(3) }] },
  });
  put('callLeg', { ...synced(), interactionId: interaction, callId: newId(), direction: 'inbound', startedAt: at, answeredAt: at, endedAt: at, cause: 'hung-up', endedBy: 'remote', transferredTo: null, quality: null, recording: null });
  const common = { customerId, agentId: null, interactionId: null };
  const ids = {
    note: put('note', { ...synced(), ...common, text: text(4), pinned: true, at }),
    case: put('case', {
      ...synced(),
      ...{ customerId, kind: 'complaint', caseNumber: null, state: 'open', subject: text(5), description: text(6), priority: 'high', ownerId: null, queueId: null, openedAt: at, openedBy: null },
      ...{ interactionId: null, dueAt: later, closedAt: null, result: text(7), procedureId: null, collected: { wat: text(17) }, readBackAt: null },
    }),
    promise: put('promise', { ...synced(), customerId, caseId: null, text: text(8), priority: 'normal', state: 'open', dueAt: later, ownerId: null, queueId: null, madeAt: at, madeBy: null, interactionId: null, doneAt: null }),
    order: put('order', {
      ...synced(),
      ...common,
      ...{ number: 'O-777001', state: 'confirmed', language: 'nl', priority: 'normal', delivery: where, slotId: null, note: text(9), terms: [], deliveryCents: 0, totalCents: 5400 },
      lines: [{ id: newId(), productId, name: { nl: text(10) }, quantity: 1, unitCents: 5400, vatRate: 2100, discountKey: null, discountCents: 0 }],
      ...{ toldFor: null, promisedFor: null, placedAt: at, reason: text(11) },
      history: [{ state: 'confirmed', at, by: null, redirected: { address: { from: where, to: where } } }],
    }),
    reservation: put('reservation', { ...synced(), ...common, number: 'R-777002', slotId, seats: 2, state: 'confirmed', note: text(12), at }),
    correction: put('correction', { ...synced(), customerId, entity: 'customer', rowId: customerId, field: 'familyName', former: text(13), value: text(14), at, agentId: null }),
    merge: put('merge', { ...synced(), survivorId: customerId, mergedId: twin.id, taken: ['familyName'], former: { familyName: text(15) }, moved: {}, at, agentId: null, undoUntil: later, undoneAt: null }),
    point: point.id,
    twin: twin.id,
  };
  put('consent', { ...synced(), ...common, channel: 'phone', purpose: 'any', state: 'withdrawn', at, source: 'call', how: text(16) });
  return { customerId, ids, rows };
}
