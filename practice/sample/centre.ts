import { readdirSync, readFileSync } from 'node:fs';
import type { Agent, DirectoryEntry, Language, Localised, Outcome, Queue, ScriptRow } from '#shared/domain/entities.ts';
import type { IdentityPolicy } from '#shared/domain/identity/policy.ts';
import type { RecordingPolicy } from '#shared/domain/recording.ts';
import { parseScript } from '#shared/domain/script/parse.ts';
import type { Script } from '#shared/domain/script/script.ts';
import type { Random } from './random.ts';
import { sampleAfterCall, sampleAgreement, sampleSentences } from './wrap-up.ts';

/** Central counts versions and times itself; these only fill the row's shape. */
export const unsynced = { version: 0, updatedAt: '2026-01-05T08:00:00.000Z' } as const;

/** The operator for whom the sample workstation is enrolled. */
export const sampleOperator = { username: 'lotte.vermeulen', name: 'Lotte Vermeulen', extension: '201' } as const;

export const organisation = 'Wijnhuis Ter Linde';

/** The queues of the sample centre by key: what the header of an INVITE names. */
export const queueKeys = ['bestellingen-nl', 'klantendienst-nl', 'commandes-fr', 'orders-en'] as const;
export type QueueKey = (typeof queueKeys)[number];

/** The number of each queue that customers dial, E.164. */
export const queueNumbers: Readonly<Record<QueueKey, string>> = {
  'bestellingen-nl': '+3292980101',
  'klantendienst-nl': '+3292980102',
  'commandes-fr': '+3242980103',
  'orders-en': '+3225980104',
};

interface QueuePlan {
  readonly name: string;
  readonly language: Language;
  readonly script: string;
  readonly outcomes: readonly string[];
  readonly pickUpTargetSeconds: number;
  readonly durationTargetSeconds: number;
  readonly autoAnswer: boolean;
  readonly recording: RecordingPolicy;
  readonly identity: IdentityPolicy | null;
}

const orderOutcomes = ['order-placed', 'subscription-changed', 'callback-agreed', 'no-order', 'question-answered', 'complaint-noted', 'transferred', 'wrong-number'];
const serviceOutcomes = ['question-answered', 'complaint-noted', 'complaint-solved', 'callback-agreed', 'subscription-changed', 'transferred', 'wrong-number'];

/** The customer service asks who is calling: the postcode opens the file, one more answer what was ordered. */
const serviceIdentity: IdentityPolicy = {
  checks: ['postcode', 'birthDate', 'customerNumber'],
  needed: { personal: 1, financial: 2, health: 0 },
  tries: 3,
  carryMinutes: 15,
  betweenCalls: 'open',
};

const queuePlans: Readonly<Record<QueueKey, QueuePlan>> = {
  'bestellingen-nl': { name: 'Bestellingen NL', language: 'nl', script: 'bestelling-wijnabonnement', outcomes: orderOutcomes, pickUpTargetSeconds: 20, durationTargetSeconds: 300, autoAnswer: false, recording: 'on-demand', identity: null },
  'klantendienst-nl': { name: 'Klantendienst NL', language: 'nl', script: 'klantendienst-vraag', outcomes: serviceOutcomes, pickUpTargetSeconds: 30, durationTargetSeconds: 360, autoAnswer: false, recording: 'on-demand', identity: serviceIdentity },
  'commandes-fr': { name: 'Commandes FR', language: 'fr', script: 'commande-abonnement', outcomes: orderOutcomes, pickUpTargetSeconds: 20, durationTargetSeconds: 300, autoAnswer: false, recording: 'on-demand', identity: null },
  'orders-en': { name: 'Orders EN', language: 'en', script: 'order-support', outcomes: orderOutcomes, pickUpTargetSeconds: 30, durationTargetSeconds: 360, autoAnswer: false, recording: 'on-demand', identity: null },
};

const outcomePlans: readonly (readonly [code: string, requiresSentence: boolean, label: Localised])[] = [
  ['order-placed', true, { nl: 'Bestelling geplaatst', fr: 'Commande passée', en: 'Order placed', de: 'Bestellung aufgenommen' }],
  ['subscription-changed', true, { nl: 'Abonnement gewijzigd', fr: 'Abonnement modifié', en: 'Subscription changed', de: 'Abonnement geändert' }],
  ['question-answered', true, { nl: 'Vraag beantwoord', fr: 'Réponse donnée', en: 'Question answered', de: 'Frage beantwortet' }],
  ['complaint-noted', true, { nl: 'Klacht genoteerd', fr: 'Plainte notée', en: 'Complaint noted', de: 'Beschwerde notiert' }],
  ['complaint-solved', true, { nl: 'Klacht opgelost', fr: 'Plainte résolue', en: 'Complaint solved', de: 'Beschwerde gelöst' }],
  ['callback-agreed', true, { nl: 'Terugbellen afgesproken', fr: 'Rappel convenu', en: 'Call-back agreed', de: 'Rückruf vereinbart' }],
  ['no-order', false, { nl: 'Geen bestelling', fr: 'Pas de commande', en: 'No order', de: 'Keine Bestellung' }],
  ['transferred', false, { nl: 'Doorverbonden', fr: 'Transféré', en: 'Transferred', de: 'Weiterverbunden' }],
  ['wrong-number', false, { nl: 'Verkeerd verbonden', fr: 'Mauvais numéro', en: 'Wrong number', de: 'Falsch verbunden' }],
];

const agentPlans: readonly (readonly [username: string, name: string, extension: string, team: string, languages: readonly Language[]])[] = [
  [sampleOperator.username, sampleOperator.name, sampleOperator.extension, 'Team Noord', ['nl', 'fr', 'en']],
  ['karim.bensaid', 'Karim Bensaïd', '202', 'Technische dienst', ['nl', 'fr']],
  ['an.declercq', 'An De Clercq', '203', 'Team Noord', ['nl', 'en']],
  ['bruno.lambert', 'Bruno Lambert', '204', 'Équipe Sud', ['fr', 'nl']],
  ['heidi.pauels', 'Heidi Pauels', '205', 'Équipe Sud', ['de', 'fr']],
  ['wim.goossens', 'Wim Goossens', '210', 'Team Noord', ['nl', 'fr', 'en']],
];

const directoryPlans: readonly (readonly [name: string, department: string, number: string, competences: readonly string[]])[] = [
  ['Karim Bensaïd', 'Technische dienst', '202', ['leveringen', 'breuk', 'nl', 'fr']],
  ['An De Clercq', 'Bestellingen', '203', ['bestellingen', 'nl', 'en']],
  ['Bruno Lambert', 'Commandes', '204', ['commandes', 'fr', 'nl']],
  ['Heidi Pauels', 'Commandes', '205', ['deutsch', 'fr']],
  ['Wim Goossens', 'Teamcoach', '210', ['klachten', 'uitzonderingen']],
  ['Facturatie', 'Boekhouding', '220', ['facturen', 'betalingen']],
  ['Magazijn', 'Logistiek', '230', ['voorraad', 'afhalingen']],
];

export interface CentreRows {
  readonly queue: readonly Queue[];
  readonly outcome: readonly Outcome[];
  readonly script: readonly ScriptRow[];
  readonly agent: readonly Agent[];
  readonly directoryEntry: readonly DirectoryEntry[];
}

/** What the centre is made of, apart from its customers. */
export function centreRows(random: Random, at: number): CentreRows {
  const outcome = outcomePlans.map(([code, requiresSentence, label], order) => ({ ...unsynced, id: random.id(at), code, label, requiresSentence, sentences: sampleSentences[code] ?? null, order }));
  const script = shippedScripts().map((definition) => ({ ...unsynced, id: random.id(at), key: definition.key, language: definition.language, definition }));
  return {
    outcome,
    script,
    queue: queueKeys.map((key) => queueRow(key, random.id(at), { outcome, script })),
    agent: agentPlans.map(([username, name, extension, team, languages]) => ({ ...unsynced, id: random.id(at), username, name, extension, team, languages: [...languages] })),
    directoryEntry: directoryPlans.map(([name, department, number, competences]) => ({ ...unsynced, id: random.id(at), name, department, number, competences: [...competences] })),
  };
}

function queueRow(key: QueueKey, id: string, { outcome, script }: Pick<CentreRows, 'outcome' | 'script'>): Queue {
  const { script: scriptKey, outcomes, ...plan } = queuePlans[key];
  const scriptId = script.find((row) => row.key === scriptKey)?.id ?? null;
  const outcomeIds = outcomes.flatMap((code) => outcome.find((row) => row.code === code)?.id ?? []);
  return { ...unsynced, ...plan, id, key, organisation, numbers: [queueNumbers[key]], register: 'formal', scriptId, outcomeIds, agreement: sampleAgreement, afterCall: plan.language === 'nl' ? sampleAfterCall : null, objectionBudget: null };
}

/** @throws BalieError `script.invalid` when a shipped script is not sound. */
function shippedScripts(): Script[] {
  const folder = new URL('../../resources/scripts/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => parseScript(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
}
