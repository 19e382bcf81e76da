import type { Caller, CustomerFile, CustomerHit, InteractionFile } from '#shared/domain/customer-file.ts';
import { sampleRecords } from './sample-records.ts';
import type { Agent, CallLeg, Customer, Interaction, Outcome, Queue, ScriptRow } from '#shared/domain/entities.ts';
import { parseScript } from '#shared/domain/script/parse.ts';
import serviceScript from '../../resources/scripts/klantendienst-vraag.nl.json' with { type: 'json' };
import orderScript from '../../resources/scripts/bestelling-wijnabonnement.nl.json' with { type: 'json' };

/** Rows for looking at and testing the workspace. Times are given, so that screens are the same every time. */
const updatedAt = '2026-11-23T08:00:00.000Z';

/** @returns a UUIDv7-shaped id that a test can predict. */
export function sampleId(kind: number, number: number): string {
  return `019362f0-0000-7000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;
}

const row = (kind: number, number: number) => ({ id: sampleId(kind, number), version: 1, updatedAt });

export const agent: Agent = { ...row(1, 1), username: 'lotte', name: 'Lotte Vermeulen', extension: '201', team: 'Bestellingen', languages: ['nl', 'fr'] };

export const scriptRow: ScriptRow = { ...row(2, 1), key: orderScript.key, language: 'nl', definition: parseScript(orderScript) };

export const serviceScriptRow: ScriptRow = { ...row(2, 2), key: serviceScript.key, language: 'nl', definition: parseScript(serviceScript) };

const outcomeTexts: readonly (readonly [code: string, label: string, requiresSentence: boolean])[] = [
  ['order-placed', 'Bestelling geplaatst', true],
  ['thinking', 'Denkt erover na', false],
  ['information', 'Informatie gegeven', false],
  ['callback', 'Terugbellen afgesproken', true],
  ['no-interest', 'Geen interesse', false],
  ['wrong-number', 'Verkeerd verbonden', false],
];

export const outcomes: readonly Outcome[] = outcomeTexts.map(([code, nl, requiresSentence], index) => ({ ...row(3, index + 1), code, label: { nl, en: code }, requiresSentence, sentences: null, order: index }));

export const queue: Queue = {
  ...row(4, 1),
  key: 'bestellingen-nl',
  name: 'Bestellingen NL',
  organisation: 'Wijnhuis De Kelder',
  numbers: ['+3278150000'],
  language: 'nl',
  register: 'formal',
  scriptId: scriptRow.id,
  outcomeIds: outcomes.map((outcome) => outcome.id),
  pickUpTargetSeconds: 20,
  durationTargetSeconds: 300,
  autoAnswer: false,
  recording: 'on-demand',
  identity: null,
  agreement: null,
  afterCall: null,
  objectionBudget: null,
};

function sampleCustomer(number: number, change: Partial<Customer>): Customer {
  return {
    ...row(5, number),
    kind: 'person',
    customerNumber: `BE-20451${number}`,
    salutation: 'mr',
    givenName: 'Pieter',
    familyName: 'De Smet',
    organisationName: null,
    vatNumber: null,
    birthDate: '1974-03-12',
    language: 'nl',
    segment: 'loyal',
    archived: false,
    ...change,
  };
}

function sampleFile(number: number, change: Partial<Customer>, phone: string): CustomerFile {
  const customer = sampleCustomer(number, change);
  return {
    masked: [],
    customer,
    contactPoints: [
      { ...row(6, number * 10), customerId: customer.id, kind: 'phone', value: phone, preferred: true },
      { ...row(6, number * 10 + 1), customerId: customer.id, kind: 'email', value: `klant${number}@voorbeeld.be`, preferred: false },
    ],
    addresses: [{ ...row(7, number), customerId: customer.id, kind: 'home', street: 'Coupure Links', houseNumber: '48', box: null, postcode: '9000', town: 'Gent', country: 'BE' }],
    interactions: [
      pastInteraction(number * 10, customer.id, '2026-09-12T09:10:00.000Z', 1, 'Herhaalbestelling proefdoos Loire, levering op donderdag.'),
      pastInteraction(number * 10 + 1, customer.id, '2026-06-03T13:42:00.000Z', 3, 'Vraag over de leveringskosten beantwoord.'),
      pastInteraction(number * 10 + 2, customer.id, '2026-01-17T15:05:00.000Z', 3, 'Nieuw leveradres doorgegeven.'),
      ...(number === 1 ? [sampleMail(customer.id)] : []),
    ],
    ...sampleRecords(number, customer.id),
  };
}

function pastInteraction(number: number, customerId: string, startedAt: string, outcome: number, sentence: string): Interaction {
  const answeredAt = new Date(Date.parse(startedAt) + 7_000).toISOString();
  const endedAt = new Date(Date.parse(startedAt) + 255_000).toISOString();
  const past = sampleInteraction(number, { customerId, startedAt, answeredAt, endedAt, closedAt: endedAt, state: 'closed', outcomeId: sampleId(3, outcome), sentence });
  return past;
}

function sampleMail(customerId: string): Interaction {
  const at = '2026-09-15T07:31:00.000Z';
  return sampleInteraction(90, { channel: 'email', customerId, number: 'klant1@voorbeeld.be', startedAt: at, endedAt: at, closedAt: at, state: 'closed', note: 'Foto’s van de gebroken flessen in bijlage.' });
}

export function sampleInteraction(number: number, change: Partial<Interaction> = {}): Interaction {
  return {
    ...row(8, number),
    channel: 'voice',
    direction: 'inbound',
    state: 'open',
    agentId: agent.id,
    queueId: queue.id,
    customerId: null,
    number: '+3292254107',
    startedAt: updatedAt,
    answeredAt: null,
    endedAt: null,
    closedAt: null,
    outcomeId: null,
    sentence: '',
    note: '',
    scriptRun: null,
    captured: {},
    interrupted: false,
    ...change,
  };
}

export const customers: readonly CustomerFile[] = [
  sampleFile(1, {}, '+3292254107'),
  sampleFile(2, { salutation: 'mrs', givenName: 'An', familyName: 'De Smet-Vandenbroucke', segment: 'regular', birthDate: null }, '+3292254107'),
  sampleFile(3, { kind: 'organisation', salutation: 'none', givenName: 'Karim', familyName: 'El Idrissi', organisationName: 'Brasserie <b>Het Anker</b> & Zonen', vatNumber: 'BE0403170701' }, '+3235551234'),
];

/** A customer who may be calling, as the store proposes them. */
export function callerOf(file: CustomerFile, change: Partial<Caller> = {}): Caller {
  return { ...hitOf(file, 'phone'), numberKind: 'phone', preferred: true, segment: file.customer.segment, lastContactAt: file.interactions[0]?.startedAt ?? null, lastFromNumberAt: null, openCases: 0, promiseDueAt: null, ...change };
}

export function hitOf({ customer, addresses }: CustomerFile, matched: CustomerHit['matched']): CustomerHit {
  const [address] = addresses;
  return {
    id: customer.id,
    customerNumber: customer.customerNumber,
    name: customer.organisationName ?? `${customer.givenName} ${customer.familyName}`,
    street: address === undefined ? '' : `${address.street} ${address.houseNumber}`,
    town: address === undefined ? '' : `${address.postcode} ${address.town}`,
    matched,
  };
}

/** @returns the file of a conversation, as the store would answer it. */
export function sampleFileOf(interaction: Interaction, callId: string, change: Partial<InteractionFile> = {}): InteractionFile {
  const leg: CallLeg = { ...row(9, 1), id: callId, interactionId: interaction.id, callId, direction: interaction.direction, startedAt: interaction.startedAt, answeredAt: interaction.answeredAt, endedAt: interaction.endedAt, cause: null, endedBy: null, transferredTo: null, quality: null, recording: null };
  return {
    interaction,
    legs: [leg],
    queue,
    script: scriptRow,
    objectionBudget: queue.objectionBudget,
    outcomes: [...outcomes],
    customer: customers.find((file) => file.customer.id === interaction.customerId) ?? null,
    candidates: [],
    handOver: null,
    gate: null,
    questions: [],
    draft: {},
    draftSavedAt: null,
    ...change,
  };
}
