import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { IncomingRequest, Session } from '../jssip.ts';
import { readReferNews } from './sipfrag.ts';

export interface ReferralListener {
  /** `trying`: the other side has accepted the REFER. */
  onProgress(phase: 'trying' | 'ringing'): void;
  onSucceeded(): void;
  /** @param sipStatus the final status, null when there was none. */
  onFailed(sipStatus: number | null): void;
}

/** A REFER that gets no answer for this long is given up (JsSIP would wait 32 s while the caller hears nothing). */
export const answerMs = 10_000;
/** After the 202, without one NOTIFY. Some exchanges send none at all and hang up when they are done. */
export const silenceMs = 60_000;
/** The longest that a transfer may ring. */
export const longestMs = 180_000;

/** One REFER of ours and the subscription that it begins (RFC 3515), up to its outcome. */
export class Referral {
  readonly #clock: Clock;
  readonly #listener: ReferralListener;
  #id = 0;
  #deadline: Scheduled;
  #isAccepted = false;
  #isOver = false;

  /** Sends the REFER. @param headers Refer-To and Referred-By among them. */
  constructor(session: Session, headers: readonly string[], clock: Clock, listener: ReferralListener) {
    this.#clock = clock;
    this.#listener = listener;
    this.#deadline = clock.schedule(answerMs, () => this.#fail(null));
    const request = session.sendRequest('REFER', {
      extraHeaders: [...headers, `Contact: ${session.contact}`],
      eventHandlers: {
        // The credentials came with a CSeq of their own, and that is what the NOTIFYs name.
        onAuthenticated: ({ cseq }) => (this.#id = cseq),
        onSuccessResponse: () => this.#accept(silenceMs),
        onErrorResponse: ({ status_code }) => this.#fail(status_code ?? null),
        onDialogError: ({ status_code }) => this.#fail(status_code ?? null),
        onTransportError: () => this.#fail(null),
        onRequestTimeout: () => this.#fail(null),
      },
    });
    this.#id ||= request.cseq;
  }

  /** The other side is at it: if it hangs up now it does so because it is being connected elsewhere. */
  get isAccepted(): boolean {
    return this.#isAccepted && !this.#isOver;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** A NOTIFY of the package `refer`. */
  onNotify(request: IncomingRequest): void {
    const id = /;\s*id\s*=\s*(\d+)/i.exec(request.getHeader('Event') ?? '')?.[1];
    if (this.#isOver || (id !== undefined && Number(id) !== this.#id)) {
      // The notifier takes this as the end of the subscription (RFC 6665 section 4.2.2).
      request.reply(481);
      return;
    }
    request.reply(200);
    const { status, isLast, expires } = readReferNews(request);
    if (status !== null && status >= 300) this.#fail(status);
    else if (status !== null && status >= 200) this.#succeed();
    // The end of the news is no good news (RFC 6665 section 4.1.2.4): whether anybody answered was never said.
    else if (isLast) this.#fail(null);
    else {
      this.#accept(patienceOf(expires));
      if (status !== null && status > 100) this.#listener.onProgress('ringing');
    }
  }

  /** The operator takes it back: whatever comes is not listened to. */
  abandon(): void {
    this.#isOver = true;
    this.#deadline.cancel();
  }

  #accept(patienceMs: number): void {
    if (this.#isOver) return;
    this.#deadline.cancel();
    this.#deadline = this.#clock.schedule(patienceMs, () => this.#fail(null));
    if (this.#isAccepted) return;
    this.#isAccepted = true;
    this.#listener.onProgress('trying');
  }

  #succeed(): void {
    if (this.#isOver) return;
    this.abandon();
    this.#listener.onSucceeded();
  }

  #fail(sipStatus: number | null): void {
    if (this.#isOver) return;
    this.abandon();
    this.#listener.onFailed(sipStatus === null || sipStatus < 300 ? null : sipStatus);
  }
}

/** As long as the subscription lasts, within reason. */
function patienceOf(expires: number | null): number {
  return expires === null ? longestMs : Math.min(longestMs, Math.max(answerMs, expires * 1000));
}
