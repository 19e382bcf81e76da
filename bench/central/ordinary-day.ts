import type { AgentState } from '#shared/domain/agent-state.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Mutation } from '#shared/contract/sync.ts';
import { interactionPatch, mutation } from '../../tests/integration/central/support/samples.ts';
import { seeded } from '../store/belgians.ts';
import type { Workplace } from './workplace.ts';

/** Calls of one operator in an hour: six minutes for each, from the ring to the next. */
const callsAnHour = 10;

/** How often each thing happens in one call of an operator, and what it is. Balie sends a conversation when it is closed; other work at once. */
interface Habit {
  readonly perCall: number;
  readonly run: (day: Day, place: Workplace, due: number) => Promise<void>;
}

/** What a workstation does whether there are calls or not, in times an hour. */
interface Rhythm {
  readonly perHour: number;
  readonly run: Habit['run'];
}

const states: readonly ((since: string) => AgentState)[] = [
  (since) => ({ state: 'available', since }),
  (since) => ({ state: 'on-call', since, after: 'available' }),
  (since) => ({ state: 'wrap-up', since, after: 'available', callId: newId() }),
];

const habits: readonly Habit[] = [
  // A call begins, it ends, and the operator is there for the next one.
  { perCall: 3, run: async (day, place, due) => await place.report(day.oneOf(states)(new Date().toISOString()), due) },
  { perCall: 1, run: async (day, place, due) => await place.send(day.closedConversation(place), due) },
  { perCall: 0.5, run: async (day, place, due) => await place.send([day.noteOf(place)], due) },
  { perCall: 0.3, run: async (day, place, due) => await day.addContact(place, due) },
  { perCall: 0.2, run: async (day, place, due) => await place.send([day.caseOf(place)], due) },
  { perCall: 0.1, run: async (day, place, due) => await day.handOver(place, due) },
];

const rhythms: readonly Rhythm[] = [
  // Once a minute without news, in case the stream of events is silent for good.
  { perHour: 60, run: async (_day, place, due) => await place.pull(due) },
  { perHour: 4, run: async (_day, place, due) => await place.refresh(due) },
  { perHour: 4, run: async (_day, place) => await place.listen() },
];

export interface DayOptions {
  readonly places: readonly Workplace[];
  readonly customerIds: readonly string[];
  /** How many times as busy as an ordinary day. */
  readonly busy: number;
  /** A hand-over, and a colleague's work on a customer, has arrived where it was awaited. */
  readonly onArrival: (what: 'handOver' | 'colleague', ms: number) => void;
}

/** An ordinary day of all operators: every thing at its own rate, at random moments, whoever is slow. */
export class Day {
  readonly #options: DayOptions;
  readonly #random = seeded(20_261_128);
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #running = new Set<Promise<void>>();
  #failure: Error | null = null;

  constructor(options: DayOptions) {
    this.#options = options;
  }

  /** Lets it be day for so long. Rejects with the first thing that failed. */
  async run(ms: number): Promise<void> {
    const { places, busy } = this.#options;
    const perMs = (anHour: number): number => (anHour * places.length) / 3_600_000;
    for (const { perCall, run } of habits) this.#repeat(perMs(perCall * callsAnHour) * busy, run);
    for (const { perHour, run } of rhythms) this.#repeat(perMs(perHour), run);
    await new Promise((resolve) => setTimeout(resolve, ms));
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.all(this.#running);
    if (this.#failure !== null) throw this.#failure;
  }

  oneOf<T>(some: readonly T[]): T {
    const one = some[Math.floor(this.#random() * some.length)];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  }

  /** A conversation as it leaves the outbox when it is closed, with its call. */
  closedConversation({ account }: Workplace): Mutation[] {
    const at = new Date().toISOString();
    const times = { startedAt: at, answeredAt: at, endedAt: at };
    const patch = { ...times, queueId: this.oneOf(account.queueIds), customerId: this.oneOf(this.#options.customerIds), state: 'closed', closedAt: at, note: 'Wil levering na 14 u, buur op 46 neemt aan.' } as const;
    const talk = mutation('interaction', null, interactionPatch(account.agentId, patch));
    return [talk, mutation('callLeg', null, { interactionId: talk.entityId, callId: newId(), direction: 'inbound', ...times, cause: 'hung-up', endedBy: 'remote' })];
  }

  noteOf({ account }: Workplace): Mutation {
    const at = new Date().toISOString();
    return mutation('note', null, { customerId: this.oneOf(this.#options.customerIds), text: 'Belt liever na zes uur.', pinned: false, at, agentId: account.agentId, interactionId: null });
  }

  caseOf({ account }: Workplace): Mutation {
    const at = new Date().toISOString();
    const who = { customerId: this.oneOf(this.#options.customerIds), ownerId: account.agentId, queueId: this.oneOf(account.queueIds), openedBy: account.agentId };
    return mutation('case', null, { ...who, kind: 'question', caseNumber: null, state: 'open', subject: 'Factuur', description: 'Bedrag klopt niet.', priority: 'normal', openedAt: at, interactionId: null, dueAt: null, closedAt: null, result: '' });
  }

  /** A number that is written into a customer's file; somebody else's workstation is watched for it. */
  async addContact(place: Workplace, due: number): Promise<void> {
    const contact = mutation('contactPoint', null, { customerId: this.oneOf(this.#options.customerIds), kind: 'mobile', value: '+32470000001', preferred: false });
    await this.#watched('colleague', this.#anotherThan(place), contact, place, due);
  }

  async handOver(place: Workplace, due: number): Promise<void> {
    const { account } = place;
    const colleague = this.#anotherThan(place);
    const ids = { interactionId: newId(), callId: newId(), agentId: account.agentId, customerId: null, queueId: this.oneOf(account.queueIds) };
    const note = mutation('handOver', null, { ...ids, number: '+32470000001', kind: 'blind', target: colleague.account.extension, note: 'Vraagt naar de levering.', at: new Date().toISOString() });
    await this.#watched('handOver', colleague, note, place, due);
  }

  async #watched(what: 'handOver' | 'colleague', there: Workplace, sent: Mutation, place: Workplace, due: number): Promise<void> {
    const arrival = there.arrivalOf(sent.entityId);
    await place.send([sent], due);
    this.#options.onArrival(what, (await arrival) - due);
  }

  #anotherThan(place: Workplace): Workplace {
    const other = this.oneOf(this.#options.places);
    return other === place ? this.#anotherThan(place) : other;
  }

  /** At random moments, so many on average; late or not, the next is not put off. */
  #repeat(perMs: number, run: Habit['run']): void {
    let due = performance.now();
    const next = (): void => {
      due += -Math.log(1 - this.#random()) / perMs;
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        const done = run(this, this.oneOf(this.#options.places), due).catch((error: unknown) => void (this.#failure ??= error instanceof Error ? error : new Error(String(error))));
        this.#running.add(done);
        void done.finally(() => this.#running.delete(done));
        next();
      }, Math.max(0, due - performance.now()));
      this.#timers.add(timer);
    };
    next();
  }
}
