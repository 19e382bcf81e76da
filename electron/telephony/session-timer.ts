import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Session, SipMessage } from './jssip.ts';
import { lengthenSession, sessionExpires } from './session-interval.ts';

/** The media of the conversation, as far as its session timer asks for it. */
export interface TimedMedia {
  /** A request can leave now. */
  readonly canSignal: boolean;
  /** Sound has come from the other side within the last seconds. */
  readonly isHeard: boolean;
  /** Sends an offer that says nothing new, as soon as one can leave: its answer keeps the session too. */
  verify(options: { readonly iceRestart: false }): void;
  /** Ends the call: nobody has kept the session, and nothing is heard of the other side. */
  giveUp(): void;
}

interface SessionTimerOptions {
  /** Null until the call has a connection that it will keep. */
  readonly media: () => TimedMedia | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** RFC 4028 section 10: at most so many seconds before its end a session that nobody has kept is in doubt. */
const longestGrace = 32;

/**
 * The timer of one session (RFC 4028) in both roles, in place of JsSIP's own. JsSIP 3.13.8 sends UPDATE also to those who do not know
 * it, takes no notice when that is refused, leaves out a refresh that meets a negotiation, and ends a session that the
 * other side forgot only when it is long over, without asking.
 *
 * Half-way whoever refreshes does so: by UPDATE where the other side knows it, else by re-INVITE. A session that is near its end
 * is asked for by re-INVITE, whoever was to keep it. One that is over then ends, unless the other side is heard: then
 * it is asked again, for it is a proxy that forgot (decision 0011).
 */
export class SessionTimer {
  readonly #session: Session;
  readonly #options: SessionTimerOptions;
  #timers: Scheduled[] = [];
  #knowsUpdate = false;

  constructor(session: Session, options: SessionTimerOptions) {
    this.#session = session;
    this.#options = options;
    const takeRequest = session._handleSessionTimersInIncomingRequest.bind(session);
    const takeResponse = session._handleSessionTimersInIncomingResponse.bind(session);
    session._handleSessionTimersInIncomingRequest = (request, headers) => {
      this.#look(request);
      takeRequest(request, headers);
      // Section 9: the other side has to understand that it is to refresh.
      if (headers.some((line) => /^Session-Expires:.*;refresher=uac/.test(line))) headers.push('Require: timer');
    };
    session._handleSessionTimersInIncomingResponse = (response) => {
      this.#look(response);
      takeResponse(response);
    };
    session._runSessionTimer = () => this.#arm();
    if (!session._sessionTimers.running) return;
    // The dialog was there before it became a conversation: it took the place of another one.
    clearTimeout(session._sessionTimers.timer ?? undefined);
    this.#arm();
  }

  /** The call is over, or goes on in another session. */
  close(): void {
    for (const timer of this.#timers.splice(0)) timer.cancel();
  }

  #look(message: SipMessage): void {
    const allowed = message.getHeaders('Allow');
    if (allowed.length > 0) this.#knowsUpdate = allowed.some((line) => /(^|,)\s*UPDATE\s*(,|$)/i.test(line));
  }

  #arm(): void {
    const timers = this.#session._sessionTimers;
    const seconds = timers.currentExpires ?? 0;
    this.close();
    timers.running = true;
    if (timers.refresher) this.#later(seconds / 2, () => this.#refresh());
    this.#later(seconds - graceOf(seconds), () => this.#ask());
  }

  #later(seconds: number, work: () => void): void {
    const run = () => !this.#session.isEnded() && work();
    this.#timers.push(this.#options.clock.schedule(seconds * 1000, run));
  }

  #refresh(): void {
    if (this.#knowsUpdate) this.#update();
    else this.#verify();
  }

  /** RFC 3311, without an offer: it meets no negotiation. */
  #update(): void {
    const session = this.#session;
    const verify = () => this.#verify();
    session.sendRequest('UPDATE', {
      extraHeaders: [`Contact: ${session.contact}`, ...sessionExpires(session)],
      eventHandlers: {
        onSuccessResponse: (response) => {
          if (!session.isEnded()) session._handleSessionTimersInIncomingResponse(response);
        },
        onErrorResponse: (response) => (lengthenSession(session, response) ? this.#update() : verify()),
        onDialogError: verify,
        onTransportError: verify,
        onRequestTimeout: verify,
      },
    });
  }

  #verify(): void {
    if (!this.#session.isEnded()) this.#options.media()?.verify({ iceRestart: false });
  }

  #ask(): void {
    const timers = this.#session._sessionTimers;
    const asked = this.#options.media()?.canSignal === true;
    this.#options.logger.info({ asked, refresher: timers.refresher }, 'a session is near its end: the other side is asked');
    // Who forgot once forgets again.
    timers.refresher = true;
    this.#verify();
    this.#later(graceOf(timers.currentExpires ?? 0), () => this.#expire(asked));
  }

  /** @param asked the question could leave when it was put. */
  #expire(asked: boolean): void {
    const media = this.#options.media();
    if (media === null || !asked || !media.canSignal || media.isHeard) {
      this.#ask();
      return;
    }
    this.#options.logger.warn({}, 'a session that nobody kept is over');
    media.giveUp();
  }
}

function graceOf(seconds: number): number {
  return Math.min(longestGrace, seconds / 3);
}
