import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { SipMessage } from '../jssip.ts';

export interface PublisherOptions {
  readonly event: 'dialog' | 'presence';
  /** Content-Type of what is published. */
  readonly type: string;
  /** What there is to tell now. @param version of the document, for a package that counts them. */
  readonly describe: (version: number) => string;
  /** Sends a PUBLISH to the account's own address. @param onAnswer gets null when there was none. */
  readonly send: (headers: readonly string[], body: string | null, onAnswer: (response: SipMessage | null) => void) => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Seconds: as long as a workstation that loses its power goes on saying what it said last. A registration commonly lives as long. */
const expires = 300;
/** Of what the server grants, until the time is renewed: what is left over is for a second try. */
const renewAfter = 0.8;
/** Ringing, then answered a moment later, is told once. */
const settleMs = 150;
const retryMs = 30_000;
const pointless = new Set([403, 404, 405, 489, 501]);

/** Tells the exchange a state of ours (RFC 3903) by one event package, where the centre asks for it. */
export class Publisher {
  readonly #options: PublisherOptions;
  /** What the exchange has, without its version. */
  #told: string | null = null;
  /** Outlives a connection, as the publication does: without it there would be two, of which one lies. */
  #etag: string | null = null;
  #version = 0;
  #isRegistered = false;
  /** The request whose answer is waited for. */
  #asked: object | null = null;
  #isRefused = false;
  #expires = expires;
  #timer: Scheduled | null = null;
  #onRemoved: (() => void) | null = null;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  /** What there is to tell may be different. */
  reconsider(): void {
    if (this.#isRegistered && this.#asked === null && this.#options.describe(0) !== this.#told) this.#later(settleMs);
  }

  onRegistered(): void {
    this.#isRegistered = true;
    // It may be another server, or the same with more than before.
    this.#isRefused = false;
    this.#told = null;
    this.#later(0);
  }

  onDisconnected(): void {
    this.#isRegistered = false;
    this.#asked = null;
    this.#timer?.cancel();
    this.#onRemoved?.();
  }

  /** Takes the state back (RFC 3903 section 4.5). @returns when the exchange has done so, or is not there. */
  close(): Promise<void> {
    this.#timer?.cancel();
    if (!this.#isRegistered || this.#isRefused) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onRemoved = resolve;
      // What is on its way now has the name by which it is taken back.
      if (this.#asked === null) this.#remove();
    });
  }

  #remove(): void {
    const removed = this.#onRemoved ?? (() => undefined);
    this.#isRegistered = false;
    if (this.#etag === null) removed();
    else this.#options.send([`SIP-If-Match: ${this.#etag}`, `Event: ${this.#options.event}`, 'Expires: 0'], null, removed);
  }

  #later(ms: number): void {
    this.#timer?.cancel();
    this.#timer = this.#options.clock.schedule(ms, () => this.#publish());
  }

  #publish(): void {
    if (!this.#isRegistered || this.#asked !== null || this.#isRefused) return;
    const { event, type, describe, send } = this.#options;
    const wanted = describe(0);
    // Of what is the same only the time is renewed (section 4.2): who watches is not told again.
    const isRefresh = this.#etag !== null && wanted === this.#told;
    const headers = [...(this.#etag === null ? [] : [`SIP-If-Match: ${this.#etag}`]), `Event: ${event}`, `Expires: ${this.#expires}`, ...(isRefresh ? [] : [`Content-Type: ${type}`])];
    const request = {};
    this.#asked = request;
    send(headers, isRefresh ? null : describe(this.#version++), (response) => {
      if (this.#asked !== request) return;
      this.#asked = null;
      this.#onAnswer(response, wanted);
      if (this.#onRemoved !== null) this.#remove();
    });
  }

  #onAnswer(response: SipMessage | null, wanted: string): void {
    const status = response?.status_code ?? 0;
    if (status >= 200 && status < 300) {
      this.#onTaken(response, wanted);
      return;
    }
    if (pointless.has(status)) {
      this.#isRefused = true;
      this.#etag = null;
      this.#options.logger.warn({ sipStatus: status, event: this.#options.event }, 'the exchange does not take our own state');
      return;
    }
    // The server has forgotten the state of before (RFC 3903 section 4.3).
    if (status === 412) this.#etag = null;
    const minimum = Number(response?.getHeader('Min-Expires'));
    if (status === 423 && Number.isInteger(minimum) && minimum > 0 && minimum <= 86_400) this.#expires = minimum;
    this.#retry(status === 412 || status === 423 ? settleMs : retryMs);
  }

  #onTaken(response: SipMessage | null, wanted: string): void {
    this.#told = wanted;
    this.#etag = response?.getHeader('SIP-ETag') ?? null;
    const granted = Number(response?.getHeader('Expires'));
    const seconds = Number.isInteger(granted) && granted > 10 ? granted : this.#expires;
    this.#retry(this.#options.describe(0) === wanted ? seconds * 1_000 * renewAfter : settleMs);
  }

  #retry(ms: number): void {
    if (this.#onRemoved === null) this.#later(ms);
  }
}
