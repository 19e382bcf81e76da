import type { Provisioning } from '#shared/contract/session.ts';
import { isoNow, type Clock } from '#shared/domain/clock.ts';
import { BalieError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import type { Logger } from '#shared/domain/logger.ts';
import type { Registration } from '#shared/domain/snapshot.ts';
import { OfferPool } from '../media/offer-pool.ts';
import { addressFingerprint } from '../media/preparation.ts';
import { PreparedMedia } from '../media/prepared-media.ts';
import type { SlotRegistry } from '../media/slot-registry.ts';
import type { NetworkChange } from '../network/network-watch.ts';
import type { CallTable } from './call-table.ts';
import { incomingCall, outgoingCall } from './call-description.ts';
import { Conference } from './conference.ts';
import type { Ending } from './end-cause.ts';
import { Floor } from './floor.ts';
import type { IncomingRequest, NewSession } from './jssip.ts';
import type { LineRules } from './line-rules.ts';
import { dialString } from './party.ts';
import { receive } from './reception.ts';
import { supportsReplaces } from './replaces.ts';
import type { SipCallOptions } from './sip-call-options.ts';
import { SipCall } from './sip-call.ts';
import { addressAt } from './transfer/refer-to.ts';
import { Referee } from './transfer/referee.ts';
import { refusalOfReplacing } from './transfer/replacing.ts';
import { TransferDesk, type Transferred } from './transfer/transfer-desk.ts';
import { UserAgent } from './user-agent.ts';

interface LineOptions {
  readonly provisioning: Provisioning;
  readonly instanceId: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  readonly table: CallTable;
  readonly slots: SlotRegistry;
  readonly onRegistration: () => void;
  readonly onLevels: SipCallOptions['onLevels'];
  readonly onSound: SipCallOptions['onSound'];
  readonly onCallEnded: () => void;
  readonly onTransferred: (fact: Transferred) => void;
  /** How new calls are treated now. */
  readonly rules: () => LineRules;
}

interface DialOptions {
  readonly consultationFor?: string;
  /** Where the request goes, when that is not simply the user at our exchange. */
  readonly address?: string;
  readonly headers?: string[];
}

const mediaDeadlineMs = 10_000;

/** The operator's line: one provisioned account with the calls on it. */
export class Line {
  readonly #options: LineOptions;
  readonly #agent: UserAgent;
  readonly #pool: OfferPool;
  readonly #calls = new Map<string, SipCall>();
  /** The server that each call began on: nobody else may know its dialog. */
  readonly #homes = new Map<string, string>();
  /** Call-ID of an INVITE with Replaces to the call whose place it takes. */
  readonly #replaced = new Map<string, string>();
  readonly floor: Floor;
  readonly conference: Conference;
  readonly transfers: TransferDesk;
  readonly #referee: Referee;
  #isDialling = false;
  #addresses = addressFingerprint();

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
      onDisconnected: () => this.#forEachCall((call) => call.onDisconnected()),
      onIncoming: (incoming) => this.#onIncoming(incoming),
      mayLeave: (server) => this.#mayLeave(server),
    });
    slots.codecs = provisioning.sip.codecs;
    this.#pool = new OfferPool(slots, provisioning.ice, clock);
    const { table, onTransferred } = options;
    const { country, policy } = provisioning;
    const accountUri = provisioning.sip.uri.replace(/^sips:/, 'sip:');
    const call = (id: string) => this.call(id);
    this.floor = new Floor({ table, call, clock, onTaken: () => this.conference.onFloorTaken() });
    const { floor } = this;
    this.conference = new Conference({ table, call, floor, link: slots.link, logger });
    this.transfers = new TransferDesk({
      table,
      floor,
      call,
      dial: (user, about) => this.dial(user, newId(), isoNow(clock), { consultationFor: about }),
      dialable: (target) => dialString(target, country),
      isInConference: (id) => this.conference.members.includes(id),
      accountUri,
      noteHeader: policy.noteHeader,
      onTransferred,
      clock,
      logger,
    });
    this.#referee = new Referee({
      table,
      floor,
      call,
      dial: ({ user, address }, headers) => this.dial(user, newId(), isoNow(clock), { address, headers }),
      accountUri,
      country,
      emergencyNumbers: policy.emergencyNumbers,
      isTransferring: (id) => this.transfers.isTransferring(id),
      logger,
    });
  }

  get registration(): Registration {
    return this.#agent.registration;
  }

  start(): void {
    this.#agent.start();
  }

  async stop(): Promise<void> {
    this.#pool.close();
    this.#forEachCall((call) => call.hangUp());
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
    const { table } = this.#options;
    this.conference.observe(table.calls);
    this.transfers.observe(table.calls);
    this.#referee.observe(table.calls);
  }

  /** Mutes a call; in a conference both, for the operator has one mouth. */
  setMuted(id: string, muted: boolean): void {
    const { members } = this.conference;
    for (const one of members.includes(id) ? members : [id]) this.call(one).setMuted(muted);
  }

  /** The one who was there first is brought together with the other. @throws {BalieError} `call.illegal` outside a conference. */
  async leaveConference(note: string): Promise<void> {
    const [first, second] = this.#options.table.live.filter(({ id }) => this.conference.members.includes(id));
    if (first === undefined || second === undefined) throw new BalieError('call.illegal', 'there is no conference');
    await this.transfers.bringTogether(first.id, second.id, note);
  }

  /** @throws {BalieError} `transfer.target-invalid` for what cannot be dialled. */
  deflect(id: string, target: string): void {
    const { country, sip } = this.#options.provisioning;
    const user = dialString(target, country);
    if (user === null) throw new BalieError('transfer.target-invalid', 'this cannot be dialled');
    this.call(id).deflect(addressAt(user, sip.uri));
  }

  /** @throws {BalieError} see {@link Telephony.dial}. */
  async dial(target: string, id: string, startedAt: string, { consultationFor, address, headers = [] }: DialOptions = {}): Promise<string> {
    const { provisioning, table, logger } = this.#options;
    const user = dialString(target, provisioning.country);
    if (user === null) throw new BalieError('call.number-invalid', 'this cannot be dialled');
    if (table.live.length >= provisioning.policy.maxCalls) throw new BalieError('call.limit', 'the line is full');
    if (this.#isDialling || table.live.some(({ state }) => state === 'dialling' || state === 'alerting')) throw new BalieError('call.dialling', 'another number is being called');
    if (!this.#agent.isRegistered) throw new BalieError('sip.not-registered', 'the line is not registered');
    this.#isDialling = true;
    try {
      await this.floor.take(null);
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
    if (!this.#replaced.has(incoming.request.call_id) && !receive(incoming, this.#options)) return;
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
    const call = incomingCall(request, provisioning, isoNow(clock));
    const media = new PreparedMedia({
      slots,
      ice: provisioning.ice,
      clock,
      offer: request.body === null || request.body === '' ? null : request.body,
      onPrepared: (prepared) => {
        if (table.calls.some(({ id, state }) => id === call.id && state === 'ringing')) table.apply(call.id, { type: 'prepared', prepared });
      },
    });
    const replaced = this.#replaced.get(request.call_id);
    const sipCall = new SipCall(call, session, media, supportsReplaces(request), this.#callOptions(call.id, replaced));
    this.#calls.set(call.id, sipCall);
    media.start();
    // The operator has answered the call whose place this takes.
    if (replaced !== undefined) sipCall.answer().catch((error: unknown) => logger.warn({ err: error }, 'a call could not take the place of another'));
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
      onEstablished: () => this.floor.onEstablished(id, replaced),
      onRenewed: () => this.conference.members.includes(id) && this.conference.tellMix(),
      onEnding: (ending) => this.#onEnding(id, ending),
      onRefer: (request) => this.#referee.onRefer(id, request),
      mayReplace: (request) => this.#mayReplace(id, request),
    };
  }

  #mayReplace(id: string, request: IncomingRequest): boolean {
    const status = refusalOfReplacing(this.#options.table.get(id), request);
    if (status === 0) this.#replaced.set(request.call_id, id);
    else request.reply(status);
    return status === 0;
  }

  #onEnding(id: string, ending: Ending): Ending {
    for (const [invite, replaced] of this.#replaced) {
      if (replaced !== id && this.#options.table.get(id).sipCallId !== invite) continue;
      this.#replaced.delete(invite);
      if (replaced === id) return { cause: 'transferred', by: 'remote', sipStatus: null };
    }
    return this.#referee.onEnding(id, this.transfers.onEnding(id, ending));
  }

  #mayLeave(server: string): boolean {
    return this.#options.table.live.every(({ id, state }) => state === 'connected' && this.#homes.get(id) !== server);
  }

  #onRegistered(): void {
    const addresses = addressFingerprint();
    const changed = addresses !== this.#addresses;
    this.#addresses = addresses;
    this.#forEachCall((call) => call.onRegistered(changed));
  }

  #forEachCall(act: (call: SipCall) => void): void {
    for (const call of [...this.#calls.values()]) act(call);
  }
}
