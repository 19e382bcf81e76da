import type { MediaState } from '#shared/domain/call.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';

interface MediaWatchOptions {
  readonly clock: Clock;
  readonly onMedia: (media: MediaState) => void;
  /** Something should be tried, and, while silence goes on, something else, less and less often. `attempt` counts from 1. */
  readonly onRepair: (attempt: number) => void;
  /** Whether a repair can be tried now. */
  readonly canRepair: () => boolean;
  /**
   * False while it is only silent, as behind an exchange that sends nothing on its own hold: the other
   * side has answered since `since`, or there is no server to ask it through.
   */
  readonly seemsGone: (since: number) => boolean;
  /** It has been silent for so long that nobody waits at the other end. */
  readonly onHopeless: () => void;
}

/** While something is wrong, or may be. */
const tickMs = 500;
/** Without one packet this long, the path is broken: a peer that is silent still sends (comfort noise at the least). */
export const silentMs = 4_000;
export const repairMs = 4_000;
/** However long an outage lasts: what ends it may have come unseen. */
const longestRepairMs = 12_000;
/** After a change of the network silence is no longer given the benefit of the doubt, for so long. */
const suspiciousMs = 10_000;
export const suspectMs = 900;
/** What exchanges, too, take for a call that is dead. */
export const hopelessMs = 60_000;
export const patientMs = 600_000;

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
  #attempts = 0;
  #suspiciousUntil = -Infinity;
  #timer: Scheduled | null = null;
  #isClosed = false;

  constructor(options: MediaWatchOptions) {
    this.#options = options;
    this.#heardAt = options.clock.monotonic();
    this.#lookLater();
  }

  get media(): MediaState {
    return this.#media;
  }

  /** Packets have come within the last seconds. */
  get isHeard(): boolean {
    return this.#packets > 0 && this.#options.clock.monotonic() - this.#heardAt < silentMs;
  }

  /** Packets received so far by the present media slot. */
  onPackets(packets: number): void {
    const more = packets > this.#packets;
    // A new slot counts from zero: fewer are not a sign of life.
    this.#packets = packets;
    if (!more) return;
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

  /** ICE has lost the path: no need to wait for silence, unless a repair is under way already. */
  onPathBroken(): void {
    this.#set('restoring');
    this.#repair();
  }

  /** The network is another one: silence counts sooner, and what was tried in the former one does not count. */
  onNetwork(): void {
    this.#suspiciousUntil = this.#options.clock.monotonic() + suspiciousMs;
    this.#lookLater();
    if (this.#media === 'flowing') return;
    this.#attempts = 0;
    this.#repairedAt = -Infinity;
  }

  /** The media slot is gone, and is being replaced. */
  onSlotLost(): void {
    this.#packets = 0;
    this.#repairedAt = this.#options.clock.monotonic();
    this.#set('restoring');
  }

  close(): void {
    this.#isClosed = true;
    this.#timer?.cancel();
  }

  /** Packets that come are looked at no sooner than they can have been missed: in a good call main wakes for it once in four seconds. */
  #lookLater(): void {
    if (this.#isClosed) return;
    const now = this.#options.clock.monotonic();
    const isCalm = this.#media === 'flowing' && now >= this.#suspiciousUntil;
    const missedIn = this.#expected ? this.#heardAt + silentMs - now : silentMs;
    this.#timer?.cancel();
    this.#timer = this.#options.clock.schedule(isCalm ? Math.max(0, missedIn) : tickMs, () => {
      this.#tick();
      this.#lookLater();
    });
  }

  #tick(): void {
    const now = this.#options.clock.monotonic();
    if (!this.#expected || now - this.#heardAt < (now < this.#suspiciousUntil ? suspectMs : silentMs)) return;
    this.#set('restoring');
    if (now - this.#heardAt >= (this.#options.seemsGone(this.#heardAt) ? hopelessMs : patientMs)) {
      this.close();
      this.#options.onHopeless();
      return;
    }
    this.#repair();
  }

  /** A repair that is given no time is broken off by the next: each has {@link repairMs}, and later ones longer. */
  #repair(): void {
    const now = this.#options.clock.monotonic();
    if (now - this.#repairedAt < Math.min(longestRepairMs, repairMs * Math.max(1, this.#attempts)) || !this.#options.canRepair()) return;
    this.#repairedAt = now;
    this.#options.onRepair(++this.#attempts);
  }

  #set(media: MediaState): void {
    if (media === this.#media) return;
    this.#media = media;
    if (media === 'flowing') {
      this.#attempts = 0;
      this.#repairedAt = -Infinity;
    } else this.#lookLater();
    this.#options.onMedia(media);
  }
}
