import type { BusinessHours } from '#shared/domain/casework/business-time.ts';
import type { Procedure } from '#shared/domain/casework/procedure.ts';
import type { Offer } from '#shared/domain/offers/offer.ts';
import type { Queue } from '#shared/domain/entities.ts';
import type { Random } from './random.ts';

/** Central counts versions and times itself. */
const unsynced = { version: 0, updatedAt: '2026-01-05T08:00:00.000Z' } as const;

type Plan<T> = Omit<T, 'id' | 'version' | 'updatedAt'>;

const hours: BusinessHours = {
  timeZone: 'Europe/Brussels',
  windows: [...[1, 2, 3, 4, 5].map((day) => ({ day, from: '08:30', until: '17:30' })), { day: 6, from: '09:00', until: '12:30' }],
  closedDays: ['2026-12-24', '2026-12-31'],
};
/** Accounting does not work on Saturdays. */
const officeHours: BusinessHours = { ...hours, windows: hours.windows.filter(({ day }) => day !== 6) };

/** How the sample centre treats what goes wrong most, by the key of its queue; null: in every queue. */
export const procedurePlans: readonly (Omit<Plan<Procedure>, 'queueId'> & { readonly queue: string | null })[] = [
  {
    key: 'gebroken-fles',
    queue: null,
    kind: 'claim',
    topic: { nl: 'Gebroken fles', fr: 'Bouteille cassée', en: 'Broken bottle', de: 'Zerbrochene Flasche' },
    priority: 'high',
    owner: 'operator',
    department: { nl: 'de dienst Retouren', fr: 'notre service Retours', en: 'our returns department', de: 'unserer Abteilung Rücksendungen' },
    due: { amount: 2, unit: 'days' },
    hours,
    steps: [
      {
        key: 'fotoVragen',
        title: { nl: 'Foto van de breuk vragen', fr: 'Demander une photo de la casse', en: 'Ask for a photo of the damage', de: 'Um ein Foto des Bruchs bitten' },
        hint: { nl: 'Per e-mail aan retour@wijnhuisterlinde.example, met het dossiernummer in het onderwerp.', fr: 'Par e-mail à retour@wijnhuisterlinde.example, avec le numéro de dossier en objet.' },
      },
      { key: 'vervanging', title: { nl: 'Vervanging of tegoed voorstellen', fr: 'Proposer un remplacement ou un avoir', en: 'Offer a replacement or a credit', de: 'Ersatz oder Gutschrift anbieten' }, hint: { nl: 'Tot 50 euro beslist u zelf; daarboven beslist de teamcoach.', fr: 'Jusqu’à 50 euros vous décidez vous-même ; au-delà, c’est le coach d’équipe.' } },
      { key: 'vervoerder', title: { nl: 'Melden aan de vervoerder', fr: 'Signaler au transporteur', en: 'Report to the carrier', de: 'Dem Spediteur melden' }, hint: null },
      { key: 'klantBericht', title: { nl: 'Klant bericht geven', fr: 'Informer le client', en: 'Tell the customer', de: 'Den Kunden benachrichtigen' }, hint: null },
    ],
    fields: [
      { key: 'wat', label: { nl: 'Wat is er gebroken?', fr: 'Qu’est-ce qui est cassé ?', en: 'What is broken?', de: 'Was ist zerbrochen?' }, type: 'text', required: true, options: [] },
      { key: 'geleverdOp', label: { nl: 'Geleverd op', fr: 'Livré le', en: 'Delivered on', de: 'Geliefert am' }, type: 'date', required: true, options: [] },
      { key: 'bedrag', label: { nl: 'Schade in euro', fr: 'Dommage en euros', en: 'Damage in euros', de: 'Schaden in Euro' }, type: 'amount', required: false, options: [] },
      { key: 'fotoGevraagd', label: { nl: 'Foto gevraagd per e-mail', fr: 'Photo demandée par e-mail', en: 'Photo asked for by mail', de: 'Foto per E-Mail erbeten' }, type: 'yes', required: false, options: [] },
    ],
    active: true,
  },
  {
    key: 'late-levering',
    queue: null,
    kind: 'complaint',
    topic: { nl: 'Late levering', fr: 'Livraison tardive', en: 'Late delivery', de: 'Verspätete Lieferung' },
    priority: 'high',
    owner: 'queue',
    department: { nl: 'de dienst Leveringen', fr: 'notre service Livraisons', en: 'our delivery department', de: 'unserer Abteilung Lieferungen' },
    due: { amount: 8, unit: 'hours' },
    hours,
    steps: [
      { key: 'opzoeken', title: { nl: 'Zending opzoeken bij de vervoerder', fr: 'Rechercher l’envoi chez le transporteur', en: 'Trace the parcel with the carrier', de: 'Sendung beim Spediteur suchen' }, hint: null },
      { key: 'nieuweDag', title: { nl: 'Nieuwe leverdag afspreken', fr: 'Convenir d’un nouveau jour', en: 'Agree on another day', de: 'Neuen Liefertag vereinbaren' }, hint: { nl: 'Nooit een dag beloven die de vervoerder niet bevestigd heeft.', fr: 'Ne jamais promettre un jour que le transporteur n’a pas confirmé.' } },
      { key: 'gebaar', title: { nl: 'Leveringskosten terugstorten', fr: 'Rembourser les frais de livraison', en: 'Refund the delivery charge', de: 'Lieferkosten erstatten' }, hint: null },
    ],
    fields: [
      { key: 'bestelnummer', label: { nl: 'Bestelnummer', fr: 'Numéro de commande', en: 'Order number', de: 'Bestellnummer' }, type: 'text', required: false, options: [] },
      { key: 'beloofdOp', label: { nl: 'Beloofd op', fr: 'Promis pour le', en: 'Promised for', de: 'Zugesagt für' }, type: 'date', required: true, options: [] },
    ],
    active: true,
  },
  {
    key: 'factuurvraag',
    queue: null,
    kind: 'question',
    topic: { nl: 'Vraag over een factuur', fr: 'Question sur une facture', en: 'Question about an invoice', de: 'Frage zu einer Rechnung' },
    priority: 'normal',
    owner: 'team-lead',
    department: { nl: 'de boekhouding', fr: 'notre comptabilité', en: 'our accounts department', de: 'unserer Buchhaltung' },
    due: { amount: 3, unit: 'days' },
    hours: officeHours,
    steps: [
      { key: 'factuurNazien', title: { nl: 'Factuur nazien', fr: 'Vérifier la facture', en: 'Look at the invoice', de: 'Rechnung prüfen' }, hint: null },
      { key: 'antwoord', title: { nl: 'Antwoord mailen', fr: 'Répondre par e-mail', en: 'Answer by mail', de: 'Per E-Mail antworten' }, hint: null },
    ],
    fields: [
      { key: 'factuurnummer', label: { nl: 'Factuurnummer', fr: 'Numéro de facture', en: 'Invoice number', de: 'Rechnungsnummer' }, type: 'text', required: true, options: [] },
      { key: 'onderwerp', label: { nl: 'Waarover', fr: 'Sujet', en: 'What about', de: 'Worum es geht' }, type: 'choice', required: false, options: ['bedrag', 'btw', 'betaling', 'adres'] },
    ],
    active: true,
  },
];

/** What the sample centre offers beside what somebody called for. */
export const offerPlans: readonly Plan<Offer>[] = [
  {
    key: 'kaasplank-bij-wijn',
    sku: 'KAA-04',
    priority: 20,
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
    condition: { customer: { segment: ['regular', 'loyal'] } },
    purposes: [],
    boughtAny: ['LOI-06', 'HRF-06', 'BUB-06'],
    boughtNone: ['KAA-04'],
    say: [
      { language: 'nl', register: 'formal', text: 'Bij uw wijn past onze kaasplank voor vier: vijf kazen, vers gesneden. Mag ik die meeleveren?' },
      { language: 'nl', register: 'informal', text: 'Bij je wijn past onze kaasplank voor vier: vijf kazen, vers gesneden. Zal ik die meeleveren?' },
      { language: 'fr', register: null, text: 'Avec vos vins, notre plateau de fromages pour quatre est parfait : cinq fromages, coupés du jour. Puis-je l’ajouter ?' },
      { language: 'en', register: null, text: 'Our cheese board for four goes well with your wine: five cheeses, freshly cut. Shall I add it?' },
      { language: 'de', register: null, text: 'Zu Ihrem Wein passt unsere Käseplatte für vier: fünf Käse, frisch geschnitten. Darf ich sie mitliefern?' },
    ],
    reason: { nl: 'Bestelt wijn en nam nog nooit kaas.', fr: 'Commande du vin et n’a jamais pris de fromage.', en: 'Orders wine and has never taken cheese.', de: 'Bestellt Wein und hat noch nie Käse genommen.' },
    active: true,
  },
  {
    key: 'kurkentrekker',
    sku: 'KRK-01',
    priority: 10,
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
    condition: null,
    purposes: [],
    boughtAny: [],
    boughtNone: ['KRK-01'],
    say: [
      { language: 'nl', register: 'formal', text: 'Onze kelnersmessen zijn net binnen, met beukenhouten greep. Mag ik er een voor u meesturen?' },
      { language: 'nl', register: 'informal', text: 'Onze kelnersmessen zijn net binnen, met beukenhouten greep. Zal ik er een meesturen?' },
      { language: 'fr', register: null, text: 'Nos sommeliers à manche de hêtre viennent d’arriver. Puis-je vous en envoyer un ?' },
      { language: 'en', register: null, text: 'Our waiter’s knives with a beech handle have just arrived. May I send you one?' },
      { language: 'de', register: null, text: 'Unsere Kellnermesser mit Buchengriff sind gerade eingetroffen. Darf ich Ihnen eines mitschicken?' },
    ],
    reason: { nl: 'Heeft er nog geen, en het past in elke doos.', fr: 'N’en a pas encore, et il entre dans chaque carton.', en: 'Has none yet, and it fits in every box.', de: 'Hat noch keines, und es passt in jedes Paket.' },
    active: true,
  },
];

/** Procedures and offers as rows. */
export function caseworkRows(random: Random, at: number, queues: readonly Queue[]): { readonly procedure: readonly Procedure[]; readonly offer: readonly Offer[] } {
  return {
    procedure: procedurePlans.map(({ queue, ...plan }) => ({ ...unsynced, ...plan, id: random.id(at), queueId: queue === null ? null : (queues.find(({ key }) => key === queue)?.id ?? null) })),
    offer: offerPlans.map((plan) => ({ ...unsynced, ...plan, id: random.id(at) })),
  };
}
