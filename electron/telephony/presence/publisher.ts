import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Call } from '#shared/domain/call.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { SipMessage } from '../jssip.ts';
import { dialogInfoOf } from './own-state.ts';

interface PublisherOptions {
  /** The account's own address. */
  readonly uri: string;
  /** Sends a PUBLISH to it. @param onAnswer gets null when there was none. */
  readonly send: (headers: readonly string[], body: string | null, onAnswer: (response: SipMessage | null) => void) => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Seconds. */
const expires = 1_800;
/** Ringing, then answered a moment later, is told once. */
const settleMs = 150;
const retryMs = 30_000;
const pointless = new Set([403, 404, 405, 489, 501]);

/** Tells the exchange what this telephone does (RFC 3903), where the centre asks for it. */
export class Publisher {
  readonly #options: PublisherOptions;
  #calls: readonly Call[] = [];
  #told = '';
  #etag: string | null = null;
  #version = 0;
  #isRegistered = false;
  #isSending = false;
  #isRefused = false;
  #expires = expires;
  #timer: Scheduled | null = null;

  constructor(options: PublisherOptions) {
    this.#options = options;
  }

  observe(calls: readonly Call[]): void {
    this.#calls = calls;
    if (this.#isRegistered && !this.#isSending && this.#digest() !== this.#told) this.#later(settleMs);
  }

  onRegistered(): void {
    this.#isRegistered = true;
    this.#etag = null;
    this.#told = '';
    this.#later(0);
  }

  onDisconnected(): void {
    this.#isRegistered = false;
    this.#isSending = false;
    this.#timer?.cancel();
  }

  /** Takes the state back (RFC 3903 section 4.5). */
  close(): void {
    this.#timer?.cancel();
    if (this.#isRegistered && this.#etag !== null) this.#options.send([`SIP-If-Match: ${this.#etag}`, 'Event: dialog', 'Expires: 0'], null, () => undefined);
    this.#isRegistered = false;
  }

  #digest(): string {
    return dialogInfoOf(this.#calls, this.#options.uri, 0);
  }

  #later(ms: number): void {
    this.#timer?.cancel();
    this.#timer = this.#options.clock.schedule(ms, () => this.#publish());
  }

  #publish(): void {
    if (!this.#isRegistered || this.#isSending || this.#isRefused) return;
    this.#isSending = true;
    const told = this.#digest();
    const match = this.#etag === null ? [] : [`SIP-If-Match: ${this.#etag}`];
    const body = dialogInfoOf(this.#calls, this.#options.uri, this.#version++);
    this.#options.send([...match, 'Event: dialog', `Expires: ${this.#expires}`, 'Content-Type: application/dialog-info+xml'], body, (response) => {
      this.#isSending = false;
      this.#onAnswer(response, told);
    });
  }

  #onAnswer(response: SipMessage | null, told: string): void {
    const status = response?.status_code ?? 0;
    if (status >= 200 && status < 300) {
      this.#told = told;
      this.#etag = response?.getHeader('SIP-ETag') ?? null;
      const granted = Number(response?.getHeader('Expires'));
      this.#later(this.#digest() === told ? ((Number.isInteger(granted) && granted > 10 ? granted : this.#expires) * 1_000) / 2 : settleMs);
      return;
    }
    if (pointless.has(status)) {
      this.#isRefused = true;
      this.#options.logger.warn({ sipStatus: status }, 'the exchange does not take our own state');
      return;
    }
    // The server has forgotten the state of before (RFC 3903 section 4.3).
    if (status === 412) this.#etag = null;
    const minimum = Number(response?.getHeader('Min-Expires'));
    if (status === 423 && Number.isInteger(minimum) && minimum > 0 && minimum <= 86_400) this.#expires = minimum;
    this.#later(status === 412 || status === 423 ? settleMs : retryMs);
  }
}
