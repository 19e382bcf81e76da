import type { Announcer } from './announcer.ts';
import type { Place } from './cursor.ts';

/** The log has come to a place, and somebody is concerned. */
export interface News extends Place {
  /** Whom it concerns (`access/audience.ts`); null: everybody. */
  readonly audience: readonly string[] | null;
}

/**
 * How far the log is known to have come. Word of it arrives from this process's own commits and from
 * the others', not always in order: what comes late is passed on with the place that is known by then, as
 * it concerns others than what overtook it.
 */
export class Head {
  readonly #announcer: Announcer<News>;
  #place: Place | null = null;

  constructor(announcer: Announcer<News>) {
    this.#announcer = announcer;
  }

  movedTo({ audience, ...place }: News): void {
    if (this.#place === null || this.#place.epoch !== place.epoch || this.#place.sequence < place.sequence) this.#place = place;
    this.#announcer.publish({ ...this.#place, audience });
  }

  /** The place was read: only where it is further than what was heard is it news, and then for everybody. */
  isAt(place: Place): void {
    if (this.#place?.epoch !== place.epoch || this.#place.sequence < place.sequence) this.movedTo({ ...place, audience: null });
  }
}
