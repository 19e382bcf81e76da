import type { Clock } from '#shared/domain/clock.ts';
import type { HeldCandidate, IceConfig } from '#shared/ipc/audio-list.ts';
import type { MediaSlot } from './media-slot.ts';
import { currentAddresses, fingerprintOf } from '../network/addresses.ts';
import { isStale } from './fresh-candidates.ts';
import { PeerConnection, type Prepared } from './peer-connection.ts';
import { holdBackCandidates } from './sdp.ts';
import type { SlotRegistry } from './slot-registry.ts';

/** A slot that negotiates ahead of its call. No microphone is open and no packet leaves before {@link adopt}. */
export class Preparation {
  readonly slot: MediaSlot;
  readonly startedAt: number;
  /** Resolves when the description is there; rejects when it cannot be made or the window dies. */
  readonly ready: Promise<void>;
  readonly #addresses = fingerprintOf(currentAddresses());
  #prepared: Prepared | null = null;
  #candidates: readonly HeldCandidate[] = [];
  #adopted = false;

  /** @param offer the other side's; null when this side offers. */
  constructor(slots: SlotRegistry, ice: IceConfig, clock: Clock, offer: string | null) {
    this.startedAt = clock.monotonic();
    this.slot = slots.open(ice);
    this.ready = offer === null ? this.#makeOffer() : this.#makeAnswer(offer);
    // Whoever waits hears of it; an unattended preparation may fail in silence.
    this.ready.catch(() => undefined);
  }

  get isReady(): boolean {
    return this.#prepared !== null && this.slot.isOpen && !this.#adopted;
  }

  /** False once the window died, or the machine's addresses changed: then it has to be made again. Looking costs 0.2 ms. */
  get isUsable(): boolean {
    if (!this.slot.isOpen || this.#adopted) return false;
    const now = currentAddresses();
    return this.#addresses === fingerprintOf(now) && (this.#prepared === null || !isStale(this.#prepared.sdp, now));
  }

  /** Hands it over to a call: from here the microphone opens and packets may flow. Only when {@link isReady}. */
  adopt(): PeerConnection {
    if (this.#prepared === null) throw new Error('adopted before it was ready');
    this.#adopted = true;
    this.slot.commit(this.#candidates);
    return new PeerConnection(this.slot, this.#prepared);
  }

  drop(): void {
    if (!this.#adopted) this.slot.close();
  }

  async #makeOffer(): Promise<void> {
    this.#prepared = { type: 'offer', sdp: await this.slot.offer({ iceRestart: false, held: false }) };
  }

  async #makeAnswer(offer: string): Promise<void> {
    const { sdp, candidates } = holdBackCandidates(offer);
    this.#candidates = candidates;
    this.#prepared = { type: 'answer', sdp: await this.slot.answer(sdp), offer };
  }
}
