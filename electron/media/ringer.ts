import type { RingTone } from '#shared/ipc/audio-list.ts';
import type { AudioLink } from './audio-link.ts';

/** What rings is decided here, and told again to an audio window that was restarted. */
export class Ringer {
  readonly #link: AudioLink;
  #tone: RingTone = 'none';

  constructor(link: AudioLink) {
    this.#link = link;
    link.onUp(() => {
      if (this.#tone !== 'none') this.#tell();
    });
  }

  set(tone: RingTone): void {
    if (tone === this.#tone) return;
    this.#tone = tone;
    this.#tell();
  }

  #tell(): void {
    // Refused only when the window is down; then onUp says it again.
    this.#link.call('ring', { tone: this.#tone }).catch(() => undefined);
  }
}
