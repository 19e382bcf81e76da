import type { Announcer } from './announcer.ts';
import type { Place } from './cursor.ts';

/**
 * How far the log is known to have come. Word of it arrives from this process's own commits and from
 * the others', not always in order: listeners hear only what is news.
 */
export class Head {
  readonly #announcer: Announcer<Place>;
  #place: Place | null = null;

  constructor(announcer: Announcer<Place>) {
    this.#announcer = announcer;
  }

  movedTo(place: Place): void {
    if (this.#place !== null && this.#place.epoch === place.epoch && this.#place.sequence >= place.sequence) return;
    this.#place = place;
    this.#announcer.publish(place);
  }
}
