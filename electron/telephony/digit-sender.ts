import type { Provisioning } from '#shared/contract/session.ts';
import type { Call } from '#shared/domain/call.ts';
import type { Clock } from '#shared/domain/clock.ts';
import { asBalieError, BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Session } from './jssip.ts';

interface DigitSenderOptions {
  /** The account's way. */
  readonly by: Provisioning['sip']['dtmf'];
  readonly session: () => Session;
  /** Whether digits can leave now, see {@link takesDigits}. */
  readonly isHeard: () => boolean;
  /** As telephone events, in the sound (RFC 4733). @throws {BalieError} `media.failed` when the other side takes none. */
  readonly sendEvents: (digits: string) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Milliseconds: as long as the telephone events last, and the pause between two of them. */
const toneMs = 120;
const gapMs = 80;
/** A comma, as modems and Chromium count it. */
const pauseMs = 2_000;
/** The menu of an exchange that has not answered by now will not. */
const answerMs = 8_000;

/**
 * @returns whether the other side hears digits: in a conversation, and before the answer where it is heard already (a menu in early
 * media, RFC 3960), unless the account sends them by INFO, which needs a dialog that was answered.
 */
export function takesDigits(call: Call, by: Provisioning['sip']['dtmf']): boolean {
  return call.state === 'connected' || (call.state === 'alerting' && call.earlyMedia && by !== 'info');
}

/**
 * Sends digits the way the account wants them, and the other way round when the other side does not take them so. Digits of
 * one call leave one after the other, however fast they are typed or pasted. Those that are typed ahead wait for somebody to hear them.
 */
export class DigitSender {
  readonly #options: DigitSenderOptions;
  #turn: Promise<void> = Promise.resolve();
  #resume: () => void = () => undefined;
  /** The other side takes no telephone events: it is not tried again in this call. */
  #eventsRefused = false;

  constructor(options: DigitSenderOptions) {
    this.#options = options;
  }

  /** The call is in another state: what was typed ahead may leave now, or nobody will ever hear it. */
  changed(): void {
    this.#resume();
  }

  /** Resolves when the digits have left, or the call ended before anybody heard them. @throws {BalieError} `call.digits-refused` when the other side takes them in no way. */
  send(digits: string): Promise<void> {
    const turn = this.#turn.then(() => this.#send(digits));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #send(digits: string): Promise<void> {
    const { by, sendEvents, logger } = this.#options;
    if (!(await this.#heard())) return;
    if (by === 'info' || this.#eventsRefused) {
      await this.#sendInfo(digits);
      return;
    }
    try {
      await sendEvents(digits);
    } catch (error) {
      if (asBalieError(error).code !== 'media.failed') throw error;
      logger.info({}, 'the other side takes no telephone events: digits go by INFO');
      await this.#sendInfo(digits);
      this.#eventsRefused = true;
    }
  }

  /** @returns false when the call ended first. */
  async #heard(): Promise<boolean> {
    const { isHeard, session } = this.#options;
    while (!isHeard() && !session().isEnded()) await new Promise<void>((resolve) => (this.#resume = resolve));
    return isHeard();
  }

  async #sendInfo(digits: string): Promise<void> {
    for (const digit of digits) {
      if (digit !== ',') await this.#info(digit);
      await this.#wait(digit === ',' ? pauseMs : toneMs + gapMs);
    }
  }

  #info(digit: string): Promise<void> {
    const { session, clock } = this.#options;
    return new Promise((resolve, reject) => {
      const refuse = (sipStatus: number | null) => {
        deadline.cancel();
        reject(new BalieError('call.digits-refused', 'the other side takes no digits', { details: { sipStatus } }));
      };
      const deadline = clock.schedule(answerMs, () => refuse(null));
      const dialog = session();
      if (!dialog.isEstablished()) {
        refuse(null);
        return;
      }
      dialog.sendRequest('INFO', {
        extraHeaders: ['Content-Type: application/dtmf-relay'],
        body: `Signal=${digit}\r\nDuration=${toneMs}\r\n`,
        eventHandlers: {
          onSuccessResponse: () => {
            deadline.cancel();
            resolve();
          },
          onErrorResponse: (response) => refuse(response.status_code ?? null),
          onDialogError: (response) => refuse(response.status_code ?? null),
          onTransportError: () => refuse(null),
          onRequestTimeout: () => refuse(null),
        },
      });
    });
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.#options.clock.schedule(ms, resolve));
  }
}
