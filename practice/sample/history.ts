import type { Customer, Interaction, Language } from '#shared/domain/entities.ts';
import { unsynced, type CentreRows, type QueueKey } from './centre.ts';
import type { Random } from './random.ts';

interface Story {
  readonly queue: QueueKey;
  readonly outcome: string;
  readonly sentence: string;
  readonly note: string;
  readonly captured: Readonly<Record<string, string>>;
}

const dutch: readonly Story[] = [
  { queue: 'bestellingen-nl', outcome: 'order-placed', sentence: 'Herhaalbestelling proefdoos Loire, levering volgende donderdag.', note: 'Buur neemt aan als niemand thuis is.', captured: { doel: 'bestelling', pakket: 'proefdoos Loire', aantal: '2' } },
  { queue: 'bestellingen-nl', outcome: 'order-placed', sentence: 'Herfstselectie besteld, kaasplank erbij.', note: '', captured: { doel: 'bestelling', pakket: 'herfstselectie', aantal: '1', extra: 'kaasplank' } },
  { queue: 'bestellingen-nl', outcome: 'no-order', sentence: 'Wil eerst proeven, belt zelf terug.', note: 'Vindt de prijs wat hoog.', captured: { doel: 'bestelling' } },
  { queue: 'bestellingen-nl', outcome: 'subscription-changed', sentence: 'Abonnement gepauzeerd tot en met maart.', note: '', captured: { doel: 'abonnement', wijziging: 'pauzeren' } },
  { queue: 'bestellingen-nl', outcome: 'callback-agreed', sentence: 'Terugbellen zodra de bubbels weer op voorraad zijn.', note: 'Liefst na 17 uur.', captured: { doel: 'bestelling', pakket: 'bubbels en wit' } },
  { queue: 'klantendienst-nl', outcome: 'complaint-solved', sentence: 'Twee gebroken flessen, tegoed op de volgende factuur.', note: 'Foto per e-mail ontvangen.', captured: { onderwerp: 'product', aantalStuk: '2', oplossing: 'tegoed' } },
  { queue: 'klantendienst-nl', outcome: 'question-answered', sentence: 'Factuur opnieuw gestuurd per e-mail.', note: '', captured: { onderwerp: 'factuur' } },
  { queue: 'klantendienst-nl', outcome: 'complaint-noted', sentence: 'Levering kwam een dag te laat, antwoord beloofd tegen vrijdag.', note: 'Klant was thuisgebleven.', captured: { onderwerp: 'levering' } },
];

const french: readonly Story[] = [
  { queue: 'commandes-fr', outcome: 'order-placed', sentence: 'Coffret Loire commandé, livraison jeudi.', note: '', captured: { motif: 'commande', coffret: 'coffret Loire', nombre: '1' } },
  { queue: 'commandes-fr', outcome: 'subscription-changed', sentence: 'Abonnement mis en pause jusqu’en avril.', note: 'Part à l’étranger.', captured: { motif: 'abonnement', modification: 'pause' } },
  { queue: 'commandes-fr', outcome: 'complaint-noted', sentence: 'Une bouteille cassée, réponse promise pour vendredi.', note: 'Photo à venir.', captured: { motif: 'livraison' } },
  { queue: 'commandes-fr', outcome: 'no-order', sentence: 'Veut réfléchir, pas de rappel souhaité.', note: '', captured: { motif: 'commande' } },
];

const stories: Readonly<Record<Language, readonly Story[]>> = {
  nl: dutch,
  fr: french,
  // The centre has no German line: German speakers call the French one.
  de: french,
  en: [{ queue: 'orders-en', outcome: 'question-answered', sentence: 'Delivery day confirmed.', note: '', captured: { reason: 'a delivery' } }],
};

const day = 86_400_000;

/**
 * Closed calls of one customer in the year and a half before `until`.
 *
 * @param number the number they called from.
 */
export function historyRows(random: Random, centre: CentreRows, customer: Customer, number: string, calls: number, until: number): Interaction[] {
  return Array.from({ length: calls }, () => {
    const story = random.pick(stories[customer.language]);
    // Calls come on working hours: between 8 and 18, UTC.
    const startedAt = until - random.between(2, 540) * day + random.between(8 * 60, 18 * 60) * 60_000;
    const answeredAt = startedAt + random.between(3, 25) * 1_000;
    const endedAt = answeredAt + random.between(60, 520) * 1_000;
    const iso = (at: number): string => new Date(at).toISOString();
    return {
      ...unsynced,
      id: random.id(startedAt),
      channel: 'voice',
      direction: 'inbound',
      state: 'closed',
      agentId: random.pick(centre.agent).id,
      queueId: centre.queue.find((queue) => queue.key === story.queue)?.id ?? null,
      customerId: customer.id,
      number,
      startedAt: iso(startedAt),
      answeredAt: iso(answeredAt),
      endedAt: iso(endedAt),
      closedAt: iso(endedAt + random.between(10, 90) * 1_000),
      outcomeId: centre.outcome.find((outcome) => outcome.code === story.outcome)?.id ?? null,
      sentence: story.sentence,
      note: story.note,
      scriptRun: null,
      captured: { ...story.captured },
      interrupted: false,
    } satisfies Interaction;
  });
}
