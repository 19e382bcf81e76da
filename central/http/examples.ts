import type { lists, ListName } from '#shared/contract/lists.ts';
import type { EntityRow } from '#shared/domain/entities.ts';

const ids = {
  customer: '019aa1b2-0000-7000-8000-000000000001',
  agent: '019aa1b2-0000-7000-8000-000000000002',
  queue: '019aa1b2-0000-7000-8000-000000000003',
  interaction: '019aa1b2-0000-7000-8000-000000000004',
  outcome: '019aa1b2-0000-7000-8000-000000000005',
  product: '019aa1b2-0000-7000-8000-000000000006',
  order: '019aa1b2-0000-7000-8000-000000000007',
  slot: '019aa1b2-0000-7000-8000-000000000008',
  row: '019aa1b2-0000-7000-8000-000000000009',
} as const;
const at = '2026-11-26T09:12:30.000Z';
const synced = { id: ids.row, version: 1, updatedAt: at };
const cursor = 'MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx';

type Examples = { readonly [L in ListName]: EntityRow<(typeof lists)[L]['entity']> };

/** A row of each list, as the document shows it. */
const rows: Examples = {
  customers: {
    ...synced,
    id: ids.customer,
    kind: 'person',
    customerNumber: 'BE-204518',
    salutation: 'mrs',
    givenName: 'An',
    familyName: 'Peeters',
    organisationName: null,
    vatNumber: null,
    birthDate: '1980-02-03',
    language: 'nl',
    segment: 'regular',
    archived: false,
  },
  'contact-points': { ...synced, customerId: ids.customer, kind: 'mobile', value: '+32470123456', preferred: true },
  addresses: { ...synced, customerId: ids.customer, kind: 'home', street: 'Kerkstraat', houseNumber: '12', box: null, postcode: '9000', town: 'Gent', country: 'BE' },
  interactions: {
    ...synced,
    id: ids.interaction,
    channel: 'voice',
    direction: 'inbound',
    state: 'closed',
    agentId: ids.agent,
    queueId: ids.queue,
    customerId: ids.customer,
    number: '+32470123456',
    startedAt: at,
    answeredAt: at,
    endedAt: at,
    closedAt: at,
    outcomeId: ids.outcome,
    sentence: 'Levering verplaatst naar vrijdag.',
    note: 'Buur op 46 neemt aan.',
    scriptRun: null,
    captured: { deliveryDay: '2026-11-27' },
    interrupted: false,
  },
  'call-legs': { ...synced, interactionId: ids.interaction, callId: ids.row, direction: 'inbound', startedAt: at, answeredAt: at, endedAt: at, cause: 'hung-up', endedBy: 'remote', transferredTo: null, quality: null, recording: null },
  notes: { ...synced, customerId: ids.customer, text: 'Belt liever na zes uur.', pinned: true, at, agentId: ids.agent, interactionId: null },
  consents: { ...synced, customerId: ids.customer, channel: 'phone', purpose: 'marketing', state: 'withdrawn', at, source: 'call', how: 'Wil niet meer gebeld worden.', agentId: ids.agent, interactionId: ids.interaction },
  'identity-checks': { ...synced, interactionId: ids.interaction, customerId: ids.customer, queueId: ids.queue, agentId: ids.agent, at, kind: 'passed', check: 'postcode', way: null, carried: null, opened: ['personal'] },
  cases: {
    ...synced,
    customerId: ids.customer,
    kind: 'complaint',
    caseNumber: 'Z-100204',
    state: 'open',
    subject: 'Fles gebroken',
    description: 'Een van de zes flessen is gebroken aangekomen.',
    priority: 'normal',
    ownerId: ids.agent,
    queueId: ids.queue,
    openedAt: at,
    openedBy: ids.agent,
    interactionId: ids.interaction,
    dueAt: '2026-11-28T16:00:00.000Z',
    closedAt: null,
    result: '',
    procedureId: null,
    collected: {},
    readBackAt: null,
  },
  promises: { ...synced, customerId: ids.customer, caseId: null, text: 'Terugbellen over de levering.', priority: 'normal', state: 'open', dueAt: '2026-11-27T15:00:00.000Z', ownerId: ids.agent, queueId: null, madeAt: at, madeBy: ids.agent, interactionId: ids.interaction, doneAt: null },
  procedures: {
    ...synced,
    key: 'gebroken-fles',
    queueId: null,
    kind: 'claim',
    topic: { nl: 'Gebroken fles' },
    priority: 'high',
    owner: 'operator',
    department: { nl: 'de dienst Retouren' },
    due: { amount: 2, unit: 'days' },
    hours: { timeZone: 'Europe/Brussels', windows: [{ day: 1, from: '09:00', until: '17:00' }], closedDays: ['2026-12-24'] },
    steps: [{ key: 'fotoVragen', title: { nl: 'Foto vragen' }, hint: { nl: 'Per e-mail.' } }],
    fields: [{ key: 'wat', label: { nl: 'Wat is er gebroken?' }, type: 'text', required: true, options: [] }],
    active: true,
  },
  questions: { ...synced, interactionId: ids.interaction, customerId: ids.customer, text: 'Wanneer komt de kredietnota?', at, agentId: ids.agent, state: 'answered', answer: 'Deze week.', caseId: null },
  offers: {
    ...synced,
    key: 'kaasplank',
    sku: 'KAA-04',
    priority: 20,
    validFrom: '2026-11-01',
    validUntil: '2026-12-31',
    condition: { customer: { segment: ['loyal'] } },
    purposes: ['bestelling'],
    boughtAny: ['LOI-06'],
    boughtNone: ['KAA-04'],
    say: [{ language: 'nl', register: null, text: 'Mag ik onze kaasplank meeleveren?' }],
    reason: { nl: 'Bestelt wijn en nam nog nooit kaas.' },
    active: true,
  },
  'offer-answers': { ...synced, customerId: ids.customer, offerId: ids.row, interactionId: ids.interaction, agentId: ids.agent, at, answer: 'no' },
  orders: {
    ...synced,
    id: ids.order,
    number: 'O-100204',
    customerId: ids.customer,
    interactionId: ids.interaction,
    agentId: ids.agent,
    state: 'confirmed',
    language: 'nl',
    priority: 'normal',
    lines: [{ id: ids.row, productId: ids.product, name: { nl: 'Loire, zes flessen' }, quantity: 2, unitCents: 5990, vatRate: 2100, discountKey: null, discountCents: 0 }],
    delivery: { street: 'Kerkstraat', houseNumber: '12', box: null, postcode: '9000', town: 'Gent', country: 'BE' },
    slotId: null,
    note: '',
    terms: [],
    deliveryCents: 0,
    totalCents: 11980,
    toldFor: '2026-11-30',
    promisedFor: '2026-11-30',
    placedAt: at,
    history: [{ state: 'confirmed', at, by: null }],
    reason: '',
  },
  reservations: { ...synced, number: 'R-100017', customerId: ids.customer, interactionId: ids.interaction, agentId: ids.agent, slotId: ids.slot, seats: 4, state: 'confirmed', note: '', at },
  products: {
    ...synced,
    id: ids.product,
    sku: 'LOI-06',
    name: { nl: 'Loire, zes flessen', fr: 'Loire, six bouteilles' },
    category: { nl: 'Wit' },
    summary: { nl: 'Fris en droog.' },
    features: [],
    priceCents: 5990,
    vatRate: 2100,
    discounts: [],
    termsKeys: ['algemeen'],
    languages: ['nl', 'fr'],
    active: true,
    stocked: true,
    leadDays: 0,
  },
  stock: { ...synced, productId: ids.product, onHand: 40, allocated: 6, held: 2, countedAt: at },
  'capacity-slots': { ...synced, id: ids.slot, kind: 'tasting', title: { nl: 'Proeverij' }, place: 'Gent', day: '2026-12-12', from: '14:00', until: '18:00', capacity: 12, taken: 4 },
  articles: {
    ...synced,
    key: 'levertermijnen',
    language: 'nl',
    source: 'voorwaarden',
    title: 'Levertermijnen',
    keywords: ['bezorging'],
    queueIds: [],
    productId: null,
    validFrom: '2026-11-01',
    validUntil: null,
    edition: 3,
    changedAt: at,
    changedSummary: 'Bestellingen voor 16 uur vertrekken dezelfde dag.',
    archived: false,
    body: '## Thuis\n\nBesteld voor 16 uur: **twee werkdagen**.',
  },
  'article-feedback': { ...synced, articleId: ids.row, edition: 3, verdict: 'incomplete', sentence: 'Er staat niets over de eilanden.', agentId: ids.agent, interactionId: ids.interaction, at },
  'letter-templates': {
    ...synced,
    key: 'bevestiging-gesprek',
    kind: 'letter',
    title: { nl: 'Bevestiging van ons gesprek' },
    queueIds: [ids.queue],
    variants: [{ language: 'nl', register: 'formal', sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', bytes: 1382 }],
    edition: 3,
    changedAt: at,
    withdrawn: false,
  },
  queues: {
    ...synced,
    id: ids.queue,
    key: 'orders-nl',
    name: 'Bestellingen',
    organisation: 'Wijnhuis',
    numbers: ['+3225521122'],
    language: 'nl',
    register: 'formal',
    scriptId: null,
    outcomeIds: [ids.outcome],
    pickUpTargetSeconds: 20,
    durationTargetSeconds: 300,
    autoAnswer: false,
    recording: 'never',
    identity: { checks: ['birthDate', 'postcode', 'customerNumber'], needed: { personal: 2, financial: 3, health: 3 }, tries: 3, carryMinutes: 15, betweenCalls: 'open' },
    agreement: { pickUpPercent: 80, wrapUpSeconds: 60, adherencePercent: 90, firstContactPercent: 75, returnDays: 7 },
    afterCall: [{ outcome: 'delivered-later', fields: [{ key: 'reden', label: 'Reden van uitstel', type: 'choice', options: ['Weer', 'Voorraad'], required: true }] }],
    objectionBudget: 2,
  },
  agents: { ...synced, id: ids.agent, username: 'an.peeters', name: 'An Peeters', extension: '201', team: 'Orders', languages: ['nl', 'fr'] },
  outcomes: { ...synced, id: ids.outcome, code: 'delivered-later', label: { nl: 'Levering verplaatst' }, requiresSentence: true, sentences: [{ language: 'nl', purpose: null, text: 'De levering werd verplaatst naar {{leverdag}}.' }], order: 3 },
};

const mutations = {
  mutations: [{ id: ids.row, entity: 'note', entityId: '019aa1b2-0000-7000-8000-00000000000a', baseVersion: null, patch: { customerId: ids.customer, text: 'Belt liever na zes uur.', pinned: false, at, agentId: null, interactionId: null }, at }],
};

interface Media {
  example?: unknown;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

function show(media: Media | undefined, example: unknown): void {
  if (media !== undefined) media.example = example;
}

function answer(paths: Paths, path: string, method = 'get'): Media | undefined {
  return paths[path]?.[method]?.responses?.['200']?.content?.['application/json'];
}

/** Puts an example beside what the centre's other systems use most. */
export function showExamples(paths: Paths): void {
  for (const [name, row] of Object.entries(rows)) {
    show(answer(paths, `/v1/${name}`), { items: [row], next: cursor });
    show(answer(paths, `/v1/${name}/{id}`), row);
  }
  show(paths['/v1/mutations']?.['post']?.requestBody?.content['application/json'], mutations);
  show(answer(paths, '/v1/mutations', 'post'), { results: [{ id: ids.row, status: 'applied', version: 1, row: rows.notes }] });
  show(answer(paths, '/v1/changes'), { changes: [{ entity: 'customer', id: ids.customer, version: 1, row: rows.customers }], cursor: '0f3c9a1b2c3d4e5f-1042', more: false });
  show(paths['/v1/webhooks']?.['post']?.requestBody?.content['application/json'], { url: 'https://erp.example.be/hooks/balie', events: ['order.placed', 'order.changed'] });
}
