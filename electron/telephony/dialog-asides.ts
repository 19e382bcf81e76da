import type { Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/domain/logger.ts';
import { interceptRequests } from './dialog-requests.ts';
import { HeldOffers } from './held-offers.ts';
import type { Dialog, IncomingRequest, Session } from './jssip.ts';
import { SessionTimer, type TimedMedia } from './session-timer.ts';
import { notifyOf } from './transfer/refer-notify.ts';
import { Referral, type ReferralListener } from './transfer/referral.ts';

interface DialogAsidesOptions {
  readonly session: () => Session;
  /** The dialog is confirmed and not over. */
  readonly isConfirmed: () => boolean;
  /** Null until it has a connection that it will keep. */
  readonly media: () => (TimedMedia & { readonly isNegotiating: boolean }) | null;
  /** There is an audio window to make an answer. */
  readonly canAnswer: () => boolean;
  readonly onRefer: (request: IncomingRequest) => void;
  readonly mayReplace: (request: IncomingRequest) => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What is asked and told inside a dialog beside the conversation itself: transfers both ways, offers that have to wait, and whether it still stands. */
export class DialogAsides {
  readonly #options: DialogAsidesOptions;
  readonly #offers: HeldOffers;
  #referral: Referral | null = null;
  #timer: SessionTimer | null = null;

  constructor(options: DialogAsidesOptions) {
    this.#options = options;
    this.#offers = new HeldOffers(options.clock);
  }

  /** Listens to the requests of this session from now on. */
  attach(session: Session): void {
    const { onRefer, mayReplace } = this.#options;
    this.#timer?.close();
    this.#timer = new SessionTimer(session, this.#options);
    interceptRequests(session, {
      onRefer,
      mayReplace,
      onReferNotify: (request) => (this.#referral === null ? request.reply(481) : this.#referral.onNotify(request)),
      onOffer: (request, pass) => this.#onOffer(request, pass),
    });
  }

  /** The dialog that a transfer can name; null when there is none. */
  get dialog(): Dialog | null {
    const { session, isConfirmed } = this.#options;
    return isConfirmed() ? (session()._dialog ?? null) : null;
  }

  /** Asks the other side to call somebody else. @throws {BalieError} `call.illegal` before the dialog is confirmed. */
  refer(headers: readonly string[], listener: ReferralListener): Referral {
    const { session, isConfirmed, clock } = this.#options;
    if (!isConfirmed()) throw new BalieError('call.illegal', 'there is no dialog to ask in');
    this.#referral?.abandon();
    this.#referral = new Referral(session(), headers, clock, listener);
    return this.#referral;
  }

  /** Tells the other side what has become of a REFER of theirs. @param id its CSeq. */
  notifyReferral(id: number, status: number, reason: string): void {
    if (this.#options.isConfirmed()) notifyOf(this.#options.session(), id, status, reason);
  }

  /** Offers that waited can be answered now. */
  releaseOffers(): void {
    this.#offers.release();
  }

  /** The dialog that they came in is not the conversation's any more. */
  refuseOffers(): void {
    this.#offers.refuse(481);
  }

  /** The call is over. */
  close(): void {
    this.#timer?.close();
    this.#referral?.abandon();
    this.refuseOffers();
  }

  /** An offer that meets one of ours is refused (RFC 3261 section 14.2); one that meets nobody waits. */
  #onOffer(request: IncomingRequest, pass: () => void): void {
    if (this.#options.media()?.isNegotiating === true) request.reply(491);
    else if (this.#options.canAnswer()) pass();
    else this.#offers.hold(request, pass);
  }
}
