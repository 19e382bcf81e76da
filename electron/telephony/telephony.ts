import type { Provisioning } from '#shared/contract/session.ts';
import type { Call } from '#shared/domain/call.ts';
import { isoNow } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import type { RecordingState } from '#shared/domain/recording.ts';
import type { Registration } from '#shared/domain/snapshot.ts';
import { Ringer } from '../media/ringer.ts';
import { SlotRegistry } from '../media/slot-registry.ts';
import type { NetworkChange } from '../network/network-watch.ts';
import { CallTable } from './call-table.ts';
import { installWebRtc } from './jssip.ts';
import type { Conference } from './conference.ts';
import { takeOverGlare } from './dialog-glare.ts';
import type { ExchangeEcho } from './exchange-echo.ts';
import { Line } from './line.ts';
import type { LineRules } from './line-rules.ts';
import { OperatorLineState } from './operator-line.ts';
import type { TelephonyOptions, TelephonyState } from './telephony-options.ts';
import { PresenceDesk } from './presence/presence-desk.ts';
import { ringToneFor } from './ring-tone.ts';
import type { TransferDesk } from './transfer/transfer-desk.ts';

export type { Levels, TelephonyState } from './telephony-options.ts';

/**
 * Telephony in main: one SIP account, its calls, and their media in the audio window. Every method
 * that names a call throws `call.not-found` for one that is not there, and `call.illegal` for one
 * whose state does not allow it.
 */
export class Telephony {
  readonly #options: TelephonyOptions;
  readonly #table: CallTable;
  readonly #slots: SlotRegistry;
  readonly #ringer: Ringer;
  #line: Line | null = null;
  #provisioning: Provisioning | null = null;
  #turn: Promise<void> = Promise.resolve();
  /** Why the account given last has no line. */
  #unusable: Registration | null = null;
  /** Arrived during a call: a line is not changed under it. */
  #next: Provisioning | null = null;
  readonly #operatorLine = new OperatorLineState();
  /** Colleagues' telephones and the voicemail. */
  readonly presence = new PresenceDesk(() => this.#publish());

  constructor(options: TelephonyOptions) {
    this.#options = options;
    installWebRtc();
    takeOverGlare();
    this.#ringer = new Ringer(options.audio);
    this.#slots = new SlotRegistry(options.audio, options.logger);
    this.#table = new CallTable((calls) => {
      this.#ringer.set(ringToneFor(calls));
      this.#operatorLine.observe(calls, this.#provisioning);
      this.#publish();
      this.#line?.observe();
    });
  }

  get state(): TelephonyState {
    return { registration: this.#line?.registration ?? this.#unusable ?? { state: 'off' }, calls: this.#table.calls, line: this.#operatorLine.shown(this.#provisioning), presence: this.presence.presence, voicemail: this.presence.voicemail };
  }

  /** @throws {BalieError} `sip.not-registered` without a line. */
  get transfers(): TransferDesk {
    return this.#theLine().desks.transfers;
  }

  /** @throws {BalieError} `sip.not-registered` without a line. */
  get conference(): Conference {
    return this.#theLine().desks.conference;
  }

  /** How new calls are treated from now on. Where they go is not listened to when the centre does not allow it. */
  setRules(change: Partial<LineRules>): void {
    this.#operatorLine.set(change);
    this.presence.say(this.#operatorLine.availability);
    this.#publish();
    this.#line?.autoAnswer.reconsider();
  }

  /**
   * Registers; needs no window. The same provisioning again changes nothing; another one takes effect
   * when the last call has ended.
   */
  start(provisioning: Provisioning): Promise<void> {
    return this.#inTurn(() => this.#start(provisioning));
  }

  /** Ends the calls, takes the registration back, closes the connection; within two and a half seconds. */
  stop(): Promise<void> {
    return this.#inTurn(async () => {
      this.#next = null;
      await this.#stopLine();
      this.#publish();
    });
  }

  /** The machine's addresses have changed. */
  onNetwork(change: NetworkChange): void {
    this.#line?.onNetwork(change);
  }

  /** The machine goes to sleep. */
  onSuspend(): void {
    this.#line?.onSuspend();
  }

  /** The machine slept, or something like it: nothing that was true before is believed. */
  onResume(): void {
    this.#line?.onResume();
  }

  /** Asks the exchange for a sign of life. @throws {BalieError} `sip.unreachable`, `sip.not-registered` without a line. */
  async echo(): Promise<ExchangeEcho> {
    return this.#theLine().echo();
  }

  /** Answers. Another call that is up is put on hold first. @throws {BalieError} also `media.*` when it cannot be answered. */
  async answer(callId: string): Promise<void> {
    this.#require(callId, 'ringing', 'answering');
    await this.#theLine().answer(callId);
  }

  decline(callId: string): void {
    this.#require(callId, 'ringing');
    this.#theLine().call(callId).decline();
  }

  /** Sends a ringing call elsewhere. @throws {BalieError} `transfer.target-invalid` for what cannot be dialled. */
  deflect(callId: string, target: string): void {
    this.#require(callId, 'ringing');
    this.#theLine().deflect(callId, target);
  }

  hangUp(callId: string): void {
    const { state } = this.#table.get(callId);
    if (state === 'ended' || state === 'ending') throw new BalieError('call.illegal', `the call is ${state}`, { details: { state } });
    this.#theLine().call(callId).hangUp();
  }

  setMuted(callId: string, muted: boolean): void {
    this.#require(callId, 'connected');
    this.#theLine().setMuted(callId, muted);
  }

  /**
   * Holds or resumes; another call that is up is put on hold before this one is resumed. Resolves when the other side
   * agreed, or after eight seconds: the call's `hold` tells (during an outage it stays `holding`, with the microphone cut).
   * @throws {BalieError} `media.failed` when the other side refuses; the call goes on as it was.
   */
  async setHeld(callId: string, held: boolean): Promise<void> {
    this.#require(callId, 'connected');
    const { conference, floor } = this.#theLine().desks;
    // One of three who is held would leave the others to themselves, unheard: splitting says what is meant.
    if (conference.members.includes(callId)) throw new BalieError('call.illegal', 'a conference is split, not held');
    await floor.setHeld(callId, held);
  }

  /** This call becomes the one in conversation; another is held first. @throws {BalieError} `media.failed` when one of the two refuses. */
  async switchTo(callId: string): Promise<void> {
    await this.setHeld(callId, false);
  }

  /**
   * As the account wants them, one after the other; typed before the answer they leave as soon as somebody hears them.
   * @throws {BalieError} `call.digits-refused` when the other side takes none, `call.illegal` of a call that is not ours to speak in.
   */
  async sendDigits(callId: string, digits: string): Promise<void> {
    this.#require(callId, 'connected', 'alerting', 'dialling');
    await this.#theLine().call(callId).sendDigits(digits);
  }

  /**
   * Calls a number in any notation, or a user of the centre. Another call that is up is put on hold first.
   * @returns the id of the new call.
   * @param confirmed the operator has said that an emergency number is meant.
   * @throws {BalieError} `call.number-invalid`, `call.emergency`, `call.limit`, `sip.not-registered`, `media.window-down`.
   */
  dial(target: string, confirmed = false): Promise<string> {
    const line = this.#line;
    if (line === null) return Promise.reject(new BalieError('sip.not-registered', 'there is no SIP account'));
    return line.dial(target, newId(), isoNow(this.#options.clock), { confirmed });
  }

  /** Calls back the last call that was missed. @throws {BalieError} `call.not-found` when there is none, and like {@link dial}. */
  async callBackMissed(): Promise<string> {
    const { missed } = this.#operatorLine;
    if (missed === null) throw new BalieError('call.not-found', 'no call was missed');
    const id = await this.dial(missed.raw);
    this.#operatorLine.calledBack();
    this.#publish();
    return id;
  }

  /** The queue of this ringing call wants it to answer itself. */
  onQueueAutoAnswer(callId: string): void {
    this.#line?.autoAnswer.onQueue(callId);
  }

  /** @throws {BalieError} `pick-up.refused`, and like {@link dial}. */
  async pickUp(number: string): Promise<string> {
    return this.#theLine().pickUp(number);
  }

  /** Calls the voicemail. @throws {BalieError} `call.number-invalid` where there is none, and like {@link dial}. */
  dialVoicemail(): Promise<string> {
    return this.dial(this.#provisioning?.policy.voicemail ?? '');
  }

  /** The operator leaves the conference and lets the others talk. @throws {BalieError} `call.illegal` outside one. */
  async leaveConference(note: string): Promise<void> {
    await this.#theLine().leaveConference(note);
  }

  /** What the operator sees of a call's recording. For a call that ends meanwhile there is nothing to see. */
  setRecording(callId: string, recording: RecordingState): void {
    if (this.#table.calls.some(({ id, state }) => id === callId && state === 'connected')) this.#table.apply(callId, { type: 'recording', recording });
  }

  /** Drops a call that has ended from the state. @throws {BalieError} `call.illegal` while it is live. */
  forget(callId: string): void {
    this.#table.forget(callId);
  }

  #require(callId: string, ...states: readonly Call['state'][]): void {
    const call = this.#table.get(callId);
    if (!states.includes(call.state)) throw new BalieError('call.illegal', `the call is ${call.state}, not ${states.join(' or ')}`, { details: { state: call.state } });
  }

  #theLine(): Line {
    if (this.#line === null) throw new BalieError('sip.not-registered', 'there is no SIP account');
    return this.#line;
  }

  /** Two accounts at once would be two registrations, one of which nobody ends. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #start(provisioning: Provisioning): Promise<void> {
    if (this.#line !== null && JSON.stringify(provisioning) === JSON.stringify(this.#provisioning)) {
      this.#next = null;
      return;
    }
    if (this.#table.live.length > 0) {
      this.#next = provisioning;
      return;
    }
    await this.#stopLine();
    this.#provisioning = provisioning;
    const { logger, clock, instanceId, onLevels, onSound, onTransferred, random = Math.random } = this.#options;
    const line = this.#createLine({ provisioning, instanceId, clock, random, logger, table: this.#table, slots: this.#slots, onRegistration: () => this.#publish(), onLevels, onSound, onCallEnded: () => this.#onCallEnded(), onTransferred, rules: () => this.#operatorLine.rules(provisioning), presence: this.presence });
    this.#line = line;
    this.presence.say(this.#operatorLine.availability);
    this.presence.attach(line?.presence ?? null);
    if (line === null) this.#publish();
    else line.start();
  }

  /** An account that JsSIP cannot take is refused like one that the registrar refuses: the operator sees it, nothing breaks. */
  #createLine(options: ConstructorParameters<typeof Line>[0]): Line | null {
    const { clock, logger } = this.#options;
    this.#unusable = null;
    try {
      return new Line(options);
    } catch (error) {
      logger.error({ err: error }, 'the SIP account cannot be used');
      const server = options.provisioning.sip.servers[0]?.url ?? '';
      this.#unusable = { state: 'refused', server, since: isoNow(clock), sipStatus: 400, error: 'settings.invalid' };
      return null;
    }
  }

  async #stopLine(): Promise<void> {
    this.#unusable = null;
    const line = this.#line;
    this.#line = null;
    this.presence.attach(null);
    this.#provisioning = null;
    await line?.stop();
  }

  #onCallEnded(): void {
    const next = this.#next;
    if (next === null || this.#table.live.length > 0) return;
    this.#next = null;
    void this.start(next);
  }

  #publish(): void {
    this.#options.onChange(this.state);
  }
}
