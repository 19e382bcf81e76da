import { isLegal, type CallEvent } from '#shared/domain/call-machine.ts';
import type { Call, EndCause } from '#shared/domain/call.ts';
import { isoNow } from '#shared/domain/clock.ts';
import { asBalieError, BalieError } from '#shared/domain/errors.ts';
import type { PeerConnection } from '../media/peer-connection.ts';
import type { PreparedMedia } from '../media/prepared-media.ts';
import { CallMedia } from './call-media.ts';
import { DigitSender, takesDigits } from './digit-sender.ts';
import { endingOf, type Ending } from './end-cause.ts';
import { DialogAsides } from './dialog-asides.ts';
import type { EndEvent, Session } from './jssip.ts';
import { recoverMedia } from './media-recovery.ts';
import { guardSession } from './session-guard.ts';
import { bindSession, type SessionListener } from './session-binding.ts';
import type { SipCallOptions } from './sip-call-options.ts';

/** How long an answer may wait for its media, for instance while the audio window is started again. */
const mediaDeadlineMs = 10_000;
const lost: Ending = { cause: 'connection-lost', by: 'system', sipStatus: null };
const byOperator = (cause: EndCause): Ending => ({ cause, by: 'local', sipStatus: null });

/** One call: a JsSIP session, its media, and its row in the call table. */
export class SipCall {
  readonly id: string;
  readonly #options: SipCallOptions;
  readonly #isInbound: boolean;
  #session: Session;
  #unbind: () => void;
  #prepared: PreparedMedia | null;
  #media: CallMedia | null = null;
  #confirmed = false;
  #knowsReplaces: boolean;
  #recovering = false;
  readonly #digits: DigitSender;
  /** What is said in the dialog beside the conversation: transfers, offers that wait, its session timer. */
  readonly asides: DialogAsides;
  /** The other side ended the dialog while its replacement was under way: whether that is the end of the call, the outcome tells. */
  #farewell: EndEvent | null = null;
  /** Set before we end the call ourselves: JsSIP's own words for it are then of no interest. */
  #ending: Ending | null = null;

  /** @param knowsReplaces what the INVITE said of the other side; of one that we call the answer tells. */
  constructor(call: Call, session: Session, media: PreparedMedia | PeerConnection, knowsReplaces: boolean, options: SipCallOptions) {
    this.id = call.id;
    this.#options = options;
    this.#isInbound = call.direction === 'inbound';
    this.#session = session;
    this.#knowsReplaces = knowsReplaces;
    this.#digits = new DigitSender({ by: options.dtmf, session: () => this.#session, isHeard: () => takesDigits(options.table.get(call.id), options.dtmf), sendEvents: async (digits) => this.#media?.sendDigits(digits), clock: options.clock, logger: options.logger });
    this.asides = new DialogAsides({
      session: () => this.#session,
      isConfirmed: () => this.#confirmed && !this.#isOver(),
      media: () => this.#media,
      canAnswer: () => !this.#recovering && this.#media?.connection.slot.isOpen !== false,
      onRefer: options.onRefer,
      mayReplace: options.mayReplace,
      clock: options.clock,
      logger: options.logger,
    });
    this.#prepared = 'take' in media ? media : null;
    if (!('take' in media)) this.#media = this.#mediaOf(media);
    this.#unbind = this.#bind(session);
    options.table.add(call);
  }

  /** Answers; resolves when the 200 has left. */
  async answer(): Promise<void> {
    const { table, agent } = this.#options;
    const prepared = this.#prepared;
    if (prepared === null || !isLegal(table.get(this.id).state, 'answer')) throw new BalieError('call.illegal', 'only a call that rings is answered');
    // Asked for first: the audio window answers this before it is told to stop ringing.
    const taking = prepared.take(mediaDeadlineMs);
    table.apply(this.id, { type: 'answer' });
    let connection: PeerConnection;
    try {
      connection = await taking;
    } catch (error) {
      if (!this.#isOver()) this.#fail(asBalieError(error));
      throw error;
    }
    if (this.#isOver()) {
      connection.close();
      throw new BalieError('call.illegal', 'the call ended while it was being answered');
    }
    this.#prepared = null;
    this.#media = this.#mediaOf(connection);
    agent.answer(this.#session, connection);
  }

  /** 486, not 603: a decline must not stop the exchange from offering the call to somebody else (RFC 3261 section 21.6.2). */
  decline(): void {
    this.#end(byOperator('declined'), () => this.#session.terminate({ status_code: 486, reason_phrase: 'Busy Here' }));
  }

  /** Sends a ringing call elsewhere (RFC 3261 section 21.3.3). @param address of the other place. */
  deflect(address: string): void {
    this.#end(byOperator('forwarded'), () => this.#session.terminate({ status_code: 302, extraHeaders: [`Contact: <${address}>`] }));
  }

  /** Number of its media slot; null until it has one that it will keep. */
  get slot(): number | null {
    return this.#media?.connection.slot.id ?? null;
  }

  /** The other side is connected elsewhere: this leg has done its work (RFC 5589 section 6.1). */
  endTransferred(): void {
    if (this.#isOver()) return;
    this.#end(byOperator('transferred'), () => this.#session.terminate());
  }

  hangUp(): void {
    const { table, agent } = this.#options;
    const { state } = table.get(this.id);
    if (state === 'ringing') {
      this.decline();
      return;
    }
    const answered = state === 'connected';
    const ending = byOperator(answered ? 'hung-up' : 'cancelled');
    if (!answered || agent.isConnected) {
      this.#end(ending, () => this.#session.terminate());
      return;
    }
    // The BYE cannot leave now. For the operator the call is over; the other side hears of it when the server is back.
    agent.endLater(this.#session);
    this.#ending = ending;
    table.apply(this.id, { type: 'hang-up' });
    this.#onEnded(ending);
  }

  setMuted(muted: boolean): void {
    this.#options.table.apply(this.id, { type: 'muted', muted });
    this.#media?.setMuted(muted);
  }

  /** Resolves when it is agreed. @throws {BalieError} `media.failed` when the other side refuses. */
  async setHeld(held: boolean): Promise<void> {
    await this.#connected().setHeld(held);
  }

  sendDigits(digits: string): Promise<void> {
    return this.#digits.send(digits);
  }

  /** The connection to the server is gone: what is not answered yet has nobody to go to. */
  onDisconnected(): void {
    const { state } = this.#options.table.get(this.id);
    if (state === 'connected' || state === 'ended') return;
    this.#ending ??= lost;
    if (this.#session.isEnded()) this.#onEnded(this.#ending);
    else this.#session.terminate();
  }

  /** Registered again after an outage. A dialog is asked whether it still stands before anything else is asked of it. */
  onRegistered(addressesChanged: boolean): void {
    if (this.#recovering || !this.#confirmed) return;
    this.#media?.verify({ iceRestart: addressesChanged || !this.#media.isFlowing });
  }

  /** The machine's network is another one. */
  onNetwork(): void {
    this.#media?.onNetwork();
  }

  #connected(): CallMedia {
    const { state } = this.#options.table.get(this.id);
    if (state !== 'connected' || this.#media === null) throw new BalieError('call.illegal', `a call that is ${state} cannot do that`, { details: { state } });
    return this.#media;
  }

  #isOver(): boolean {
    return this.#ending !== null || this.#session.isEnded();
  }

  #mediaOf(connection: PeerConnection): CallMedia {
    const { agent, clock, random, logger, onLevels, onSound } = this.#options;
    return new CallMedia(connection, {
      session: () => this.#session,
      ownsCallId: !this.#isInbound,
      canSignal: () => this.#confirmed && agent.isRegistered && !this.#recovering,
      isOnline: () => agent.isRegistered,
      report: (event) => this.#report(event),
      onLevels: (levels) => onLevels({ callId: this.id, ...levels }),
      onSound: (fact) => onSound(this.id, fact),
      onLost: () => void this.#recover(),
      onHopeless: () => this.#end(lost, () => this.#session.terminate({ status_code: 408 })),
      clock,
      random,
      logger,
    });
  }

  /** What signalling says is put to the table; what does not fit (a late 180, a second end) is left. */
  #report(event: CallEvent): void {
    const { table, logger } = this.#options;
    const { state } = table.get(this.id);
    if (isLegal(state, event.type)) table.apply(this.id, event);
    else if (event.type !== 'microphone' && event.type !== 'hold') logger.debug({ state, event: event.type }, 'an event came too late or too early');
    this.#digits.changed();
  }

  #bind(session: Session): () => void {
    guardSession(session, {
      survives: (fault) => !this.#isOver() && this.#session === session && this.#confirmed && (fault !== 'dialog' || this.#media?.isFlowing === true),
      onFault: (fault, kept) => {
        this.#options.logger.warn({ fault, kept }, 'the signalling of a call has a fault');
        if (!kept) this.#ending ??= lost;
        else if (fault !== 'dialog') this.#media?.verify({ iceRestart: false });
      },
    });
    this.asides.attach(session);
    const listener: SessionListener = {
      onAlerting: (earlyMedia) => this.#report({ type: 'alerting', earlyMedia }),
      onEstablished: () => this.#onEstablished(),
      onConfirmed: () => {
        this.#confirmed = true;
        this.#media?.poke();
      },
      onHeldByRemote: (held) => {
        this.#media?.onHeldByRemote(held);
        if (this.#options.table.get(this.id).state === 'connected') this.#report({ type: 'held-by-remote', held });
      },
      onPeer: (knowsReplaces) => (this.#knowsReplaces ||= knowsReplaces),
      onEnded: (event) => this.#onSessionEnded(event),
    };
    return bindSession(session, listener);
  }

  #onEstablished(): void {
    const media = this.#media;
    if (media === null) return;
    this.#report({ type: 'established', at: isoNow(this.#options.clock), microphone: media.hasMicrophone });
    media.onEstablished();
    this.#report({ type: 'held-by-remote', held: media.isHeldByRemote });
    this.#options.onEstablished();
  }

  /** A committed call whose audio window died: the conversation is laid anew, under the same call. */
  async #recover(): Promise<void> {
    const media = this.#media;
    if (media === null || this.#recovering) return;
    this.#recovering = true;
    const { slots, ice, agent, clock, logger } = this.#options;
    const former = this.#session;
    const result = await recoverMedia({ media, session: former, knowsReplaces: this.#knowsReplaces, slots, ice, agent, clock, logger, canSignal: () => this.#confirmed && agent.isRegistered, isOver: () => this.#isOver(), isGivenUp: () => this.#ending !== null });
    this.#recovering = false;
    if (result === 'over') {
      if (this.#farewell !== null && this.#ending === null) this.#onEnded(endingOf(this.#farewell));
      return;
    }
    this.#farewell = null;
    if (typeof result === 'object') {
      this.#unbind();
      this.#session = result;
      this.#unbind = this.#bind(result);
      this.#report({ type: 'replaced', sipCallId: result._dialog?.id.call_id ?? '' });
      agent.endSoon(former);
      this.asides.refuseOffers();
    }
    if (!media.connection.slot.isOpen) {
      void this.#recover();
      return;
    }
    this.#options.onRenewed();
    this.asides.releaseOffers();
    media.poke();
  }

  #fail(error: BalieError): void {
    this.#options.logger.error({ code: error.code, err: error }, 'a call has no media');
    this.#end({ cause: 'media-failed', by: 'system', sipStatus: null }, () => this.#session.terminate({ status_code: error.code === 'media.failed' ? 488 : 480 }));
  }

  #end(ending: Ending, terminate: () => void): void {
    this.#options.table.apply(this.id, { type: 'hang-up' });
    this.#ending = ending;
    if (this.#session.isEnded()) this.#onEnded(ending);
    else terminate();
  }

  #onSessionEnded(event: EndEvent): void {
    if (this.#recovering && this.#ending === null) {
      this.#farewell = event;
      return;
    }
    this.#onEnded(this.#ending ?? endingOf(event));
  }

  #onEnded(said: Ending): void {
    const ending = this.#options.onEnding(said);
    this.#ending = ending;
    this.asides.close();
    this.#unbind();
    this.#prepared?.close();
    this.#media?.close();
    this.#report({ type: 'ended', at: isoNow(this.#options.clock), ...ending });
    this.#media?.conclude();
    this.#options.onEnded();
  }
}
