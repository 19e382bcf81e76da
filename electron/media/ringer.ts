import type { RingTone } from '#shared/ipc/audio-list.ts';
import type { AudioLink } from './audio-link.ts';

/** What rings is decided here, and told again to an audio window that was restarted. Told after the turn: a 180 or a 200 does not wait for it. */
export class Ringer {
  readonly #link: AudioLink;
  #tone: RingTone = 'none';
  #told: RingTone = 'none';
  #telling = false;

  constructor(link: AudioLink) {
    this.#link = link;
    link.onUp(() => {
      this.#told = 'none';
      this.#tellSoon();
    });
  }

  set(tone: RingTone): void {
    this.#tone = tone;
    this.#tellSoon();
  }

  #tellSoon(): void {
    if (this.#telling || this.#tone === this.#told) return;
    this.#telling = true;
    setImmediate(() => this.#tell());
  }

  #tell(): void {
    this.#telling = false;
    if (this.#tone === this.#told) return;
    this.#told = this.#tone;
    // Refused only when the window is down; then onUp says it again.
    this.#link.call('ring', { tone: this.#tone }).catch(() => undefined);
  }
}
