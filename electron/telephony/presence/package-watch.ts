import type { Clock } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Agent } from '../jssip.ts';
import type { Batches } from './batches.ts';
import { Subscription, type EventPackage } from './subscription.ts';

/** What one event package tells of one telephone. */
export interface Told {
  /** A subscription began: what was heard before is of another one. */
  begin(): void;
  /** @param body '' when there is nothing to tell. @returns `missed` when only the whole tells now. */
  take(body: string, type: string): 'taken' | 'missed';
  /** Nothing is known any more. */
  end(): void;
}

export interface WatchOptions {
  readonly agent: Agent;
  /** Address of a telephone; null for what none can have. */
  readonly addressOf: (number: string) => string | null;
  readonly batches: Batches;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** Something may have become different. */
  readonly onChange: () => void;
}

interface PackageOptions<T extends Told> extends WatchOptions {
  readonly package: EventPackage;
  readonly create: (address: string) => T;
}

interface Watched<T> {
  readonly subscription: Subscription;
  readonly told: T;
}

/** Statuses that are about the event package, not about this one telephone (RFC 6665 section 4.2.1). */
const aboutAll = new Set([405, 489, 501]);

/** The telephones that the workspace shows, as one event package tells of them. */
export class PackageWatch<T extends Told> {
  readonly #options: PackageOptions<T>;
  readonly #watched = new Map<string, Watched<T>>();
  #isRegistered = false;
  /** The exchange knows nothing of it. */
  #isRefused = false;

  constructor(options: PackageOptions<T>) {
    this.#options = options;
  }

  /** Replaces what was watched before. */
  watch(numbers: readonly string[]): void {
    const wanted = new Set(numbers);
    for (const [number, { subscription }] of this.#watched) {
      if (wanted.has(number)) continue;
      subscription.end();
      this.#watched.delete(number);
    }
    for (const number of wanted) if (!this.#watched.has(number)) this.#add(number);
  }

  get numbers(): readonly string[] {
    return [...this.#watched.keys()];
  }

  of(number: string): T | undefined {
    return this.#watched.get(number)?.told;
  }

  /** The registrar has taken us, again after an outage: nobody remembers the subscriptions of before. */
  onRegistered(): void {
    this.#isRegistered = true;
    // It may be another server, or the same with more than before.
    this.#isRefused = false;
    for (const number of this.#watched.keys()) this.#ask(number);
  }

  onDisconnected(): void {
    this.#isRegistered = false;
    for (const { subscription } of this.#watched.values()) subscription.lose();
  }

  close(): void {
    for (const { subscription } of this.#watched.values()) subscription.end();
    this.#watched.clear();
  }

  #add(number: string): void {
    const { agent, addressOf, clock, random, package: eventPackage, create, onChange } = this.#options;
    const target = addressOf(number);
    if (target === null) return;
    const told = create(target);
    const subscription = new Subscription({
      ...{ agent, target, package: eventPackage, clock, random },
      onBegin: () => told.begin(),
      onNotify: (body, type) => {
        if (told.take(body, type) === 'missed') subscription.refresh();
        onChange();
      },
      onEnd: (refusal) => this.#onEnd(told, refusal),
    });
    this.#watched.set(number, { subscription, told });
    if (this.#isRegistered) this.#ask(number);
  }

  #ask(number: string): void {
    this.#options.batches.add(() => {
      if (this.#isRegistered && !this.#isRefused) this.#watched.get(number)?.subscription.begin();
    });
  }

  #onEnd(told: T, refusal: number | null): void {
    const { package: eventPackage, logger, onChange } = this.#options;
    told.end();
    onChange();
    if (refusal === null || !aboutAll.has(refusal) || this.#isRefused) return;
    this.#isRefused = true;
    logger.warn({ sipStatus: refusal, event: eventPackage.event }, 'the exchange does not tell this of telephones');
  }
}
