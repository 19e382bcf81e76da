import type { Clock, Scheduled } from '#shared/domain/clock.ts';
import type { Agent, SipMessage, Subscriber } from '../jssip.ts';

/** What is subscribed to, and the only kind of document that is wanted. */
export interface EventPackage {
  readonly event: 'dialog' | 'presence' | 'message-summary';
  readonly accept: string;
}

interface SubscriptionOptions {
  readonly agent: Agent;
  /** Whose state, `sip:user@domain`. */
  readonly target: string;
  readonly package: EventPackage;
  readonly clock: Clock;
  readonly random: () => number;
  /** What a NOTIFY brought; an empty one says that there is nothing to tell. */
  readonly onNotify: (body: string, type: string) => void;
  /** A new subscription began: what was heard before is of another one. */
  readonly onBegin: () => void;
  /** Nothing is known any more. `refusal`: the status, when asking again is pointless. */
  readonly onEnd: (refusal: number | null) => void;
}

/** Seconds; JsSIP refreshes after half of it or more. */
const expires = 1_800;
/** RFC 6665 section 4.1.2.4: a NOTIFY comes at once. One that was lost does not come again. */
const notifyMs = 10_000;
const retryMs = 30_000;
const goodbyeMs = 2_000;
/** A server that never tells the whole is not asked for it at every word that it says. */
const refreshMs = 10_000;
/** Nobody to be told of, or nobody who would tell (RFC 3261 section 21.4, RFC 6665 section 4.2.2.1). */
const pointless = new Set([403, 404, 405, 410, 416, 489, 501, 603, 604]);
/** JsSIP's codes of ending: the transport, an answer other than 200, a NOTIFY that ended it. */
const ended = { transport: 1, refused: 2, authentication: 4, byNotify: 6 } as const;

/**
 * One subscription (RFC 6665) that begins anew whenever that makes sense. JsSIP keeps the dialog and refreshes it; whether and
 * when to begin again is decided here.
 */
export class Subscription {
  readonly #options: SubscriptionOptions;
  #subscriber: Subscriber | null = null;
  #timer: Scheduled | null = null;
  #status: number | null = null;
  #minExpires = expires;
  /** Since the whole was asked for, and whether it was wanted again meanwhile. */
  #asking: { readonly pause: Scheduled; again: boolean } | null = null;

  constructor(options: SubscriptionOptions) {
    this.#options = options;
  }

  /** Begins, or begins anew when there was an outage: the server may have forgotten all about us. */
  begin(): void {
    this.#drop();
    const { agent, target, clock, onBegin, onNotify } = this.#options;
    const { event, accept } = this.#options.package;
    onBegin();
    const subscriber = agent.subscribe(target, event, accept, { expires: this.#minExpires, params: {}, extraHeaders: [] });
    this.#subscriber = subscriber;
    this.#status = null;
    const receive = subscriber._receiveSubscribeResponse.bind(subscriber);
    subscriber._receiveSubscribeResponse = (response) => {
      this.#onResponse(response);
      receive(response);
    };
    subscriber.on('terminated', (code, reason, retryAfter) => this.#subscriber === subscriber && this.#onTerminated(code, reason, retryAfter));
    subscriber.on('notify', (_isFinal, _request, body, type = '') => this.#heard(() => onNotify(body, type)));
    // A NOTIFY without a body: there is nothing to tell yet (RFC 6665 section 4.2.2).
    subscriber.on('active', () => this.#heard(() => onNotify('', '')));
    subscriber.on('pending', () => this.#heard(() => undefined));
    this.#timer = clock.schedule(notifyMs, () => this.begin());
    subscriber.subscribe();
  }

  /** A document was missed: the server is asked for the whole (RFC 4235 section 4.3). */
  refresh(): void {
    if (this.#asking !== null) {
      this.#asking.again = true;
      return;
    }
    const pause = this.#options.clock.schedule(refreshMs, () => {
      const again = this.#asking?.again === true;
      this.#asking = null;
      if (again) this.refresh();
    });
    this.#asking = { pause, again: false };
    this.#subscriber?.subscribe();
  }

  /** Takes it back. */
  end(): void {
    const subscriber = this.#subscriber;
    this.#subscriber = null;
    this.#drop();
    if (subscriber === null) return;
    if (subscriber.id === null) {
      subscriber._terminateDialog(ended.transport);
      return;
    }
    subscriber.terminate();
    // JsSIP takes the Expires: 0 of the answer for a missing one, and would subscribe once more.
    this.#options.clock.schedule(goodbyeMs, () => subscriber._terminateDialog(ended.byNotify));
  }

  /** The connection is gone, and the subscription with it. */
  lose(): void {
    this.#drop();
    this.#options.onEnd(null);
  }

  #drop(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#asking?.pause.cancel();
    this.#asking = null;
    const subscriber = this.#subscriber;
    this.#subscriber = null;
    // Else it would go on refreshing, for nobody.
    subscriber?._terminateDialog(ended.transport);
  }

  #heard(act: () => void): void {
    this.#timer?.cancel();
    this.#timer = null;
    act();
  }

  #onResponse(response: SipMessage): void {
    this.#status = response.status_code ?? null;
    const minimum = Number(response.getHeader('Min-Expires'));
    if (this.#status === 423 && Number.isInteger(minimum) && minimum > this.#minExpires && minimum <= 86_400) this.#minExpires = minimum;
  }

  #onTerminated(code: number, reason: string | undefined, retryAfter: number | undefined): void {
    this.#drop();
    const refusal = code === ended.refused || code === ended.authentication ? this.#status : null;
    const isPointless = refusal !== null && (pointless.has(refusal) || code === ended.authentication);
    // RFC 6665 section 4.1.3.
    const forGood = isPointless || (code === ended.byNotify && (reason === 'rejected' || reason === 'noresource' || reason === 'invariant'));
    this.#options.onEnd(forGood ? (refusal ?? 0) : null);
    if (forGood || code === ended.transport) return;
    const atOnce = refusal === 423 || refusal === 481 || reason === 'deactivated' || reason === 'timeout';
    const wait = retryAfter !== undefined && retryAfter > 0 ? retryAfter * 1_000 : atOnce ? 500 : retryMs;
    this.#timer = this.#options.clock.schedule(wait * (1 + this.#options.random() / 2), () => this.begin());
  }
}
