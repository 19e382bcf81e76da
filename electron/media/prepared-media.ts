import { asBalieError, BalieError } from '#shared/domain/errors.ts';
import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { IceConfig } from '#shared/ipc/audio-list.ts';
import type { PeerConnection } from './peer-connection.ts';
import { Preparation } from './preparation.ts';
import type { SlotRegistry } from './slot-registry.ts';

/** A window that has just died still looks alive. Asking it takes a millisecond or two when it lives. */
const pingMs = 60;
/** While a call rings the window is asked this often, and the machine's addresses are looked at, so that the answer need not wait for either. */
const askEveryMs = 150;

interface PreparedMediaOptions {
  readonly slots: SlotRegistry;
  readonly ice: IceConfig;
  readonly clock: Clock;
  /** The other side's offer; null when this side offers. */
  readonly offer: string | null;
  readonly onPrepared?: (prepared: boolean) => void;
}

/**
 * Keeps one negotiated peer connection at hand: an answer while a call rings, or an offer to dial
 * with. It is made again whenever the audio window or the network changed, and is given away once.
 */
export class PreparedMedia {
  readonly #options: PreparedMediaOptions;
  #stopListening: () => void = () => undefined;
  #started = false;
  #current: Preparation | null = null;
  /** Make-before-break: takes the place of the current one when it is ready. */
  #next: Preparation | null = null;
  #isOver = false;
  #said = false;
  /** When the window last said that it lives, while it is being asked. */
  #livedAt = Number.NEGATIVE_INFINITY;
  #asking: Scheduled | null = null;

  constructor(options: PreparedMediaOptions) {
    this.#options = options;
  }

  /** Begins to prepare; {@link take} does it too. */
  start(): void {
    if (this.#started || this.#isOver) return;
    this.#started = true;
    const { link } = this.#options.slots;
    const stopUp = link.onUp(() => this.#prepare());
    const stopDown = link.onDown(() => {
      this.#current = null;
      this.#next = null;
      this.#livedAt = Number.NEGATIVE_INFINITY;
      this.#say(false);
    });
    this.#stopListening = () => {
      stopUp();
      stopDown();
    };
    this.#prepare();
    if (this.#options.offer !== null) this.#keepAsking();
  }

  get isReady(): boolean {
    return this.#current?.isReady === true;
  }

  /** Makes it again when the network changed; and when it is older than `maxAgeMs`, keeping it until the next one is there. */
  refresh(maxAgeMs: number): void {
    if (this.#isOver) return;
    if (this.#current?.isUsable === false) this.#discard();
    this.#prepare();
    const { clock } = this.#options;
    if (this.#next !== null || this.#current?.isReady !== true || clock.monotonic() - this.#current.startedAt < maxAgeMs) return;
    this.#next = this.#begin((next) => {
      const old = this.#current;
      this.#current = next;
      this.#next = null;
      old?.drop();
    });
  }

  /**
   * Gives the connection away, once it is ready and its window has said that it lives.
   * @throws {BalieError} `media.failed` when the description cannot be made (the offer does not fit),
   *   or `media.window-down` when there is no window within `deadlineMs`.
   */
  async take(deadlineMs: number): Promise<PeerConnection> {
    const { clock } = this.#options;
    this.start();
    const deadline = clock.monotonic() + deadlineMs;
    while (!this.#isOver && clock.monotonic() < deadline) {
      const isSure = this.#isSure;
      if (!isSure && this.#current?.isUsable === false) this.#discard();
      this.#prepare();
      const candidate = this.#current;
      if (candidate === null) {
        await this.#windowOrDeadline(deadline - clock.monotonic());
        continue;
      }
      try {
        // What is ready is not waited for: the window is asked in this turn, before whatever else the answer sets going.
        if (!candidate.isReady) await candidate.ready;
      } catch (error) {
        const { code } = asBalieError(error);
        if (code !== 'media.window-down' && code !== 'ipc.timeout') throw error;
        continue;
      }
      const lives = isSure || (await this.#ask());
      if (lives && candidate === this.#current && candidate.isReady && !this.#ended()) {
        this.#current = null;
        this.close();
        return candidate.adopt();
      }
    }
    throw new BalieError('media.window-down', this.#isOver ? 'the call is over' : 'no audio window in time');
  }

  /** Not needed any more. */
  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopListening();
    this.#asking?.cancel();
    this.#current?.drop();
    this.#next?.drop();
    this.#current = null;
    this.#next = null;
  }

  /** The window lived, and the addresses were still the same, a moment ago. A network that changes after that is the call's to mend. */
  get #isSure(): boolean {
    return this.#options.clock.monotonic() - this.#livedAt < 2 * askEveryMs;
  }

  async #ask(): Promise<boolean> {
    const { clock, slots } = this.#options;
    try {
      await slots.link.call('ping', undefined, { timeoutMs: pingMs });
      this.#livedAt = clock.monotonic();
      return true;
    } catch {
      this.#livedAt = Number.NEGATIVE_INFINITY;
      return false;
    }
  }

  #keepAsking(): void {
    this.#asking = this.#options.clock.schedule(askEveryMs, () => {
      if (this.#current?.isUsable === false) {
        this.#discard();
        this.#prepare();
      }
      void this.#ask().then(() => !this.#isOver && this.#keepAsking());
    });
  }

  #ended(): boolean {
    return this.#isOver;
  }

  #prepare(): void {
    if (this.#isOver || this.#current !== null || !this.#options.slots.link.isUp) return;
    this.#current = this.#begin(() => this.#say(true));
  }

  #begin(onReady: (preparation: Preparation) => void): Preparation {
    const { slots, ice, clock, offer } = this.#options;
    const preparation = new Preparation(slots, ice, clock, offer);
    preparation.ready.then(
      () => {
        if (preparation === this.#current || preparation === this.#next) onReady(preparation);
      },
      () => {
        if (preparation === this.#next) this.#next = null;
        if (preparation === this.#current) this.#current = null;
        preparation.drop();
      },
    );
    return preparation;
  }

  #discard(): void {
    this.#current?.drop();
    this.#current = null;
    this.#say(false);
  }

  #say(prepared: boolean): void {
    if (this.#isOver || prepared === this.#said) return;
    this.#said = prepared;
    this.#options.onPrepared?.(prepared);
  }

  #windowOrDeadline(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        stop();
        timer.cancel();
        resolve();
      };
      const stop = this.#options.slots.link.onUp(done);
      const timer = this.#options.clock.schedule(Math.max(0, ms), done);
    });
  }
}
