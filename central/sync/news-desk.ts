import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import { placeIn, type Scope } from '../access/scope.ts';
import { wordsOf } from '../access/visibility.ts';
import type { Announcer } from './announcer.ts';
import { formatCursor, type Place } from './cursor.ts';
import type { News } from './head.ts';

/** One reader is told of what concerns many every ten milliseconds: a hundred a second in each process. */
const roundMs = 10;
/** Who is named is told every so many rounds; what comes in between is told as one. */
const roundsForThePerson = 5;
/**
 * Whoever is told asks for the changes. While so many requests are under way nobody else is told, but for one every fifth
 * round: news waits where work does not.
 */
const busyRequests = 3;

/** Somebody who listens. */
export class Reader {
  /** What they may have; another from the moment it is set. */
  #words: ReadonlySet<string> | null;
  #scope: Scope;
  readonly tell: (cursor: string) => void;

  constructor(scope: Scope, tell: (cursor: string) => void) {
    this.#scope = scope;
    this.#words = setOf(scope);
    this.tell = tell;
  }

  get scope(): Scope {
    return this.#scope;
  }

  set scope(scope: Scope) {
    this.#scope = scope;
    this.#words = setOf(scope);
  }

  /** `person`: it names them; `some`: it concerns them like others; null: not at all. */
  concernBy(audience: News['audience']): 'person' | 'some' | null {
    if (audience === null) return 'some';
    if (this.#scope.own.some((word) => audience.includes(word))) return 'person';
    const words = this.#words;
    return words === null || audience.some((word) => words.has(word)) ? 'some' : null;
  }
}

function setOf(scope: Scope): ReadonlySet<string> | null {
  const words = wordsOf(scope);
  return words === null ? null : new Set(words);
}

/**
 * Tells the readers of this process that there is something for them: only whom it concerns, once for all that came
 * meanwhile. What names a reader (their own work, a hand-over to them) is told within fifty milliseconds; the rest in turn, and
 * only as fast as this process answers, so that hundreds of workstations never ask at once.
 */
export class NewsDesk {
  readonly #clock: Clock;
  readonly #readers = new Set<Reader>();
  /** In the order in which they began to wait. */
  readonly #waiting = new Set<Reader>();
  readonly #first = new Set<Reader>();
  #place: Place | null = null;
  #round: Scheduled | null = null;
  #rounds = 0;
  readonly #requestsUnderWay: () => number;

  constructor(changed: Announcer<News>, clock: Clock, requestsUnderWay: () => number) {
    this.#clock = clock;
    this.#requestsUnderWay = requestsUnderWay;
    changed.subscribe((news) => this.#hear(news));
  }

  /** @returns what ends the subscription. */
  join(reader: Reader): () => void {
    this.#readers.add(reader);
    return () => {
      for (const set of [this.#readers, this.#waiting, this.#first]) set.delete(reader);
      if (this.#waiting.size + this.#first.size > 0) return;
      this.#round?.cancel();
      this.#round = null;
    };
  }

  /** How many listen. */
  get size(): number {
    return this.#readers.size;
  }

  #hear({ audience, ...place }: News): void {
    this.#place = place;
    for (const reader of this.#readers) {
      const concern = reader.concernBy(audience);
      if (concern === 'person') this.#first.add(reader);
      else if (concern === 'some') this.#waiting.add(reader);
    }
    this.#plan();
  }

  #plan(): void {
    if (this.#round !== null || this.#waiting.size + this.#first.size === 0) return;
    this.#round = this.#clock.schedule(roundMs, () => {
      this.#round = null;
      this.#tell();
      this.#plan();
    });
  }

  #tell(): void {
    this.#rounds += 1;
    const forThePerson = this.#rounds % roundsForThePerson === 0;
    if (forThePerson) {
      for (const reader of this.#first) this.#tellOne(reader);
      this.#first.clear();
    }
    if (!forThePerson && this.#requestsUnderWay() >= busyRequests) return;
    for (const reader of this.#waiting) {
      if (this.#first.has(reader)) continue;
      this.#tellOne(reader);
      return;
    }
  }

  #tellOne(reader: Reader): void {
    this.#waiting.delete(reader);
    if (this.#place !== null) reader.tell(formatCursor(placeIn(reader.scope, this.#place)));
  }
}
