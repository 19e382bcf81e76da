import type { Provisioning } from '#shared/contract/session.ts';
import type { Call } from '#shared/domain/call.ts';
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
import type { NewSession, SipMessage } from './jssip.ts';
import { cleanText, dialString, e164, partyOf, userOf } from './party.ts';
import { supportsReplaces } from './replaces.ts';
import { SipCall, type SipCallOptions } from './sip-call.ts';
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
  readonly onCallEnded: () => void;
}

/** One call in hand and one that waits: more is for the queue to keep. */
const maxLive = 2;
const mediaDeadlineMs = 10_000;
const holdDeadlineMs = 8_000;

/** The operator's line: one provisioned account with the calls on it. */
export class Line {
  readonly #options: LineOptions;
  readonly #agent: UserAgent;
  readonly #pool: OfferPool;
  readonly #calls = new Map<string, SipCall>();
  /** The server that each call began on: nobody else may know its dialog. */
  readonly #homes = new Map<string, string>();
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
    this.#pool = new OfferPool(slots, provisioning.ice, clock);
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

  /** One conversation at a time: the others are held before this one begins. @throws {BalieError} when one cannot be held. */
  async holdOthers(except: string | null): Promise<void> {
    const open = this.#options.table.live.filter((call) => call.state === 'connected' && call.id !== except && call.hold !== 'on');
    await Promise.all(open.map(({ id }) => this.#within(this.call(id).setHeld(true), 'reject')));
  }

  /** @throws {BalieError} `media.failed` when the other side refuses. */
  async setHeld(id: string, held: boolean): Promise<void> {
    if (!held) await this.holdOthers(id);
    await this.#within(this.call(id).setHeld(held), 'resolve');
  }

  /** @throws {BalieError} see {@link Telephony.dial}. */
  async dial(target: string, id: string, startedAt: string): Promise<string> {
    const { provisioning, table, logger } = this.#options;
    const user = dialString(target, provisioning.country);
    if (user === null) throw new BalieError('call.number-invalid', 'this cannot be dialled');
    if (table.live.length >= maxLive) throw new BalieError('call.limit', 'two calls are up already');
    if (!this.#agent.isRegistered) throw new BalieError('sip.not-registered', 'the line is not registered');
    await this.holdOthers(null);
    const connection = await this.#pool.take(mediaDeadlineMs);
    try {
      const session = this.#agent.call(user, connection);
      const party = { number: e164(user, provisioning.country), raw: user, displayName: null };
      const call: Call = { id, direction: 'outbound', party, called: user, queueKey: null, sipCallId: sipCallIdOf(session), startedAt, consultationFor: null, handOver: null, state: 'dialling' };
      this.#calls.set(id, new SipCall(call, session, connection, false, this.#callOptions(id)));
      return id;
    } catch (error) {
      connection.close();
      logger.error({ err: error }, 'JsSIP did not take the call');
      throw new BalieError('call.number-invalid', 'this cannot be dialled', { cause: error });
    }
  }

  #onIncoming(incoming: NewSession): void {
    const { session } = incoming;
    if (this.#options.table.live.length >= maxLive) {
      this.#options.logger.info({}, 'a call was answered 486: two are up already');
      session.terminate({ status_code: 486, reason_phrase: 'Busy Here' });
      return;
    }
    // JsSIP sends the 180 after this event and says "progress" in the same turn. Whoever hears of a new call (a
    // notification, the store, the queues) takes milliseconds, which the 180 must not wait for.
    const onRinging = () => {
      session.off('progress', onRinging);
      this.#onRinging(incoming);
    };
    session.on('progress', onRinging);
  }

  #onRinging({ session, request }: NewSession): void {
    const { provisioning, table, slots, clock } = this.#options;
    const call = this.#describe(request);
    const media = new PreparedMedia({
      slots,
      ice: provisioning.ice,
      clock,
      offer: request.body === null || request.body === '' ? null : request.body,
      onPrepared: (prepared) => {
        if (table.calls.some(({ id, state }) => id === call.id && state === 'ringing')) table.apply(call.id, { type: 'prepared', prepared });
      },
    });
    this.#calls.set(call.id, new SipCall(call, session, media, supportsReplaces(request), this.#callOptions(call.id)));
    media.start();
  }

  #describe(request: SipMessage): Call {
    const { provisioning, clock } = this.#options;
    const queue = cleanText(request.getHeader(provisioning.queueHeader) ?? '', 128);
    const calledParty = /<?sips?:([^@>;]+)@/i.exec(request.getHeader('P-Called-Party-ID') ?? '')?.[1];
    return {
      id: newId(),
      direction: 'inbound',
      party: partyOf(request.from, provisioning.country),
      called: calledParty === undefined ? userOf(request.to) : cleanText(calledParty, 128),
      queueKey: queue === '' ? null : queue,
      sipCallId: cleanText(request.call_id, 512),
      startedAt: isoNow(clock),
      consultationFor: null,
      handOver: null,
      state: 'ringing',
      prepared: false,
      autoAnswerAt: null,
    };
  }

  #callOptions(id: string): SipCallOptions {
    const { table, slots, provisioning, clock, random, logger, onLevels, onCallEnded } = this.#options;
    this.#homes.set(id, this.#agent.server);
    const onEnded = () => {
      this.#calls.delete(id);
      this.#homes.delete(id);
      onCallEnded();
    };
    return { table, agent: this.#agent, slots, ice: provisioning.ice, clock, random, logger: logger.child({ callId: id }), onLevels, onEnded };
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

  async #within(work: Promise<void>, onDeadline: 'resolve' | 'reject'): Promise<void> {
    const { clock } = this.#options;
    const deadline = new Promise<void>((resolve, reject) => {
      const expire = () => (onDeadline === 'resolve' ? resolve() : reject(new BalieError('media.failed', 'the other call could not be put on hold')));
      const timer = clock.schedule(holdDeadlineMs, expire);
      work.then(
        () => timer.cancel(),
        () => timer.cancel(),
      );
    });
    await Promise.race([work, deadline]);
  }
}

function sipCallIdOf(session: { readonly _request: { readonly call_id: string } }): string {
  return session._request.call_id;
}
