import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { IceConfig } from '#shared/ipc/audio-list.ts';
import type { PeerConnection } from './peer-connection.ts';
import { PreparedMedia } from './prepared-media.ts';
import type { SlotRegistry } from './slot-registry.ts';

const tickMs = 1_000;
/** TURN allocations and NAT bindings of an idle connection grow old. */
const maxAgeMs = 20_000;
/** The next one is not made while the call that took the former one sets up. */
const refillMs = 500;

/** One offer with gathered candidates, always at hand, so that dialling waits for nothing. No microphone is open for it. */
export class OfferPool {
  readonly #make: () => PreparedMedia;
  readonly #clock: Clock;
  #media: PreparedMedia | null;
  #timer: Scheduled;
  #isOver = false;

  constructor(slots: SlotRegistry, ice: IceConfig, clock: Clock) {
    this.#clock = clock;
    this.#make = () => {
      const media = new PreparedMedia({ slots, ice, clock, offer: null });
      media.start();
      return media;
    };
    this.#media = this.#make();
    this.#timer = this.#schedule();
  }

  get isReady(): boolean {
    return this.#media?.isReady === true;
  }

  /** @throws {BalieError} like {@link PreparedMedia.take}. */
  async take(deadlineMs: number): Promise<PeerConnection> {
    const media = this.#media ?? this.#make();
    this.#media = null;
    this.#clock.schedule(refillMs, () => {
      if (!this.#isOver) this.#media ??= this.#make();
    });
    try {
      return await media.take(deadlineMs);
    } finally {
      media.close();
    }
  }

  close(): void {
    this.#isOver = true;
    this.#timer.cancel();
    this.#media?.close();
    this.#media = null;
  }

  #schedule(): Scheduled {
    return this.#clock.schedule(tickMs, () => {
      this.#media?.refresh(maxAgeMs);
      this.#timer = this.#schedule();
    });
  }
}
