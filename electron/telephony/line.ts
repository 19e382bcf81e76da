import { isoNow } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Registration } from '#shared/domain/snapshot.ts';
import { OfferPool } from '../media/offer-pool.ts';
import { PreparedMedia } from '../media/prepared-media.ts';
import { currentAddresses, fingerprintOf } from '../network/addresses.ts';
import type { NetworkChange } from '../network/network-watch.ts';
import { CallAdmission } from './call-admission.ts';
import { incomingCall, outgoingCall } from './call-description.ts';
import { AutoAnswer } from './auto-answer.ts';
import type { Ending } from './end-cause.ts';
import { emergencyNumberOf } from './emergency.ts';
import type { IncomingRequest, NewSession } from './jssip.ts';
import type { ExchangeEcho } from './exchange-echo.ts';
import { createDesks, type LineDesks } from './line-desks.ts';
import type { DialOptions, LineOptions } from './line-options.ts';
import { dialString } from './party.ts';
import { PresenceRoom } from './presence/presence-room.ts';
import { receive, turnAway } from './reception.ts';
import { supportsReplaces } from './replaces.ts';
import type { SipCallOptions } from './sip-call-options.ts';
import { SipCall } from './sip-call.ts';
import { addressAt } from './transfer/refer-to.ts';
import { Replacements } from './transfer/replacing.ts';
import { UserAgent } from './user-agent.ts';

const mediaDeadlineMs = 10_000;

/** The operator's line: one provisioned account with the calls on it. */
export class Line {
  readonly #options: LineOptions;
  readonly #agent: UserAgent;
  readonly #pool: OfferPool;
  readonly #calls = new Map<string, SipCall>();
  /** The server that each call began on: nobody else may know its dialog. */
  readonly #homes = new Map<string, string>();
  readonly #answers = new Map<string, Promise<void>>();
  readonly #replacements = new Replacements();
  /** Who has the floor, the conference, and transfers. */
  readonly desks: LineDesks;
  readonly presence: PresenceRoom;
  readonly autoAnswer: AutoAnswer;
  readonly #admission: CallAdmission;
  #isDialling = false;
  #addresses = fingerprintOf(currentAddresses());

  constructor(options: LineOptions) {
    this.#options = options;
    const { provisioning, instanceId, clock, random, logger, slots, onRegistration } = options;
    this.#agent = new UserAgent({
      sip: provisioning.sip,
      instanceId,
      clock,
      random,
      logger,
      onRegistration,
      onRegistered: () => this.#onRegistered(),
      onDisconnected: () => this.#onDisconnected(),
      onIncoming: (incoming) => this.#onIncoming(incoming),
      mayLeave: (server) => this.#mayLeave(server),
    });
    this.#admission = new CallAdmission(clock);
    this.presence = new PresenceRoom({ provisioning, agent: this.#agent, clock, random, logger, listener: options.presence });
    this.autoAnswer = new AutoAnswer({ policy: provisioning.policy.autoAnswer, table: options.table, rules: options.rules, canCue: () => slots.link.isUp, answer: (id) => this.answer(id), clock, logger });
    slots.codecs = provisioning.sip.codecs;
    this.#pool = new OfferPool(slots, provisioning.ice, clock);
    this.desks = createDesks({ ...options, call: (id) => this.call(id), dial: (user, how) => this.dial(user, newId(), isoNow(clock), how) });
  }

  get registration(): Registration {
    return this.#agent.registration;
  }

  /** @throws {BalieError} `sip.unreachable`. */
  echo(): Promise<ExchangeEcho> {
    return this.#agent.echo();
  }

  start(): void {
    this.#agent.start();
  }

  async stop(): Promise<void> {
    this.#pool.close();
    this.#forEachCall((call) => call.hangUp());
    await this.presence.close();
    await this.#agent.stop();
  }

  onNetwork({ now }: NetworkChange): void {
    this.#forEachCall((call) => call.onNetwork());
    this.#agent.onNetwork(now);
  }

  /** What rings would ring on, for nobody, after the sleep. A conversation may outlast a short one. */
  onSuspend(): void {
    this.#forEachCall((call) => call.onDisconnected());
    if (this.#calls.size === 0) this.#agent.sleep();
  }

  onResume(): void {
    this.#forEachCall((call) => call.onNetwork());
    this.#agent.renew();
  }

  /** @throws {BalieError} `call.not-found`. */
  call(id: string): SipCall {
    const call = this.#calls.get(id);
    if (call === undefined) throw new BalieError('call.not-found', 'there is no such live call');
    return call;
  }

  /** Follows the call table. */
  observe(): void {
    const { calls } = this.#options.table;
    for (const desk of [this.desks.conference, this.desks.transfers, this.desks.referee, this.presence]) desk.observe(calls);
    this.autoAnswer.reconsider();
  }

  /** Holds the others and answers; asked for twice meanwhile it is done once. @throws {BalieError} also `media.*` when it cannot be answered. */
  answer(id: string): Promise<void> {
    const answer = this.#answers.get(id) ?? this.#answer(id).finally(() => this.#answers.delete(id));
    this.#answers.set(id, answer);
    return answer;
  }

  async #answer(id: string): Promise<void> {
    await this.desks.floor.take(id);
    await this.call(id).answer();
  }

  /** Takes over a call that rings at a colleague's. @throws {BalieError} `pick-up.refused`, and like {@link dial}. */
  async pickUp(number: string): Promise<string> {
    const { target, address, headers } = this.presence.pickUp(number);
    return this.dial(target, newId(), isoNow(this.#options.clock), { ...(address === undefined ? {} : { address }), headers: [...headers] });
  }

  /** Mutes a call; in a conference both, for the operator has one mouth. */
  setMuted(id: string, muted: boolean): void {
    const { members } = this.desks.conference;
    for (const one of members.includes(id) ? members : [id]) this.call(one).setMuted(muted);
  }

  /** The one who was there first is brought together with the other. @throws {BalieError} `call.illegal` outside a conference. */
  async leaveConference(note: string): Promise<void> {
    const [first, second] = this.#options.table.live.filter(({ id }) => this.desks.conference.members.includes(id));
    if (first === undefined || second === undefined) throw new BalieError('call.illegal', 'there is no conference');
    await this.desks.transfers.bringTogether(first.id, second.id, note);
  }

  /** @throws {BalieError} `transfer.target-invalid` for what cannot be dialled. */
  deflect(id: string, target: string): void {
    const { country, sip } = this.#options.provisioning;
    const user = dialString(target, country);
    if (user === null) throw new BalieError('transfer.target-invalid', 'this cannot be dialled');
    this.call(id).deflect(addressAt(user, sip.uri));
  }

  /** @throws {BalieError} see {@link Telephony.dial}. */
  async dial(target: string, id: string, startedAt: string, { consultationFor, address, headers = [], confirmed = false }: DialOptions = {}): Promise<string> {
    const { provisioning, table, logger } = this.#options;
    const emergency = emergencyNumberOf(target, provisioning.country, provisioning.policy.emergencyNumbers);
    if (emergency !== null && !confirmed) throw new BalieError('call.emergency', 'this is an emergency number', { details: { number: emergency } });
    const user = emergency ?? dialString(target, provisioning.country);
    if (user === null) throw new BalieError('call.number-invalid', 'this cannot be dialled');
    if (table.live.length >= provisioning.policy.maxCalls) throw new BalieError('call.limit', 'the line is full');
    if (this.#isDialling || table.live.some(({ state }) => state === 'dialling' || state === 'alerting')) throw new BalieError('call.dialling', 'another number is being called');
    if (!this.#agent.isRegistered) throw new BalieError('sip.not-registered', 'the line is not registered');
    this.#isDialling = true;
    try {
      await this.desks.floor.take(null);
      if (consultationFor !== undefined && table.get(consultationFor).state !== 'connected') throw new BalieError('call.illegal', 'the caller has hung up');
      const connection = await this.#pool.take(mediaDeadlineMs);
      try {
        const session = this.#agent.call(address ?? user, connection, headers);
        const call = outgoingCall({ id, user, sipCallId: session._request.call_id, startedAt, consultationFor: consultationFor ?? null }, provisioning.country);
        this.#calls.set(id, new SipCall(call, session, connection, false, this.#callOptions(id)));
        return id;
      } catch (error) {
        connection.close();
        logger.error({ err: error }, 'JsSIP did not take the call');
        throw new BalieError('call.number-invalid', 'this cannot be dialled', { cause: error });
      }
    } finally {
      this.#isDialling = false;
    }
  }

  #onIncoming(incoming: NewSession): void {
    const { session } = incoming;
    const isKnown = this.#replacements.replacedBy(incoming.request) !== null;
    if (!isKnown && !(this.#admission.admit() ? receive(incoming, this.#options) : turnAway(incoming))) return;
    // JsSIP sends the 180 after this event and says "progress" in the same turn. Whoever hears of a new call (a
    // notification, the store, the queues) takes milliseconds, which the 180 must not wait for.
    const onRinging = () => {
      session.off('progress', onRinging);
      this.#onRinging(incoming);
    };
    session.on('progress', onRinging);
  }

  #onRinging({ session, request }: NewSession): void {
    const { provisioning, table, slots, clock, logger } = this.#options;
    const described = incomingCall(request, provisioning, isoNow(clock));
    const call = { ...described, autoAnswerAt: this.autoAnswer.plan(described.id, request) };
    const media = new PreparedMedia({
      slots,
      ice: provisioning.ice,
      clock,
      offer: request.body === null || request.body === '' ? null : request.body,
      onPrepared: (prepared) => {
        if (table.calls.some(({ id, state }) => id === call.id && state === 'ringing')) table.apply(call.id, { type: 'prepared', prepared });
      },
    });
    const replaced = this.#replacements.replacedBy(request);
    const sipCall = new SipCall(call, session, media, supportsReplaces(request), this.#callOptions(call.id, replaced));
    this.#calls.set(call.id, sipCall);
    if (replaced !== null) this.#replacements.begin(call.id, replaced);
    media.start();
    // JsSIP reads the offer when the call is answered, and keeps what it read: a third of a millisecond that the 200 need not wait for.
    request.parseSDP();
    // The operator has answered the call whose place this takes.
    if (replaced !== null) sipCall.answer().catch((error: unknown) => logger.warn({ err: error }, 'a call could not take the place of another'));
  }

  #callOptions(id: string, replaced: string | null = null): SipCallOptions {
    const { table, slots, provisioning, clock, random, logger, onLevels, onSound, onCallEnded } = this.#options;
    this.#homes.set(id, this.#agent.server);
    const onEnded = () => {
      this.#calls.delete(id);
      this.#homes.delete(id);
      onCallEnded();
    };
    return {
      table,
      agent: this.#agent,
      slots,
      ice: provisioning.ice,
      clock,
      random,
      logger: logger.child({ callId: id }),
      onLevels,
      onSound,
      onEnded,
      dtmf: provisioning.sip.dtmf,
      onEstablished: () => {
        this.#admission.giveBack();
        this.desks.floor.onEstablished(id, replaced);
      },
      onRenewed: () => this.desks.conference.members.includes(id) && this.desks.conference.tellMix(),
      onEnding: (ending) => this.#onEnding(id, ending),
      onRefer: (request) => this.desks.referee.onRefer(id, request),
      mayReplace: (request) => this.#mayReplace(id, request),
    };
  }

  #mayReplace(id: string, request: IncomingRequest): boolean {
    return this.#replacements.mayReplace(this.#options.table.get(id), request);
  }

  #onEnding(id: string, ending: Ending): Ending {
    if (ending.by === 'local') this.#admission.giveBack();
    const { transfers, referee } = this.desks;
    return this.#replacements.onEnding(this.#options.table.get(id)) ?? referee.onEnding(id, transfers.onEnding(id, ending));
  }

  #mayLeave(server: string): boolean {
    return this.#options.table.live.every(({ id, state }) => state === 'connected' && this.#homes.get(id) !== server);
  }

  #onDisconnected(): void {
    this.#forEachCall((call) => call.onDisconnected());
    this.presence.onDisconnected();
  }

  #onRegistered(): void {
    this.presence.onRegistered();
    const addresses = fingerprintOf(currentAddresses());
    const changed = addresses !== this.#addresses;
    this.#addresses = addresses;
    this.#forEachCall((call) => call.onRegistered(changed));
  }

  #forEachCall(act: (call: SipCall) => void): void {
    for (const call of [...this.#calls.values()]) act(call);
  }
}
