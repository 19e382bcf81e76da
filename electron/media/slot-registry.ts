import type { Logger } from '#shared/domain/logger.ts';
import type { Codec } from '#shared/contract/session.ts';
import type { IceConfig } from '#shared/ipc/audio-list.ts';
import type { AudioLink } from './audio-link.ts';
import { MediaSlot } from './media-slot.ts';

/** Opens media slots, hands each its events, and tells all of them when their window has died. */
export class SlotRegistry {
  readonly link: AudioLink;
  /** What the account in use prefers, for every slot from now on; the best first. */
  codecs: readonly Codec[] = ['opus', 'G722', 'PCMA', 'PCMU'];
  readonly #logger: Logger;
  readonly #slots = new Map<number, MediaSlot>();
  #last = 0;

  constructor(link: AudioLink, logger: Logger) {
    this.link = link;
    this.#logger = logger;
    link.on('slot.ice', ({ slot, state }) => this.#slots.get(slot)?.onIce(state));
    link.on('slot.microphone', ({ slot, state }) => this.#slots.get(slot)?.onMicrophone(state));
    link.on('slot.meter', (meter) => this.#slots.get(meter.slot)?.onMeter(meter));
    link.on('slot.quality', (second) => this.#slots.get(second.slot)?.onQuality(second));
    link.on('slot.voice', (voice) => this.#slots.get(voice.slot)?.onVoice(voice));
    link.onDown(() => {
      const lost = [...this.#slots.values()];
      this.#slots.clear();
      for (const slot of lost) slot.onLost();
    });
  }

  /** How many slots are open: a leak check. */
  get size(): number {
    return this.#slots.size;
  }

  open(ice: IceConfig): MediaSlot {
    const slot = new MediaSlot(++this.#last, this.link, this.#logger, (closed) => this.#slots.delete(closed.id));
    this.#slots.set(slot.id, slot);
    slot.open(ice, this.codecs);
    return slot;
  }
}
