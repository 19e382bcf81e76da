import type { ImportRows } from '../../central/sync/import.ts';
import type { Agent, Queue } from '#shared/domain/entities.ts';
import type { Case, Consent, CustomerPromise, Note } from '#shared/domain/file-entities.ts';
import { unsynced, type CentreRows } from './centre.ts';
import type { CustomerRows } from './customers.ts';
import { knownCustomers } from './known-callers.ts';
import type { Random } from './random.ts';

const hour = 3_600_000;
const day = 24 * hour;
const doNotCall = 0.03;
const withCase = 0.02;

interface Subject {
  readonly kind: Case['kind'];
  readonly subject: string;
  readonly description: string;
}

const subjects: readonly Subject[] = [
  { kind: 'question', subject: 'Wanneer komt de kredietnota?', description: 'Twee flessen teruggestuurd, kredietnota nog niet ontvangen.' },
  { kind: 'complaint', subject: 'Levering kwam een dag te laat', description: 'Klant was er speciaal voor thuisgebleven.' },
  { kind: 'claim', subject: 'Drie gebroken flessen in de proefdoos', description: 'Foto’s per e-mail ontvangen. Klant wil vervanging, geen tegoed.' },
];

/**
 * Notes, consents, cases and promises of the sample centre: a full file for the practice callers, and here and
 * there something in the others.
 */
export function fileRows(random: Random, centre: CentreRows, customers: readonly CustomerRows[], until: number): Pick<ImportRows, 'consent' | 'note' | 'case' | 'promise'> {
  const lotte = centre.agent[0];
  const queue = centre.queue.find(({ key }) => key === 'klantendienst-nl');
  if (lotte === undefined || queue === undefined) return {};
  const maker = new FileMaker(random, lotte, queue, until);
  customers.forEach(({ customer }, index) => {
    if (knownCustomers.some((known) => known.index === index)) maker.full(customer.id);
    else {
      if (random.chance(doNotCall)) maker.refuseCalls(customer.id);
      if (random.chance(withCase)) maker.openCase(customer.id, random.pick(subjects), random.between(-3, 9));
    }
  });
  return maker.rows;
}

class FileMaker {
  readonly rows = { consent: [] as Consent[], note: [] as Note[], case: [] as Case[], promise: [] as CustomerPromise[] };
  readonly #random: Random;
  readonly #agent: Agent;
  readonly #queue: Queue;
  readonly #until: number;

  constructor(random: Random, agent: Agent, queue: Queue, until: number) {
    this.#random = random;
    this.#agent = agent;
    this.#queue = queue;
    this.#until = until;
  }

  /** Something of every kind. */
  full(customerId: string): void {
    this.#consent(customerId, { channel: 'email', purpose: 'marketing', state: 'given', source: 'web', how: 'Inschrijving op de nieuwsbrief' }, 400);
    this.#consent(customerId, { channel: 'phone', purpose: 'survey', state: 'withdrawn', source: 'call', how: '“Liever geen enquêtes aan de telefoon.”' }, 90);
    const at = this.#before(120);
    this.rows.note.push({ ...unsynced, id: this.#random.id(Date.parse(at)), customerId, text: 'Belt liever na 17 uur. Buur op nummer 46 neemt pakjes aan.', pinned: true, at, agentId: this.#agent.id, interactionId: null });
    this.openCase(customerId, this.#random.pick(subjects), 3);
  }

  refuseCalls(customerId: string): void {
    this.#consent(customerId, { channel: 'phone', purpose: 'any', state: 'withdrawn', source: 'register', how: 'Bel-me-niet-meer-lijst' }, this.#random.between(10, 700));
  }

  /** A case and what was promised about it. @param dueInDays from the day to which the sample goes. */
  openCase(customerId: string, { kind, subject, description }: Subject, dueInDays: number): void {
    const openedAt = this.#before(this.#random.between(4, 12));
    const dueAt = new Date(this.#until + dueInDays * day + 15 * hour).toISOString();
    const common = { customerId, ownerId: this.#agent.id, queueId: this.#queue.id, interactionId: null };
    const id = this.#random.id(Date.parse(openedAt));
    this.rows.case.push({
      ...unsynced,
      ...common,
      id,
      kind,
      caseNumber: `Z-${100_001 + this.rows.case.length}`,
      state: 'open',
      subject,
      description,
      priority: kind === 'question' ? 'normal' : 'high',
      openedAt,
      openedBy: this.#agent.id,
      dueAt,
      closedAt: null,
      result: '',
      procedureId: null,
      collected: {},
      readBackAt: null,
    });
    this.rows.promise.push({ ...unsynced, ...common, id: this.#random.id(Date.parse(openedAt)), caseId: id, text: 'Terugbellen met een antwoord', priority: 'normal', state: 'open', dueAt, madeAt: openedAt, madeBy: this.#agent.id, doneAt: null });
  }

  #consent(customerId: string, said: Pick<Consent, 'channel' | 'purpose' | 'state' | 'source' | 'how'>, daysAgo: number): void {
    const at = this.#before(daysAgo);
    this.rows.consent.push({ ...unsynced, ...said, id: this.#random.id(Date.parse(at)), customerId, at, agentId: said.source === 'call' ? this.#agent.id : null, interactionId: null });
  }

  #before(days: number): string {
    return new Date(this.#until - days * day).toISOString();
  }
}
