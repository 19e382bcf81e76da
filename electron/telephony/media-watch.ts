import type { MediaState } from '#shared/domain/call.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';

interface MediaWatchOptions {
  readonly clock: Clock;
  readonly onMedia: (media: MediaState) => void;
  /** Silence goes on: something should be tried, again every {@link repairMs}. */
  readonly onRepair: () => void;
  /** Whether a repair could reach the other side: without a server nothing can be tried, and there is longer hope. */
  readonly canRepair: () => boolean;
  /** It has been silent for so long that nobody waits at the other end. */
  readonly onHopeless: () => void;
}

const tickMs = 500;
/** Without one packet this long, the path is broken: a peer that is silent still sends (comfort noise at the least). */
export const silentMs = 4_000;
export const repairMs = 8_000;
export const hopelessMs = 60_000;
export const hopelessOfflineMs = 300_000;

/**
 * Watches the packets that come in. ICE is not to be relied upon for this: it says `disconnected`
 * late, and of a peer whose process died behind a media relay it never says anything.
 */
export class MediaWatch {
  readonly #options: MediaWatchOptions;
  #packets = 0;
  #heardAt: number;
  #expected = true;
  #media: MediaState = 'flowing';
  #repairedAt = -Infinity;
  #timer: Scheduled;

  constructor(options: MediaWatchOptions) {
    this.#options = options;
    this.#heardAt = options.clock.monotonic();
    this.#timer = this.#schedule();
  }

  get media(): MediaState {
    return this.#media;
  }

  /** Packets received so far by the present media slot. */
  onPackets(packets: number): void {
    if (packets === this.#packets) return;
    this.#packets = packets;
    this.#heardAt = this.#options.clock.monotonic();
    this.#set('flowing');
  }

  /** On hold nothing has to come. */
  expect(expected: boolean): void {
    if (expected === this.#expected) return;
    this.#expected = expected;
    this.#heardAt = this.#options.clock.monotonic();
    if (!expected) this.#set('flowing');
  }

  /** The media slot is gone, or its path is known to be broken: no need to wait for silence. */
  onBroken(): void {
    this.#packets = 0;
    this.#repairedAt = this.#options.clock.monotonic();
    this.#set('restoring');
  }

  close(): void {
    this.#timer.cancel();
  }

  #schedule(): Scheduled {
    return this.#options.clock.schedule(tickMs, () => {
      this.#timer = this.#schedule();
      this.#tick();
    });
  }

  #tick(): void {
    const now = this.#options.clock.monotonic();
    if (!this.#expected || now - this.#heardAt < silentMs) return;
    this.#set('restoring');
    if (now - this.#heardAt >= (this.#options.canRepair() ? hopelessMs : hopelessOfflineMs)) {
      this.close();
      this.#options.onHopeless();
      return;
    }
    if (now - this.#repairedAt < repairMs) return;
    this.#repairedAt = now;
    this.#options.onRepair();
  }

  #set(media: MediaState): void {
    if (media === this.#media) return;
    this.#media = media;
    this.#options.onMedia(media);
  }
}
